import type { Deck } from '../deck/plan/types.ts';
import type { Handout } from '../handout/flow/types.ts';
import type { Repair, RepairKind } from '../repair/clean-text.ts';
import type { Settings } from '../speech/types.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { TextDifference } from '../text/difference.ts';
import type { SourceRange, TextFormat } from '../text/source.ts';
import type { OutlineEntry } from './outline-entries.ts';

/** Sent to the worker. */
export interface CompileRequest {
  /** Counts up; the answer carries it. */
  readonly number: number;
  readonly text: string;
  readonly name: string;
  readonly format: TextFormat;
  /** Kinds of repair the user switched off. */
  readonly disabled: readonly RepairKind[];
  /** Keys (`repairKey`) of single repairs the user undid. */
  readonly undone: readonly string[];
}

/** A place in the source that the editor sets in type of its own. */
export interface StructureMark {
  readonly kind: 'title' | 'byline' | 'heading' | 'run-in' | 'salutation' | 'cue' | 'quotation' | 'on-slide';
  /** Of headings: 1 = outermost. */
  readonly level: number;
  readonly range: SourceRange;
}

/** A repair, its key, and whether it is applied. */
export interface ShownRepair extends Repair {
  readonly key: string;
  readonly applied: boolean;
}

/** Each output against the text of the speech. */
export interface IntegrityCheck {
  /** Visible characters of the speech. */
  readonly characters: number;
  readonly notes: TextDifference;
  readonly handout: TextDifference;
}

/** What one text gives. */
export interface CompileResult {
  readonly number: number;
  /** File name of the speech. */
  readonly name: string;
  /** Length of the text it was computed from, UTF-16 units. */
  readonly sourceLength: number;
  readonly title: string;
  readonly deck: Deck;
  readonly handout: Handout;
  readonly repairs: readonly ShownRepair[];
  /** Kinds that are switched off and would have found something. */
  readonly diagnostics: readonly Diagnostic[];
  readonly structure: readonly StructureMark[];
  readonly outline: readonly OutlineEntry[];
  /** Where each slide comes on. */
  readonly slideStarts: readonly { readonly offset: number; readonly number: number }[];
  /** Length of the front matter with its fences; 0: none. */
  readonly frontMatterEnd: number;
  /** What the front matter says about showing it. */
  readonly settings: Settings;
  readonly proof: IntegrityCheck;
  readonly seconds: number;
  /** Characters a minute the seconds are counted with. */
  readonly rate: number;
}

export type CompileAnswer =
  | { readonly outcome: CompileResult }
  | { readonly number: number; readonly fault: string };
