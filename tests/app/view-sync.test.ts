import { beforeEach, expect, it, vi } from 'vitest';
import { ViewSync } from '../../src/app/view-sync/view-sync.ts';
import { planDeck } from '../../src/deck/plan/plan.ts';
import { repair } from '../../src/repair/repair.ts';
import { parse } from '../../src/speech/parse.ts';

const TEXT = '讲话\n\n同志们：\n\n一、学习\n\n第一句。第二句。\n\n二、工作\n\n第三句。\n';
const deck = planDeck(parse(repair({ text: TEXT, format: 'plain', name: '' })));

let went: string[];
let following: ViewSync;
beforeEach(() => {
  vi.stubGlobal('localStorage', undefined);
  went = [];
  following = new ViewSync(
    () => ({
      head: TEXT.indexOf('第三句'),
      show: () => undefined,
      bringIntoView: () => undefined,
      light: () => undefined,
    }),
    () => ({ go: ({ id }) => went.push(id), light: () => undefined, showPage: () => undefined }),
    () => deck,
    () => undefined,
  );
});

it('what was typed is followed, but not by who has gone on to another view meanwhile', () => {
  following.cursorMoved(TEXT.indexOf('第三句'));
  went = [];
  following.touched('handout');
  following.deckChanged(true);
  expect(went).toEqual([]);
  following.cursorMoved(TEXT.indexOf('第三句'));
  went = [];
  following.deckChanged(true);
  expect(went).toHaveLength(1);
});

it('an edit from the slides’ view shows the slide of the cursor, unless views do not follow each other', () => {
  following.touched('slides');
  following.deckChanged(true);
  expect(went).toHaveLength(1);
  following.toggle();
  went = [];
  following.touched('slides');
  following.deckChanged(true);
  expect(went).toEqual([]);
});
