import { type Document, isMap, isScalar, parseDocument } from 'yaml';
import type { SourceText } from '../text/source.ts';
import { readFrontMatter } from './front-matter/front-matter.ts';
import { SETTING_KEYS, type SettingKey, settingNamed } from './front-matter/keys.ts';
import type { HandoutSettings } from './settings.ts';

/** A choice of the author that the front matter keeps, as the path of its keys. */
export type SettingPath =
  | readonly ['theme']
  | readonly ['script']
  | readonly ['quotes']
  | readonly ['rate']
  | readonly ['deck', 'density' | 'agenda' | 'ratio']
  | readonly ['handout', keyof HandoutSettings];

/** Replace `text.slice(from, to)` by `insert`. */
export interface TextEdit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
}

/**
 * The change of a speech's text that keeps one choice in its front matter. The speech itself and the
 * author's other lines, comments too, stay as they are; front matter begins where there was none and goes
 * when nothing is left in it.
 *
 * @param source the author's text
 * @param value undefined takes the choice back
 * @returns undefined when there is nothing to change, or the front matter is no YAML: it is the author's to mend
 */
export function settingEdit(
  source: Pick<SourceText, 'text' | 'format'>,
  setting: SettingPath,
  value: string | number | boolean | undefined,
): TextEdit | undefined {
  const settings = settingsIn(source);
  if (!settings) return undefined;
  const { text } = source;
  const { bodyStart, opened, closed, yaml, document } = settings;
  const path = writtenPath(document, setting);
  const had = document.hasIn(path) ? document.getIn(path) : undefined;
  if (had === value || (had === undefined && value === undefined)) return undefined;
  const small = bodyStart > 0 ? smallEdit(document, yaml, path, value) : undefined;
  if (small) return { ...small, from: opened + small.from, to: opened + small.to };
  if (value === undefined) {
    document.deleteIn(path);
    const [parent] = path as readonly [string];
    const left = document.get(parent);
    if (path.length > 1 && isMap(left) && left.items.length === 0) document.delete(parent);
  } else {
    const [parent] = path as readonly [string];
    // What stands there instead of choices (handout: official) means nothing.
    if (path.length > 1 && document.has(parent) && !isMap(document.get(parent))) document.delete(parent);
    document.setIn(path, value);
  }
  const empty = !isMap(document.contents) || document.contents.items.length === 0;
  if (bodyStart === 0)
    return { from: 0, to: 0, insert: `---\n${document.toString({ lineWidth: 0 })}---\n\n` };
  if (!empty) return { from: opened, to: closed, insert: document.toString({ lineWidth: 0 }) };
  const comments = yaml.split('\n').filter((line) => /^\s*#/.test(line));
  // Comments alone would be no settings but text: the key stays, and says nothing.
  if (comments.length > 0)
    return { from: opened, to: closed, insert: `${comments.join('\n')}\n${path[0]}:\n` };
  // The blank line that separated it goes too.
  const end = /^\n{0,2}/.exec(text.slice(bodyStart))?.[0].length ?? 0;
  return { from: 0, to: bodyStart + end, insert: '' };
}

/** A choice as the author's text has it; undefined: there is none, or the front matter is no YAML. */
export function settingValue(
  source: Pick<SourceText, 'text' | 'format'>,
  path: SettingPath,
): string | number | boolean | undefined {
  const document = settingsIn(source)?.document;
  const value = document?.getIn(writtenPath(document, path));
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : undefined;
}

/** The front matter of a text, and where its YAML stands; undefined when that is none. */
function settingsIn({ text, format }: Pick<SourceText, 'text' | 'format'>) {
  const { bodyStart, diagnostics } = readFrontMatter(text, format);
  if (diagnostics.some(({ code }) => code === 'front-matter-invalid')) return undefined;
  const opened = bodyStart > 0 ? text.indexOf('\n') + 1 : 0;
  const closed = bodyStart > 0 ? text.lastIndexOf('\n', bodyStart - 1) + 1 : 0;
  const yaml = text.slice(opened, closed);
  const document = parseDocument(yaml, { schema: 'core', keepSourceTokens: true });
  if (document.contents !== null && !isMap(document.contents)) return undefined;
  return { bodyStart, opened, closed, yaml, document };
}

/** The path in the author's own words: 语速 where that stands for `rate`; what is not there yet, in ours. */
function writtenPath(document: Document.Parsed, path: SettingPath): readonly string[] {
  let settings: readonly SettingKey[] = SETTING_KEYS;
  let map: unknown = document.contents;
  return path.map((key) => {
    const setting = settingNamed(settings, key);
    const pair = isMap(map)
      ? map.items.find(
          (item) => isScalar(item.key) && settingNamed(settings, String(item.key.value)) === setting,
        )
      : undefined;
    map = pair?.value;
    settings = setting?.kind === 'group' ? setting.settings : [];
    return isScalar(pair?.key) ? String(pair.key.value) : key;
  });
}

/** The value as it stands in the author's text. */
function valueRange(map: unknown, key: string): readonly [from: number, to: number] | undefined {
  const pair = isMap(map)
    ? map.items.find((item) => isScalar(item.key) && item.key.value === key)
    : undefined;
  const range = isScalar(pair?.value) ? pair.value.range : undefined;
  return range ? [range[0], range[1]] : undefined;
}

/**
 * Only the value, or one more line: the author's own lines stay to the last space. Undefined where that does not do: a
 * choice is taken back, or the settings are written in braces.
 */
function smallEdit(
  { contents }: Document.Parsed,
  yaml: string,
  path: readonly string[],
  value: string | number | boolean | undefined,
): TextEdit | undefined {
  if (value === undefined || !isMap(contents) || contents.flow) return undefined;
  const [parent, child] = path as readonly [string, string?];
  const holder = child === undefined ? contents : contents.get(parent);
  const place = valueRange(holder, child ?? parent);
  const insert = String(value);
  if (place && place[0] < place[1]) return { from: place[0], to: place[1], insert };
  // A line after all others; the last one may have no end.
  const end = yaml.endsWith('\n') || yaml === '' ? '' : '\n';
  if (place || contents.has(parent)) return undefined;
  const line = child === undefined ? `${parent}: ${insert}` : `${parent}:\n  ${child}: ${insert}`;
  return { from: yaml.length, to: yaml.length, insert: `${end}${line}\n` };
}
