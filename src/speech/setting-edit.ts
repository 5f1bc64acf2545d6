import { isMap, parseDocument } from 'yaml';
import { readFrontMatter } from './front-matter.ts';
import type { HandoutSettings } from './types.ts';

/** A choice of the author that the front matter keeps, as the path of its keys. */
export type SettingPath =
  | readonly ['theme']
  | readonly ['script']
  | readonly ['rate']
  | readonly ['deck', 'density' | 'agenda']
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
 * @param text the author's text
 * @param value undefined takes the choice back
 * @returns undefined when there is nothing to change, or the front matter is no YAML: it is the author's to mend
 */
export function settingEdit(
  text: string,
  path: SettingPath,
  value: string | number | boolean | undefined,
): TextEdit | undefined {
  const { bodyStart, diagnostics } = readFrontMatter(text);
  if (diagnostics.some(({ code }) => code === 'front-matter-invalid')) return undefined;
  const opened = bodyStart > 0 ? text.indexOf('\n') + 1 : 0;
  const closed = bodyStart > 0 ? text.lastIndexOf('\n', bodyStart - 1) + 1 : 0;
  const yaml = text.slice(opened, closed);
  const document = parseDocument(yaml, { schema: 'core', keepSourceTokens: true });
  if (document.contents !== null && !isMap(document.contents)) return undefined;
  const had = document.getIn(path);
  if (had === value || (had === undefined && value === undefined)) return undefined;
  if (value === undefined) {
    document.deleteIn(path);
    const [parent] = path;
    const left = document.get(parent);
    if (path.length > 1 && isMap(left) && left.items.length === 0) document.delete(parent);
  } else document.setIn(path, value);
  const empty = !isMap(document.contents) || document.contents.items.length === 0;
  if (bodyStart === 0)
    return { from: 0, to: 0, insert: `---\n${document.toString({ lineWidth: 0 })}---\n\n` };
  if (empty && !/#/.test(yaml)) {
    // The blank line that separated it goes too.
    const end = /^\n{0,2}/.exec(text.slice(bodyStart))?.[0].length ?? 0;
    return { from: 0, to: bodyStart + end, insert: '' };
  }
  return { from: opened, to: closed, insert: empty ? yaml : document.toString({ lineWidth: 0 }) };
}
