import { expect, it } from 'vitest';
import { planDeck } from '../../src/deck/plan/plan.ts';
import { shownText } from '../../src/deck/plan/trim-point.ts';
import { repair } from '../../src/repair/repair.ts';
import { parse } from '../../src/speech/parse.ts';

const CALLS = [
  '要加强学习，把理论弄通弄懂。',
  '要深入基层，把情况摸清摸透。',
  '要敢于担当，把责任扛在肩上。',
  '要清正廉洁，把底线守住守牢。',
];

/** The rows of the ladder of a speech with these calls; undefined where there is none. */
function ladder(calls: readonly string[]): string[] | undefined {
  const text = `# 讲话\n\n## 一、怎么办\n\n${calls.join('')}`;
  const { slides } = planDeck(parse(repair({ text, format: 'markdown', name: '' })));
  return slides
    .find(({ layout }) => layout === 'ladder')
    ?.content.diagram?.rows.map((row) => row.map(shownText).join(''));
}

const marked = (asked: number) =>
  ladder(CALLS.map((call, index) => (index === asked ? `==${call.slice(0, -1)}==。` : call)));

it('a call that is marked for the slide stays in its ladder, and is shown whole', () => {
  const plain = ladder(CALLS);
  expect(plain).toHaveLength(CALLS.length);
  for (const asked of CALLS.keys()) {
    const rows = marked(asked);
    expect(rows?.[asked]).toBe(CALLS[asked]?.slice(0, -1));
    expect(rows?.toSpliced(asked, 1)).toEqual(plain?.toSpliced(asked, 1));
  }
});

it('two of its words do too', () => {
  const rows = ladder(
    CALLS.map((call, index) => (index === 1 ? call.replace('深入基层', '==深入基层==') : call)),
  );
  expect(rows).toHaveLength(CALLS.length);
});
