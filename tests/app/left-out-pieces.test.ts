import { describe, expect, it } from 'vitest';
import { insertionNow, isTakenBack, leftOutPieces } from '../../src/app/session/left-out-pieces.ts';
import { importFile } from '../../src/import/import-file.ts';

const PAGE = `<html><head><title>致辞</title></head><body><ul>${[1, 2, 3].map((n) => `<li><a href="${n}">新闻${n}</a></li>`).join('')}</ul><h1>致辞</h1>
<p>同志们：</p><p>今天<span hidden>（内部）</span>召开年会，总结一年来的工作，部署明年的任务。</p><p>谢谢大家。</p><p>责任编辑：李四</p><p>评论（3）</p></body></html>`;
const file = importFile(new TextEncoder().encode(PAGE), 'a.html');
const pieces = leftOutPieces(file.source.text, file.leftOut);
const [menu, hidden, tail] = pieces as [(typeof pieces)[0], (typeof pieces)[0], (typeof pieces)[0]];
const apply = (text: string, piece: (typeof pieces)[0]): string => {
  const { offset, insert } = insertionNow(piece, text, 'plain');
  return text.slice(0, offset) + insert + text.slice(offset);
};

describe('what importing left out', () => {
  it('goes back where it stood: before the text, into its line, behind it', () => {
    expect(pieces.map(({ kind }) => kind)).toEqual(['navigation', 'hidden', 'surroundings']);
    let text = file.source.text;
    for (const piece of [hidden, tail, menu]) {
      expect(isTakenBack(piece, text, 'plain')).toBe(false);
      text = apply(text, piece);
      expect(isTakenBack(piece, text, 'plain')).toBe(true);
    }
    expect(text).toBe(
      '新闻1\n新闻2\n新闻3\n致辞\n同志们：\n今天（内部）召开年会，总结一年来的工作，部署明年的任务。\n谢谢大家。\n责任编辑：李四\n评论（3）\n',
    );
    // One may still be taken out again by an undo.
    expect(isTakenBack(hidden, text.replace('（内部）', ''), 'plain')).toBe(false);
  });

  it('finds its place in a text that was edited since', () => {
    const edited = file.source.text
      .replace('同志们：', '同志们，朋友们：\n大家好！')
      .replace('谢谢大家。\n', '谢谢大家！\n再见。\n');
    expect(apply(edited, hidden)).toContain('今天（内部）召开年会');
    // Its own neighbour was rewritten: it still stands on lines of its own.
    expect(apply(edited, tail)).toContain('。\n责任编辑：李四\n评论（3）\n');
  });

  it('has its own signs escaped in Markdown', () => {
    const piece = { ...tail, text: '# 标题\n2*3*4', offset: 2, before: '致辞', after: '\n' };
    expect(insertionNow(piece, '致辞\n\n同志们：\n', 'markdown')).toEqual({
      offset: 2,
      insert: '\n\n\\# 标题\n\n2\\*3\\*4',
    });
  });

  it('keeps the rest of a page with endless links', () => {
    const links = { kind: 'navigation', text: '链接'.repeat(60_000), offset: 0, block: true } as const;
    const note = { kind: 'comment', text: '批注', offset: 3, block: true } as const;
    expect(leftOutPieces('致辞\n', [links, note]).map(({ kind }) => kind)).toEqual(['comment']);
  });
});
