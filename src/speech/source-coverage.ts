import type { CleanText } from '../repair/clean-text.ts';
import { AUTHOR_COMMENT } from '../text/author-comment.ts';
import { characterCount, shownMarker } from './text.ts';
import type { Block, Inline, Passage, Section, SourceCoverage, SourceRange, Speech } from './types.ts';

/** What stands at a character of the text: nothing that is known (0), a sign of markup, text of the model. */
const SIGN = 1;
const SHOWN = 2;

const isTarget = (sign: string) => sign.startsWith('](') && sign.endsWith(')');

/** Signs of inline markup: what the range of a node holds before, between and behind its text. */
const INLINE_SIGNS: Readonly<Record<string, (sign: string) => boolean>> = {
  strong: (sign) => sign === '**' || sign === '__',
  emphasis: (sign) => sign === '*' || sign === '_',
  mark: (sign) => sign === '==',
  link: (sign) => sign === '[' || isTarget(sign),
  'note-ref': (sign) => /^\[\^[^\]\s]{1,64}\]$/.test(sign),
  image: (sign) => sign.startsWith('![') && isTarget(sign.slice(sign.indexOf(']('))),
};
/** A line of Markdown without text: a break, an underline, a fence of code, a comment of the author's, an empty quotation or note. */
const WHOLE_LINE = new RegExp(
  `^(?:-{2,}|\\*{3,}|_{3,}|=+|(?:-[ \\t]+){2,}-|(?:\\*[ \\t]+){2,}\\*|(?:\`{3,}|~{3,})[ \\t]*[\\w+#.-]{0,30}|${AUTHOR_COMMENT}|>+|\\[\\^[^\\]\\s]{1,64}\\]:)$`,
);
/** A row of a table without text: the rule under the head, empty cells. */
const TABLE_LINE = /^[|:\s-]+$/;
const BEFORE_TEXT = /^(?:#{1,6}|>+|[-*+]|\[\^[^\]\s]{1,64}\]:)$/;
const BEHIND_TEXT = /^#+$/;
const WITHIN_TEXT = /[*_=\\]/;
const SPACE = /\s/;
const LINE_END_TAG = /<br\s{0,9}\/?>/gi;
/** Characters of the first place that are quoted. */
const LONGEST = 40;

type Model = Pick<Speech, 'front' | 'opening' | 'sections' | 'closing' | 'notes'>;

/**
 * Holds the model against the text it was parsed from, character by character: each visible one stands in
 * exactly one node, or is a sign of the closed lists above. Plain text has no signs. Front matter is not looked
 * at: its reader reports what it does not know. Linear in the length of the text.
 *
 * @param bodyStart length of the front matter, UTF-16 units
 * @param model its ranges are offsets of the clean text
 */
export function sourceCoverage(
  { text, format }: Pick<CleanText, 'text' | 'format'>,
  bodyStart: number,
  model: Model,
): SourceCoverage {
  const cover = new Cover(text, bodyStart);
  cover.model(model);
  if (format === 'markdown') cover.lineSigns();
  return cover.result();
}

class Cover {
  private readonly at: Uint8Array;
  private readonly tables: SourceRange[] = [];
  private readonly signs: SourceRange[] = [];
  private added = 0;
  private doubled: SourceRange | undefined;
  /** End of the texts found so far: behind it none has been found. */
  private furthest = 0;

  constructor(
    private readonly text: string,
    private readonly bodyStart: number,
  ) {
    this.at = new Uint8Array(text.length);
  }

  model({ front, opening, sections, closing, notes }: Model): void {
    for (const line of front) this.inlines(line.children);
    for (const node of [...opening, ...sections, ...closing]) this.block(node);
    for (const note of notes) for (const child of note.children) this.block(child);
  }

  private block(node: Section | Passage | Block): void {
    switch (node.kind) {
      case 'passage':
        for (const child of node.children) this.block(child);
        return;
      case 'section':
        if (node.marker) this.shown(node.marker.text, node.marker.range);
        this.inlines(node.heading);
        for (const child of node.children) this.block(child);
        return;
      case 'list':
        for (const item of node.items) {
          const marker = shownMarker(node, item);
          const { start } = item.range;
          if (marker !== '') this.shown(marker, { start, end: start + marker.length });
          for (const child of item.children) this.block(child);
        }
        return;
      case 'quote':
        for (const child of node.children) this.block(child);
        return;
      case 'table':
        this.tables.push(node.range);
        if (node.caption) this.inlines(node.caption);
        for (const row of node.rows) for (const cell of row.cells) this.inlines(cell.children);
        return;
      case 'figure':
        this.inlines(node.caption);
        this.inlines([node.image]);
        return;
      case 'signature':
        for (const line of node.lines) this.inlines(line.children);
        return;
      case 'break':
        return;
      default:
        this.inlines(node.children);
    }
  }

  private inlines(nodes: readonly Inline[]): void {
    for (const node of nodes) {
      switch (node.kind) {
        case 'text':
        case 'cue-inline':
          this.shown(node.text, node.range);
          break;
        case 'ruby':
          this.shown(node.base + node.note, node.range);
          break;
        case 'note-ref':
        case 'image':
          this.sign(node.kind, node.range.start, node.range.end);
          break;
        default: {
          this.inlines(node.children);
          let from = node.range.start;
          for (const { range } of node.children) {
            this.sign(node.kind, from, range.start);
            from = range.end;
          }
          this.sign(node.kind, from, node.range.end);
        }
      }
    }
  }

  /**
   * A text of the model at the place it names. An escape, and emphasis around a number (`**一、**`), leave signs
   * in its range. A value of the front matter is no part of the body.
   */
  private shown(text: string, range: SourceRange): void {
    if (range.end <= this.bodyStart) return;
    const isNext = range.start >= this.furthest;
    this.furthest = Math.max(this.furthest, range.end);
    // Nearly every text: it stands there as it is.
    if (isNext && text.length === range.end - range.start && this.text.startsWith(text, range.start)) {
      this.at.fill(SHOWN, range.start, range.end);
      return;
    }
    let expected = 0;
    let again = '';
    for (let at = range.start; at < range.end; at++) {
      const character = this.text[at]!;
      while (character !== text[expected] && SPACE.test(text[expected] ?? '')) expected++;
      if (character === text[expected]) {
        if (this.at[at] === SHOWN) again += character;
        this.at[at] = SHOWN;
        expected++;
      } else if (WITHIN_TEXT.test(character)) this.fill(at, at + 1);
    }
    const strange = text.slice(expected).trim();
    if (again + strange !== '') this.add(again + strange, range);
  }

  private add(text: string, range: SourceRange): void {
    const count = characterCount(text);
    this.added += count;
    if (count > 0) this.doubled ??= range;
  }

  private sign(kind: string, start: number, end: number): void {
    // `==<br>要点==`: between a sign and the text it opens may be the end of a line.
    const sign = this.text.slice(start, end).replace(LINE_END_TAG, '').trim();
    if (end <= start || !INLINE_SIGNS[kind]?.(sign)) return;
    this.fill(start, end);
  }

  private fill(start: number, end: number): void {
    let from = start;
    for (let at = start; at < end; at++) {
      if (this.at[at] === 0) this.at[at] = SIGN;
      else {
        if (at > from) this.signs.push({ start: from, end: at });
        from = at + 1;
      }
    }
    if (end > from) this.signs.push({ start: from, end });
  }

  /** Signs that stand at the ends of lines, in tables, or have lines of their own. */
  lineSigns(): void {
    this.tables.sort((a, b) => a.start - b.start);
    let table = 0;
    for (let start = this.bodyStart; start < this.text.length; ) {
      let end = this.text.indexOf('\n', start);
      if (end < 0) end = this.text.length;
      while (table < this.tables.length && this.tables[table]!.end <= start) table++;
      const range = this.tables[table];
      this.lineSign(start, end, range !== undefined && range.start < end);
      start = end + 1;
    }
  }

  private lineSign(start: number, end: number, inTable: boolean): void {
    const line = this.text.slice(start, end).trim();
    if (line.includes('<'))
      for (const { 0: tag, index } of this.text.slice(start, end).matchAll(LINE_END_TAG))
        this.fill(start + index, start + index + tag.length);
    let first = start;
    while (first < end && this.at[first] === 0) first++;
    if (first === end) {
      if (WHOLE_LINE.test(line) || (inTable && TABLE_LINE.test(line))) this.fill(start, end);
    } else {
      let last = end;
      while (this.at[last - 1] === 0) last--;
      if (BEFORE_TEXT.test(this.text.slice(start, first).trim())) this.fill(start, first);
      if (BEHIND_TEXT.test(this.text.slice(last, end).trim())) this.fill(last, end);
    }
    if (inTable) for (let at = start; at < end; at++) if (this.text[at] === '|') this.fill(at, at + 1);
  }

  result(): SourceCoverage {
    let signs = 0;
    let missing = 0;
    let place: SourceRange | undefined;
    for (let at = this.bodyStart; at < this.text.length; ) {
      const kind = this.at[at]!;
      let end = at + 1;
      while (end < this.text.length && this.at[end] === kind) end++;
      if (kind === SIGN) signs += characterCount(this.text.slice(at, end));
      else if (kind === 0) {
        const piece = this.text.slice(at, end);
        const count = characterCount(piece);
        missing += count;
        const from = at + piece.length - piece.trimStart().length;
        if (count > 0) place ??= { start: from, end: Math.min(end, from + LONGEST) };
      }
      at = end;
    }
    place ??= this.doubled;
    return {
      characters: characterCount(this.text.slice(this.bodyStart)) - signs,
      missing,
      added: this.added,
      signs: this.signs
        .sort((a, b) => a.start - b.start)
        .map((range) => ({ text: this.text.slice(range.start, range.end), range })),
      ...(place && { place: { text: this.text.slice(place.start, place.end).trim(), range: place } }),
    };
  }
}
