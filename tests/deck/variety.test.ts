import { expect, it } from 'vitest';
import type { SlideDraft, SlideForm } from '../../src/deck/plan/slide-draft.ts';
import type { SlideLayout } from '../../src/deck/plan/types.ts';
import { varied } from '../../src/deck/plan/variety.ts';

/** A draft of these layouts, the best first. */
function draft(...layouts: readonly [SlideLayout, ...SlideLayout[]]): SlideDraft {
  const [layout, ...others] = layouts;
  return {
    layout,
    content: {},
    parts: [],
    key: layouts.join(' '),
    others: others.map((other): SlideForm => ({ layout: other, content: {} })),
  };
}

const layoutsOf = (drafts: readonly SlideDraft[]): SlideLayout[] =>
  varied(drafts).map(({ layout }) => layout);

it('a fourth slide of one layout takes another form of its words', () => {
  const four = Array.from({ length: 4 }, () => draft('ladder', 'points'));
  expect(layoutsOf(four)).toEqual(['ladder', 'ladder', 'ladder', 'points']);
});

it('a slide whose words have one form keeps it, however long the run', () => {
  const five = Array.from({ length: 5 }, () => draft('quote'));
  expect(layoutsOf(five)).toEqual(five.map(() => 'quote'));
});

it('a diagram that none of the last three slides has comes before one that they have', () => {
  const drafts = [draft('figures'), draft('figures', 'change'), draft('figures', 'change')];
  expect(layoutsOf(drafts)).toEqual(['figures', 'change', 'figures']);
});

it('a divider begins a run anew', () => {
  const three = Array.from({ length: 3 }, () => draft('ladder', 'points'));
  expect(layoutsOf([...three, draft('section'), draft('ladder', 'points')]).at(-1)).toBe('ladder');
});

it('what the author chose stays, and the form it replaced can be chosen', () => {
  const chosen = { ...draft('ladder', 'points'), chosen: 'ladder' as const };
  expect(layoutsOf([chosen, chosen, chosen, chosen]).at(-1)).toBe('ladder');
  const [, , , fourth] = varied(Array.from({ length: 4 }, () => draft('ladder', 'points')));
  expect(fourth?.others?.map(({ layout }) => layout)).toEqual(['ladder']);
});
