import { readFileSync } from 'node:fs';
import { ConverterBuilder } from 'opencc-js/core';
import * as cn2t from 'opencc-js/preset/cn2t';
import { describe, expect, it } from 'vitest';
import { repair } from '../../src/repair/repair.ts';
import { SourceMap } from '../../src/repair/source-map.ts';
import { SEED } from '../seed.ts';
import { type DecoderStyle, damage, inGbk } from './damage.ts';

const file = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const readings = new Map(
  file('tests/fixtures/repair/readings.txt')
    .trim()
    .split(/\s+/)
    .map((entry) => [entry.charAt(0), entry.slice(1)] as const),
);
const toTraditional = ConverterBuilder(cn2t)({ from: 'cn', to: 't' });
const clean = (text: string): string => repair({ text, format: 'plain', name: '' }).text;

/** Speeches in Traditional script, paragraph by paragraph, of what GBK can write. */
const speeches = [
  'speeches/anquan-shengchan-gongzuo-huiyi.txt',
  'speeches/lizhang-shequ-dahui.txt',
  'speeches/jianxing-qunzhong-luxian.txt',
  ...[
    'dangke-diaocha',
    'zhidaihui-baogao',
    'biye-dianli',
    'tuopin-huigu',
    'tw-nonghui',
    'nianhui-baogao',
  ].map((name) => `tests/fixtures/speech/${name}/speech.txt`),
].map((path) =>
  clean(toTraditional(clean(file(path))))
    .split('\n')
    .filter((line) => line.length > 10 && inGbk(line) && !/[?"']/.test(line)),
);

/** A small generator of numbers, so that every run makes the same cases. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

const flat = (text: string): string => text.normalize('NFKC').replace(/[“”「」]/g, '"');
const literal = (text: string): string => flat(text).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where two texts part, for the message of a failing test. */
function firstDifference(expected: string, got: string): string {
  let at = 0;
  while (at < expected.length && expected[at] === got[at]) at++;
  return `…${expected.slice(Math.max(0, at - 10), at + 20)} ≠ …${got.slice(Math.max(0, at - 10), at + 20)}`;
}

interface Score {
  runs: number;
  flagged: number;
  wrong: string[];
}

/** Paragraphs of a piece at most: a run never leaves its paragraph, and a longer piece shows no other damage. */
const MOST = 5;

/** Damages `count` pieces and reads them; only pieces whose every byte but the notes' is still there count. */
function simulate(count: number, seed: number): Score {
  const next = random(seed);
  const score: Score = { runs: 0, flagged: 0, wrong: [] };
  for (let made = 0; made < count; ) {
    const paragraphs = speeches[Math.floor(next() * speeches.length)]!;
    const from = Math.floor(next() * paragraphs.length);
    const piece = paragraphs.slice(from, from + 1 + Math.floor(next() * MOST)).join('\n\n');
    const share = 0.1 + 0.9 * next();
    const notes = new Map([...readings].filter(() => next() < share));
    const style = (['eats', 'keeps', 'marks'] as const satisfies DecoderStyle[])[Math.floor(next() * 3)]!;
    const damaged = damage(piece, notes, style, next() < 0.5);
    if (damaged.runs === 0 || damaged.lossy > 0) continue;
    made++;
    const result = repair({ text: damaged.text, format: 'plain', name: '' });
    const flags = result.diagnostics.filter(({ code }) => code === 'shifted-bytes');
    score.runs += damaged.runs;
    score.flagged += flags.length;
    const map = SourceMap.of(result.changes);
    let pattern = '^';
    let at = 0;
    for (const { range } of flags) {
      const place = map.toClean(range);
      pattern += `${literal(result.text.slice(at, place.start))}[^\\n]*?`;
      at = place.end;
    }
    pattern += `${literal(result.text.slice(at))}$`;
    if (!new RegExp(pattern).test(flat(clean(piece))))
      score.wrong.push(firstDifference(flat(clean(piece)), flat(result.text)));
  }
  return score;
}

describe('shifted bytes', () => {
  it('restores 99 of 100 runs in 1,000 damaged pieces, and guesses none wrong', { timeout: 120_000 }, () => {
    const score = simulate(1000, 19 + SEED);
    expect(score.runs).toBeGreaterThan(1000);
    expect(score.wrong, `SEED=${SEED}`).toEqual([]);
    expect(score.flagged / score.runs).toBeLessThanOrEqual(0.01);
  });

  it('flags a run whose bytes are gone, and leaves it as it stands', () => {
    const text = '我們的隊伍有一批新招鄉村教?chù)?68人，流失41人。';
    const result = repair({ text, format: 'plain', name: '' });
    expect(result.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['shifted-bytes', 'error'],
    ]);
    expect(result.text).toBe(text);
  });
});
