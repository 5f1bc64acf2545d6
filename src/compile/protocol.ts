import type { SourceText } from '../text/source.ts';
import type { CompileOptions, CompileResult } from './compile.ts';

/** Sent to the worker. */
export interface CompileRequest extends SourceText, CompileOptions {
  /** Counts up; the answer carries it. */
  readonly number: number;
}

/** What a preview shows of a compiled text: all but the models that only the worker needs. */
export interface PreviewResult extends Omit<CompileResult, 'source' | 'clean' | 'speech'> {
  readonly number: number;
  /** File name of the speech. */
  readonly name: string;
  /** Length of the text it was compiled from, UTF-16 units. */
  readonly sourceLength: number;
}

export type CompileAnswer =
  | { readonly outcome: PreviewResult }
  | { readonly number: number; readonly fault: string };

/** What is sent back of a result. */
export function previewResult(number: number, result: CompileResult): PreviewResult {
  const { source, clean: _, speech: __, ...shown } = result;
  return { ...shown, number, name: source.name, sourceLength: source.text.length };
}
