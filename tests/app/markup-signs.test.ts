import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { deletionBesideSign, pairsStayWhole } from '../../src/app/editor/sign-edits.ts';
import { signField } from '../../src/app/editor/sign-field.ts';
import { setAnnotations } from '../../src/app/editor/structure-decorations.ts';
import { structureMarks } from '../../src/compile/structure-marks.ts';
import { repair } from '../../src/repair/repair.ts';
import { parse } from '../../src/speech/parse.ts';
import { speechText } from '../../src/speech/text.ts';
import type { Speech } from '../../src/speech/types.ts';
import { bareText } from '../../src/text/bare-text.ts';
import type { TextFormat } from '../../src/text/source.ts';
import { randomSpeech } from '../random-speech.ts';
import { seeds } from '../seed.ts';
import { SPEECHES } from '../speeches.ts';

/** The text in the editor with what the parser found in it; `cursor` is the cursor, two are a selection. */
function editor(text: string, format: TextFormat = 'markdown', cursor = '|') {
  const [before = '', ...rest] = text.split(cursor);
  const doc = before + rest.join('');
  const anchor = before.length;
  const head = rest.length > 1 ? anchor + rest[0]!.length : anchor;
  const speech = parse(repair({ text: doc, name: '', format }));
  const state = EditorState.create({
    doc,
    selection: { anchor: rest.length > 0 ? anchor : 0, head: rest.length > 0 ? head : 0 },
    extensions: [signField, pairsStayWhole],
  });
  const annotations = {
    structure: structureMarks(speech, doc),
    repairs: [],
    diagnostics: [],
    length: doc.length,
  };
  return { speech, state: state.update({ effects: setAnnotations.of(annotations) }).state };
}

/** What is seen of a text. @param looks signs that are seen as written */
function seen(state: EditorState, looks: readonly string[] = []): string {
  let text = '';
  let at = 0;
  state.field(signField).between(0, state.doc.length, (from, to, sign) => {
    if (looks.includes(sign.look)) return;
    text += state.sliceDoc(at, from);
    at = to;
  });
  return text + state.sliceDoc(at);
}

/** Behind the settings; with the title that stands in them. */
function said(speech: Speech): string {
  return bareText(speechText(speech));
}

describe('what is hidden is markup, and all of it', () => {
  it('leaves the sample speech without a sign but those of its table', () => {
    const text = readFileSync(join(SPEECHES, 'kaixue-dianli.md'), 'utf8').replace(/^---\n.*?\n---\n/s, '');
    const { state } = editor(text, 'markdown', '\0');
    expect(seen(state, ['written']).match(/[#>=*]/g)).toBeNull();
    expect(seen(state).match(/[#>=|*]/g)).toBeNull();
  });

  it('finds no sign in plain text', () => {
    const { state } = editor('# 一\n\n**要点**，==甲==。\n\n> 引\n\n- 甲\n- 乙\n', 'plain');
    expect(state.field(signField).size).toBe(0);
  });

  it.each(seeds(150))('random text %i: no character of the speech is in a sign', (seed) => {
    // The editor has no other line ends.
    const text = randomSpeech(seed, 'markdown').replace(/\r\n?/g, '\n');
    const { state, speech } = editor(text, 'markdown', '\0');
    // Reading repairs such texts: of those it left alone, all that is seen is said, and the other way round.
    if (speech.repairs.length === 0 && speech.coverage.missing === 0 && speech.front.length === 0) {
      const visible = [...bareText(seen(state))].sort().join('');
      expect(visible).toBe([...said(speech)].sort().join(''));
    }
    state.field(signField).between(0, text.length, (from, to, sign) => {
      expect(text.slice(from, to)).toBe(sign.text);
    });
  });
});

describe('signs after an edit', () => {
  it.each([
    ['## 标题\n\n正文', { from: 3, insert: '新' }, '新标题\n\n正文'],
    ['## 标题\n\n正文', { from: 1, insert: '新' }, '#新# 标题\n\n正文'],
    ['## 标题\n\n正文', { from: 0, insert: '新' }, '新## 标题\n\n正文'],
    ['甲**乙**丙。', { from: 3, insert: '新' }, '甲新乙丙。'],
    ['甲**乙**丙。', { from: 2, insert: '新' }, '甲*新*乙丙。'],
    ['甲**乙**丙。', { from: 0, to: 7, insert: '新' }, '新。'],
  ])('%j %j', (text, changes, expected) => {
    const { state } = editor(text);
    expect(seen(state.update({ changes }).state)).toBe(expected);
  });
});

describe('deleting takes no half of a pair', () => {
  it.each([
    ['甲**乙|丙**丁|。', '甲**乙**。'],
    ['甲|乙**丙|丁**。', '甲**丁**。'],
    ['甲**|乙丙|**丁。', '甲丁。'],
    ['甲|**乙丙**|丁。', '甲丁。'],
    ['**==|甲|==**乙。', '乙。'],
    ['甲**乙|**丙**丁|戊**己。', '甲**乙****戊**己。'],
    ['甲**乙|\n\n丙|==丁==**戊**。', '甲**乙==丁==**戊**。'],
    ['甲|**|乙**丙。', '甲乙**丙。'],
  ])('%j', (text, expected) => {
    const { state } = editor(text);
    const { main } = state.selection;
    const changes = { from: main.from, to: main.to };
    expect(state.update({ changes, userEvent: 'delete.selection' }).newDoc.toString()).toBe(expected);
    // A button means the very characters.
    const button = state.update({ changes, userEvent: 'input.format' }).newDoc.toString();
    expect(button).toBe(text.replace(/\|.*\|/s, ''));
  });

  it('keeps what is typed over half of a pair', () => {
    const { state } = editor('甲**乙|丙**丁|。');
    const typed = state.update({ ...state.replaceSelection('新'), userEvent: 'input.type' });
    expect(typed.newDoc.toString()).toBe('甲**乙**新。');
    expect(typed.newSelection.main.head).toBe('甲**乙**新'.length);
  });
});

describe('Backspace and Delete beside a sign', () => {
  it.each<[string, 'Backspace' | 'Delete', string | undefined]>([
    ['## |标题', 'Backspace', '标题'],
    ['> |引文。', 'Backspace', '引文。'],
    ['- |甲。\n- 乙。', 'Backspace', '甲。\n- 乙。'],
    ['甲**乙**|丙。', 'Backspace', '甲丙。'],
    ['甲**乙丙**|丁。', 'Backspace', '甲**乙**丁。'],
    ['甲**|乙**丙。', 'Backspace', '**乙**丙。'],
    ['甲|**乙丙**丁。', 'Delete', '甲**丙**丁。'],
    ['甲**乙|**丙。', 'Delete', '甲**乙**。'],
    ['甲。\n**|乙**', 'Backspace', '甲。**乙**'],
    ['**甲😀**|乙。', 'Backspace', '**甲**乙。'],
    ['甲|乙。', 'Backspace', undefined],
    ['|甲乙。', 'Backspace', undefined],
  ])('%j %s', (text, key, expected) => {
    const { state } = editor(text);
    const spec = deletionBesideSign(state, key === 'Delete', () => true);
    expect(spec && state.update(spec).newDoc.toString()).toBe(expected);
  });
});
