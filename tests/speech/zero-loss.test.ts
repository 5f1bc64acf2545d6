import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outermostSections } from '../../src/speech/outermost-sections.ts';
import { parse } from '../../src/speech/parse.ts';
import { speechText } from '../../src/speech/text.ts';
import type { Section, Speech } from '../../src/speech/types.ts';
import { bareText } from '../../src/text/bare-text.ts';
import { leavesOf } from './coverage.ts';
import { cleanText, readFixture } from './read-speech.ts';

const ROOT = join(import.meta.dirname, '../fixtures/speech');
const PLAIN = readdirSync(ROOT)
  .map((name) => join(ROOT, name, 'speech.txt'))
  .filter(existsSync);

/** Leaves follow each other in the source and say what stands there. */
function expectCover(speech: Speech, source: string): void {
  let at = 0;
  for (const { text, range } of leavesOf(speech)) {
    expect(range.start).toBeGreaterThanOrEqual(at);
    expect(bareText(source.slice(range.start, range.end))).toBe(bareText(text));
    expect(bareText(source.slice(at, range.start))).toBe('');
    at = range.end;
  }
  expect(bareText(source.slice(at))).toBe('');
}

describe('zero loss', () => {
  it.each(PLAIN)('%s', (path) => {
    const clean = readFixture(path);
    expect(bareText(speechText(parse(clean)))).toBe(bareText(clean.text));
    expectCover(parse(cleanText(clean.text)), clean.text);
  });

  it('holds for generated texts, never with an exception', () => {
    fc.assert(
      fc.property(speechLike, (text) => {
        const speech = parse(cleanText(text));
        expect(bareText(speechText(speech))).toBe(bareText(text));
        expectCover(speech, text);
        for (const section of outermostSections(speech)) expectLevels(section, 1);
      }),
      { numRuns: 6000 },
    );
  });

  it('holds for real texts with lines lost, doubled and moved', () => {
    const texts = PLAIN.map((path) => readFileSync(path, 'utf8'));
    fc.assert(
      fc.property(fc.nat(), fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 12 }), (pick, swaps) => {
        const lines = texts[pick % texts.length]!.split('\n');
        for (const [a, b] of swaps) lines[a % lines.length] = lines[b % lines.length]!.slice(a % 3);
        const text = lines.join('\n');
        expect(bareText(speechText(parse(cleanText(text))))).toBe(bareText(text));
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws on Markdown of any kind', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(markup, words), { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const speech = parse(cleanText(text, 'markdown'));
        // Markup may vanish, Han never does, except where front matter or a target took it.
        if (!/[[\]<>|:`]|---/.test(text)) expect(han(speechText(speech))).toBe(han(text));
        expect(
          leavesOf(speech).every(({ range }) => range.start <= range.end && range.end <= text.length),
        ).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});

function expectLevels(section: Section, level: number): void {
  expect(section.level).toBe(level);
  for (const child of section.children) if (child.kind === 'section') expectLevels(child, level + 1);
}

function han(text: string): string {
  return text.replace(/[^\p{Script=Han}]/gu, '');
}

const words = fc.constantFrom(
  ...'学习 落实 同志们 各位代表 谢谢大家 掌声 附件 县长 周明远 人民 2023年6月12日 一 二 三 一是 二是 三是 一要 首先 其次 最后 第一 第二 其一'.split(
    ' ',
  ),
  ...'第一章 第二节 壹 贰 （一） （二） (三) 1. 2． 3、 （1） ① ② 一、 二、 三、 第一个关键词： 第二个关键词： 要加强学习。 要敢于担当。'.split(
    ' ',
  ),
);
const stops = fc.constantFrom(
  ...'， 。 ： ； ！ ？ 、 “ ” 「 」 （ ） —— …… \n \n\n \n\u3000\u3000 \t'.split(' '),
  ' ',
  '\n',
  '。\n',
);
const speechLike = fc
  .array(fc.oneof({ weight: 5, arbitrary: words }, { weight: 4, arbitrary: stops }), { maxLength: 80 })
  .map((parts) => parts.join(''));
const markup = fc.constantFrom(
  ...[
    '**',
    '*',
    '==',
    '_',
    '# ',
    '## ',
    '> ',
    '- ',
    '1. ',
    '\n',
    '\n\n',
    '| ',
    '|\n',
    ':-:',
    '![a](b "c")',
    '[^1]',
    '[^1]: ',
    '<!-- x -->',
    '`',
    '\\*',
    '[l](u)',
    '---\n',
    '===\n',
    '“',
    '”',
    '。',
    '，',
  ],
);
