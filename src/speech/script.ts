import type { ConverterOptions, LocalePreset } from 'opencc-js/core';
import type { TextConverter } from './script-alignment.ts';
import { redistribute } from './script-alignment.ts';
import { correctScript } from './script-corrections.ts';
import type { Settings } from './settings.ts';
import { inlineText } from './text.ts';
import type { Block, Footnote, FoundText, Inline, Marker, Meta, Section, Speech } from './types.ts';

/**
 * Scripts a speech can be shown in: 简体, 繁體, 台灣正體, 台灣正體 with Taiwan's own terms (軟體), 香港繁體.
 * `twp` changes words and is never chosen by itself.
 */
export type ScriptTarget = 'hans' | 'hant' | 'tw' | 'twp' | 'hk';

export interface ScriptOptions {
  readonly target: ScriptTarget;
  /** Words left as written, names above all: 余秋里, 范长江. */
  readonly names?: readonly string[];
  /** Marks of quotations in Traditional: those the author wrote, or 「」. Absent: as written. */
  readonly quotes?: Settings['quotes'];
  /**
   * Of a Traditional text that was once converted character by character (干部 for 幹部): through
   * Simplified and back, so that the phrases decide again.
   */
  readonly throughSimplified?: boolean;
}

const TO: Readonly<Record<Exclude<ScriptTarget, 'hans'>, string>> = {
  hant: 't',
  tw: 'tw',
  twp: 'twp',
  hk: 'hk',
};

/**
 * Loads what a conversion needs (only then: the dictionaries are large) and gives it as a function.
 * Phrase by phrase, names untouched. In Simplified, quotation marks are “”; in Traditional they stay as written unless
 * 「」 was chosen; those around words of another language stay.
 *
 * A Traditional text keeps its words unless `throughSimplified`: to `hant` nothing changes, to `tw` and `hk` only forms
 * of characters (裏 → 裡). `twp` changes words, through Simplified.
 */
export async function scriptConverter(from: Meta['lang'], options: ScriptOptions): Promise<TextConverter> {
  const steps: TextConverter[] = [];
  const { target } = options;
  const again = options.throughSimplified === true || target === 'hans' || target === 'twp';
  if (from === 'zh-Hant' && !again && target !== 'hant')
    steps.push(await load('cn2t', { from: 't', to: TO[target] }));
  if (from === 'zh-Hant' && again) steps.push(await load('t2cn', { from: 't', to: 'cn' }));
  if (target !== 'hans' && (from === 'zh-Hans' || again))
    steps.push(await load('cn2t', { from: 'cn', to: TO[target] }), correctScript);
  const words = steps.reduce<TextConverter>(
    (all, step) => (text) => step(all(text)),
    (text) => text,
  );
  const convert = withNames(words, options.names ?? []);
  if (target === 'hans') return (text) => quotes(convert(text), SIMPLIFIED_MARKS);
  if (options.quotes !== 'corner') return convert;
  return (text) => quotes(convert(text), TRADITIONAL_MARKS);
}

async function load(preset: 'cn2t' | 't2cn', options: ConverterOptions): Promise<TextConverter> {
  const { ConverterBuilder } = await import('opencc-js/core');
  const tables: LocalePreset =
    preset === 'cn2t' ? await import('opencc-js/preset/cn2t') : await import('opencc-js/preset/t2cn');
  return ConverterBuilder(tables)(options);
}

function withNames(convert: TextConverter, names: readonly string[]): TextConverter {
  const kept = names.filter((name) => name !== '').sort((a, b) => b.length - a.length);
  if (kept.length === 0) return convert;
  const pattern = new RegExp(
    `(${kept.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`,
  );
  return (text) =>
    text
      .split(pattern)
      .map((piece, index) => (index % 2 === 1 ? piece : convert(piece)))
      .join('');
}

const TRADITIONAL_MARKS: Readonly<Record<string, string>> = { '“': '「', '”': '」', '‘': '『', '’': '』' };
const SIMPLIFIED_MARKS: Readonly<Record<string, string>> = { '「': '“', '」': '”', '『': '‘', '』': '’' };

