import { type ChangeSpec, EditorState, type Transaction, type TransactionSpec } from '@codemirror/state';
import { type PlacedSign, signsBetween } from './sign-field.ts';

/** Edits of the user that may take text away; a button of the toolbar means the signs that it takes. */
const USER_EDITS = ['delete', 'input.type', 'input.paste'];

/**
 * What is deleted, or typed or pasted over, takes no half of a pair of signs with it: the sign whose partner stays is
 * kept, and a pair left with nothing between it goes with its text. Otherwise signs that nobody saw would stand in the
 * text as characters.
 */
export const pairsStayWhole = EditorState.transactionFilter.of((transaction) => {
  if (!transaction.docChanged || !USER_EDITS.some((event) => transaction.isUserEvent(event)))
    return transaction;
  if (transaction.isUserEvent('input.type.compose')) return transaction;
  const more = pairChanges(transaction);
  if (more.length === 0) return transaction;
  return [transaction, { changes: more, sequential: true }];
});

/** Changes of the document after the transaction that keep its pairs whole. */
function pairChanges(transaction: Transaction): ChangeSpec[] {
  const { startState: state, changes } = transaction;
  const more: ChangeSpec[] = [];
  changes.iterChanges((fromA, toA, fromB, toB, inserted) => {
    if (toA - fromA < 1) return;
    const inside = signsBetween(state, fromA, toA).filter(({ from, to }) => fromA <= from && to <= toA);
    const single = inside.filter((one) => {
      const other = isPaired(one) ? partner(state, one) : undefined;
      return other && (other.from < fromA || other.to > toA);
    });
    // One sign alone: who deletes just that sees it.
    const only = inside.length === 1 && inside[0]!.from === fromA && inside[0]!.to === toA;
    if (single.length > 0 && !only) {
      const closing = single.filter((one) => partner(state, one)!.from < one.from);
      const opening = single.filter((one) => partner(state, one)!.from > one.from);
      if (closing.length > 0)
        more.push({ from: fromB, insert: closing.map(({ sign }) => sign.text).join('') });
      if (opening.length > 0) more.push({ from: toB, insert: opening.map(({ sign }) => sign.text).join('') });
      return;
    }
    if (inserted.length > 0 || single.length > 0) return;
    // Nothing is left between signs that enclosed it.
    let from = fromA;
    let to = toA;
    for (;;) {
      const before = signsBetween(state, from).find((one) => one.to === from && isPaired(one));
      const behind = signsBetween(state, to).find((one) => one.from === to && isPaired(one));
      if (!before || !behind || partner(state, before)?.from !== behind.from) break;
      from = before.from;
      to = behind.to;
    }
    if (from < fromA) more.push({ from: fromB - (fromA - from), to: fromB + (to - toA) });
  });
  return more;
}

const PAIRED = /^(?:\*{1,2}|_{1,2}|==)$/;

function isPaired({ sign }: PlacedSign): boolean {
  return PAIRED.test(sign.text) && sign.look === 'none';
}

/** The other sign of a pair: on one line the parser pairs equal signs in turn. Undefined: it has none. */
function partner(state: EditorState, one: PlacedSign): PlacedSign | undefined {
  const line = state.doc.lineAt(one.from);
  const alike = signsBetween(state, line.from, line.to).filter(({ sign }) => sign.text === one.sign.text);
  const at = alike.findIndex(({ from }) => from === one.from);
  return alike[at % 2 === 0 ? at + 1 : at - 1];
}

/**
 * Backspace or Delete beside a sign: that of a heading, a quotation or a list goes as a whole; one that is hidden is passed,
 * and the character beyond it goes. Undefined: it is an edit like any other.
 *
 * @param isHidden whether the sign at an offset is out of sight
 */
export function deletionBesideSign(
  state: EditorState,
  forward: boolean,
  isHidden: (from: number) => boolean,
): TransactionSpec | undefined {
  const { main } = state.selection;
  if (!main.empty || state.readOnly) return undefined;
  const { head } = main;
  const beside = (at: number) =>
    signsBetween(state, at).find(({ from, to }) => (forward ? from === at : to === at));
  const first = beside(head);
  if (first?.sign.opensLine && !forward) {
    const indent =
      first.sign.look === 'bullet' ? 0 : first.sign.text.length - first.sign.text.trimStart().length;
    return { changes: { from: first.from + indent, to: first.to }, userEvent: 'delete.sign' };
  }
  let at = head;
  for (let sign = first; sign && isHidden(sign.from) && isPassed(sign); sign = beside(at))
    at = forward ? sign.to : sign.from;
  if (at === head) return undefined;
  const line = state.doc.lineAt(head);
  const [text, end] = forward
    ? [line.text.slice(at - line.from), line.to]
    : [line.text.slice(0, at - line.from), line.from];
  // At the end of the line the next one is joined to it, or this one to the one before.
  if (text === '') {
    const joined = forward ? { from: end, to: end + 1 } : { from: end - 1, to: end };
    return joined.from < 0 || joined.to > state.doc.length
      ? {}
      : { changes: joined, userEvent: 'delete.sign' };
  }
  const pieces = [...new Intl.Segmenter().segment(forward ? text.slice(0, 64) : text.slice(-64))];
  const length = (forward ? pieces[0] : pieces.at(-1))!.segment.length;
  const changes = forward ? { from: at, to: at + length } : { from: at - length, to: at };
  return { changes, userEvent: forward ? 'delete.forward' : 'delete.backward' };
}

/** Signs around text, which has a look of its own: nothing of them is seen. */
function isPassed({ sign }: PlacedSign): boolean {
  return sign.look === 'none' && !sign.opensLine;
}
