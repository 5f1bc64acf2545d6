import { isScalar, LineCounter, parseDocument } from 'yaml';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { FoundText, HandoutSettings, Settings } from './types.ts';

/** Keys of front matter that say something about the speech; Chinese names mean the same. */
const META_KEYS = {
  title: 'title', 标题: 'title', 標題: 'title', 题目: 'title', 題目: 'title',
  subtitle: 'subtitle', 副标题: 'subtitle', 副標題: 'subtitle',
  speaker: 'speaker', author: 'speaker', 主讲人: 'speaker', 主講人: 'speaker', 演讲人: 'speaker', 演講人: 'speaker', 作者: 'speaker',
  role: 'role', 职务: 'role', 職務: 'role', 职位: 'role', 職稱: 'role',
  organization: 'organization', 单位: 'organization', 單位: 'organization',
  date: 'date', 日期: 'date', 时间: 'date', 時間: 'date',
  occasion: 'occasion', 场合: 'occasion', 場合: 'occasion',
  place: 'place', 地点: 'place', 地點: 'place',
  source: 'source', 来源: 'source', 來源: 'source',
} as const satisfies Record<string, string>; // biome-ignore format: one line a meaning

export type MetaKey = (typeof META_KEYS)[keyof typeof META_KEYS];

export interface FrontMatter {
  /** Where the speech itself begins. */
  readonly bodyStart: number;
  readonly values: Readonly<Partial<Record<MetaKey, FoundText>>>;
  readonly settings: Settings;
  readonly diagnostics: readonly Diagnostic[];
}

const FENCE = /^\ufeff?[ \t]*---[ \t]*\n/;

/**
 * YAML between two lines `---` at the very start. What is no YAML gives one diagnostic with its line;
 * the speech after it still reads. Without a closing line, and for anything that is not a list of
 * `key: value`, there is no front matter: `---` is then the author's break.
 */
export function readFrontMatter(text: string): FrontMatter {
  const none: FrontMatter = { bodyStart: 0, values: {}, settings: {}, diagnostics: [] };
  const open = FENCE.exec(text);
  if (!open) return none;
  const start = open[0].length;
  const close = /^(?:---|\.\.\.)[ \t]*$/m;
  const rest = text.slice(start, start + 20_000);
  const match = close.exec(rest);
  if (!match) return none;
  const yaml = rest.slice(0, match.index);
  if (yaml.trim() !== '' && !/^[^\s#:：][^\n:]*:(?:[ \t\n]|$)/m.test(yaml)) return none;
  const bodyStart = start + match.index + match[0].length;
  return { ...none, bodyStart, ...readYaml(yaml, start) };
}

function readYaml(yaml: string, start: number): Omit<FrontMatter, 'bodyStart'> {
  const values: Partial<Record<MetaKey, FoundText>> = {};
  const diagnostics: Diagnostic[] = [];
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, {
    lineCounter,
    schema: 'core',
    logLevel: 'silent',
    prettyErrors: false,
  });
  const error = document.errors[0];
  if (error) {
    const at = Math.min(error.pos[0], yaml.length);
    diagnostics.push({
      code: 'front-matter-invalid',
      severity: 'error',
      // The fence is line 1 of the file.
      values: { line: lineCounter.linePos(at).line + 1, reason: error.code },
      range: { start: start + at, end: start + Math.max(at, Math.min(error.pos[1], yaml.length)) },
    });
  }
  const contents = document.contents as unknown;
  const items: readonly { key?: unknown; value?: unknown }[] =
    typeof contents === 'object' && contents !== null && 'items' in contents && Array.isArray(contents.items)
      ? contents.items
      : [];
  let plain: Record<string, unknown> = {};
  try {
    plain = (document.toJS({ maxAliasCount: 10 }) as Record<string, unknown>) ?? {};
  } catch {
    // A broken alias: the error above already says so.
  }
  for (const pair of items) {
    const key = isScalar(pair?.key) ? META_KEYS[String(pair.key.value) as keyof typeof META_KEYS] : undefined;
    if (!key || !isScalar(pair.value) || pair.value.value === null || !pair.value.range) continue;
    const found = writtenValue(yaml, pair.value.range[0], pair.value.range[1], String(pair.value.value));
    if (found.text !== '') {
      const range = { start: start + found.start, end: start + found.end };
      values[key] ??= { text: found.text, range };
    }
  }
  return { values, settings: settingsOf(plain), diagnostics };
}

/** A value as its author wrote it (2024-04-18 stays as typed), without quotes; folded texts as YAML reads them. */
function writtenValue(yaml: string, from: number, to: number, value: string) {
  const raw = yaml.slice(from, to);
  const quoted = /^(["'])([\s\S]*)\1$/.exec(raw);
  const inner = quoted ? quoted[2]! : raw;
  const start = from + (quoted ? 1 : 0);
  const verbatim = !/[\n\\]/.test(inner) && inner.trim() === value.trim();
  const text =
    verbatim || (!/\n/.test(raw) && !quoted) ? inner.trim() : value.replace(/\s*\n\s*/g, ' ').trim();
  return { text, start, end: start + inner.trimEnd().length };
}

const SCRIPTS = ['source', 'hans', 'hant', 'tw', 'hk'] as const;
const DENSITIES = ['low', 'normal', 'high'] as const;

/** Settings whose value makes sense; the rest is as if absent. */
function settingsOf(plain: Record<string, unknown>): Settings {
  const deck = objectOf(plain.deck);
  const handout = objectOf(plain.handout);
  const script = SCRIPTS.find((name) => name === plain.script);
  const density = DENSITIES.find((name) => name === deck?.density);
  const rate = Number(plain.rate);
  const names = namesOf(plain);
  return {
    ...(typeof plain.theme === 'string' && { theme: plain.theme }),
    ...(script && { script }),
    ...((plain.quotes === 'corner' || plain.quotes === 'written') && { quotes: plain.quotes }),
    ...(rate >= 60 && rate <= 400 && { rate }),
    ...(names.length > 0 && { names }),
    ...(deck && {
      deck: { ...(typeof deck.agenda === 'boolean' && { agenda: deck.agenda }), ...(density && { density }) },
    }),
    ...(handout && { handout: handoutSettings(handout) }),
  };
}

function handoutSettings(plain: Record<string, unknown>): HandoutSettings {
  const words = ['layout', 'paper', 'pitch', 'folio', 'size', 'fonts'] as const;
  const switches = ['mirror', 'cover', 'contents', 'head', 'booklet'] as const;
  return Object.fromEntries([
    ...words.filter((key) => typeof plain[key] === 'string').map((key) => [key, plain[key]]),
    ...switches.filter((key) => typeof plain[key] === 'boolean').map((key) => [key, plain[key]]),
  ]);
}

function objectOf(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
}

/** `names:` a list, or one line with 、 or commas. */
function namesOf(plain: Record<string, unknown>): string[] {
  const value = plain.names ?? plain.人名 ?? plain.专名 ?? plain.專名;
  const words = Array.isArray(value)
    ? value.map(String)
    : typeof value === 'string'
      ? value.split(/[、，,\s]+/)
      : [];
  return words.map((word) => word.trim()).filter((word) => word !== '');
}
