import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repair } from '../../src/repair/repair.ts';
import { SPEECH_MESSAGES, speechMessage } from '../../src/speech/messages.ts';
import { parse } from '../../src/speech/parse.ts';
import type { Diagnostic } from '../../src/text/diagnostic.ts';
import { SPEECH_NAMES, SPEECHES } from '../speeches.ts';
import { cleanText, readFixture } from './read-speech.ts';

const BODY = '这一段是正文，说的是一件事情，话说得清清楚楚。';

/** code, text with the place in «», what the fix makes of it. */
const CASES: readonly (readonly [string, string, string?])[] = [
  ['numbering-gap', `题目\n\n一、甲事\n${BODY}\n«三、»乙事\n${BODY}`, '二、'],
  ['numbering-repeat', `题目\n\n（一）甲事\n${BODY}\n«（一）»乙事\n${BODY}`, '（二）'],
  ['numbering-start', `题目\n\n«二、»甲事\n${BODY}\n三、乙事\n${BODY}`],
  ['numbering-back', `题目\n\n一、甲\n${BODY}\n二、乙\n${BODY}\n三、丙\n${BODY}\n«二、»丁\n${BODY}`],
  ['level-used-once', `题目\n\n一、甲事\n«（一）»丙事\n${BODY}\n二、乙事\n${BODY}`],
  ['point-alone', `题目\n\n同志们：\n${BODY}«一是»要学习。${BODY}`],
  ['heading-twice', `题目\n\n一、甲事\n${BODY}\n二、«甲事»\n${BODY}`],
  ['heading-full-stop', `题目\n\n一、«甲事很要紧。»\n${BODY}\n二、乙事\n${BODY}`, ''],
  ['section-empty', `题目\n\n一、«甲事»\n二、乙事\n${BODY}`],
  [
    'heading-broken',
    `题目\n\n（一）甲事办好了。${BODY}\n«（二）坚持不懈用»\n新理论武装头脑。${BODY}\n（三）丙事办好了。${BODY}`,
    '（二）坚持不懈用新理论武装头脑。',
  ],
  [
    'heading-broken',
    `题目\n\n一、甲事\n${BODY}\n«二、加強黨的»\n全面領導。${BODY}`,
    '二、加強黨的全面領導。',
  ],
  ['title-missing', `«同志们：»\n${BODY.repeat(4)}\n${BODY.repeat(4)}`],
  ['title-button', `«收藏»\n\n同志们：\n${BODY}\n${BODY}`],
  ['one-paragraph', `题目\n\n同志们：\n«这一段是正文，说的是一件事情，话说得清清»楚楚。${BODY.repeat(8)}`],
  ['list-dot', `题目\n\n同志们：\n${BODY}\n«·»加强学习，天天学。\n${BODY}`, '• '],
  ['date-impossible', `题目\n\n同志们：\n«2023年2月29日»，我们在这里开会。`],
  ['date-impossible', `题目\n\n同志们：\n«6月31日»以前，一定要办成。`],
  ['weekday-wrong', `题目\n\n同志们：\n«2024年4月18日（星期五»），我们在这里开会。`],
  ['mark-unpaired', `题目\n\n同志们：\n他说：«“»好得很。${BODY}`],
  ['punctuation-half-width', `题目\n\n同志们：\n天晴«,»地干。`, '，'],
  ['breath-too-long', `题目\n\n同志们：\n«${'长'.repeat(81)}»。`],
  ['table-ragged', '题目\n\n同志们：\n甲\t乙\n1\t2\n«3\t4\t5»'],
  ['name-two-ways', `题目\n局长　周明远\n\n同志们：\n刚才«周明元»同志讲了话。`],
];

function marked(text: string): { text: string; start: number; end: number } {
  const start = text.indexOf('«');
  const end = text.indexOf('»') - 1;
  return { text: text.replace('«', '').replace('»', ''), start, end };
}

function own(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.filter(({ code }) => code in SPEECH_MESSAGES);
}

