import { readFile } from 'node:fs/promises';
import { LABEL_IDS, type LabelId, type LabelSet, labelText } from '../pack/labels.ts';
import type { PackOptions } from '../pack/types.ts';
import { UserError } from './user-error.ts';

/** Longest name of a label, characters. */
const LONGEST = 40;

/**
 * Names that the user gives labels, from a file of lines `LABEL=NAME`: the label's id or its text in the set. Empty lines
 * and those that begin with # say nothing.
 *
 * @throws UserError where the file cannot be read, or a line is no such pair; it names the line
 */
export async function readRenamedLabels(
  path: string,
  set: LabelSet,
): Promise<NonNullable<PackOptions['renamed']>> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new UserError('file.missing', { path });
    throw new UserError('file.unreadable', { path, code: error.code ?? String(error) });
  });
  const renamed: Partial<Record<LabelId, string>> = {};
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue;
    const [, label = '', name = ''] = /^\s*(.*?)\s*[=＝]\s*(.*?)\s*$/.exec(line) ?? [];
    const id =
      LABEL_IDS.find((one) => one === label) ?? LABEL_IDS.find((one) => labelText(one, set) === label);
    if (id === undefined || name === '' || [...name].length > LONGEST)
      throw new UserError('pack.rename', { path, line: index + 1, text: line.trim().slice(0, 60) });
    renamed[id] = name;
  }
  return renamed;
}
