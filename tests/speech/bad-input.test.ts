import { describe, expect, it } from 'vitest';
import { parse } from '../../src/speech/parse.ts';
import { speechText } from '../../src/speech/text.ts';
import { bareText } from '../../src/text/bare-text.ts';
import { cleanText } from './read-speech.ts';

const keeps = (text: string) => expect(bareText(speechText(parse(cleanText(text))))).toBe(bareText(text));

describe('bad input', () => {
  it('nothing at all', () => {
    for (const text of ['', '\n', '   \n\u3000\n']) {
      const speech = parse(cleanText(text));
      expect([speech.front, speech.opening, speech.sections, speech.closing]).toEqual([[], [], [], []]);
    }
  });

  it('no title: the salutation comes first', () => {
    const speech = parse(cleanText('同志们：\n今天开个会，商量几件事。'));
    expect(speech.meta.title).toBeUndefined();
    expect(speech.opening.map((block) => block.kind)).toEqual(['salutation', 'paragraph']);
  });

  it('one line only', () => keeps('没有标题也没有段落的一行字'));

  it('no sections: all is opening', () => {
    const speech = parse(cleanText('题目\n\n同志们：\n今天开个会，商量几件事。\n大家都说说。'));
    expect(speech.sections).toEqual([]);
    expect(speech.opening).toHaveLength(3);
  });

  it('one paragraph of 20,000 characters', () => keeps('这是一句话，说得很长。'.repeat(2000)));

  it('500 sections', () => {
    const text = `题目\n\n${Array.from({ length: 500 }, (_, index) => `${index + 1}.标题\n正文在这里，说了一句话。`).join('\n')}`;
    expect(parse(cleanText(text)).sections.length).toBe(99);
    keeps(text);
  });

  it('numbering in the wrong order', () => keeps('题目\n\n三、丙\n正文。\n一、甲\n正文。\n二、乙\n正文。'));

  it('front matter that is no YAML: one diagnostic with its line, the text still works', () => {
    const speech = parse(
      cleanText('---\ntitle: 好\n  bad: [x\n: :\n---\n同志们：\n今天开会，说几件事。', 'markdown'),
    );
    const found = speech.diagnostics.filter(({ code }) => code === 'front-matter-invalid');
    expect(found).toHaveLength(1);
    expect(found[0]!.values.line).toBeGreaterThan(1);
    expect(speech.opening.map((block) => block.kind)).toEqual(['salutation', 'paragraph']);
  });

  it('front matter that never closes is text', () => keeps('---a\ntitle: 好\n同志们：'));

  it('a table with ragged rows', () => {
    const speech = parse(
      cleanText('题目\n\n同志们：\n\n| 甲 | 乙 |\n| --- | --- |\n| 1 |\n| 1 | 2 | 3 |', 'markdown'),
    );
    const table = speech.opening[1]!;
    expect(table.kind === 'table' && table.rows.map((row) => row.cells.length)).toEqual([2, 1, 3]);
  });

  it('unclosed marks of every kind', () => keeps('题目\n\n**粗 “引 （括 《书 ==记 [^1] ![图]( 完。'));
});
