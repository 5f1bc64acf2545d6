import { describe, expect, it } from 'vitest';
import { parse } from '../../src/speech/parse.ts';
import { syllables } from '../../src/speech/spoken-length.ts';
import { speakingSeconds, speechSeconds } from '../../src/speech/timing.ts';
import { cleanText } from './read-speech.ts';

describe('syllables', () => {
  it.each([
    ['2021年', 5],
    ['8.1%', 6],
    ['十五', 2],
    ['15', 2],
    ['10', 1],
    ['110', 4],
    ['205', 4],
    ['2,136', 7],
    ['10005', 4],
    ['10000', 2],
    ['1.5亿元', 5],
    ['2023.6.12', 10],
    ['21:30', 7],
    ['GDP', 2],
    ['007', 3],
    ['，。！', 0],
    ['', 0],
  ])('%s → %i', (text, count) => expect(syllables(text)).toBe(count));
});

describe('speakingSeconds', () => {
  it('takes a minute for 180 characters', () => expect(speakingSeconds('人'.repeat(180))).toBeCloseTo(60));
  it('pauses at each stop', () => expect(speakingSeconds('人。人！？', 60)).toBeCloseTo(2.6));
  it('takes the default for a rate that is none', () => expect(speakingSeconds('人', 0)).toBeCloseTo(1 / 3));
});

describe('speechSeconds', () => {
  it('adds the pauses of paragraphs and headings, and gives a range', () => {
    const time = speechSeconds(parse(cleanText('题目\n\n同志们：\n\n一、人人\n\n人人人人。')), 60);
    // 3 + 0.8, 3 + 2, 4 + 0.3 + 0.8
    expect(time.seconds).toBeCloseTo(13.9);
    expect(time.fastest).toBeLessThan(time.seconds);
    expect(time.slowest).toBeGreaterThan(time.seconds);
  });
});
