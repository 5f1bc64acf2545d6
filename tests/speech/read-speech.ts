import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ChangeSet } from '@codemirror/state';
import type { CleanText } from '../../src/repair/clean-text.ts';
import { repair } from '../../src/repair/repair.ts';
import type { TextFormat } from '../../src/text/source.ts';

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
    diagnostics: [],
    metadata: {},
  };
}

/** A file of the repository, as its author typed it. */
export function fixtureAsTyped(path: string): CleanText {
  return cleanText(readFileSync(path, 'utf8').replace(/\r\n?/g, '\n'), formatOf(path));
}

/** A file of the repository, read and repaired as the app does. */
export function readFixture(path: string): CleanText {
  const { text, format } = fixtureAsTyped(path);
  return repair({ text, format, name: basename(path) });
}

function formatOf(path: string): TextFormat {
  return path.endsWith('.md') ? 'markdown' : 'plain';
}
