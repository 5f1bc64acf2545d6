import { isAlias, isMap, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import type { SourceRange } from '../../text/source.ts';
import { knownKey } from './keys.ts';

/** A value of front matter. Ranges are offsets in the block; `raw` is what the author wrote there. */
export type Value = (
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Value[] }
  | { readonly kind: 'map'; readonly entries: readonly Entry[] }
) & { readonly raw: string; readonly range: SourceRange };

/** One `key: value`. */
export interface Entry {
  readonly key: string;
  readonly keyRange: SourceRange;
  /** Undefined: nothing stands behind the key. */
  readonly value: Value | undefined;
}

/** Why a block is not YAML, and where. */
export interface Invalid {
  readonly reason: string;
  readonly range: SourceRange;
}

/** More brackets or list signs than any front matter has; a block with them is not given to the YAML library. */
const MOST_BRACKETS = 100;
/** Levels of lists and maps that are looked into. */
const DEEPEST = 3;

/**
 * `key: value` on one line, the key known. Authors write what YAML refuses: `标题：甲`, `title: *甲*`,
 * `title: 关于: 安全`. Such lines are read here, as written:
 *
 *     title: 学会提问  # for the cover
 *     ^key   ^value    ^comment
 */
const LINE = /^([^\s#:："'[\]{},][^:：\n]{0,40}?)[ \t\u3000]*[:：][ \t\u3000]*(.*)$/;

/**
 * Entries of a block, in order. Lines with a known key and a plain value are read as written, everything else by the YAML
 * library: lists, groups, texts of several lines, unknown keys.
 *
 * @param block the text between the fences; at most a few thousand characters
 */
export function readEntries(block: string): { entries: Entry[]; invalid?: Invalid } {
  const lines = block.split('\n');
  const entries: Entry[] = [];
  const rest: string[] = [];
  let start = 0;
  for (const [index, line] of lines.entries()) {
    const entry = /^[ \t]/.test(lines[index + 1] ?? '') ? undefined : plainLine(line, start);
    if (entry) entries.push(entry);
    // Spaces keep the offsets of what is left.
    rest.push(entry ? ' '.repeat(line.length) : line);
    start += line.length + 1;
  }
  const yaml = rest.join('\n');
  if (yaml.trim() === '') return { entries };
  const read = readYaml(yaml, block);
  entries.push(...read.entries);
  entries.sort((a, b) => a.keyRange.start - b.keyRange.start);
  return { entries, ...(read.invalid && { invalid: read.invalid }) };
}

/** The entry on a line that can be read without YAML; undefined for any other line. */
function plainLine(line: string, start: number): Entry | undefined {
  const match = LINE.exec(line);
  const key = match?.[1];
  if (!match || key === undefined || !knownKey(key)) return undefined;
  const rest = match[2]!;
  const keyRange = { start, end: start + key.length };
  const from = start + line.length - rest.length;
  const value = (text: string, raw: string, shift: number): Entry => ({
    key,
    keyRange,
    value: { kind: 'text', text, raw, range: { start: from + shift, end: from + shift + text.length } },
  });
  const [quote] = rest;
  if (quote === '"' || quote === "'") {
    const close = rest.indexOf(quote, 1);
    const behind = rest.slice(close + 1).trimStart();
    const inner = rest.slice(1, Math.max(close, 1));
    // Open to the end of the line, or with marks inside: YAML knows how it goes on.
    if (close < 0 || behind.startsWith(quote) || inner.includes('\\')) return undefined;
    if (behind === '' || behind.startsWith('#')) return value(inner, rest.slice(0, close + 1), 1);
    // “A word” and more behind it is one text.
  }
  const comment = rest.search(/[ \t]#/);
  const written = (comment < 0 ? rest : rest.slice(0, comment)).trimEnd();
  // Nothing, or what only begins here: a list, a group, a text of several lines.
  if (written === '' || written.startsWith('#') || /^(?:[[{]|[|>][-+\d]*$)/.test(written)) return undefined;
  return value(written, written, 0);
}

function readYaml(yaml: string, block: string): { entries: Entry[]; invalid?: Invalid } {
  if ((yaml.match(/[[{]|-[ \t]+(?=-)|\?[ \t]/g)?.length ?? 0) > MOST_BRACKETS)
    return { entries: [], invalid: { reason: 'TOO_DEEP', range: { start: 0, end: yaml.length } } };
  const document = parseDocument(yaml, {
    lineCounter: new LineCounter(),
    schema: 'failsafe',
    uniqueKeys: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  // An alias is a text to whoever knows no YAML.
  const error = document.errors.find(({ code, message }) => code !== 'BAD_ALIAS' && !/alias/i.test(message));
  const { contents } = document;
  const entries = isMap(contents) ? entriesOf(contents as ParsedNode, block, 0) : [];
  const start = yaml.length - yaml.trimStart().length;
  // One text or a list, where keys should be.
  if (!error && contents !== null && !isMap(contents))
    return { entries, invalid: { reason: 'NOT_KEYS', range: { start, end: yaml.trimEnd().length } } };
  if (!error) return { entries };
  const [from, to] = error.pos;
  const at = Math.min(from, yaml.length);
  const end = Math.max(at, Math.min(to, yaml.length));
  return { entries, invalid: { reason: error.code, range: { start: at, end } } };
}

function entriesOf(map: ParsedNode, block: string, depth: number): Entry[] {
  if (!isMap(map)) return [];
  return (map.items as { key: ParsedNode; value: ParsedNode | null }[]).flatMap(({ key, value }) => {
    if (!key?.range) return [];
    const [start, end] = key.range;
    // With what YAML takes for marks of its own before a value: &甲, !甲.
    const from = block.indexOf(':', end) + 1;
    const found = value ? readValue(value, block, depth, from) : undefined;
    const name = isScalar(key) ? String(key.value) : block.slice(start, end).trim();
    return [{ key: name, keyRange: { start, end }, value: found }];
  });
}

/** @param from where the value may begin, its anchor and tag included; absent: where YAML says that it does */
function readValue(node: ParsedNode, block: string, depth: number, from?: number): Value | undefined {
  if (!node.range) return undefined;
  const [begin, end] = node.range;
  const marks = from === undefined ? '' : block.slice(from, begin).trim();
  const start = /^[&!]/.test(marks) ? block.indexOf(marks, from) : begin;
  const raw = block.slice(start, Math.max(end, start + marks.length)).trimEnd();
  const place = { raw, range: { start, end: start + raw.length } };
  if (isScalar(node) && start < begin) return { kind: 'text', text: raw, ...place };
  if (isScalar(node))
    return raw === '' ? undefined : { kind: 'text', ...place, ...scalarText(node.value, raw, start) };
  if (isAlias(node) || depth >= DEEPEST) return { kind: 'text', text: raw, ...place };
  if (isSeq(node))
    return {
      kind: 'list',
      items: (node.items as (ParsedNode | null)[]).flatMap(
        (item) => (item && readValue(item, block, depth + 1)) ?? [],
      ),
      ...place,
    };
  return { kind: 'map', entries: entriesOf(node, block, depth + 1), ...place };
}

/** A text as its author wrote it, without quotes; one of several lines as YAML reads it, on one line. */
function scalarText(value: unknown, raw: string, start: number): { text: string; range: SourceRange } {
  const quoted = /^(["'])([\s\S]*)\1$/.exec(raw);
  const inner = quoted ? quoted[2]! : raw;
  const text = /[\n\\]/.test(inner)
    ? String(value)
        .replace(/\s*\n\s*/g, ' ')
        .trim()
    : inner.trim();
  const from = start + (quoted ? 1 : 0);
  return { text, range: { start: from, end: from + inner.trimEnd().length } };
}
