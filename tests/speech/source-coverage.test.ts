import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repair } from '../../src/repair/repair.ts';
import { asMarkdown, asPlain } from '../../src/speech/as-markdown.ts';
import { parse } from '../../src/speech/parse.ts';
import { sourceCoverage } from '../../src/speech/source-coverage.ts';
import { speechText } from '../../src/speech/text.ts';
import type { Speech } from '../../src/speech/types.ts';
import { bareText } from '../../src/text/bare-text.ts';
import { faultOfRandomText, faultOfText } from '../random-texts.ts';
import { seeds } from '../seed.ts';
import { cleanText } from './read-speech.ts';

/** Cheap runs of what `npm run random-texts` does 20,000 times, and the seeds that failed there. */
const SEEDS = [...seeds(150), 1023, 2579, 2642, 2971, 10764, 10869, 19079];

const textOf = (text: string, name = '') =>
  speechText(parse(repair({ text, name, format: name.endsWith('.md') ? 'markdown' : 'plain' })));

describe('in plain text nothing is markup', () => {
  it.each([
    ['2**10=1024，3**2=9。a==b，c==d。'],
    ['>30%的企业已经达标。'],
    ['>=5分算及格。'],
    ['○○○同志：'],
    ['○八年以来，我们努力工作。'],
    ['□同意\u3000□不同意'],
    ['<!-- 这一句要讲 -->'],
    ['见《办法》<!--待核-->第三条。'],
    ['```\n# 代码二\n- 项\n```'],
    ['# 一\n## 二'],
    ['甲**乙**丙==丁=='],
    ['| a | b |\n| --- | --- |\n| c | d |'],
    ['![图](a.png)，[网](http://a.cn)，甲[^1]\n\n[^1]: 注'],
    ['甲\n---\n乙\n***\n====\n___'],
    ['● 看准人。\n● 看准时。'],
    ['- 甲\n- 乙\n* 丙\n+ 丁'],
    ['•甲\n•乙'],
    ['C:\\*.txt，`a`，&copy'],
  ])('%j', (text) => {
    expect(bareText(textOf(`讲话\n\n同志们：\n\n${text}\n`))).toBe(bareText(`讲话同志们：${text}`));
  });

  it.each(SEEDS)(
    'random text %i: speech text = source but for recorded repairs; nothing lost in any output',
    (seed) => {
      expect(faultOfRandomText(seed, 'plain')).toBeUndefined();
    },
  );
});

describe('in Markdown only signs of a closed list go', () => {
  it.each([
    ['两行注释', '<!-- 不要讲\n这一段 -->\n\n正文。', '正文。'],
    ['注释之间', '<!-- 甲 --> 正文文字要保留 <!-- 乙 -->\n\n后文。', '正文文字要保留\n后文。'],
    ['不闭合的注释', '正文<!-- 甲', '正文<!-- 甲'],
    [
      '代码',
      '```\n代码一\n# 代码二\n- 项\n<!-- 甲 -->\n```\n\n正文。',
      '代码一\n# 代码二\n- 项\n<!-- 甲 -->\n正文。',
    ],
    ['算式', '2**10=1024，3**2=9。a==b，c==d。', '2**10=1024，3**2=9。a==b，c==d。'],
    ['比较', '>30%的企业。\n\n>=5分。', '>30%的企业。\n>=5分。'],
    ['项目', '- 甲\n- 乙\n\n● 丙\n● 丁', '甲\n乙\n● \n丙\n● \n丁'],
    ['编号后的注释号', '1)[^1]：甲乙丙。\n\n[^1]: 注', '1)：甲乙丙。\n注'],
  ])('%s', (_, body, expected) => {
    expect(textOf(`讲话\n\n同志们：\n\n${body}\n`, '讲话.md')).toBe(`讲话\n同志们：\n${expected}`);
  });

  it('comments go by recorded repairs, which can be undone; those that place a paragraph are signs', () => {
    const text = '讲话\n\n同志们：\n\n<!-- notes only -->\n\n甲。<!-- 乙 -->\n';
    const clean = repair({ text, name: '讲话.md', format: 'markdown' });
    expect(clean.repairs.map(({ kind, before }) => [kind, before])).toEqual([['comment', '<!-- 乙 -->']]);
    const kept = parse(repair({ text, name: '讲话.md', format: 'markdown' }, { disabled: ['comment'] }));
    expect(speechText(kept)).toBe('讲话\n同志们：\n甲。<!-- 乙 -->');
    expect(kept.coverage).toMatchObject({ missing: 0, added: 0 });
  });

  it.each(SEEDS)('random text %i: nothing lost or doubled in any output', (seed) => {
    expect(faultOfRandomText(seed, 'markdown')).toBeUndefined();
  });
});

