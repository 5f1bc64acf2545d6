import type { SlideDraft, SlideForm } from './slide-draft.ts';
import type { SlideLayout } from './types.ts';

/** So many slides of one layout may follow each other where another's condition holds. */
const MOST_ALIKE = 3;
/** Layouts that say where one is: between them a run begins anew. */
const FRAME: readonly SlideLayout[] = ['cover', 'agenda', 'section', 'closing'];
/** Sentences as they are: chosen for variety only where a run would be too long. */
const PLAIN: readonly SlideLayout[] = ['points', 'statement', 'figure-number'];

/**
 * Chooses among the forms of each slide by the slides before it: a diagram that none of the last three has; and no
 * fourth of one layout where the words meet another's condition.
 */
export function varied(drafts: readonly SlideDraft[]): SlideDraft[] {
  let last: SlideLayout[] = [];
  return drafts.map((draft) => {
    if (FRAME.includes(draft.layout)) {
      last = [];
      return draft;
    }
    const chosen = draft.chosen ? draft : choose(draft, last);
    last = [...last, chosen.layout].slice(-MOST_ALIKE);
    return chosen;
  });
}

function choose(draft: SlideDraft, last: readonly SlideLayout[]): SlideDraft {
  const others = (draft.others ?? []).filter(({ onlyAsked }) => !onlyAsked);
  if (others.length === 0 || !last.includes(draft.layout)) return draft;
  const fresh = others.find(({ layout }) => !PLAIN.includes(layout) && !last.includes(layout));
  const full = last.length === MOST_ALIKE && last.every((layout) => layout === draft.layout);
  const other = fresh ?? (full ? others.find(({ layout }) => layout !== draft.layout) : undefined);
  return other ? withForm(draft, other) : draft;
}

/** The same slide in another of its forms. */
export function withForm(draft: SlideDraft, form: SlideForm): SlideDraft {
  const { layout, title, running, content, others = [], ...rest } = draft;
  const own: SlideForm = { layout, ...(title && { title }), ...(running && { running }), content };
  return { ...rest, ...form, others: [own, ...others.filter((other) => other !== form)] };
}
