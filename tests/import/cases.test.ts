import { describe, expect, it } from 'vitest';
import { ImportError } from '../../src/import/import-error.ts';
import { importFile } from '../../src/import/import-file.ts';
import { repair } from '../../src/repair/repair.ts';
import { caseFiles, type ReadingCase, readingCases } from './case-file.ts';

/** What reading gives for a case, in the words of the fixture. */
function outcome({ bytes, fileName }: ReadingCase) {
  try {
    const file = importFile(bytes, fileName);
    const clean = repair(file.source);
    const diagnostics = [...file.diagnostics, ...clean.diagnostics];
    return {
      is: clean.text.trimEnd(),
      says: diagnostics.map(({ severity, code, values }) =>
        [severity, code, values.text ?? ''].join(' ').trim(),
      ),
      leftOut: file.leftOut.map(({ kind, text }) => `${kind} ${text.replaceAll('\n', '↵')}`),
      repairs: clean.repairs.map(({ kind, before, after }) => `${kind} ${before} → ${after}`),
    };
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { is: '', says: [`refused ${error.code}`], leftOut: [], repairs: [] };
  }
}

const lines = (text: string | undefined): string[] => (text ? text.split('\n') : []);

describe.each(caseFiles())('%s', (file) => {
  it.each(readingCases(file).map((one) => [one.name, one] as const))('%s', (_, one) => {
    const { sections } = one;
    const found = outcome(one);
    expect({ is: found.is, says: found.says, leftOut: found.leftOut }).toEqual({
      is: (sections.get('is') ?? '').trimEnd(),
      says: lines(sections.get('says')),
      leftOut: lines(sections.get('left out')),
    });
    if (sections.has('untouched')) expect(found.repairs).toEqual([]);
  });
});
