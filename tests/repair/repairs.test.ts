import { describe, expect, it } from 'vitest';
import type { RepairKind } from '../../src/repair/clean-text.ts';
import { repair } from '../../src/repair/repair.ts';

const run = (text: string, disabled: RepairKind[] = []) =>
  repair({ text, format: 'plain', name: '' }, { disabled });

/** Each kind of damage: what is delivered, what it should read, and the kinds of the repairs. */
const CASES: readonly (readonly [string, string, string, RepairKind[]])[] = [
  ['UTF-8 read as GBK', '鎴戜滑', '我们', ['mis-decoded']],
  ['UTF-8 read as Latin-1', 'æˆ‘ä»¬çš„äº‹ä¸šæ˜¯äººæ°‘çš„äº‹ä¸š', '我们的事业是人民的事业', ['mis-decoded']],
  ['GBK read as Latin-1', 'ÎÒÃÇµÄÊÂÒµÊÇÈËÃñµÄÊÂÒµ', '我们的事业是人民的事业', ['mis-decoded']],
  [
    'a character reference',
    '他说&ldquo;好&rdquo;&mdash;&mdash;真的&#12290;',
    '他说“好”——真的。',
    ['entity', 'entity', 'entity', 'entity', 'entity'],
  ],
  ['what cannot be seen', '同\u200b志\u00ad们', '同志们', ['invisible', 'invisible']],
  ['Kangxi radicals', '⼈民', '人民', ['compatibility']],
  ['a full-width decimal point', '增长3．5%', '增长3.5%', ['compatibility']],
  ['a bullet of Word', '\uf0b7 第一点', '• 第一点', ['private-use']],
  ['a dot against filters', '党的十九届六中.全会', '党的十九届六中全会', ['filter-dot']],
  ['pinyin notes', '為人民服務(wù)，求發(fā)展', '為人民服務，求發展', ['pinyin-note', 'pinyin-note']],
  [
    'every character set off',
    '我 们 的 事 业 很 大',
    '我们的事业很大',
    Array<RepairKind>(6).fill('han-space'),
  ],
  [
    'a page tail',
    '讲话正文到此结束。\n\n上一篇：无\n责任编辑：小王',
    '讲话正文到此结束。',
    ['boilerplate', 'boilerplate'],
  ],
  [
    'a repeated title',
    '关于安全的讲话_某某网\n关于安全的讲话\n\n同志们：',
    '关于安全的讲话\n\n同志们：',
    ['repeated-title'],
  ],
  [
    'a toolbar above the title',
    '下载\n打印\n【字号：\n大\n中\n小\n】\n在大会上的讲话\n\n同志们：',
    '在大会上的讲话\n\n同志们：',
    Array<RepairKind>(7).fill('boilerplate'),
  ],
  [
    'a toolbar in Traditional, on one line',
    '繁體版 简体版 English | 列印本頁\n主席致辭全文\n\n各位來賓：',
    '主席致辭全文\n\n各位來賓：',
    ['boilerplate'],
  ],
  [
    'a toolbar behind the speech',
    '謝謝大家！\n\n分享到Facebook　LINE\n友善列印　列印本頁\n相關報導：',
    '謝謝大家！',
    ['boilerplate', 'boilerplate', 'boilerplate'],
  ],
  ['a word of a toolbar as title', '收藏\n\n同志们：今天谈收藏。', '收藏\n\n同志们：今天谈收藏。', []],
  [
    'a headline with the name, and a dateline',
    '王芳：在年会上的致辞\n中新社香港6月5日电\n在年会上的致辞\n各位来宾：',
    '在年会上的致辞\n各位来宾：',
    ['repeated-title', 'boilerplate'],
  ],
  [
    'the end of a press release',
    '祝大會成功。\n完\n\n2024年5月6日（星期一）\n香港時間16時41分\n\n列印此頁',
    '祝大會成功。',
    ['boilerplate', 'boilerplate', 'boilerplate', 'boilerplate'],
  ],
  [
    'when a page was published',
    '工作报告\n时间：2024-02-09 10:30\n来源：日报\n市长　李明\n各位代表：',
    '工作报告\n市长　李明\n各位代表：',
    ['boilerplate', 'boilerplate'],
  ],
  [
    'when a speech was given',
    '安全培训\n时间：2024年2月9日\n地点：礼堂\n同志们：',
    '安全培训\n时间：2024年2月9日\n地点：礼堂\n同志们：',
    [],
  ],
  [
    'ASCII punctuation',
    '同志们:大家好,今天(周一)开会!',
    '同志们：大家好，今天（周一）开会！',
    Array<RepairKind>(5).fill('punctuation'),
  ],
  [
    'straight quotes',
    '他说"好",又说\'行\'。',
    '他说“好”，又说‘行’。',
    ['quotes', 'quotes', 'punctuation', 'quotes', 'quotes'],
  ],
  ['straight quotes in Traditional text', '他說"好"，我們來。', '他說「好」，我們來。', ['quotes', 'quotes']],
  ['dots and hyphens', '从前...有一个人--他姓王', '从前……有一个人——他姓王', ['dash', 'dash']],
  [
    'lines broken by a PDF',
    '各位同志，今天我们在这里召开安全生产工作会议，主要任务是总结\n前一阶段的工作，分析当前的形势，部署下一阶段的任务。会议十分\n重要，请大家认真听，认真记，会后抓好落实，确保全年目标任务的\n顺利完成。下面我讲三点意见。',
    '各位同志，今天我们在这里召开安全生产工作会议，主要任务是总结前一阶段的工作，分析当前的形势，部署下一阶段的任务。会议十分重要，请大家认真听，认真记，会后抓好落实，确保全年目标任务的顺利完成。下面我讲三点意见。',
    ['line-break', 'line-break', 'line-break'],
  ],
  [
    'lines broken by a PDF, each with a space at its end',
    '各位同志，今天我們在這裡召開安全生產工作會議，主要任務是總結 \n前一階段的工作，分析當前的形勢，部署下一階段的任務。會議十分  \n重要，請大家認真聽，認真記，會後抓好落實，確保全年目標任務的　\n順利完成。下面我講三點意見。',
    '各位同志，今天我們在這裡召開安全生產工作會議，主要任務是總結前一階段的工作，分析當前的形勢，部署下一階段的任務。會議十分重要，請大家認真聽，認真記，會後抓好落實，確保全年目標任務的順利完成。下面我講三點意見。',
    ['line-break', 'line-break', 'line-break'],
  ],
  [
    'a lost byte without a note',
    '得到人民群眾的擁護?!八\ue19b茌d舟亦能覆舟。',
    '得到人民群眾的擁護。“水能載舟亦能覆舟。',
    ['shifted-bytes'],
  ],
  [
    'a vanished byte',
    '取得了成果；叵虢▍^初期，條件十分艱苦。',
    '取得了成果。回想建區初期，條件十分艱苦。',
    ['shifted-bytes'],
  ],
];

describe('each kind of damage', () => {
  it.each(CASES)('%s', (_what, damaged, clean, kinds) => {
    const result = run(damaged);
    expect(result.text).toBe(clean);
    expect(result.repairs.map(({ kind }) => kind)).toEqual(kinds);
  });

  it.each(CASES)('%s, switched off', (_what, damaged, _clean, kinds) => {
    const left = run(damaged, [...new Set(kinds)]).repairs.map(({ kind }) => kind);
    expect(left.filter((kind) => kinds.includes(kind))).toEqual([]);
  });
});

describe('what cannot be repaired is reported with its place', () => {
  it.each([
    ['private-use', '这里有一个\ue123字', 5, 6],
    ['stray-dot', '我们。要努.力。', 4, 7],
    ['unpaired-quote', '他说"好。', 2, 3],
    ['masked-words', '上好X课，讲好×××同志。', 2, 3],
  ])('%s', (code, text, start, end) => {
    const result = run(text);
    expect(result.text).toBe(text);
    expect(result.diagnostics.map((diagnostic) => [diagnostic.code, diagnostic.range])).toEqual([
      [code, { start, end }],
    ]);
  });
});
