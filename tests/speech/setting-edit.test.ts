import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repair } from '../../src/repair/repair.ts';
import { parse } from '../../src/speech/parse.ts';
import { type SettingPath, settingEdit } from '../../src/speech/setting-edit.ts';
import { speechText } from '../../src/speech/text.ts';

function set(text: string, path: SettingPath, value: string | number | boolean | undefined): string {
  const edit = settingEdit({ text, format: 'plain' }, path, value);
  return edit ? text.slice(0, edit.from) + edit.insert + text.slice(edit.to) : text;
}
const settingsOf = (text: string) => parse(repair({ text, format: 'plain', name: '' })).meta.settings;

const BODY = '题目\n\n同志们：\n\n一、学\n要学习。\n二、做\n要做事。\n';
const OWN = `---\ntitle: 学会提问  # 题目\nspeaker: 许文澜\ndeck: { agenda: true }\n---\n\n${BODY}`;

describe('choices live in the front matter', () => {
  it('begins one where there is none, and takes it away again', () => {
    const chosen = set(BODY, ['theme'], 'su-jian');
    expect(chosen).toBe(`---\ntheme: su-jian\n---\n\n${BODY}`);
    expect(settingsOf(chosen).theme).toBe('su-jian');
    expect(set(chosen, ['theme'], undefined)).toBe(BODY);
  });

  it('leaves the author’s lines and comments as they are', () => {
    const chosen = set(set(OWN, ['deck', 'density'], 'low'), ['rate'], 160);
    expect(chosen).toContain('title: 学会提问 # 题目\nspeaker: 许文澜\n');
    expect(chosen.endsWith(BODY)).toBe(true);
    expect(settingsOf(chosen)).toMatchObject({ rate: 160, deck: { agenda: true, density: 'low' } });
  });

  it('changes one value or adds one line: the other lines stay to the last space', () => {
    const own = "title:   甲   乙  # 题目\n\n\nspeaker: '李'   # 人\ntheme: su-jian   # 主题\n";
    const text = `---\n${own}---\n${BODY}`;
    expect(set(text, ['theme'], 'shen-se')).toBe(text.replace('su-jian', 'shen-se'));
    expect(set(text, ['rate'], 160)).toBe(`---\n${own}rate: 160\n---\n${BODY}`);
    expect(set(text, ['handout', 'layout'], 'podium')).toBe(
      `---\n${own}handout:\n  layout: podium\n---\n${BODY}`,
    );
  });

  it('takes the last choice back where a comment stands, and keeps the comment out of the text', () => {
    const taken = set(`---\n# 给自己看\ntheme: su-jian\n---\n\n${BODY}`, ['theme'], undefined);
    expect(taken).toBe(`---\n# 给自己看\ntheme:\n---\n\n${BODY}`);
    expect(speechText(parse(repair({ text: taken, format: 'plain', name: '' })))).not.toContain('给自己看');
    expect(settingsOf(taken)).toEqual({});
    expect(settingsOf(set(taken, ['rate'], 160)).rate).toBe(160);
  });

  it('a value that is no list of choices gives way to them', () => {
    const chosen = set(`---\nhandout: official\n---\n\n${BODY}`, ['handout', 'layout'], 'podium');
    expect(settingsOf(chosen).handout?.layout).toBe('podium');
  });

  it('lines between dashes that are no settings stay text', () => {
    for (const head of [
      '---\n甲\n---\n',
      '---\n\n第一段\n\n---\n',
      '---\n标题：讲话\n---\n',
      '\n\n---\ntheme: x\n---\n',
    ])
      expect(set(head + BODY, ['rate'], 160)).toBe(`---\nrate: 160\n---\n\n${head}${BODY}`);
  });

  it('nothing to change is no change', () => {
    expect(settingEdit({ text: OWN, format: 'plain' }, ['deck', 'agenda'], true)).toBeUndefined();
    expect(settingEdit({ text: BODY, format: 'plain' }, ['theme'], undefined)).toBeUndefined();
  });

  it('what is no YAML is the author’s to mend', () => {
    expect(
      settingEdit({ text: `---\ntitle: "开\n---\n\n${BODY}`, format: 'plain' }, ['theme'], 'su-jian'),
    ).toBeUndefined();
  });

  it('the text of the speech stays the same, whatever is chosen in whatever order', () => {
    const choice = fc.oneof(
      fc.tuple(fc.constant<SettingPath>(['theme']), fc.constantFrom(undefined, 'su-jian', 'shen-se')),
      fc.tuple(fc.constant<SettingPath>(['script']), fc.constantFrom(undefined, 'hans', 'tw')),
      fc.tuple(fc.constant<SettingPath>(['rate']), fc.constantFrom(undefined, 160, 200)),
      fc.tuple(
        fc.constant<SettingPath>(['deck', 'ratio']),
        fc.constantFrom(undefined, '16:10', '4:3', 'screen'),
      ),
      fc.tuple(fc.constant<SettingPath>(['deck', 'density']), fc.constantFrom(undefined, 'low', 'high')),
      fc.tuple(fc.constant<SettingPath>(['deck', 'agenda']), fc.constantFrom(undefined, true, false)),
      fc.tuple(fc.constant<SettingPath>(['handout', 'layout']), fc.constantFrom(undefined, 'podium')),
    );
    fc.assert(
      fc.property(
        fc.constantFrom<string>(BODY, OWN, '', '---\n\n一、学\n'),
        fc.array(choice, { maxLength: 8 }),
        (text, choices) => {
          const spoken = (source: string) =>
            speechText(parse(repair({ text: source, format: 'plain', name: '' })));
          let chosen = text;
          for (const [path, value] of choices) {
            chosen = set(chosen, path, value);
            expect(settingEdit({ text: chosen, format: 'plain' }, path, value)).toBeUndefined();
          }
          expect(spoken(chosen)).toBe(spoken(text));
          for (const [path] of choices) chosen = set(chosen, path, undefined);
          expect(spoken(chosen)).toBe(spoken(text));
        },
      ),
    );
  });
});
