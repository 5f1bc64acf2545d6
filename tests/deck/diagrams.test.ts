import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FoundDiagram } from '../../src/deck/plan/diagrams/diagram.ts';
import { DIAGRAMS } from '../../src/deck/plan/diagrams/table.ts';
import { paragraphsOf } from '../../src/deck/plan/paragraph.ts';
import { partsOf } from '../../src/deck/plan/parts.ts';
import { planDeck } from '../../src/deck/plan/plan.ts';
import { shownTexts } from '../../src/deck/plan/shown-texts.ts';
import { repair } from '../../src/repair/repair.ts';
import { parse } from '../../src/speech/parse.ts';

const FIXTURES = join(import.meta.dirname, '..', 'fixtures', 'deck', 'diagrams');

const speechOf = (text: string) => parse(repair({ text, format: 'plain', name: '' }));

/** A paragraph of a speech as planning sees it. */
function paragraphIn(text: string) {
  const speech = speechOf(`讲话\n\n同志们：\n\n${text}\n\n一、题目\n\n内容。\n\n二、题目\n\n内容。`);
  const parts = [...speech.opening, ...speech.sections.flatMap(({ children }) => children)]
    .filter((block) => block.kind === 'paragraph')
    .flatMap(partsOf);
  const found = paragraphsOf(parts, () => 30).find((paragraph) => paragraph.text === text);
  if (found === undefined) throw new Error(`no paragraph: ${text}`);
  return found;
}

/** A diagram in one line: form, subject, head | rows, cells by spaces, rows by / | tail. */
function outline(text: string, { form, subject, head, rows, tail }: FoundDiagram): string {
  const words = ({ from, to }: { from: number; to: number }) => text.slice(from, to).trim();
  const above = [form, head && words(head), subject && words(subject)].filter((part) => part !== undefined);
  const lines = rows.map((row) => row.map(words).join(' ')).join(' / ');
  return [above.join(' '), lines, ...(tail ? [words(tail)] : [])].join(' | ').trim();
}

interface Fixture {
  readonly text: string;
  readonly holds: boolean;
  readonly expected?: string;
}

/** `+` a text that offers the diagram, with what it becomes on the next line; `-` a near miss. */
function fixturesIn(file: string): Fixture[] {
  const lines = readFileSync(join(FIXTURES, file), 'utf8').split('\n');
  return lines.flatMap((line, index) => {
    if (!/^[+-] /.test(line)) return [];
    const next = lines[index + 1] ?? '';
    const expected = next.startsWith('  ') ? next.trim() : undefined;
    return [{ text: line.slice(2), holds: line.startsWith('+'), ...(expected && { expected }) }];
  });
}

it('every diagram of the table has fixtures', () => {
  const named = readdirSync(FIXTURES).map((file) => file.replace('.txt', ''));
  expect(named.sort()).toEqual(DIAGRAMS.map(({ layout }) => layout).sort());
});

describe.each(DIAGRAMS.map((kind) => [kind.layout, kind] as const))('%s', (layout, kind) => {
  const fixtures = fixturesIn(`${layout}.txt`);

  it.each(fixtures.filter(({ holds }) => holds))('holds: $text', ({ text, expected }) => {
    const paragraph = paragraphIn(text);
    expect(kind.trigger.test(paragraph.plain)).toBe(true);
    const [found] = kind.find(paragraph, '16:9');
    expect(found).toBeDefined();
    if (expected !== undefined) expect(outline(text, found as FoundDiagram)).toBe(expected);
  });

  it.each(fixtures.filter(({ holds }) => !holds))('near miss: $text', ({ text }) => {
    const paragraph = paragraphIn(text);
    const found = kind.trigger.test(paragraph.plain) ? kind.find(paragraph, '16:9') : [];
    expect(found.map((one) => outline(text, one))).toEqual([]);
  });

  it('falls back to the sentences where it does not hold', () => {
    for (const { text } of fixtures.filter(({ holds }) => !holds)) {
      const deck = planDeck(speechOf(`讲话\n\n一、题目\n\n${text}\n\n二、题目\n\n内容。`));
      expect(deck.slides.some((slide) => slide.layout === layout)).toBe(false);
      for (const slide of deck.slides)
        for (const { range } of shownTexts(slide)) expect(range.end).toBeGreaterThanOrEqual(range.start);
    }
  });
});
