import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { CODEMIRROR_PHRASES } from '../src/app/i18n/codemirror-phrases.ts';
import { LIBRARY_ERRORS } from '../src/app/i18n/library-error-messages.ts';
import { MESSAGES } from '../src/app/i18n/messages.ts';
import { COMMAND_MESSAGES, SHOW_MESSAGES } from '../src/deck/show/messages.ts';
import { GALLERY_MESSAGES } from '../src/gallery/messages.ts';
import { PAGE_MESSAGES } from '../src/handout/paginate/messages.ts';
import { IMPORT_ERRORS } from '../src/import/messages.ts';
import { REPAIR_DIAGNOSTICS, REPAIR_NAMES } from '../src/repair/messages.ts';
import { SERVER_MESSAGES } from '../src/server/messages.ts';
import { SPEECH_MESSAGES } from '../src/speech/messages.ts';
import { PRESENTER_MESSAGES } from '../src/stage/presenter/messages.ts';

const ROOT = join(import.meta.dirname, '..');
/** Everything that draws what a person sees. */
const SHOWN = ['src/app', 'src/stage', 'src/deck/show', 'src/handout/paginate', 'src/gallery'];
const TABLES = /(?:^|\/)(?:[\w-]+-)?(?:messages|phrases)\.ts$/;

/** Han in strings outside the word tables, and why it may stand there. */
const ALLOWED: Readonly<Record<string, readonly string[] | 'all'>> = {
  // The closed list of labels in the language of the speech (docs/ARCHITECTURE.md, The promise and its proof).
  'src/deck/show/labels.ts': ['目录', '（续）', '谢谢', '目錄', '（續）', '謝謝'],
  'src/handout/paginate/block-dom.ts': ['目　录', '目　錄'],
  // A language calls itself by its own name in any language.
  'src/app/shell/app-header.ts': ['简体', '繁體'],
  // Names of fonts, as their makers write them.
  'src/handout/paginate/office-faces.ts': 'all',
  // Asks for a face with a character it has; never drawn.
  'src/handout/paginate/main.ts': ['的'],
};

function files(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name}`);
}

/** Strings and pieces of templates with Han characters; comments and regular expressions are none. */
function hanStrings(code: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, value } = node as { type?: string; value?: unknown };
    const text =
      type === 'Literal' ? value : type === 'TemplateElement' ? (value as { cooked: string }).cooked : '';
    // What styles and templates say in comments of their own is not shown.
    const shown = typeof text === 'string' ? text.replace(/\/\*[\s\S]*?\*\/|<!--[\s\S]*?-->/g, '') : '';
    if (/\p{Script=Han}/u.test(shown)) found.push(shown);
    Object.values(node).forEach(visit);
  };
  visit(parseAst(code, { lang: 'ts' }));
  return found;
}

describe('every word that is shown stands in a word table', () => {
  it.each(SHOWN)('%s', (folder) => {
    const outside = files(folder)
      .filter((path) => !TABLES.test(path) && ALLOWED[path] !== 'all')
      .flatMap((path) =>
        hanStrings(readFileSync(join(ROOT, path), 'utf8'))
          .filter((text) => !ALLOWED[path]?.includes(text))
          .map((text) => `${path}: ${text}`),
      );
    expect(outside).toEqual([]);
  });

  it('sees strings and templates, and no comments', () => {
    expect(
      hanStrings(
        [
          '// 注',
          "const a: string = '甲'; /* 注 */",
          // biome-ignore lint/suspicious/noTemplateCurlyInString: code with a template, which is what is looked at.
          'const b = html`<b>${1}乙${`丙`}</b><!-- 注 -->`;',
          '/丁/u.test(a);',
        ].join('\n'),
      ),
    ).toEqual(['甲', '乙', '丙'].map((text) => expect.stringContaining(text)));
  });
});

describe('every entry is said in three languages, with the same values', () => {
  const tables: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    MESSAGES,
    LIBRARY_ERRORS,
    COMMAND_MESSAGES,
    SHOW_MESSAGES,
    GALLERY_MESSAGES,
    PAGE_MESSAGES,
    PRESENTER_MESSAGES,
    IMPORT_ERRORS,
    REPAIR_DIAGNOSTICS,
    REPAIR_NAMES,
    SERVER_MESSAGES,
    SPEECH_MESSAGES,
  };

  it.each(Object.entries(tables))('%s', (_name, table) => {
    expect(Object.keys(table)).not.toEqual([]);
    for (const [key, wording] of Object.entries(table))
      expect({ key, faults: faults(wording) }).toEqual({ key, faults: [] });
  });

  it('sees what is wanting', () => {
    expect(faults({ 'zh-Hans': '有 {count} 处', 'zh-Hant': '有 {count} 處', en: '{count} places' })).toEqual(
      [],
    );
    expect(faults({ 'zh-Hans': '甲', 'zh-Hant': ' ', en: 'a' })).toEqual(['zh-Hant is empty']);
    expect(faults({ 'zh-Hans': '甲', 'zh-Hant': '甲' })).toEqual(['not in zh-Hans, zh-Hant, en']);
    expect(faults({ 'zh-Hans': '{a}', 'zh-Hant': '{b}', en: '{a}' })).toEqual([
      'zh-Hant has {b}, zh-Hans {a}',
    ]);
  });

  it('the editor’s own phrases are said in both Chinese scripts', () => {
    const { 'zh-Hans': hans, 'zh-Hant': hant, en } = CODEMIRROR_PHRASES;
    expect(Object.keys(hant)).toEqual(Object.keys(hans));
    expect([...Object.values(hans), ...Object.values(hant)].filter((phrase) => phrase.trim() === '')).toEqual(
      [],
    );
    // Its keys are English.
    expect(en).toEqual({});
  });
});

describe('every message of the editor page is used', () => {
  // Keys stand in the code as strings, or begin as a template does: `own.error.${code}`.
  const code = ['src/app', 'src/library']
    .flatMap(files)
    .filter((path) => !path.startsWith('src/app/i18n/') || path.endsWith('language-controller.ts'))
    .map((path) => readFileSync(join(ROOT, path), 'utf8'))
    .join('\n');
  const begun = [...code.matchAll(/`([a-z][\w.-]*[.-])\$\{/g)].map(([, start]) => start!);
  const isUsed = (key: string) =>
    code.includes(`'${key}'`) || begun.some((start) => key.startsWith(start) && key.length > start.length);

  it('none is dead', () => {
    expect(Object.keys(MESSAGES).filter((key) => !isUsed(key))).toEqual([]);
  });

  it('sees a dead one', () => {
    expect(isUsed('app.nobody-says-this')).toBe(false);
  });
});

function faults(wording: unknown): string[] {
  const entry = wording as Readonly<Record<string, string>>;
  if (Object.keys(entry).sort().join() !== 'en,zh-Hans,zh-Hant') return ['not in zh-Hans, zh-Hant, en'];
  const values = (text: string) =>
    [...text.matchAll(/\{[\w-]+\}/g)]
      .map(([value]) => value)
      .sort()
      .join(' ');
  return Object.entries(entry).flatMap(([language, text]) => {
    if (text.trim() === '') return [`${language} is empty`];
    const [has, wanted] = [values(text), values(entry['zh-Hans']!)];
    return has === wanted ? [] : [`${language} has ${has}, zh-Hans ${wanted}`];
  });
}
