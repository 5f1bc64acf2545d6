import type { Diagnostic } from '../../text/diagnostic.ts';
import { nearest } from '../../text/nearest.ts';
import type { FoundText, SourceRange } from '../../text/source.ts';
import type { Settings } from '../settings.ts';
import type { MetaKey } from '../title-labels.ts';
import type { Entry, Value } from './entries.ts';
import { keyWords, knownKey, SETTING_KEYS, type SettingKey, SWITCH_WORDS, settingNamed } from './keys.ts';

/** Ids of the themes that there are, each with its names in the languages of the interface. */
export type ThemeNames = Readonly<Record<string, readonly string[]>>;

/** What the entries of front matter say, in offsets of the block. */
export interface Interpretation {
  readonly values: Readonly<Partial<Record<MetaKey, FoundText>>>;
  /** Lines of the title block that are kept as written, key included: 主持人: 张三. */
  readonly lines: readonly FoundText[];
  readonly settings: Settings;
  readonly diagnostics: readonly Diagnostic[];
}

/** Characters of a value that a message quotes. */
const QUOTED = 40;

/**
 * Holds entries against the schema: what is known becomes values, lines and settings; what is unknown, doubled, of the
 * wrong kind or out of range becomes a diagnostic with its line, its value and, where one is near, the word that was
 * meant. So no value vanishes without a word.
 *
 * @param lineOf line in the file, from 1, of an offset in the block
 * @param themes undefined where nobody knows the themes: then every theme is
 */
export function interpret(
  entries: readonly Entry[],
  block: string,
  lineOf: (offset: number) => number,
  themes: ThemeNames | undefined,
): Interpretation {
  const values: Partial<Record<MetaKey, FoundText>> = {};
  const lines: FoundText[] = [];
  const report = new Report(lineOf);
  const settings: Record<string, unknown> = {};
  const seen = new Map<string, Entry>();
  for (const entry of entries) {
    const known = knownKey(entry.key);
    if (!known) {
      report.unknownKey(entry, keyWords(), '');
      continue;
    }
    // 主题: 党建红 is the theme; 主题: 安全生产 is what the speech is about.
    const theme = known.is === 'meta' && /^主[题題]$/.test(entry.key) && themeOf(entry.value, themes);
    const setting = theme
      ? settingNamed(SETTING_KEYS, 'theme')
      : known.is === 'setting'
        ? known.setting
        : undefined;
    if (setting) {
      if (report.isNew(seen, setting.key, entry)) readSetting(setting, entry, settings, '', themes, report);
    } else if (known.is === 'line') {
      if (entry.value) lines.push(pair(entry, entry.value, block));
    } else if (known.is === 'meta' && report.isNew(seen, known.key, entry) && entry.value) {
      const found = plainText(entry.value);
      if (entry.value.kind !== 'text') report.notPlain(entry, found.text);
      if (found.text !== '') values[known.key] = found;
    }
  }
  return { values, lines, settings: settings as Settings, diagnostics: report.diagnostics };
}

/** `key: value` as one piece of text. */
function pair({ key, keyRange }: Entry, value: Value, block: string): FoundText {
  const range = { start: keyRange.start, end: value.range.end };
  const written = block.slice(range.start, range.end);
  return { text: written.includes('\n') ? `${key}: ${plainText(value).text}` : written, range };
}

/** A value as one line of text: lists and groups as their author wrote them, without the brackets around them. */
function plainText(value: Value): FoundText {
  if (value.kind === 'text') return { text: value.text, range: value.range };
  const { raw, range } = value;
  if (raw.includes('\n')) return { text: raw.replace(/\s*\n[\s-]*/g, ' ').replace(/^-\s*/, ''), range };
  const inner = raw.replace(/^[[{]\s*/, '').replace(/\s*[\]}]$/, '');
  const start = range.start + raw.indexOf(inner);
  return { text: inner, range: { start, end: start + inner.length } };
}

function themeOf(value: Value | undefined, themes: ThemeNames | undefined): string | undefined {
  if (value?.kind !== 'text') return undefined;
  const { text } = value;
  if (themes === undefined || Object.hasOwn(themes, text)) return themes && text;
  return Object.keys(themes).find((id) => themes[id]!.includes(text));
}

