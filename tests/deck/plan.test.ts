import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planDeck } from '../../src/deck/plan/plan.ts';
import { bodyTexts, shownTexts } from '../../src/deck/plan/shown-texts.ts';
import { shownText } from '../../src/deck/plan/trim-point.ts';
import type { Deck, SlideText } from '../../src/deck/plan/types.ts';
import { decodeBytes } from '../../src/import/bytes.ts';
import { repair } from '../../src/repair/repair.ts';
import { DECLARATION } from '../../src/speech/as-markdown.ts';
import { parse } from '../../src/speech/parse.ts';
import { speechText } from '../../src/speech/text.ts';
import type { Speech } from '../../src/speech/types.ts';
import { bareText } from '../../src/text/bare-text.ts';
import type { TextFormat } from '../../src/text/source.ts';
import { expectGolden } from '../golden.ts';
import { SPEECH_FIXTURES, SPEECH_NAMES, SPEECHES } from '../speeches.ts';

function speechOf(text: string, format: TextFormat = 'plain'): Speech {
  return parse(repair({ text, format, name: '' }));
}

function fileSpeech(path: string): Speech {
  return speechOf(decodeBytes(readFileSync(path)).text, path.endsWith('.md') ? 'markdown' : 'plain');
}

const files = [
  ...SPEECH_NAMES.map((name) => join(SPEECHES, name)),
  ...SPEECH_FIXTURES.map(({ file }) => file),
];

