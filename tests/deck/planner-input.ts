import { type Paragraph, paragraphsOf } from '../../src/deck/plan/paragraph.ts';
import { type Part, partsOf } from '../../src/deck/plan/parts.ts';
import { repair } from '../../src/repair/repair.ts';
import { parse } from '../../src/speech/parse.ts';
import type { Speech } from '../../src/speech/types.ts';

/** A plain text as the planner gets it. */
export function speechFrom(text: string): Speech {
  return parse(repair({ text, format: 'plain', name: '' }));
}

/** Paragraphs that stand in the first section of a speech, one a line. */
export function partsIn(lines: string): Part[] {
  const body = lines.replace(/\n/g, '\n\n');
  const { sections } = speechFrom(`讲话\n\n同志们：\n\n一、题目\n\n${body}\n\n二、题目\n\n内容。`);
  return sections[0]?.children.flatMap(partsOf) ?? [];
}

/** … as the planner sees them. @param seconds of each sentence */
export function paragraphsIn(lines: string, seconds = 30): Paragraph[] {
  return paragraphsOf(partsIn(lines), () => seconds);
}
