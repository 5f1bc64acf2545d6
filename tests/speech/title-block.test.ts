import { describe, expect, it } from 'vitest';
import { modelOutline } from '../../src/speech/outline.ts';
import { parse } from '../../src/speech/parse.ts';
import type { Meta } from '../../src/speech/types.ts';
import { cleanText } from './read-speech.ts';

const BODY = '今年汛期来得早，各地要提前做好准备，把群众的安全放在第一位，一刻也不能放松。';

function read(lines: readonly string[]) {
  return parse(cleanText([...lines, BODY].join('\n')));
}
/** Lines of the title block with their roles. */
function front(lines: readonly string[]): string[] {
  const speech = read(lines);
  return modelOutline(speech).split('\n').slice(0, speech.front.length);
}
function values(lines: readonly string[]): Partial<Record<keyof Meta, string>> {
  const { lang: _, settings: __, ...found } = read(lines).meta;
  return Object.fromEntries(Object.entries(found).map(([key, value]) => [key, value?.text]));
}

describe('title and subtitle in one line are two', () => {
  it.each([
    [
      '心有山海 行则将至——李明校长在云山大学2024年毕业典礼上的讲话',
      ['title: 心有山海 行则将至', 'subtitle: ——李明校长在云山大学2024年毕业典礼上的讲话'],
    ],
    ['不忘初心──在黨員大會上的報告', ['title: 不忘初心', 'subtitle: ──在黨員大會上的報告']],
    ['让青春发光——致全体毕业生', ['title: 让青春发光', 'subtitle: ——致全体毕业生']],
    [
      '绷紧安全这根弦--2024年安全生产会议讲话',
      ['title: 绷紧安全这根弦', 'subtitle: --2024年安全生产会议讲话'],
    ],
    // One title with a dash in it.
    ['人民——历史的创造者', ['title: 人民——历史的创造者']],
  ])('%s', (line, expected) => expect(front([line, '同志们：'])).toEqual(expected));

  it('a subtitle broken in two lines is one', () => {
    const lines = [
      '政府工作报告',
      '——2024年2月3日在云山市第十六届人民代表大会',
      '第四次会议上',
      '市长　李明',
      '各位代表：',
    ];
    expect(front(lines)).toEqual([
      'title: 政府工作报告',
      'subtitle: ——2024年2月3日在云山市第十六届人民代表大会',
      'subtitle: 第四次会议上',
      'speaker: 市长　李明',
    ]);
    expect(values(lines)).toMatchObject({
      subtitle: '——2024年2月3日在云山市第十六届人民代表大会　第四次会议上',
      date: '2024年2月3日',
      role: '市长',
      speaker: '李明',
    });
  });
});

describe('who speaks', () => {
  it.each([
    [
      'before a colon',
      ['李明：在全市防汛工作会议上的讲话', '同志们：'],
      { speaker: '李明', title: '在全市防汛工作会议上的讲话' },
    ],
    [
      'with office before a colon',
      ['市長王芳：在春節團拜會上的致詞', '各位：'],
      { speaker: '王芳', role: '市長', title: '在春節團拜會上的致詞' },
    ],
    [
      'in front of the occasion',
      ['云山市市长李明在民营企业座谈会上的讲话', '同志们：'],
      { speaker: '李明', role: '云山市市长' },
    ],
    ['with the office behind', ['王芳校长在开学典礼上的致辞', '同学们：'], { speaker: '王芳', role: '校长' }],
    ['by the office alone', ['運輸局局長在道路安全日的致辭', '各位：'], { role: '運輸局局長' }],
    ['by the office and an occasion', ['中華民國一一三年市長新春談話', '各位：'], { role: '市長' }],
    [
      'in the subtitle',
      ['爱拼会赢', '——董事长李明在年会上的讲话', '同事们：'],
      { speaker: '李明', role: '董事长' },
    ],
    [
      'with a masked name',
      ['廉政党课讲稿', '纪委书记　李××', '同志们：'],
      { speaker: '李××', role: '纪委书记' },
    ],
    ['with no name at all', ['述职报告', '局长 XXX', '各位领导：'], { speaker: 'XXX', role: '局长' }],
    ['as 某某', ['先進事蹟報告', '校長　陳某某', '各位老師：'], { speaker: '陳某某', role: '校長' }],
  ])('%s', (_where, lines, expected) => expect(values(lines)).toMatchObject(expected));

  it.each([
    [['家长会上的讲话', '各位家长：']],
    [['成长的烦恼', '同学们：']],
    [['在开学典礼上的讲话', '同学们：']],
  ])('not in %j', (lines) => expect(values(lines)).not.toHaveProperty('role'));
});

describe('dates and places', () => {
  it.each([
    [['市長致詞全文', '113/05/20', '各位鄉親：'], { title: '市長致詞全文', date: '113/05/20' }],
    [['新春談話', '民國113.2.9', '各位：'], { title: '新春談話', date: '民國113.2.9' }],
    [
      ['新春談話', '中華民國113年（2024年）2月9日於雲林市', '各位：'],
      { date: '中華民國113年（2024年）2月9日', place: '雲林市' },
    ],
    [['新春談話', '中華民國一一三年二月九日', '各位：'], { date: '中華民國一一三年二月九日' }],
    [['专题党课', '2024年6月28日 云山会堂', '同志们：'], { date: '2024年6月28日', place: '云山会堂' }],
    [['工作报告', '——二〇二四年二月三日在代表大会上', '各位代表：'], { date: '二〇二四年二月三日' }],
  ])('%j', (lines, expected) => expect(values(lines)).toMatchObject(expected));
});

describe('a dateline is not a title', () => {
  it.each([
    [
      ['在防汛会议上的讲话', '新华社云山5月6日电', '同志们：'],
      ['title: 在防汛会议上的讲话', 'other: 新华社云山5月6日电'],
    ],
    [
      ['在年會上的致詞', '中央社臺北5日電', '各位：'],
      ['title: 在年會上的致詞', 'other: 中央社臺北5日電'],
    ],
  ])('%j', (lines, expected) => expect(front(lines)).toEqual(expected));
});

describe('first words of the speech are not a title', () => {
  it.each([
    [['大家好，我是本次的项目汇报人，李明'], '大家好，我是本次的项目汇报人，李明'],
    [['各位老師、各位同學，大家早安'], '各位老師、各位同學，大家早安'],
    [['尊敬的各位领导，我汇报三件事'], '尊敬的各位领导，我汇报三件事'],
    [['同学们好，今天我们来谈谈读书'], '同学们好，今天我们来谈谈读书'],
  ])('%j', (lines) => {
    const speech = read(lines);
    expect(speech.front).toEqual([]);
    expect(speech.meta.title).toBeUndefined();
  });
});