/** Puts a setting that makes sense under its key; anything else is reported. */
function readSetting(
  setting: SettingKey,
  entry: Entry,
  into: Record<string, unknown>,
  group: string,
  themes: ThemeNames | undefined,
  report: Report,
): void {
  const { value } = entry;
  if (value === undefined) return;
  const { key } = setting;
  if (setting.kind === 'group') {
    if (value.kind !== 'map') {
      report.wrongValue(
        group,
        entry,
        keyWords(setting.settings).filter((word) => /^[a-z]/.test(word)),
      );
      return;
    }
    const inner: Record<string, unknown> = {};
    const seen = new Map<string, Entry>();
    for (const child of value.entries) {
      const known = settingNamed(setting.settings, child.key);
      if (!known) report.unknownKey(child, keyWords(setting.settings), `${entry.key}.`);
      else if (report.isNew(seen, known.key, child))
        readSetting(known, child, inner, `${entry.key}.`, themes, report);
    }
    if (Object.keys(inner).length > 0) into[key] = inner;
    return;
  }
  if (setting.kind === 'words') {
    const words = value.kind === 'text' ? value.text.split(/[、，,\s]+/) : [];
    if (value.kind === 'list')
      for (const item of value.items) {
        if (item.kind === 'text') words.push(item.text);
        else report.wrongValue(group, { ...entry, value: item }, []);
      }
    if (value.kind === 'map') report.wrongValue(group, entry, []);
    const kept = words.map((word) => word.trim()).filter((word) => word !== '');
    if (kept.length > 0) into[key] = kept;
    return;
  }
  const text = value.kind === 'text' ? value.text.trim() : undefined;
  if (setting.kind === 'number') {
    const { min, max } = setting;
    const number = text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (number >= min && number <= max) into[key] = number;
    else report.wrongValue(group, entry, [`${min}–${max}`]);
  } else if (setting.kind === 'switch') {
    const on = text === undefined ? undefined : lookUp(SWITCH_WORDS, text);
    if (on !== undefined) into[key] = on;
    else report.wrongValue(group, entry, ['true', 'false'], Object.keys(SWITCH_WORDS));
  } else if (setting.kind === 'theme') {
    const theme = themes === undefined ? text : themeOf(value, themes);
    if (theme !== undefined) into[key] = theme;
    else report.wrongValue(group, entry, Object.keys(themes ?? {}), Object.values(themes ?? {}).flat());
  } else {
    const { of, names = {} } = setting;
    const choice = text && (of.find((one) => one === text.toLowerCase()) ?? lookUp(names, text));
    if (choice) into[key] = choice;
    else report.wrongValue(group, entry, of, Object.keys(names));
  }
}

function lookUp<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  const key = Object.hasOwn(table, word) ? word : word.toLowerCase();
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Collects what is to be said about front matter. */
class Report {
  readonly diagnostics: Diagnostic[] = [];

  constructor(private readonly lineOf: (offset: number) => number) {}

  unknownKey(entry: Entry, words: readonly string[], group: string): void {
    const better = nearest(entry.key, words);
    this.add(better ? 'front-matter-key-near' : 'front-matter-key', entry, entry.keyRange, {
      key: group + entry.key,
      ...(better && { better }),
    });
  }

  /** @param more words that are understood, too, but are not listed in the message */
  wrongValue(group: string, entry: Entry, allowed: readonly string[], more: readonly string[] = []): void {
    const { value } = entry;
    const better = value?.kind === 'text' ? nearest(value.text, [...allowed, ...more]) : undefined;
    const code = better
      ? 'front-matter-value-near'
      : allowed.length > 0
        ? 'front-matter-value'
        : 'front-matter-kind';
    this.add(code, entry, value?.range ?? entry.keyRange, {
      key: group + entry.key,
      ...(better && { better }),
      ...(allowed.length > 0 && { allowed: allowed.join(', ') }),
    });
  }

  /** A list or a group where one line of text should be; it is used as it is written. */
  notPlain(entry: Entry, text: string): void {
    this.add('front-matter-not-plain', entry, entry.value!.range, { key: entry.key, text: shortened(text) });
  }

  /** True for the first entry of a key, in whatever words; a second one is reported. */
  isNew(seen: Map<string, Entry>, key: string, entry: Entry): boolean {
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, entry);
      return true;
    }
    const values = { key: entry.key, first: this.lineOf(first.keyRange.start) };
    this.add('front-matter-twice', entry, entry.keyRange, values);
    return false;
  }

  private add(
    code: string,
    entry: Entry,
    range: SourceRange,
    values: Readonly<Record<string, string | number>>,
  ): void {
    const { better } = values;
    this.diagnostics.push({
      code,
      severity: 'warning',
      values: {
        line: this.lineOf(entry.keyRange.start),
        value: shortened(entry.value?.raw ?? ''),
        ...values,
      },
      range,
      ...(typeof better === 'string' && { fix: { range, insert: better } }),
    });
  }
}

function shortened(text: string): string {
  const characters = [...text.replace(/\s+/g, ' ')];
  return characters.length > QUOTED ? `${characters.slice(0, QUOTED).join('')}…` : characters.join('');
}
