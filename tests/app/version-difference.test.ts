import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Difference, textChanges } from '../../src/app/versions/version-difference.ts';

/** As it is shown, with signs: ＋added＋ －removed－, … for paragraphs left out. */
const shown = ({ blocks }: Difference) =>
  blocks.map((block) =>
    'skipped' in block
      ? `…${block.skipped}`
      : block.pieces
          .map(({ kind, text }) => ({ same: text, added: `＋${text}＋`, removed: `－${text}－` })[kind])
          .join(''),
  );

const BEFORE = [
  '标题',
  '同志们：',
  '要学习。要落实。',
  '第三段。',
  '第四段。',
  '第五段。',
  '谢谢大家！',
].join('\n');

describe('how a text became another', () => {
  it('a sentence that was put in or taken out is marked as one', () => {
    expect(shown(textChanges(BEFORE, BEFORE.replace('要落实。', '要落实。久久为功，善作善成。')))).toEqual([
      '…1',
      '同志们：',
      '要学习。要落实。＋久久为功，善作善成。＋',
      '第三段。',
      '…3',
    ]);
    expect(shown(textChanges(BEFORE, BEFORE.replace('要学习。', '')))).toContain('－要学习。－要落实。');
  });

  it('in a sentence that was changed only the words are marked', () => {
    const before = '我们要坚持把群众放在心中最高位置。';
    const after = '我们要始终把群众放在心中最高位置。';
    expect(shown(textChanges(before, after))).toEqual(['我们要－坚持－＋始终＋把群众放在心中最高位置。']);
  });

  it('a sentence that was replaced is two sentences', () => {
    expect(shown(textChanges('甲乙丙丁戊己庚辛。', '春眠不觉晓处处。'))).toEqual([
      '－甲乙丙丁戊己庚辛。－＋春眠不觉晓处处。＋',
    ]);
  });

  it('counts visible characters, and says nothing of equal texts', () => {
    expect(textChanges(BEFORE, BEFORE)).toEqual({
      blocks: [{ skipped: 7 }],
      same: true,
      added: 0,
      removed: 0,
    });
    // Two paragraphs joined: no character less, and another text.
    expect(textChanges('甲\n乙', '甲乙')).toMatchObject({ same: false, added: 0, removed: 0 });
    expect(textChanges('', '一 二\n')).toMatchObject({ added: 2, removed: 0 });
    expect(textChanges('一 二\n', '')).toMatchObject({ added: 0, removed: 2 });
  });

  it('a paragraph that is split shows it', () => {
    expect(shown(textChanges('要学习。要落实。', '要学习。\n要落实。')).join('')).toContain('＋↵＋');
  });

  it('of a long text and a completely different one both are shown whole', () => {
    const long = (what: string) =>
      Array.from(
        { length: 1200 },
        (_, index) => `${what}第${(index * 7919) % 9973}件事，要说清楚讲明白。\n`,
      ).join('');
    const [before, after] = [long('治理'), long('春游')];
    const { blocks, added, removed } = textChanges(before, after);
    const pieces = blocks.flatMap((block) => ('pieces' in block ? block.pieces : []));
    const side = (left: 'added' | 'removed') =>
      pieces
        .filter(({ kind }) => kind !== left)
        .map(({ text }) => text)
        .join('')
        .replace(/[\s↵]/g, '');
    expect([side('added'), side('removed')]).toEqual([before, after].map((text) => text.replace(/\s/g, '')));
    expect(added).toBeGreaterThan(1200);
    expect(removed).toBeGreaterThan(1200);
  });

  it('what is the same and removed is the older text; what is the same and added the newer', () => {
    const text = fc
      .array(fc.constantFrom('要学习。', '要落实。', '同志们：', '\n', '！', '学'), { maxLength: 20 })
      .map((parts) => parts.join(''));
    const visible = (value: string) => value.replace(/[\s↵]/g, '');
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { blocks } = textChanges(before, after);
        if (blocks.some((block) => 'skipped' in block)) return;
        const side = (left: 'added' | 'removed') =>
          blocks
            .flatMap((block) => ('pieces' in block ? block.pieces : []))
            .filter(({ kind }) => kind !== left)
            .map((piece) => piece.text)
            .join('');
        expect(visible(side('added'))).toBe(visible(before));
        expect(visible(side('removed'))).toBe(visible(after));
      }),
    );
  });
});
