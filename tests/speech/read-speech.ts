import { readFileSync } from 'node:fs';
import { ChangeSet } from '@codemirror/state';
import type { CleanText, TextFormat } from '../../src/read/types.ts';

/** A text that needed no repair. */
export function cleanText(text: string, format: TextFormat = 'plain'): CleanText {
  const changes = ChangeSet.empty(text.length);
  return {
    text,
    format,
    name: '',
    sourceLength: text.length,
    changes,
    repairs: [],
    problems: [],
    metadata: {},
  };
}

/** A file of the repository as a text that needed no repair. */
export function cleanFile(path: string): CleanText {
  const text = readFileSync(path, 'utf8').replace(/\r\n?/g, '\n');
  return cleanText(text, path.endsWith('.md') ? 'markdown' : 'plain');
}
