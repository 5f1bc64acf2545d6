import type { CleanText } from '../repair/clean-text.ts';
import type { Speech } from '../speech/types.ts';
import type { SourceRange } from '../text/source.ts';
import type { LabelId, LabelSet, MeetingKind } from './labels.ts';

/** Papers in the order in which they are filed. */
export const PAPERS = [
  'notice',
  'agenda',
  'cue',
  'sign-in',
  'study',
  'questions',
  'record',
  'table-signs',
] as const;
export type PaperId = (typeof PAPERS)[number];

/** Papers made where none were chosen: all of one meeting's file; signs for the tables are asked for. */
export const DEFAULT_PAPERS: readonly PaperId[] = PAPERS.filter((id) => id !== 'table-signs');

/** What a user chooses from: the papers, and slides of the agenda and the questions. */
export const PACK_PARTS = [...PAPERS, 'slides'] as const;
export type PackPart = (typeof PACK_PARTS)[number];

/** What a user may type; nothing of it is ever guessed. */
export const TYPED_FIELDS = [
  'occasion',
  'date',
  'place',
  'organizer',
  'chair',
  'recorder',
  'attendees',
  'expected',
  'contact',
  'phone',
  'names',
] as const;
export type TypedField = (typeof TYPED_FIELDS)[number];

/** A break of the meeting, typed by the user. */
export interface MeetingBreak {
  /** Speeches before it, at least one. */
  readonly after: number;
  /** Whole minutes. */
  readonly minutes: number;
  /** What it is called; absent or empty: the label of the set. */
  readonly label?: string;
}

/** One speech of the meeting. */
export interface PackSpeech {
  /** File name, for the ledger. */
  readonly name: string;
  readonly clean: CleanText;
  /** As written: conversion is `convert`'s. */
  readonly speech: Speech;
  /** Characters a minute. */
  readonly rate: number;
  /** Where each slide comes on: offset in the source, number from 1. */
  readonly slideStarts: readonly { readonly offset: number; readonly number: number }[];
  /** Into the script in which the papers are to be read; absent: as written. */
  readonly convert?: (text: string) => string;
}

export interface PackOptions {
  /** Absent: by the script of the first speech. */
  readonly labels?: LabelSet;
  /** Parts wanted, in any order; absent: {@link DEFAULT_PAPERS}, no slides. */
  readonly parts?: readonly PackPart[];
  readonly typed?: Partial<Readonly<Record<TypedField, string>>>;
  /** Labels that the user has renamed for the unit. */
  readonly renamed?: Partial<Readonly<Record<LabelId, string>>>;
  /** Kind of the meeting, which goes before the papers' names. */
  readonly kind?: MeetingKind;
  /** Taiwan: the programme of a ceremony in place of an agenda. */
  readonly ceremony?: boolean;
  /** Breaks between the speeches, in any order. */
  readonly breaks?: readonly MeetingBreak[];
  /** Keys of questions left out. */
  readonly withoutQuestions?: readonly string[];
}

/** A stretch of visible text of a paper, with where it comes from. */
export type Piece =
  | {
      readonly kind: 'source';
      /** Index of the speech. */
      readonly speech: number;
      readonly range: SourceRange;
      readonly text: string;
    }
  | { readonly kind: 'label'; readonly id: LabelId; readonly text: string; readonly renamed?: true }
  /** Digits only: a number of minutes, of a row, of a slide. */
  | { readonly kind: 'computed'; readonly text: string }
  | { readonly kind: 'typed'; readonly field: TypedField | 'break'; readonly text: string }
  /** White space between two pieces. */
  | { readonly kind: 'space'; readonly text: ' ' | '　' };

/** Looks of a line; export/pack/line-styles.ts has their sizes. */
export type LineStyle =
  | 'title'
  | 'occasion'
  | 'heading'
  | 'subject'
  | 'body'
  | 'point'
  | 'question'
  | 'cue-title'
  | 'cue-label'
  | 'cue'
  | 'cue-text';

/** A label with its value; no piece: a line to write on. */
export interface Field {
  readonly label: readonly Piece[];
  readonly value: readonly Piece[];
}

/** A cell: lines of pieces; none: empty, to be filled in by hand. */
export type Cell = readonly (readonly Piece[])[];

export interface Column {
  readonly head: readonly Piece[];
  /** Share of the table's width; all add up to 1. */
  readonly share: number;
  readonly align?: 'center';
}

export type PackBlock =
  | {
      readonly kind: 'line';
      readonly style: LineStyle;
      readonly pieces: readonly Piece[];
      /** Stays on the page of what follows. */
      readonly keep?: boolean;
      /** At the right edge, after the text. */
      readonly beside?: readonly Piece[];
    }
  /** Fields side by side; `plain`: without a frame, a value to be filled in has a line. */
  | { readonly kind: 'grid'; readonly rows: readonly (readonly Field[])[]; readonly plain?: boolean }
  | {
      readonly kind: 'table';
      readonly columns: readonly Column[];
      readonly rows: readonly (readonly Cell[])[];
      /** Least height of a row, mm. */
      readonly rowHeight: number;
    }
  /** Lines to write on. */
  | {
      readonly kind: 'ruled';
      readonly lines: number;
      /** mm */
      readonly pitch: number;
      /** At the beginning of the first line. */
      readonly label?: readonly Piece[];
    }
  /** A sheet folded in the middle, which shows a name on both sides. */
  | { readonly kind: 'sign'; readonly name: readonly Piece[] }
  | { readonly kind: 'page-break' };

/** One paper. */
export interface Paper {
  readonly id: PaperId;
  readonly name: readonly Piece[];
  readonly blocks: readonly PackBlock[];
}

/** A slide for the screen of the meeting: a table, or lines of text. */
export interface PackSlide {
  readonly title: readonly Piece[];
  readonly table?: {
    readonly head: readonly (readonly Piece[])[];
    /** Cells of one line each; no piece: an empty cell. */
    readonly rows: readonly (readonly (readonly Piece[])[])[];
    readonly align: readonly ('left' | 'center')[];
  };
  /** Each begins with its number and a space. */
  readonly points?: readonly (readonly Piece[])[];
}

/** A paper that was wanted, and what is missing for it. */
export type EmptyPaper =
  | { readonly id: 'questions'; readonly reason: 'no-questions' }
  | { readonly id: 'table-signs'; readonly reason: 'no-names' };

/** The papers of one meeting. */
export interface Pack {
  readonly labels: LabelSet;
  readonly language: 'zh-Hans' | 'zh-Hant';
  readonly papers: readonly Paper[];
  /** None where none were wanted. */
  readonly slides: readonly PackSlide[];
  /** Papers that were wanted and have nothing to hold. */
  readonly empty: readonly EmptyPaper[];
}
