import { repair } from '../../src/repair/repair.ts';
import { parse } from '../../src/speech/parse.ts';
import type { Speech } from '../../src/speech/types.ts';

const parsed =
  (text: string, format: 'plain' | 'markdown' = 'plain') =>
  (): Speech =>
    parse(repair({ text, format, name: '' }));

const SENTENCE = '基层治理千头万绪，归根到底要靠群众、为群众，让群众当主角、唱大戏。';
const table = (rows: number, columns: number) =>
  [
    `| ${Array.from({ length: columns }, (_, i) => `第${i + 1}季度指标`).join(' | ')} |`,
    `|${' --- |'.repeat(columns)}`,
    ...Array.from(
      { length: rows },
      (_, row) =>
        `| ${Array.from({ length: columns }, (_, i) => `${row * 31 + i},${100 + i}`).join(' | ')} |`,
    ),
  ].join('\n');

/** Speeches no speaker should give, which a deck must still be made of. */
export const HOSTILE_SPEECHES: readonly { readonly name: string; readonly speech: () => Speech }[] = [
  { name: 'no headings', speech: parsed(`讲话\n\n同志们：\n\n${`${SENTENCE}\n`.repeat(60)}`) },
  {
    name: 'one paragraph of 20,000 characters',
    speech: parsed(`讲话\n\n同志们：\n\n${SENTENCE.repeat(600)}`),
  },
  {
    name: 'a sentence of 2,000 characters',
    speech: parsed(`讲话\n\n同志们：\n\n${'为群众办实事'.repeat(330)}。`),
  },
  {
    name: '200 sections',
    speech: parsed(
      `讲话\n\n同志们：\n\n${Array.from({ length: 200 }, (_, i) => `${i + 1}. 第${i + 1}项工作要抓实\n${SENTENCE}`).join('\n')}`,
    ),
  },
  {
    name: 'a title of 90 characters',
    speech: parsed(
      `关于${'进一步加强和改进新形势下基层治理工作的'.repeat(5)}讲话\n\n同志们：\n\n一、要学\n${SENTENCE}\n二、要做\n${SENTENCE}`,
    ),
  },
  {
    name: 'headings of 60 characters',
    speech: parsed(
      `讲话\n\n同志们：\n\n一、${'坚持人民至上扎实办好民生实事'.repeat(4)}\n${SENTENCE}\n（一）${'健全体制机制压紧压实各级责任'.repeat(4)}\n${SENTENCE}\n（二）${'强化督查考核确保各项任务落地'.repeat(4)}\n${SENTENCE}\n二、做\n${SENTENCE}`,
    ),
  },
  { name: 'no title', speech: parsed(`${SENTENCE}\n${SENTENCE}`) },
  { name: 'only a title', speech: parsed('只有题目') },
  {
    name: 'English',
    speech: parsed(
      `A speech about safety\n\nColleagues,\n\n${'Safety is not an accident, and responsibility cannot be delegated to anybody else in this organisation. '.repeat(40)}`,
    ),
  },
  {
    name: 'an unbreakable word',
    speech: parsed(`讲话\n\n同志们：\n\n一、${'W'.repeat(90)}\n${'a'.repeat(300)}。\n二、做\n${SENTENCE}`),
  },
  {
    name: 'emoji and rare characters',
    speech: parsed(
      `𠮷𡈽𪚥龘靐的讲话🎉\n\n同志们：\n\n一、𠮷野家👨‍👩‍👧‍👦与🇨🇳\n要学习㐂𤭢𠂇。要敢于😀担当。\n二、做\n${SENTENCE}`,
    ),
  },
  {
    name: 'a table of 30 rows',
    speech: parsed(`# 讲话\n\n同志们：\n\n## 一、表\n\n${table(30, 4)}\n\n${SENTENCE}`, 'markdown'),
  },
  {
    name: 'a table of 12 columns',
    speech: parsed(`# 讲话\n\n同志们：\n\n## 一、表\n\n${table(5, 12)}\n\n${SENTENCE}`, 'markdown'),
  },
  {
    name: 'a table of 40 columns',
    speech: parsed(`# 讲话\n\n同志们：\n\n## 一、表\n\n${table(3, 40)}\n\n${SENTENCE}`, 'markdown'),
  },
  {
    name: 'a quotation of 900 characters',
    speech: parsed(
      `讲话\n\n同志们：\n\n一、学\n习近平总书记强调：“${SENTENCE.slice(0, -1).repeat(27)}。”\n二、做\n${SENTENCE}`,
    ),
  },
  {
    name: 'a missing picture',
    speech: parsed(
      `# 讲话\n\n同志们：\n\n## 一、图\n\n![没有的图](missing.png)\n\n图1　没有的图\n\n${SENTENCE}`,
      'markdown',
    ),
  },
  {
    name: 'strong text everywhere',
    speech: parsed(`# 讲话\n\n同志们：\n\n## 一、学\n\n${`**${SENTENCE}**\n\n`.repeat(20)}`, 'markdown'),
  },
  {
    name: 'thirty points',
    speech: parsed(
      `讲话\n\n同志们：\n\n一、学\n${Array.from({ length: 30 }, (_, i) => `（${i + 1}）要抓好第${i + 1}件事。`).join('\n')}\n二、做\n${SENTENCE}`,
    ),
  },
];
