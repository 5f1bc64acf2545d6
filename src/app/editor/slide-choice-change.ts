import type { ChangeSpec, EditorState, TransactionSpec } from '@codemirror/state';
import type { SlideChoice } from '../../deck/plan/types.ts';
import type { SourceRange } from '../../speech/types.ts';
import { choicesComment, choicesIn, isAuthorComment, PLANNED } from '../../text/author-comment.ts';
import { isTableRow } from './line-parts.ts';

/** What the author chooses for one slide. */
export interface SlideChoiceCommand {
  /** A place in the line in which the slide's words begin. */
  readonly range: SourceRange;
  /** The `nth` slide that begins there, from 0. */
  readonly nth: number;
  /** Nothing: as planned. */
  readonly choice?: SlideChoice;
}

/**
 * The change that keeps a choice for a slide in the comment above its line, or takes it out. The comment goes with its last
 * choice. The cursor goes to the line, so that the views stay at its slide.
 */
export function slideChoiceChange(state: EditorState, command: SlideChoiceCommand): TransactionSpec {
  const changes = state.changes(commentChange(state, command));
  return changes.empty ? {} : { changes, selection: { anchor: changes.mapPos(command.range.start, 1) } };
}

function commentChange(state: EditorState, command: SlideChoiceCommand): ChangeSpec {
  const { doc } = state;
  let line = doc.lineAt(Math.min(command.range.start, doc.length));
  // A table begins with its first row.
  while (isTableRow(line.text) && line.number > 1 && isTableRow(doc.line(line.number - 1).text))
    line = doc.line(line.number - 1);
  const found = commentAbove(state, line.number);
  const choices = [...(found?.choices ?? [])];
  while (choices.length <= command.nth) choices.push(PLANNED);
  choices[command.nth] = command.choice ?? PLANNED;
  const insert = choicesComment(choices);
  if (found === undefined) return insert === '' ? [] : { from: line.from, insert: `${insert}\n\n` };
  const comment = doc.line(found.number);
  if (insert !== '') return { from: comment.from, to: comment.to, insert };
  const next = doc.line(comment.number + 1);
  const to = next.text.trim() === '' ? next.to + 1 : next.from;
  return { from: comment.from, to: Math.min(to, line.from) };
}

/** The comment about slides that stands above a line, with nothing but blank lines and other such comments between. */
function commentAbove(
  { doc }: EditorState,
  below: number,
): { readonly number: number; readonly choices: readonly string[] } | undefined {
  for (let number = below - 1; number >= 1; number--) {
    const text = doc.line(number).text.trim();
    const choices = choicesIn(text);
    if (choices) return { number, choices };
    if (text !== '' && !isAuthorComment(text)) return undefined;
  }
  return undefined;
}
