import { expect, it } from 'vitest';
import { SessionDraft } from '../../src/app/session/session-draft.ts';

/** A browser whose disk answers when the test says so. */
function openDraft() {
  const asked: { text: string; durability: string | undefined; answer: (kept: boolean) => void }[] = [];
  const page = { text: '' };
  const draft = new SessionDraft(
    {
      save: ({ text }, durability) =>
        new Promise((answer) => {
          asked.push({ text, durability, answer });
        }),
      saveSync: () => true,
      acknowledge: async () => undefined,
    },
    () => ({ name: '讲话.txt', text: page.text, revision: '1' }),
    () => undefined,
  );
  const type = (text: string) => {
    page.text = text;
    void draft.save();
  };
  const told = () => asked.map(({ text, durability }) => `${text} ${durability}`);
  const answer = async (index: number) => {
    asked[index]?.answer(true);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { draft, type, told, answer };
}

it('D2, D4: each edit is written at once, one at a time strict, a strict one last', async () => {
  const { type, told, answer } = openDraft();
  for (const text of ['一', '一二', '一二三']) type(text);
  expect(told()).toEqual(['一 strict', '一二 relaxed', '一二三 relaxed']);
  // The disk is free: what it has not is brought to it, though nobody types.
  await answer(0);
  expect(told().slice(3)).toEqual(['一二三 strict']);
  await answer(3);
  expect(told()).toHaveLength(4);
});

it('D4, D5: in a backlog nothing is sent, and the draft counts as refused until the browser answers', async () => {
  const { draft, type, told, answer } = openDraft();
  for (let length = 1; length <= 8; length++) type('字'.repeat(length));
  expect(draft.refused).toBe(false);
  for (let length = 9; length <= 20; length++) type('字'.repeat(length));
  expect(told()).toHaveLength(8);
  expect(draft.refused).toBe(true);
  // The first, strict one is never answered: the newest text is sent with the next answer.
  await answer(1);
  expect(told().at(-1)).toBe(`${'字'.repeat(20)} relaxed`);
  await answer(8);
  expect(draft.refused).toBe(false);
});

it('D7: what the file has is not saved again', async () => {
  const { draft, type, told, answer } = openDraft();
  type('一');
  type('一二');
  draft.acknowledge('一二');
  await answer(0);
  await answer(1);
  expect(told()).toHaveLength(2);
});

it('D6: a draft that is saved again keeps its time; another text has a later one, also after the file had it', async () => {
  const times: number[] = [];
  let text = '一';
  const draft = new SessionDraft(
    {
      save: async ({ time }) => times.push(time) > 0,
      saveSync: () => true,
      acknowledge: async () => undefined,
    },
    () => ({ name: '讲话.txt', text, revision: '1' }),
    () => undefined,
  );
  await draft.save();
  await draft.save();
  text = '一二';
  await draft.save();
  draft.acknowledge('一二');
  await draft.save();
  const [first, again, second, third] = times;
  expect(again).toBe(first);
  expect(second).toBeGreaterThan(first!);
  expect(third).toBeGreaterThan(second!);
});
