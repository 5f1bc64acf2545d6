import { describe, expect, it } from 'vitest';
import { handoutRows, settingChoice, sharedRows, slideRows } from '../../src/app/settings/setting-rows.ts';
import type { Settings } from '../../src/speech/settings.ts';

const rowsOf = (settings: Settings) => [
  ...slideRows(settings),
  ...handoutRows(settings),
  ...sharedRows(settings),
];
const rowOf = (settings: Settings, path: string) =>
  rowsOf(settings).find((row) => row.path.join('.') === path);

describe('rows of the layout panel', () => {
  it('show a speech without settings at its defaults', () => {
    for (const { path, value, usual } of rowsOf({})) expect(value, path.join('.')).toBe(usual);
  });

  it('offer the value that holds, also one that only the front matter can give', () => {
    const rate = rowOf({ rate: 205 }, 'rate')!;
    expect(rate.value).toBe('205');
    expect(rate.choices).toContain('205');
  });

  it.each([
    ['handout.size', { handout: { layout: 'podium' } }, {}],
    ['handout.pitch', {}, { handout: { layout: 'notes' } }],
    ['quotes', { script: 'tw' }, { script: 'hans' }],
  ] as const)('%s is asked only where it means something', (path, asked, not) => {
    expect(rowOf(asked, path)).toBeDefined();
    expect(rowOf(not, path)).toBeUndefined();
  });

  it('have a switch, not a list, for what is on or off', () => {
    for (const { control, choices, path } of rowsOf({}))
      expect(control === 'switch', path.join('.')).toBe(choices.includes('true'));
  });

  it('choose a value of the right kind; the default is no setting at all', () => {
    expect(settingChoice(rowOf({}, 'rate')!, '200').value).toBe(200);
    expect(settingChoice(rowOf({}, 'rate')!, '180').value).toBeUndefined();
    expect(settingChoice(rowOf({}, 'deck.agenda')!, 'false').value).toBe(false);
    expect(settingChoice(rowOf({ deck: { agenda: false } }, 'deck.agenda')!, 'true').value).toBeUndefined();
    expect(settingChoice(rowOf({}, 'handout.cover')!, 'true').value).toBe(true);
    expect(settingChoice(rowOf({}, 'deck.ratio')!, '4:3').value).toBe('4:3');
  });
});
