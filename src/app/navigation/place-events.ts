import type { SourceRange } from '../../speech/types.ts';

/** A view of the speech that shows where one is. */
export type View = 'text' | 'slides' | 'handout' | 'outline';

/** A place of the source, and the view in which the user pointed at it. */
export interface Place {
  readonly range: SourceRange;
  readonly from: View;
}

/** The user chose a sentence: `place-chosen` (CustomEvent<Place>). */
export function placeChosen(range: SourceRange, from: View): CustomEvent<Place> {
  return placeEvent('place-chosen', range, from);
}

/** The user scrolled a view by hand to a sentence: `place-scrolled` (CustomEvent<Place>). */
export function placeScrolled(range: SourceRange, from: View): CustomEvent<Place> {
  return placeEvent('place-scrolled', range, from);
}

function placeEvent(name: string, range: SourceRange, from: View): CustomEvent<Place> {
  return new CustomEvent(name, { detail: { range, from }, bubbles: true, composed: true });
}

/** The user's hand is in a view: `view-touched` (CustomEvent<View>). */
export function viewTouched(detail: View): CustomEvent<View> {
  return new CustomEvent('view-touched', { detail, bubbles: true, composed: true });
}

/** Calls `told` on any input by the user: pointer, wheel, touch or key. */
export function tellTouches(target: EventTarget, told: () => void): void {
  for (const name of ['pointerdown', 'wheel', 'touchmove', 'keydown'])
    target.addEventListener(name, told, { capture: true, passive: true });
}