describe('lint', () => {
  it.each(CASES)('%s: %s', (code, source = '', fixed) => {
    const { text, start, end } = marked(source);
    const found = own(parse(cleanText(text)).diagnostics);
    expect(found.map((diagnostic) => diagnostic.code)).toEqual([code]);
    expect(found[0]!.range).toEqual({ start, end });
    const { fix } = found[0]!;
    if (fixed === undefined) expect(fix).toBeUndefined();
    else if (code === 'heading-broken')
      expect(text.slice(start, fix!.range.start) + fix!.insert + text.slice(fix!.range.end)).toMatch(
        new RegExp(`^${fixed}`),
      );
    else
      expect(text.slice(start, fix!.range.start) + fix!.insert + text.slice(fix!.range.end, end)).toBe(
        code === 'heading-full-stop' ? '甲事很要紧' : fixed,
      );
    for (const language of ['zh-Hans', 'zh-Hant', 'en'] as const)
      expect(speechMessage(found[0]!, language)).not.toMatch(/[{}]|undefined/);
  });

  it('says nothing about sound text', () => {
    const text = `题目\n\n同志们：\n一是一，二是二。他说：“好（很好）！”1）先做甲，2）再做乙。2024年4月18日（星期四）开会。\n\n一、甲\n${BODY}\n二、乙\n${BODY}`;
    expect(own(parse(cleanText(text)).diagnostics)).toEqual([]);
  });

  it.each([
    ['a second number of another form', `题目\n\n一、甲事\n${BODY}\n接着说第二件。第二，乙事。${BODY}`],
    ['a second number inside a line', `题目\n\n一、甲事\n${BODY}二、乙事。${BODY}`],
    [
      'a return to the series around',
      `题目\n\n1.甲\n${BODY}\n1.一\n${BODY}\n2.二\n${BODY}\n3.三\n${BODY}\n2.乙\n${BODY}`,
    ],
    ['headings that all are sentences', `题目\n\n一、甲事很要紧。\n${BODY}\n二、乙事也要紧。\n${BODY}`],
    ['a long sentence with a number', `题目\n\n一、${'事'.repeat(40)}很要紧。\n${BODY}\n二、乙事\n${BODY}`],
    ['結語 above the closing words', `題目\n\n壹、甲\n${BODY}\n貳、結語\n各位，祝大家平安！\n謝謝大家！`],
    ['結語 above a salutation', `題目\n\n壹、甲\n${BODY}\n貳、結語\n各位鄉親：\n謝謝大家！`],
    ['a heading that ends with 用', `题目\n\n一、学以致用\n${BODY}\n二、有所作为\n${BODY}`],
    ['a short text without a title', `同志们：\n${BODY}`],
    ['a name with a dot', `题目\n\n同志们：\n阿·买买提来了。\n${BODY}`],
  ])('says nothing about %s', (_what, text) => {
    const found = own(parse(cleanText(text)).diagnostics).map(({ code }) => code);
    expect(found.filter((code) => code !== 'numbering-repeat')).toEqual([]);
  });

  it('has a front matter message with its line', () => {
    const speech = parse(cleanText('---\ntitle: 题目\nspeaker: [张三\n---\n同志们：\n大家好！', 'markdown'));
    expect(speech.diagnostics[0]).toMatchObject({
      code: 'front-matter-invalid',
      values: { line: expect.any(Number) },
    });
    expect(speech.opening.map((block) => block.kind)).toEqual(['salutation', 'paragraph']);
  });
});

describe('false alarms on sample speeches', () => {
  const root = join(import.meta.dirname, '../fixtures/speech');
  const files = readdirSync(root).flatMap((name) =>
    ['speech.txt', 'speech.md'].map((file) => join(root, name, file)).filter(existsSync),
  );

  it('are none: every finding is one the text deserves', () => {
    const found = files.flatMap((file) =>
      own(parse(readFixture(file)).diagnostics).map(
        ({ code, values }) => `${file.split('/').at(-2)} ${code} ${Object.values(values).join(' ')}`,
      ),
    );
    expect(found).toEqual(DESERVED);
  });

  it('are none in the samples of the app, the real speech among them', () => {
    const found = SPEECH_NAMES.map((name) => {
      const text = readFileSync(join(SPEECHES, name), 'utf8');
      const clean = repair({ text, name, format: name.endsWith('.md') ? 'markdown' : 'plain' });
      return [name, own(parse(clean).diagnostics).map(({ code }) => code)];
    });
    expect(found).toEqual(SPEECH_NAMES.map((name) => [name, []]));
  });

  it('a footnote that nobody calls is told', () => {
    const text = '# 讲话\n\n同志们：\n\n要学习[^1]。\n\n[^1]: 见文件。\n\n[^2]: 没有人用。\n';
    const found = parse(repair({ text, name: 'a.md', format: 'markdown' })).diagnostics;
    expect(found.map(({ code, values }) => [code, values.id])).toEqual([['note-never-called', '2']]);
  });
});

const DESERVED: readonly string[] = [
  'qiye-yiersan table-ragged 4 4 5',
  'qiye-yiersan table-ragged 5 6 5',
  'sanhang-biaoti point-alone 一是 二是',
  'wu-biaoti title-missing ',
];

it('an unpaired quotation mark is told once, by the check or by reading', () => {
  const found = parse(cleanText('题目\n\n同志们：\n\n领导说：“要抓紧。\n')).diagnostics;
  expect(found.filter(({ code }) => code === 'mark-unpaired' || code === 'unpaired-quote')).toHaveLength(1);
});
