import { Annotation, type Extension } from '@codemirror/state';
import { type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

/** A transaction that scrolls for another view: not the user's hand. */
export const programmaticScroll = Annotation.define<true>();

/** Events of user scrolling. Not keys: in CodeMirror they move the cursor. */
const HANDS = ['wheel', 'touchmove'] as const;

/**
 * Reports scrolling by the user: wheel, finger, scroll bar. Not scrolling that follows the cursor or another view.
 *
 * @param told receives the offset that is read: at the top of the view when the text is at its beginning, at the foot
 *   when it is at its end, so that every line is passed
 */
export function userScroll(told: (offset: number) => void): Extension {
  return ViewPlugin.fromClass(
    class {
      private hand = false;
      private readonly begin = () => {
        this.hand = true;
      };
      private readonly end = () => {
        this.hand = false;
      };
      private readonly pressed = (event: Event) => {
        // On the scroller itself is its bar; on the text is a click.
        this.hand = event.target === this.view.scrollDOM;
      };
      private readonly scrolled = () => {
        if (!this.hand) return;
        this.view.requestMeasure({ key: this, read: readingOffset, write: told });
      };

      constructor(private readonly view: EditorView) {
        const { scrollDOM } = view;
        for (const name of HANDS) scrollDOM.addEventListener(name, this.begin, { passive: true });
        scrollDOM.addEventListener('pointerdown', this.pressed);
        scrollDOM.addEventListener('keydown', this.end);
        scrollDOM.addEventListener('scroll', this.scrolled, { passive: true });
      }

      update({ transactions }: ViewUpdate): void {
        if (transactions.some((one) => one.selection || one.annotation(programmaticScroll)))
          this.hand = false;
      }

      destroy(): void {
        const { scrollDOM } = this.view;
        for (const name of HANDS) scrollDOM.removeEventListener(name, this.begin);
        scrollDOM.removeEventListener('pointerdown', this.pressed);
        scrollDOM.removeEventListener('keydown', this.end);
        scrollDOM.removeEventListener('scroll', this.scrolled);
      }
    },
  );
}

/** Whether an offset is on the screen. */
export function isInSight(view: EditorView, offset: number): boolean {
  const place = view.coordsAtPos(offset);
  const { top, bottom } = view.scrollDOM.getBoundingClientRect();
  return place !== null && place.top >= top && place.bottom <= bottom;
}

function readingOffset(view: EditorView): number {
  const { scrollDOM } = view;
  const { top, height } = scrollDOM.getBoundingClientRect();
  const way = scrollDOM.scrollHeight - scrollDOM.clientHeight;
  const share = way > 0 ? Math.min(1, scrollDOM.scrollTop / way) : 0;
  // A line in, so that the first line is met and not the space above it.
  const y = top + Math.min(height - 4, Math.max(view.defaultLineHeight * 1.5, share * height));
  return view.posAtCoords({ x: view.contentDOM.getBoundingClientRect().left + 60, y }, false);
}
