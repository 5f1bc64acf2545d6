import type { CleanText } from '../repair/clean-text.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { trimmedLinesOf } from '../text/lines.ts';
import { scriptOf } from '../text/script.ts';
import { declaresMarkdown } from '../text/text-format.ts';
import { splitAsides } from './asides.ts';
import type { BlockContext, NoteDefinition } from './block-parts.ts';
import { splitClosing } from './closing.ts';
import { enrich } from './enrich.ts';
import { disagreements } from './front-matter/disagreements.ts';
import { readFrontMatter } from './front-matter/front-matter.ts';
import type { ThemeNames } from './front-matter/interpret.ts';
import { groupLines } from './line-groups.ts';
import { lint } from './lint/lint.ts';
import { marksInPlain } from './marks-in-plain.ts';
import { nest } from './nesting.ts';
import { rawBlocks } from './raw-blocks.ts';
import { tokensOf } from './sections.ts';
import { sourceCoverage } from './source-coverage.ts';
import { moveToSource } from './source-ranges.ts';
import { readTitleBlock } from './title-block.ts';
import type { Footnote, Meta, Passage, Section, SourceCoverage, Speech } from './types.ts';

/**
 * Clean text → section model. Never throws and never loses text: every character that is not white
 * space, markup or front matter is in exactly one node, in order; `speechText` gives it back.
 * Linear in the length of the text.
 *
 * @param themes that there are; undefined: front matter may name any
 */
export function parse(clean: CleanText, themes?: ThemeNames): Speech {
  const { text, format } = clean;
  const front = readFrontMatter(text, format, themes);
  const lines = trimmedLinesOf(text, front.bodyStart);
  const calls = new NoteCalls(lines.map((line) => line.text));
  // A plain text that was made Markdown for its marks keeps its lines.
  const wraps = format === 'markdown' && !declaresMarkdown(text);
  const context: BlockContext = { format, wraps, call: (id) => calls.number(id), choices: [] };
  const raw = rawBlocks(lines, context);
  const title = readTitleBlock(raw, front);
  const definitions = raw.filter((block): block is NoteDefinition => block.kind === 'note-definition');
  const body = raw.slice(title.used).filter((block) => block.kind !== 'note-definition');
  const asides = splitAsides(body);
  const tokens = tokensOf(groupLines(asides.speech, context));
  const { body: main, closing } = splitClosing(tokens);
  const { opening, sections, after, seriesRestart } = nest(main);
  const speech = {
    values: title.values,
    front: title.lines,
    opening: [...asides.before, ...enrich(opening)],
    sections: enrich<Section | Passage>(sections),
    seriesRestart,
    closing: [...enrich([...after, ...closing]), ...asides.after],
    diagnostics: [
      ...front.diagnostics,
      ...disagreements(text, front, title.found),
      ...neverCalled(definitions, calls),
      ...(format === 'plain' ? marksInPlain(text, front.bodyStart) : []),
    ],
    notes: notesOf(definitions, calls),
    choices: context.choices,
  };
  const coverage = sourceCoverage(clean, front.bodyStart, speech);
  const lost = notCovered(coverage);
  moveToSource([speech, coverage, lost], clean.changes);
  // Reading's own findings are in the author's offsets already.
  const { values, ...rest } = speech;
  const meta = metaOf(values, front.settings, clean);
  const read = {
    ...rest,
    meta,
    repairs: clean.repairs,
    coverage,
    diagnostics: rest.diagnostics,
  };
  const noticed = [...lost, ...read.diagnostics, ...lint(read)];
  return {
    ...read,
    diagnostics: [...clean.diagnostics.filter((diagnostic) => !isToldAgain(diagnostic, noticed)), ...noticed],
  };
}

/** Footnotes are numbered in the order of their first call. Calls of what is not defined are plain text. */
class NoteCalls {
  private readonly defined = new Set<string>();
  private readonly numbers = new Map<string, number>();

  constructor(lines: readonly string[]) {
    for (const line of lines) {
      const match = /^\[\^([^\]\s]{1,64})\]:/.exec(line);
      if (match) this.defined.add(match[1]!);
    }
  }

  number(id: string): number | undefined {
    if (!this.defined.has(id)) return undefined;
    return this.called(id);
  }

  isCalled(id: string): boolean {
    return this.numbers.has(id);
  }

  called(id: string): number {
    const number = this.numbers.get(id) ?? this.numbers.size + 1;
    this.numbers.set(id, number);
    return number;
  }
}

/** Before {@link notesOf}, which numbers them all. */
function neverCalled(definitions: readonly NoteDefinition[], calls: NoteCalls): Diagnostic[] {
  return definitions
    .filter(({ id }) => !calls.isCalled(id))
    .map(({ id, start, end }) => ({
      code: 'note-never-called',
      severity: 'warning',
      values: { id },
      range: { start, end },
    }));
}

/** A fault of ours: the parser left out or doubled what the author wrote. */
function notCovered({ missing, added, place }: SourceCoverage): Diagnostic[] {
  if (!place) return [];
  const { text, range } = place;
  const code = missing > 0 ? 'text-not-held' : 'text-doubled';
  return [{ code, severity: 'error', values: { count: missing || added, text }, range: { ...range } }];
}

function notesOf(definitions: readonly NoteDefinition[], calls: NoteCalls): Footnote[] {
  return definitions.map(({ id, children, start, end }) => {
    const range = { start, end };
    return {
      kind: 'footnote',
      id,
      number: calls.called(id),
      children: children.length > 0 ? [{ kind: 'paragraph', children, joins: false, range }] : [],
      range,
    };
  });
}

function metaOf(values: Partial<Meta>, settings: Meta['settings'], clean: CleanText): Meta {
  const { source, published } = clean.metadata;
  return {
    ...values,
    ...((values.source ?? source) && { source: values.source ?? source }),
    ...(published && { published }),
    lang: scriptOf(clean.text) ?? 'zh-Hans',
    settings,
  };
}

/** A quotation mark without partner is seen by reading, and again where the model is checked: told once. */
function isToldAgain(diagnostic: Diagnostic, found: readonly Diagnostic[]): boolean {
  if (diagnostic.code !== 'unpaired-quote') return false;
  const { start, end } = diagnostic.range;
  return found.some(({ code, range }) => code === 'mark-unpaired' && range.start < end && start < range.end);
}
