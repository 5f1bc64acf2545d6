import { speechText } from '../speech/text.ts';
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
  /** The whole speech as plain text, one line a paragraph. */
  readonly text: string;
  /** Length of the text it was compiled from, UTF-16 units. */
  readonly sourceLength: number;
}

export type CompileAnswer =
  | { readonly result: PreviewResult }
  | { readonly number: number; readonly fault: string };

/** What is sent back of a result. */
export function previewResult(number: number, result: CompileResult): PreviewResult {
  const { source, clean: _, speech, ...shown } = result;
  return { ...shown, number, name: source.name, text: speechText(speech), sourceLength: source.text.length };
}
