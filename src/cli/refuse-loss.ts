import type { SourceCoverage } from '../speech/types.ts';
import type { TextDifference } from '../text/difference.ts';
import { UserError } from './user-error.ts';

/**
 * Lets nothing be written that does not hold the whole text.
 *
 * @param path of the output
 * @throws UserError `export.text-lost` with the number of characters and the first place
 */
export function refuseLoss({ missing, added, place }: TextDifference | SourceCoverage, path: string): void {
  if (place === undefined) return;
  const first = 'text' in place ? place.text : `${place.before}${place.missing || place.added}${place.after}`;
  throw new UserError('export.text-lost', { path, count: missing + added, first }, 1);
}