it.each([
  '---\n---',
  '---\n---\n正文。',
  '---\n\n---\n甲：乙',
  '---\n***\n---\n甲',
  '==<br>要点==',
  '![甲[链接](b)](a)',
  '[](：)甲[]()',
  `${'*'.repeat(20_000)}甲${'*'.repeat(20_000)}`,
])('%j at the head, as plain text and as Markdown: nothing lost or doubled', (text) => {
  expect([faultOfText(text, 'plain'), faultOfText(text, 'markdown')]).toEqual([undefined, undefined]);
});

describe('a fault of the parser is counted', () => {
  const text = '讲话\n\n同志们：\n\n甲话**乙话**丙话。\n\n- 丁话。\n';
  const clean = cleanText(text, 'markdown');
  const speech = parse(clean);

  /** The model with the first text that holds `word` changed. */
  const changed = (word: string, change: (node: { text: string }) => object[]): Speech =>
    JSON.parse(JSON.stringify(speech), (_, value) =>
      Array.isArray(value)
        ? value.flatMap((node) => (node?.kind === 'text' && node.text.includes(word) ? change(node) : [node]))
        : value,
    );

  it('a text that is left out, said twice, or not what stands there', () => {
    expect(sourceCoverage(clean, 0, speech)).toMatchObject({ missing: 0, added: 0 });
    const without = sourceCoverage(
      clean,
      0,
      changed('丙话', () => []),
    );
    expect(without).toMatchObject({ missing: 3, added: 0, place: { text: '丙话。' } });
    expect(
      sourceCoverage(
        clean,
        0,
        changed('丙话', (node) => [node, node]),
      ),
    ).toMatchObject({ missing: 0, added: 3 });
    const other = sourceCoverage(
      clean,
      0,
      changed('丁话', (node) => [{ ...node, text: '戊话。' }]),
    );
    expect([other.missing > 0, other.added > 0]).toEqual([true, true]);
  });

  it('a sign that makes nothing', () => {
    const flat = JSON.parse(JSON.stringify(speech).replaceAll('"kind":"strong"', '"kind":"topic"'));
    expect(sourceCoverage(clean, 0, flat)).toMatchObject({ missing: 4, added: 0 });
    expect(sourceCoverage({ ...clean, format: 'plain' }, 0, speech).missing).toBeGreaterThan(0);
  });
});

describe('a plain text that is to hold marks becomes Markdown', () => {
  const written = (text: string) => {
    let marked = '';
    let at = 0;
    for (const { from, to, insert } of asMarkdown(text, 0)) {
      marked += text.slice(at, from) + insert;
      at = to;
    }
    return marked + text.slice(at);
  };

  it('only what would be read as a sign is escaped', () => {
    const text = '讲话\n\n同志们：\n\n2**10，>5。\n>30%。\n1. 甲\n2. 乙\n甲**乙**\n---\n';
    expect(written(text)).toBe(
      '---\nformat: markdown\n---\n\n讲话\n\n同志们：\n\n2**10，>5。\n\\>30%。\n1. 甲\n2. 乙\n甲\\*\\*乙\\*\\*\n\\---\n',
    );
  });

  it('the text of the speech and its build stay the same', () => {
    const root = join(import.meta.dirname, '../fixtures/speech');
    const fixtures = readdirSync(root)
      .map((name) => join(root, name, 'speech.txt'))
      .filter(existsSync)
      .map((path) => readFileSync(path, 'utf8'));
    for (const text of fixtures
      .map((one) => one.replace(/\r\n?/g, '\n'))
      .filter((one) => !one.startsWith('---'))) {
      const [before, after] = [text, written(text)].map((one) =>
        parse(repair({ text: one, name: '', format: 'plain' })),
      );
      expect(speechText(after!)).toBe(speechText(before!));
      expect(after!.sections.map((section) => section.kind)).toEqual(
        before!.sections.map((section) => section.kind),
      );
    }
  });

  it('whatever signs it has', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[甲乙一、。（）*=>#\-+_[\]<>|~\\`○●•& \n]{0,60}$/), (body) => {
        const text = `讲话\n\n同志们：\n\n${body}\n`;
        const marked = cleanText(written(text), 'markdown');
        const back = asPlain(marked.text);
        // One that has a sign in code stays Markdown.
        const plain = back?.reduceRight(
          (rest, { from, to }) => rest.slice(0, from) + rest.slice(to),
          marked.text,
        );
        expect(plain ?? text).toBe(text);
        expect(bareText(speechText(parse(marked)))).toBe(bareText(speechText(parse(cleanText(text)))));
      }),
      { numRuns: 1500 },
    );
  });
});
