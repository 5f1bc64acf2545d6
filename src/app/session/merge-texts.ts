import { diffArrays } from 'diff';

/** Lines `from` to `to` (exclusive) of the base are these lines now. */
interface Hunk {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/**
 * Joins the edits of two people who began from the same text, paragraph by paragraph (a line is one).
 *
 * @returns undefined when their edits touch: then a person has to choose
 */
export function mergeTexts(base: string, mine: string, theirs: string): string | undefined {
  const lines = base.split('\n');
  const hunks: Hunk[] = [];
  const ours = hunksOf(lines, mine);
  const others = hunksOf(lines, theirs);
  for (const hunk of ours) {
    const touched = others.filter((other) => touch(hunk, other));
    // The same edit on both sides is one edit.
    if (touched.some((other) => !same(hunk, other))) return undefined;
    if (touched.length === 0) hunks.push(hunk);
  }
  hunks.push(...others);
  hunks.sort((a, b) => a.from - b.from || a.to - b.to);
  const merged: string[] = [];
  let at = 0;
  for (const { from, to, lines: now } of hunks) {
    merged.push(...lines.slice(at, from), ...now);
    at = to;
  }
  return [...merged, ...lines.slice(at)].join('\n');
}

function hunksOf(base: readonly string[], text: string): Hunk[] {
  const hunks: Hunk[] = [];
  let at = 0;
  let open: { from: number; to: number; lines: string[] } | undefined;
  for (const { added, removed, value } of diffArrays([...base], text.split('\n'))) {
    if (!added && !removed) {
      at += value.length;
      open = undefined;
      continue;
    }
    if (!open) {
      open = { from: at, to: at, lines: [] };
      hunks.push(open);
    }
    if (added) open.lines.push(...value);
    else {
      at += value.length;
      open.to = at;
    }
  }
  return hunks;
}

/** Neighbouring lines may be changed by two people; where a line was put in, its neighbours may not. */
function touch(a: Hunk, b: Hunk): boolean {
  if (a.from < b.to && b.from < a.to) return true;
  const insertion = a.from === a.to || b.from === b.to;
  return insertion && a.from <= b.to && b.from <= a.to;
}

function same(a: Hunk, b: Hunk): boolean {
  // No line and an empty line are two things, though they join to the same text.
  return (
    a.from === b.from &&
    a.to === b.to &&
    a.lines.length === b.lines.length &&
    a.lines.every((line, index) => line === b.lines[index])
  );
}
