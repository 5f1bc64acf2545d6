import { Text } from '@codemirror/state';
import type { Language } from '../i18n/language.ts';
import { LEFT_OUT_NAMES } from '../import/messages.ts';
import { speechMessage } from '../speech/messages.ts';
import type { SourceRange } from '../text/source.ts';
import type { LoadedSpeech } from './load-speech.ts';
import { message } from './messages.ts';
import { diagnosticSentence, repairName } from './reading-messages.ts';

/** So many examples of each kind are printed unless all are asked for. */
const EXAMPLES = 5;

/** One thing that was noticed, in the order it is printed. */
interface Finding {
  readonly severity: 'error' | 'warning' | 'info';
  readonly sentence: string;
  readonly range: SourceRange;
}

/**
 * What reading repaired, what was noticed, and what was left out of a Word file or a page, for a person at a terminal:
 * grouped by kind, each with its place in the author's file. That is a line of a text, and a paragraph of a
 * Word file or a page, whose lines the author never saw.
 *
 * @param all whether every single one is printed
 */
export function checkReport(
  loaded: LoadedSpeech,
  language: Language,
  { all = false } = {},
): { text: string; errors: number } {
  const placeOf = places(loaded, language);
  // The model's diagnostics hold those of reading too; each room has the words of its own.
  const findings: Finding[] = loaded.speech.diagnostics
    .map((diagnostic) => ({
      severity: diagnostic.severity,
      sentence: speechMessage(diagnostic, language) ?? diagnosticSentence(diagnostic, language),
      range: diagnostic.range,
    }))
    .sort((a, b) => a.range.start - b.range.start);
  const { leftOut } = loaded;
  const { repairs } = loaded.clean;
  const out: string[] = [];
  const list = <Item>(items: readonly Item[], line: (item: Item) => string): void => {
    const shown = all ? items : items.slice(0, EXAMPLES);
    for (const item of shown) out.push(`    ${line(item)}`);
    const count = items.length - shown.length;
    if (count > 0) out.push(`    ${message('check.more', language, { count })}`);
  };
  if (loaded.encoding !== undefined && loaded.encoding !== 'utf-8')
    out.push(message('check.encoding', language, { encoding: loaded.encoding.toUpperCase() }));
  if (repairs.length + findings.length + leftOut.length === 0)
    out.push(message('check.good', language, { name: loaded.source.name }));
  if (repairs.length > 0) {
    out.push(message('check.repairs', language, { count: repairs.length }));
    for (const [kind, group] of byKind(repairs)) {
      out.push(`  ${repairName(kind, language)} × ${group.length}`);
      list(
        group,
        ({ range, before, after }) => `${placeOf(range.start)}  ${quote(before, all)} → ${quote(after, all)}`,
      );
    }
  }
  if (findings.length > 0) {
    out.push(message('check.diagnostics', language, { count: findings.length }));
    for (const { severity, sentence, range } of findings)
      out.push(`  ${placeOf(range.start)}  ${SIGNS[severity]} ${sentence}`);
  }
  if (leftOut.length > 0) {
    out.push(message('check.left-out', language, { count: leftOut.length }));
    for (const [kind, group] of byKind(leftOut)) {
      out.push(`  ${LEFT_OUT_NAMES[kind][language]}（${kind}）× ${group.length}`);
      list(
        group,
        ({ offset, block, text }) => `${placeOf(block ? offset - 1 : offset)}  “${words(text, all)}”`,
      );
    }
  }
  return {
    text: `${out.join('\n')}\n`,
    errors: findings.filter((finding) => finding.severity === 'error').length,
  };
}

/** Words of a paragraph that tell it from others. */
const FIRST_WORDS = 10;

/** How a place of the source is called: `name:line`, or by its paragraph. */
function places({ source, paragraphs }: LoadedSpeech, language: Language): (offset: number) => string {
  if (paragraphs === undefined) {
    const lines = Text.of(source.text.split('\n'));
    return (offset) => `${source.name}:${lines.lineAt(Math.max(0, offset)).number}`;
  }
  return (offset) => {
    const number = paragraphs.findLastIndex((start) => start <= offset) + 1;
    if (number === 0) return `${source.name} ${message('check.start', language)}`;
    const start = paragraphs[number - 1]!;
    const [line = ''] = source.text.slice(start, start + 80).split('\n');
    const bare = [...line.replace(/^(?:#{1,6} |> |\s*- |\| )/, '')];
    const words = bare.slice(0, FIRST_WORDS).join('') + (bare.length > FIRST_WORDS ? '…' : '');
    return `${source.name} ${message('check.paragraph', language, { number, words })}`;
  };
}

const SIGNS = { error: '✗', warning: '!', info: '·' } as const;

function byKind<Item extends { readonly kind: string }>(items: readonly Item[]): Map<Item['kind'], Item[]> {
  const groups = new Map<Item['kind'], Item[]>();
  for (const item of items) groups.set(item.kind, [...(groups.get(item.kind) ?? []), item]);
  return groups;
}

/** Words of the file on one line, ↵ for a line end; shortened unless all of them are wanted. */
function words(text: string, whole: boolean): string {
  const characters = [...text.replace(/\s*\n\s*/g, ' ↵ ')];
  return whole || characters.length <= 60 ? characters.join('') : `${characters.slice(0, 59).join('')}…`;
}

/** A piece of text on one line, shortened in the middle unless all of it is wanted, with invisible characters as their code points. */
function quote(text: string, whole: boolean): string {
  const characters = [...text];
  const shown =
    !whole && characters.length > 40
      ? [...characters.slice(0, 24), '…', ...characters.slice(-12)]
      : characters;
  const visible = shown
    .map((c) => (/[\p{Cc}\p{Cf}\p{Co}\p{Zs}]/u.test(c) && c !== ' ' ? `<U+${hex(c)}>` : c))
    .join('');
  return `“${visible}”`;
}

function hex(character: string): string {
  return (character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0');
}
