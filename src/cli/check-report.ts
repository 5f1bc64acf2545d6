import { Text } from '@codemirror/state';
import type { Language } from '../i18n/language.ts';
import type { Repair } from '../repair/clean-text.ts';
import { speechMessage } from '../speech/messages.ts';
import type { SourceRange } from '../text/source.ts';
import type { LoadedSpeech } from './load-speech.ts';
import { message } from './messages.ts';
import { problemMessage, repairName } from './reading-messages.ts';

/** So many examples of each kind of repair are printed; all of them are in `model`. */
const EXAMPLES = 5;

/** One thing that was noticed, in the order it is printed. */
interface Finding {
  readonly severity: 'error' | 'warning' | 'info';
  readonly sentence: string;
  readonly range: SourceRange;
}

/**
 * What reading repaired and what was noticed, for a person at a terminal: repairs grouped by kind,
 * then findings by place, each with its line in the author's file.
 */
export function checkReport(loaded: LoadedSpeech, language: Language): { text: string; errors: number } {
  const lines = Text.of(loaded.source.text.split('\n'));
  // The model's diagnostics hold those of reading too; each room has the words of its own.
  const findings: Finding[] = loaded.speech.diagnostics
    .map((diagnostic) => ({
      severity: diagnostic.severity,
      sentence: speechMessage(diagnostic, language) ?? problemMessage(diagnostic, language),
      range: diagnostic.range,
    }))
    .sort((a, b) => a.range.start - b.range.start);
  const { repairs } = loaded.clean;
  const out: string[] = [];
  if (loaded.encoding !== undefined && loaded.encoding !== 'utf-8')
    out.push(message('check.encoding', language, { encoding: loaded.encoding.toUpperCase() }));
  if (repairs.length === 0 && findings.length === 0)
    out.push(message('check.good', language, { name: loaded.source.name }));
  if (repairs.length > 0) {
    out.push(message('check.repairs', language, { count: repairs.length }));
    for (const [kind, group] of groupByKind(repairs)) {
      out.push(`  ${repairName(kind, language)} × ${group.length}`);
      for (const repair of group.slice(0, EXAMPLES))
        out.push(
          `    ${loaded.source.name}:${lines.lineAt(repair.range.start).number}  ${quote(repair.before)} → ${quote(repair.after)}`,
        );
      if (group.length > EXAMPLES) out.push('    …');
    }
  }
  if (findings.length > 0) {
    out.push(message('check.diagnostics', language, { count: findings.length }));
    for (const { severity, sentence, range } of findings)
      out.push(`  ${loaded.source.name}:${lines.lineAt(range.start).number}  ${SIGNS[severity]} ${sentence}`);
  }
  return {
    text: `${out.join('\n')}\n`,
    errors: findings.filter((finding) => finding.severity === 'error').length,
  };
}

const SIGNS = { error: '✗', warning: '!', info: '·' } as const;

function groupByKind(repairs: readonly Repair[]): Map<Repair['kind'], Repair[]> {
  const groups = new Map<Repair['kind'], Repair[]>();
  for (const repair of repairs) groups.set(repair.kind, [...(groups.get(repair.kind) ?? []), repair]);
  return groups;
}

/** A piece of text on one line, shortened in the middle, with invisible characters as their code points. */
function quote(text: string): string {
  const characters = [...text];
  const shown =
    characters.length > 40 ? [...characters.slice(0, 24), '…', ...characters.slice(-12)] : characters;
  const visible = shown
    .map((c) => (/[\p{Cc}\p{Cf}\p{Co}\p{Zs}]/u.test(c) && c !== ' ' ? `<U+${hex(c)}>` : c))
    .join('');
  return `“${visible}”`;
}

function hex(character: string): string {
  return (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
}
