import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repair } from '../src/repair/repair.ts';
import { parse } from '../src/speech/parse.ts';
import type { Speech } from '../src/speech/types.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures', 'deck', 'diagrams');

/** A speech of all sentences that offer a diagram: a slide of every layout there is. */
export function diagramSpeech(): Speech {
  const sentences = readdirSync(FIXTURES).flatMap((file) => {
    const lines = readFileSync(join(FIXTURES, file), 'utf8').split('\n');
    return lines.filter((line) => line.startsWith('+ ')).map((line) => line.slice(2));
  });
  const body = sentences.join('\n\n---\n\n');
  return parse(repair({ text: `# 讲话\n\n同志们：\n\n## 题目\n\n${body}`, format: 'markdown', name: '' }));
}
