/**
 * Comments of Markdown by which the author says how the block below is shown. They are markup: neither said, shown nor
 * printed. All other comments are taken out when the text is repaired.
 */

/** `<!-- notes only -->`: where the block is shown. */
const PLACE = '(?:notes|slide|print) only';
/** One entry a slide that begins in the line below: the id of a layout, `join`, `split`, or `-` for the planner's choice. */
const CHOICE = '(?:-|[a-z]+(?:-[a-z]+)?)';
/** So many slides of one line can be chosen for: a bound for the expression, far above what a line fills. */
const MOST_CHOICES = 20;
const LAYOUT = `layout:[ \\t]*${CHOICE}(?:,[ \\t]*${CHOICE}){0,${MOST_CHOICES - 1}}`;

/** Source of an expression for any such comment, wherever it stands. Has no groups. */
export const AUTHOR_COMMENT = `<!--[ \\t]*(?:${PLACE}|${LAYOUT})[ \\t]*-->`;

const WHOLE = new RegExp(`^${AUTHOR_COMMENT}$`);
const PLACE_LINE = /^<!--[ \t]*(notes|slide|print) only[ \t]*-->$/;
const LAYOUT_LINE = new RegExp(`^<!--[ \\t]*(${LAYOUT})[ \\t]*-->$`);

/** True if the text is one such comment and nothing else. */
export function isAuthorComment(text: string): boolean {
  return WHOLE.test(text);
}

/** What a line says about where the block below is shown. @param line without white space around it */
export function placeIn(line: string): 'notes' | 'slide' | 'print' | undefined {
  return PLACE_LINE.exec(line)?.[1] as 'notes' | 'slide' | 'print' | undefined;
}

/** What a line says about the slides that begin in the line below, one entry a slide. @param line without white space around it */
export function choicesIn(line: string): string[] | undefined {
  const list = LAYOUT_LINE.exec(line)?.[1];
  return list
    ?.slice(list.indexOf(':') + 1)
    .split(',')
    .map((choice) => choice.trim());
}

/** The comment that says it; '' where every slide is left to the planner. */
export function choicesComment(choices: readonly string[]): string {
  const last = choices.findLastIndex((choice) => choice !== PLANNED);
  if (last === -1) return '';
  return `<!-- layout: ${choices.slice(0, Math.min(last + 1, MOST_CHOICES)).join(', ')} -->`;
}

/** The entry of a slide that is left to the planner. */
export const PLANNED = '-';
