import { ChangeSet, type Text } from '@codemirror/state';
import type { SourceRange } from '../../text/source.ts';
import { minimalEdits } from './minimal-edits.ts';

/**
 * Maps a place of an earlier text to the present one.
 *
 * @param range UTF-16 units of `before`
 * @returns UTF-16 units of `now`; undefined when what stands there, or right beside it, has been edited
 */
export function mapRange(range: SourceRange, before: Text, now: Text): SourceRange | undefined {
  if (before === now || before.eq(now)) return range;
  const changes = ChangeSet.of(minimalEdits(before.toString(), now.toString()), before.length);
  if (changes.touchesRange(range.start, range.end)) return undefined;
  return { start: changes.mapPos(range.start, 1), end: changes.mapPos(range.end, -1) };
}