function holds(speech: Speech, deck: Deck): void {
  const whole = bareText(speechText(speech));
  const notes = deck.slides.flatMap((slide) => slide.notes.map((note) => note.text)).join('');
  expect(bareText(notes)).toBe(whole);
  const ids = deck.slides.map((slide) => slide.id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
  for (const slide of deck.slides) {
    for (const text of shownTexts(slide)) {
      expect(whole).toContain(bareText(shownText(text)));
      expect(shownText(text).trim() === '' && slide.layout !== 'table').toBe(false);
    }
    expect(slide.content.points?.length ?? 0).toBeLessThanOrEqual(6);
  }
}

describe('every sentence belongs to exactly one slide; every visible string is the author’s', () => {
  it.each(files.map((path) => [path.replace(/^.*\/(?=[^/]+\/[^/]+$)/, ''), path]))('%s', (_, path) => {
    const speech = fileSpeech(path);
    holds(speech, planDeck(speech));
    holds(speech, planDeck(speech, { density: 'low', agenda: false }));
    holds(speech, planDeck(speech, { density: 'high' }));
  });

  it('texts put together at random', () => {
    const sentence = fc.constantFrom(
      '群众路线是党的生命线。',
      '要加强学习，',
      '“水能载舟，亦能覆舟。”',
      '习近平总书记强调：“江山就是人民，人民就是江山，打江山、守江山，守的是人民的心。”',
      '一季度发生事故17起，同比下降22.7%；',
      '谢谢大家！',
      '为什么？',
      '（掌声）',
      '很'.repeat(130),
    );
    const start = fc.constantFrom(
      '',
      '一、',
      '二、',
      '（一）',
      '1.',
      '一是',
      '二是',
      '同志们：',
      '| a | b |\n|---|---|\n| 1 | 2 |\n',
      '- ',
      '> ',
      '---\n',
    );
    const line = fc
      .tuple(start, fc.array(sentence, { maxLength: 6 }))
      .map(([head, rest]) => head + rest.join(''));
    const text = fc.array(line, { maxLength: 14 }).map((lines) => lines.join('\n\n'));
    fc.assert(
      fc.property(text, fc.constantFrom<TextFormat>('plain', 'markdown'), (source, format) => {
        const speech = speechOf(source, format);
        holds(speech, planDeck(speech));
      }),
      { numRuns: 500 },
    );
  });
});

it('a slide keeps its id while another part of the speech is edited', () => {
  const path = join(SPEECHES, SPEECH_NAMES.find((name) => name.startsWith('anquan')) as string);
  const text = readFileSync(path, 'utf8');
  const before = planDeck(speechOf(text)).slides.map((slide) => slide.id);
  const edited = text.replace('同志们：\n', '同志们：\n\n各位来宾，大家上午好，今天的会很重要。\n');
  expect(edited).not.toBe(text);
  const after = new Set(planDeck(speechOf(edited)).slides.map((slide) => slide.id));
  const lost = before.filter((id) => !after.has(id));
  // Only the slides of the opening may change.
  expect(lost.length).toBeLessThanOrEqual(1);
});

describe('the author has the last word on what is shown', () => {
  const speech = (comment: string) =>
    speechOf(
      `# 讲话\n\n同志们：\n\n## 一、学\n\n必须坚持人民至上这个根本立场。\n\n${comment}\n\n食堂今天中午供应饺子。\n\n## 二、做\n\n要真抓实干。`,
      'markdown',
    );
  const shownOf = (deck: Deck) => deck.slides.flatMap((slide) => shownTexts(slide).map(shownText));

  it.each([
    ['', false],
    ['<!-- slide only -->', true],
    ['<!-- notes only -->', false],
  ])('%s', (comment, visible) => {
    const deck = planDeck(speech(comment));
    holds(speech(comment), deck);
    expect(shownOf(deck).includes('食堂今天中午供应饺子')).toBe(visible);
  });

  it('notes only keeps the strongest sentence off the slides', () => {
    const text =
      '# 讲话\n\n## 一、学\n\n<!-- notes only -->\n\n必须坚持人民至上这个根本立场。\n\n## 二、做\n\n要真抓实干。';
    expect(shownOf(planDeck(speechOf(text, 'markdown'))).join()).not.toContain('人民至上');
  });
});

/** Letters alone: pieces of a sentence lose the stop at their end. */
const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

it.each(SPEECH_NAMES)(
  '%s: a sentence the author marked is on slides whole, wherever it stands, however long',
  (name) => {
    const text = decodeBytes(readFileSync(join(SPEECHES, name))).text;
    const sentences = [...text.matchAll(/(?<=[。\n])([^。：\n#|>*=（）()[]{12,})。/gu)].filter(
      (match) => match.index > 160 && !/^[一二三四五六七八九十]+、|^\s|[“”「」『』]/u.test(match[1] ?? ''),
    );
    expect(sentences.length).toBeGreaterThan(10);
    for (const { 1: sentence = '', index } of sentences) {
      const head = name.endsWith('.md') ? '' : `---\n${DECLARATION}---\n\n`;
      const marked = `${head}${text.slice(0, index)}==${sentence}==${text.slice(index + sentence.length)}`;
      const speech = speechOf(marked, 'markdown');
      const deck = planDeck(speech);
      holds(speech, deck);
      expect(letters(deck.slides.flatMap(shownTexts).map(shownText).join(''))).toContain(letters(sentence));
    }
  },
);

it('a marked sentence is one point while a slide can hold it, then several, cut between clauses', () => {
  const clause = '要把群众满意不满意作为第一标准，';
  const shownFor = (clauses: number) => {
    const speech = speechOf(
      `# 讲话\n\n## 一、学\n\n==${clause.repeat(clauses).slice(0, -1)}。==大家要记住。`,
      'markdown',
    );
    const deck = planDeck(speech);
    holds(speech, deck);
    return deck.slides.flatMap((slide) => slide.content.points ?? []).map(shownText);
  };
  expect(shownFor(7)[0]).toBe(clause.repeat(7).slice(0, -1));
  const points = shownFor(12).filter((point) => point.startsWith('要把'));
  expect(points).toEqual(Array(3).fill(clause.repeat(4).slice(0, -1)));
  // What is only strong, as whole paragraphs of Word files are, is not forced on slides.
  const strong = speechOf(`# 讲话\n\n## 一、学\n\n**${clause.repeat(7)}**大家要记住。`, 'markdown');
  expect(planDeck(strong).slides.flatMap(shownTexts).map(shownText).join()).not.toContain(clause.repeat(6));
});

it('the real speech: 18 to 30 slides, no layout more than four times in a row, no lonely short point', () => {
  const { slides } = planDeck(fileSpeech(join(SPEECHES, 'jianxing-qunzhong-luxian.txt')));
  expect(slides.length).toBeGreaterThanOrEqual(18);
  expect(slides.length).toBeLessThanOrEqual(30);
  for (let i = 0; i + 4 < slides.length; i++)
    expect(new Set(slides.slice(i, i + 5).map((slide) => slide.layout)).size).toBeGreaterThan(1);
  for (const slide of slides) {
    const points = slide.content.points ?? [];
    if (slide.layout === 'points' && points.length === 1)
      expect(shownText(points[0] as SlideText).length).toBeGreaterThanOrEqual(8);
  }
});

it('an edit inside a paragraph changes only the slide that owns it', () => {
  const text = readFileSync(join(SPEECHES, 'anquan-shengchan-gongzuo-huiyi.txt'), 'utf8');
  const bare = (source: string) =>
    planDeck(speechOf(source)).slides.map((slide) =>
      JSON.stringify(slide, (key, value) => (key === 'range' ? undefined : value)),
    );
  const before = bare(text);
  const sentences = [...text.matchAll(/[^。\n]{12,}。/gu)].filter((match) => (match.index ?? 0) > 120);
  let worst = 0;
  for (const match of sentences) {
    const at = match.index + match[0].length - 1;
    const after = bare(`${text.slice(0, at)}了${text.slice(at)}`);
    const known = new Set(after);
    worst = Math.max(worst, before.filter((slide) => !known.has(slide)).length);
  }
  expect(sentences.length).toBeGreaterThan(40);
  expect(worst).toBe(1);
});

it.each(['同志们：\n\n> ', '二、甲。\n\n（一）乙。\n\n> \n\n很好。', '一、甲\n\n- \n\n二、乙'])(
  'an empty block takes nothing with it: %j',
  (text) => {
    const speech = speechOf(text);
    holds(speech, planDeck(speech));
  },
);

/** Slides as a person reviews them: layout, title, what is shown, how much is said. */
function outline(deck: Deck): string {
  return deck.slides
    .flatMap((slide, index) => [
      `${index + 1} [${slide.layout}] ${slide.running ? `‹${shownText(slide.running)}› ` : ''}${slide.title ? shownText(slide.title) : '-'}${slide.continued ? '（续）' : ''} · ${slide.seconds} s`,
      ...bodyTexts(slide)
        .slice(0, 12)
        .map((text) => `    ${shownText(text)}`),
    ])
    .join('\n');
}

describe('golden outlines of the sample speeches', () => {
  it.each(SPEECH_NAMES)('%s', (name) => {
    const golden = join(import.meta.dirname, '..', 'fixtures', 'deck', `${name}.slides.txt`);
    const actual = `${outline(planDeck(fileSpeech(join(SPEECHES, name))))}\n`;
    expectGolden(actual, golden);
  });
});
