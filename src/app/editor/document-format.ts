import { ChangeSet, EditorSelection, type EditorState, Facet, type TransactionSpec } from '@codemirror/state';
import { asMarkdown, asPlain } from '../../speech/as-markdown.ts';
import type { TextFormat } from '../../text/source.ts';
import { declaresMarkdown, LONGEST_HEAD } from '../../text/text-format.ts';
import { bodyStart, isAnnotated } from './front-matter-fold.ts';

/** What the file's name says the text is. */
export const namedFormat = Facet.define<TextFormat, TextFormat>({ combine: ([given]) => given ?? 'plain' });

/** How the signs of the text are read now. */
export function documentFormat(state: EditorState): TextFormat {
  if (state.facet(namedFormat) === 'markdown') return 'markdown';
  return declaresMarkdown(state.sliceDoc(0, LONGEST_HEAD)) ? 'markdown' : 'plain';
}

/**
 * The change that makes Markdown of a plain text, before a mark is put into it; undefined where it is Markdown.
 */
export function markdownChange(state: EditorState): ChangeSet | undefined {
  if (documentFormat(state) === 'markdown') return undefined;
  return state.changes(asMarkdown(state.doc.toString(), headEnd(state)));
}

/** Length of the front matter, also of a text whose structure is not known yet. */
function headEnd(state: EditorState): number {
  if (isAnnotated(state)) return bodyStart(state);
  return (
    /^---[ \t]*\n(?:[^\n]*\n){0,200}?---[ \t]*(?=\n|$)/.exec(state.sliceDoc(0, LONGEST_HEAD))?.[0].length ?? 0
  );
}

/**
 * A change that puts a mark into the text, or takes one away. A plain text becomes Markdown in the same step, and
 * plain again with its last mark; where nothing is to be marked it stays as it is.
 *
 * @param make the change, of a text that is Markdown
 * @returns begun: the text was plain
 */
export function markChange(
  state: EditorState,
  make: (state: EditorState, bodyStart: number, map: (offset: number) => number) => TransactionSpec,
): { readonly spec: TransactionSpec; readonly begun: boolean } {
  const conversion = markdownChange(state);
  if (!conversion) {
    const spec = make(state, bodyStart(state), (offset) => offset);
    return { spec: withoutNeed(state, spec), begun: false };
  }
  const map = (offset: number) => conversion.mapPos(offset, 1);
  const selection = state.selection.map(conversion, 1);
  const marked = state.update({ changes: conversion, selection, filter: false }).state;
  const body = map(headEnd(state));
  const spec = make(marked, body, map);
  const changes = marked.changes(spec.changes ?? []);
  if (changes.empty) return { spec: {}, begun: false };
  return {
    spec: {
      ...spec,
      changes: conversion.compose(changes),
      selection: spec.selection ?? selection.map(changes),
    },
    begun: true,
  };
}

/** The change, and where it took the last mark of a text that is plain by its name, the way back to plain text. */
function withoutNeed(state: EditorState, spec: TransactionSpec): TransactionSpec {
  const changes = state.changes(spec.changes ?? []);
  if (changes.empty || state.facet(namedFormat) === 'markdown') return spec;
  const marked = changes.apply(state.doc);
  const edits = asPlain(marked.toString());
  if (!edits) return spec;
  const back = ChangeSet.of(edits, marked.length);
  const selection = spec.selection ? selectionOf(spec.selection) : state.selection.map(changes);
  return { ...spec, changes: changes.compose(back), selection: selection.map(back, 1) };
}

function selectionOf(selection: NonNullable<TransactionSpec['selection']>): EditorSelection {
  return selection instanceof EditorSelection
    ? selection
    : EditorSelection.single(selection.anchor, selection.head);
}
