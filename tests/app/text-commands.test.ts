import { EditorSelection, EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextDiagnostic } from '../../src/app/editor/diagnostics.ts';
import { markChange, namedFormat } from '../../src/app/editor/document-format.ts';
import {
  cursorBehindFold,
  foldStaysWhole,
  frontMatterFold,
  setFrontMatter,
} from '../../src/app/editor/front-matter-fold.ts';
import { sentenceAround } from '../../src/app/editor/line-parts.ts';
import { newLine } from '../../src/app/editor/new-line.ts';
import { commandChange, type TextCommand } from '../../src/app/editor/text-commands.ts';

const WORDS = { table: ['项目', '数量'], cue: '（停顿）' } as const;

/** `|` is the cursor; two are the ends of a selection. */
function stateOf(text: string): EditorState {
  const [first = '', second, third] = text.split('|');
  const doc = first + (second ?? '') + (third ?? '');
  const anchor = first.length;
  const head = third === undefined ? anchor : anchor + (second ?? '').length;
  return EditorState.create({ doc, selection: EditorSelection.single(anchor, head) });
}
const run = (text: string, command: TextCommand) => {
  const state = stateOf(text);
  return state.update(commandChange(state, command, WORDS)).state;
};
const after = (text: string, ...commands: TextCommand[]) => {
  let state = stateOf(text);
  for (const command of commands) state = state.update(commandChange(state, command, WORDS)).state;
  return state.doc.toString();
};

describe('a mark in a plain text', () => {
  const marked = (text: string, command: TextCommand) => {
    const state = stateOf(text);
    const { spec, begun } = markChange(state, (at, body) => commandChange(at, command, WORDS, body));
    return { text: state.update(spec).state.doc.toString(), begun };
  };
  const head = '---\nformat: markdown\n---\n\n';

  it('makes Markdown of it, in which all else means the same', () => {
    expect(marked('讲话\n\n要学|习。2**10，甲**乙**。\n>30%\n', 'on-slide')).toEqual({
      text: `${head}讲话\n\n==要学习==。2\\*\\*10，甲\\*\\*乙\\*\\*。\n\\>30%\n`,
      begun: true,
    });
    expect(marked('---\ntheme: su-jian\n---\n讲|话', 'heading').text).toBe(
      '---\nformat: markdown\ntheme: su-jian\n---\n## 讲话',
    );
  });

  it('is asked for where none can be: the text stays as it is', () => {
    expect(marked('甲\n|\n乙', 'on-slide')).toEqual({ text: '甲\n\n乙', begun: false });
  });

  it('taken away again leaves the plain text as it was', () => {
    for (const command of ['on-slide', 'off-slide', 'heading', 'quote'] as const) {
      const text = '讲话\n\n要学习。>5，甲**乙**，C:\\*。\n- 丙\n';
      const on = marked(text.replace('学习', '学|习'), command);
      expect(on.begun).toBe(true);
      const at = on.text.indexOf('学习');
      expect(marked(`${on.text.slice(0, at + 1)}|${on.text.slice(at + 1)}`, command)).toEqual({
        text,
        begun: false,
      });
    }
  });

  it('leaves Markdown alone', () => {
    const state = EditorState.create({ doc: '要学习。>5', extensions: namedFormat.of('markdown') });
    const { spec, begun } = markChange(state, (at) => commandChange(at, 'on-slide', WORDS));
    expect([state.update(spec).state.doc.toString(), begun]).toEqual(['==要学习==。>5', false]);
  });
});

