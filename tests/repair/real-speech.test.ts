import { readFileSync } from 'node:fs';
import { Text } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { repair } from '../../src/repair/repair.ts';
import { expectGolden } from '../golden.ts';

const text = readFileSync(new URL('../../speeches/jianxing-qunzhong-luxian.txt', import.meta.url), 'utf8');
const clean = repair({ text, format: 'plain', name: 'jianxing-qunzhong-luxian.txt' });

describe('the real damaged speech', () => {
  it('begins with its own title', () => {
    expect(clean.text.split('\n').slice(0, 6)).toEqual([
      '踐行群眾路線 永葆為民宗旨',
      '',
      '黨支部書記  楊潤智',
      '',
      '同志們：',
      '',
    ]);
  });
  it('ends with its last sentence', () => {
    expect(clean.text.endsWith('團結帶領人民走向偉大復興的光明前景。')).toBe(true);
  });
  it.each([
    '人民群眾的擁護。“水能載舟亦能覆舟。”任何政黨或政權的前途',
    '組織群眾踐行，並把它變為群眾的自覺行動。'.replace('並', '并'),
    '就是把黨的正確主張變為群眾的自覺行動，',
    '是為民的新擔當。\n\n一是走好',
    '總是希望我們為他們解決實際問題。目前',
  ])('reads %s', (piece) => {
    expect(clean.text).toContain(piece);
  });
  it('keeps source and date of publication as metadata', () => {
    expect(clean.metadata.source?.text).toBe('北京通遼企業商會');
    expect(clean.metadata.published?.text).toBe('2019-11-14 21:17:00');
  });
  it('has no damage left', () => {
    expect(clean.text).not.toMatch(/[\ue000-\uf8ff\u00a0?,:;!()]|[a-zāáǎàōóǒòēéěèīíǐìūúǔù]/);
    expect(clean.diagnostics).toEqual([]);
  });
  it('is the text that was read over by eye, every character', () => {
    const golden = new URL('../fixtures/repair/jianxing-qunzhong-luxian.clean.txt', import.meta.url);
    expectGolden(clean.text, golden);
  });
  it('changed nothing but damage: page furniture, notes, dots, half-width marks, six shifted runs', () => {
    const other = clean.repairs.filter(
      ({ kind, before, after }) =>
        !(
          kind === 'boilerplate' ||
          kind === 'repeated-title' ||
          kind === 'shifted-bytes' ||
          (kind === 'pinyin-note' && /^\([a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]+\)$/.test(before) && after === '') ||
          (kind === 'filter-dot' && before === '.' && after === '') ||
          (kind === 'invisible' && before === '\u00a0') ||
          (kind === 'punctuation' && '，：（）？；'.includes(after) && after.normalize('NFKC') === before)
        ),
    );
    expect(other).toEqual([]);
    expect(clean.repairs.filter(({ kind }) => kind === 'shifted-bytes')).toHaveLength(6);
  });
  it('undoes to the source', () => {
    const source = Text.of(text.split('\n'));
    const after = clean.changes.apply(source);
    expect(after.toString()).toBe(clean.text);
    expect(clean.changes.invert(source).apply(after).toString()).toBe(text);
  });
});