/** A quotation without a Han character in it: its marks belong to another language. */
const FOREIGN_QUOTATION =
  /[“「](?=[^“”「」]*\p{L})[^“”「」\p{Script=Han}]*(?:\p{Script=Han}[^“”「」\p{Script=Han}]*)?[”」]/gu;

/**
 * Quotation marks of the target, but for those around words of another language. An apostrophe between Latin letters
 * (don’t) is no quotation mark. 《》 are the same everywhere.
 */
function quotes(text: string, marks: Readonly<Record<string, string>>): string {
  const pieces: string[] = [];
  let at = 0;
  for (const match of text.matchAll(FOREIGN_QUOTATION)) {
    pieces.push(quotesOf(text.slice(at, match.index), marks), match[0]);
    at = match.index + match[0].length;
  }
  pieces.push(quotesOf(text.slice(at), marks));
  return pieces.join('');
}

function quotesOf(text: string, marks: Readonly<Record<string, string>>): string {
  return text.replace(/(?<![A-Za-z])’|’(?![A-Za-z])|[“”‘「」『』]/g, (mark) => marks[mark] ?? mark);
}

/**
 * The same speech in another script. Nodes and source ranges stay; the text of each line is converted
 * as a whole, across bold and links and the marker before it, and dealt out to its nodes again: the text
 * of the result is the conversion of the text.
 */
export function convertSpeech(speech: Speech, convert: TextConverter, target: ScriptTarget): Speech {
  const found = (value: FoundText): FoundText => ({ ...value, text: convert(value.text) });
  const { lang: _, settings, ...values } = speech.meta;
  const meta = Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, value && found(value as FoundText)]),
  );
  const blocks = (nodes: readonly Block[]) => nodes.map((node) => convertBlock(node, convert));
  return {
    ...speech,
    meta: { ...meta, lang: target === 'hans' ? 'zh-Hans' : 'zh-Hant', settings },
    front: speech.front.map((line) => ({ ...line, children: inlines(line.children, convert) })),
    opening: blocks(speech.opening),
    sections: speech.sections.map((node) =>
      node.kind === 'passage' ? { ...node, children: blocks(node.children) } : convertSection(node, convert),
    ),
    closing: blocks(speech.closing),
    notes: speech.notes.map((note): Footnote => ({ ...note, children: blocks(note.children) })),
  };
}

function inlines(nodes: readonly Inline[], convert: TextConverter): Inline[] {
  const text = inlineText(nodes);
  return text === '' ? [...nodes] : redistribute(nodes, text, convert(text), convert);
}

function convertSection(section: Section, convert: TextConverter): Section {
  const { marker } = section;
  let { heading } = section;
  let converted: Marker | undefined;
  if (marker) {
    // Marker and heading are one line of the speech: 一是干部 is converted as said.
    const head: Inline = { kind: 'text', text: marker.text, range: marker.range };
    const [first, ...rest] = inlines([head, ...heading], convert);
    converted = { ...marker, text: inlineText([first!]) };
    heading = rest;
  } else heading = inlines(heading, convert);
  return {
    ...section,
    ...(converted && { marker: converted }),
    heading,
    children: section.children.map((child) =>
      child.kind === 'section' ? convertSection(child, convert) : convertBlock(child, convert),
    ),
  };
}

function convertBlock(block: Block, convert: TextConverter): Block {
  const line = (nodes: readonly Inline[]) => inlines(nodes, convert);
  switch (block.kind) {
    case 'paragraph':
    case 'salutation':
    case 'cue':
      return { ...block, children: line(block.children) };
    case 'list':
      return {
        ...block,
        items: block.items.map((item) => ({
          ...item,
          marker: convert(item.marker),
          children: item.children.map((child) => convertBlock(child, convert)),
        })),
      };
    case 'quote':
      return { ...block, children: block.children.map((child) => convertBlock(child, convert)) };
    case 'table':
      return {
        ...block,
        ...(block.caption && { caption: line(block.caption) }),
        rows: block.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({ ...cell, children: line(cell.children) })),
        })),
      };
    case 'figure':
      return { ...block, caption: line(block.caption) };
    case 'signature':
      return { ...block, lines: block.lines.map((entry) => ({ ...entry, children: line(entry.children) })) };
    case 'break':
      return block;
  }
}