describe('commands of the toolbar', () => {
  it.each<[string, TextCommand, string]>([
    ['甲。要加强|学习。乙。', 'on-slide', '甲。==要加强学习==。乙。'],
    ['必须|坚持人民至上|这个立场。', 'on-slide', '必须==坚持人民至上==这个立场。'],
    ['甲。==要加强|学习==。乙。', 'on-slide', '甲。要加强学习。乙。'],
    ['|==“江山就是人民。”==后文。', 'on-slide', '“江山就是人民。”后文。'],
    ['必须|坚持人民至上|这个立场。', 'bold', '必须**坚持人民至上**这个立场。'],
    ['必须**坚持人民|至上**这个立场。', 'bold', '必须坚持人民至上这个立场。'],
    ['必须|**坚持人民至上**|这个立场。', 'bold', '必须坚持人民至上这个立场。'],
    ['说：|“实事求是”|。', 'bold', '说：**“实事求是”**。'],
    ['甲|，乙', 'bold', '**甲**，乙'],
    ['甲\n\n要做|事。', 'off-slide', '甲\n\n<!-- notes only -->\n\n要做事。'],
    ['<!-- notes only -->\n\n要做|事。', 'off-slide', '要做事。'],
    ['一|题目', 'heading', '## 一题目'],
    ['## 一|题目', 'heading', '一题目'],
    ['|水能载舟\n亦能覆舟|', 'quote', '> 水能载舟\n> 亦能覆舟'],
    ['请大家|想一想', 'cue', '请大家（停顿）想一想'],
    ['甲|\n乙', 'new-slide', '甲\n\n---\n\n乙'],
    ['甲|', 'table', '甲\n\n| 项目 | 数量 |\n| --- | --- |\n|  |  |\n|  |  |\n'],
    ['|', 'on-slide', ''],
  ])('%j %s', (text, command, expected) => {
    expect(run(text, command).doc.toString()).toBe(expected);
  });

  // In a heading, a list, a table, between lines, over several paragraphs, at the end: ‸ is where the cursor is after.
  it.each<[string, TextCommand, string]>([
    ['## 一、学‸习', 'on-slide', '## 一、学‸习'],
    ['- 要学‸习。', 'on-slide', '- ==要学‸习==。'],
    ['> 要学‸习。', 'on-slide', '> ==要学‸习==。'],
    ['| 甲‸方 | 乙方 |', 'on-slide', '| 甲‸方 | 乙方 |'],
    ['‸甲话。\n\n乙话。‸', 'on-slide', '==‸甲话==。\n\n==乙话==。'],
    ['‸==甲话==。\n\n==乙话==。‸', 'on-slide', '‸甲话。\n\n乙话。'],
    ['‸甲话。\n\n乙话。‸', 'off-slide', '<!-- notes only -->\n\n‸甲话。\n\n<!-- notes only -->\n\n乙话。'],
    [
      '| 甲 | 乙 |\n| --- | --- |\n| ‸1 | 2 |',
      'off-slide',
      '<!-- notes only -->\n\n| 甲 | 乙 |\n| --- | --- |\n| ‸1 | 2 |',
    ],
    ['- 一‸节', 'heading', '## 一‸节'],
    ['> 一‸节', 'heading', '## 一‸节'],
    ['## 一‸节', 'quote', '> 一‸节'],
    ['| 甲‸ | 乙 |', 'heading', '| 甲‸ | 乙 |'],
    ['‸甲\n‸乙', 'heading', '## ‸甲\n乙'],
    ['-‸--', 'quote', '-‸--'],
    ['甲‸', 'new-slide', '甲\n\n---\n\n‸'],
    ['甲\n‸', 'new-slide', '甲\n\n---\n\n‸'],
    ['甲‸\n\n乙', 'new-slide', '甲\n\n---\n\n‸乙'],
    ['甲‸\n乙', 'new-slide', '甲\n\n---\n\n‸乙'],
    ['| 甲‸ |\n| --- |\n\n后', 'new-slide', '| 甲 |\n| --- |\n\n---\n\n‸后'],
    ['‸', 'table', '| ‸项目 | 数量 |\n| --- | --- |\n|  |  |\n|  |  |\n'],
    ['‸', 'cue', '（停顿）‸'],
  ])('%j %s, and where the cursor is then', (text, command, expected) => {
    const [first = '', second, third] = text.split('‸');
    const head = third === undefined ? first.length : first.length + (second ?? '').length;
    const state = EditorState.create({
      doc: text.replaceAll('‸', ''),
      selection: EditorSelection.single(first.length, head),
    });
    const changed = state.update(commandChange(state, command, WORDS)).state;
    const { from } = changed.selection.main;
    expect(`${changed.sliceDoc(0, from)}‸${changed.sliceDoc(from)}`).toBe(expected);
  });

  it('leaves the settings at the head as they are', () => {
    const settings = '---\ntheme: dang-hong\n---\n';
    const body = '\n题目\n';
    for (const cursor of [0, 5, settings.length - 1])
      for (const command of [
        'heading',
        'quote',
        'on-slide',
        'off-slide',
        'cue',
        'table',
        'new-slide',
      ] as const) {
        const state = EditorState.create({ doc: settings + body, selection: { anchor: cursor } });
        const changed = state
          .update(commandChange(state, command, WORDS, settings.length))
          .state.doc.toString();
        expect(changed.startsWith(settings), command).toBe(true);
        expect(changed.endsWith(body), command).toBe(true);
      }
  });

  it('上屏, 不上屏, heading and quotation take themselves back, wherever the cursor is', () => {
    const line = fc.constantFrom(
      '要加强学习。',
      '“江山就是人民。”这是立场。',
      '甲；乙，丙',
      '',
      '一、题目',
      '好！真好。（笑）',
    );
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 5 }).map((lines) => lines.join('\n')),
        fc.nat(),
        fc.constantFrom<TextCommand>('on-slide', 'off-slide', 'heading', 'quote'),
        (text, at, command) => {
          const cursor = at % (text.length + 1);
          const marked = `${text.slice(0, cursor)}|${text.slice(cursor)}`;
          expect(after(marked, command, command)).toBe(text);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('finds the sentence at the cursor, at stops and at the ends of the line', () => {
    const state = EditorState.create({ doc: '甲。  乙吗？丙' });
    const at = (offset: number) =>
      state.sliceDoc(...(Object.values(sentenceAround(state, offset)) as [number, number]));
    expect([0, 1, 5, 8].map(at)).toEqual(['甲。', '甲。', '乙吗？', '丙']);
  });
});

describe('writing at the beginning of a line', () => {
  /** The text with the cursor in it. */
  const shown = (state: EditorState) => {
    const text = state.doc.toString();
    const { head } = state.selection.main;
    return `${text.slice(0, head)}|${text.slice(head)}`;
  };

  it.each<[string, TextCommand, string]>([
    ['|', 'heading', '## |'],
    ['|题目', 'heading', '## |题目'],
    ['## |题目', 'heading', '|题目'],
    ['题|目', 'quote', '> 题|目'],
  ])('%s after %s', (before, command, expected) => {
    expect(shown(run(before, command))).toBe(expected);
  });

  it.each([
    ['　　第一段。|', '　　第一段。\n　　|'],
    ['|　　第一段。', '\n|　　第一段。'],
    ['　|　第一段。', '　\n　|　第一段。'],
    ['第一|句|。', '第一\n|。'],
    ['\t甲|乙', '\t甲\n\t|乙'],
  ])('Enter in %j', (before, expected) => {
    let state = stateOf(before);
    newLine({
      state,
      dispatch: (transaction) => {
        state = transaction.state;
      },
    });
    expect(shown(state)).toBe(expected);
  });
});

describe('the folded settings', () => {
  const HEAD = '---\ntheme: su-jian\n---\n';
  const folded = () => {
    const state = EditorState.create({
      doc: `${HEAD}正文`,
      selection: { anchor: HEAD.length },
      extensions: [frontMatterFold, cursorBehindFold, foldStaysWhole],
    });
    return state.update({ effects: setFrontMatter.of({ end: HEAD.length, label: '', open: false }) }).state;
  };
  const deleted = (from: number, to: number) =>
    folded().update({ changes: { from, to }, userEvent: 'delete.backward' }).state.doc.toString();

  it('are not broken by deleting backwards from the first line', () => {
    expect(deleted(HEAD.length - 1, HEAD.length)).toBe(`${HEAD}正文`);
    expect(deleted(HEAD.length, HEAD.length + 1)).toBe(`${HEAD}文`);
  });

  it('go with all of the text', () => {
    expect(deleted(0, HEAD.length + 2)).toBe('');
  });
});

describe('the diagnostic before', () => {
  const diagnostic = (start: number) => ({
    range: { start, end: start + 1 },
    severity: 'info' as const,
    sentence: '',
  });
  const all = [diagnostic(2), diagnostic(8)];

  it('is the last one for who is behind all, also if there is one only', () => {
    expect(nextDiagnostic({ all, open: undefined }, 20, -1)).toBe(all[1]);
    expect(nextDiagnostic({ all, open: undefined }, 5, -1)).toBe(all[0]);
    expect(nextDiagnostic({ all, open: undefined }, 0, -1)).toBe(all[1]);
    expect(nextDiagnostic({ all: [all[0]!], open: undefined }, 20, -1)).toBe(all[0]);
    expect(nextDiagnostic({ all: [], open: undefined }, 20, -1)).toBeUndefined();
  });
});
