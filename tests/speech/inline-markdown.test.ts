import { fromMarkdown } from 'mdast-util-from-markdown';
import { cjkFriendlyExtension } from 'micromark-extension-cjk-friendly';
import { describe, expect, it } from 'vitest';
import { parseInlines } from '../../src/speech/inline-markdown.ts';
import type { Inline } from '../../src/speech/types.ts';

const context = { format: 'markdown' as const, call: (id: string) => (id === '1' ? 1 : undefined) };

/** `s(…)` strong, `e(…)` emphasis: both parsers print the same. */
function own(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.text;
      if (inline.kind === 'strong') return `s(${own(inline.children)})`;
      if (inline.kind === 'emphasis') return `e(${own(inline.children)})`;
      return '';
    })
    .join('');
}

interface MarkdownNode {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly MarkdownNode[];
}
function theirs(node: MarkdownNode): string {
  const inner = (node.children ?? []).map(theirs).join('');
  if (node.type === 'strong') return `s(${inner})`;
  if (node.type === 'emphasis') return `e(${inner})`;
  return node.value ?? inner;
}

describe('emphasis beside Chinese punctuation, as micromark-extension-cjk-friendly reads it', () => {
  it.each([
    '**“重点。”**后文',
    '前文**“重点”**后文',
    '**《决定》**指出',
    '**50%**以上',
    '*强调。*后文',
    '前**（重点）**后',
    '**重点：**说明',
    '要**抓落实**，**见成效**。',
    '***又粗又斜***后文',
    '**粗*斜*粗**',
    '*斜**粗**斜*',
    '没有**闭合',
    '没有开头**的',
    '2 * 3 = 6',
    '** 不是**',
    'snake_case_name 不是',
    '_强调_ 是',
    '\\*\\*不是\\*\\*',
    '**甲**乙**丙**',
    '****',
    '****空****',
  ])('%s', (text) => {
    const tree = fromMarkdown(text, {
      extensions: [cjkFriendlyExtension(), { disable: { null: ['list', 'thematicBreak'] } }],
    });
    expect(own(parseInlines(text, 0, context))).toBe(theirs(tree as MarkdownNode));
  });
});

describe('other markup', () => {
  const kinds = (text: string) => parseInlines(text, 0, context).map((inline) => inline.kind);

  it('marks, calls, links, pictures; comments are left to reading', () => {
    expect(kinds('甲==要点==乙')).toEqual(['text', 'mark', 'text']);
    expect(kinds('甲[^1]乙[^2]')).toEqual(['text', 'note-ref', 'text']);
    expect(kinds('见[网页](http://a.cn/b)')).toEqual(['text', 'link']);
    expect(kinds('甲<!-- 待核 -->乙')).toEqual(['text']);
    expect(parseInlines('![图](a.png "题")', 5, context)).toEqual([
      { kind: 'image', src: 'a.png', alt: '图', range: { start: 5, end: 20 } },
    ]);
  });

  it('in plain text every sign is a character', () => {
    const text = '张*和李*都来了，==要点==，**重**，[甲](http://a.cn)，![图](a.png)[^1]\\*<br>';
    const range = { start: 0, end: text.length };
    expect(parseInlines(text, 0, { ...context, format: 'plain' })).toEqual([{ kind: 'text', text, range }]);
  });

  it.each(['2**10=1024，3**2=9', 'a==b，c==d', 'x*y*z'])(
    'a sign between digits or Latin letters is text: %s',
    (text) => {
      expect(kinds(text)).toEqual(['text']);
    },
  );

  it('gives every text its place', () => {
    const text = '前**粗==记==**\\*后[链](x)';
    const check = (inlines: readonly Inline[]): void => {
      for (const inline of inlines) {
        if (inline.kind === 'text')
          expect(text.slice(inline.range.start, inline.range.end).replace('\\', '')).toBe(inline.text);
        else if ('children' in inline) check(inline.children);
      }
    };
    check(parseInlines(text, 0, context));
  });
});
