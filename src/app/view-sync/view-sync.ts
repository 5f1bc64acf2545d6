import type { Deck, Slide } from '../../deck/plan/types.ts';
import type { SourceRange } from '../../speech/types.ts';
import type { Place, View } from '../navigation/place-events.ts';
import { preference, setPreference } from '../preferences/preferences.ts';
import { placeAt } from './place-at.ts';

/** The text, as far as following needs it. */
export interface FollowedText {
  /** Offset of the cursor. */
  readonly head: number;
  /** Puts the cursor at a place and brings it into view, the keyboard staying where it is. */
  show(range: SourceRange): void;
  /** Scrolls to a place, if it is out of sight; the cursor stays. */
  bringIntoView(offset: number): void;
  /** Lights a sentence while the keyboard is elsewhere. */
  light(range: SourceRange | undefined): void;
}

/** Slides and pages, as far as following needs them. */
export interface FollowedPreview {
  go(slide: Slide): void;
  /** @param scroll brings the place into view on the pages, if it is out of sight */
  light(range: SourceRange | undefined, scroll: boolean): void;
  showPage(range: SourceRange): void;
}

/**
 * Keeps text, slides, handout and outline at the same sentence. One view leads at a time: the one the user
 * touched last. The others go where it goes and never send it anywhere; so they cannot fight.
 */
export class ViewSync {
  /** Offset of the cursor's sentence, which is lit everywhere. */
  cursor = 0;
  /** Offset the user scrolled to; the cursor's where they did not. */
  reading = 0;
  private follows = preference('preview/follow') !== 'off';
  private leader: View = 'text';

  /** @param changed is called when a field has another value */
  constructor(
    private readonly text: () => FollowedText,
    private readonly preview: () => FollowedPreview,
    private readonly deck: () => Deck | undefined,
    private readonly changed: () => void,
  ) {}

  /** Views follow one another; else each stays where it is until it is asked. */
  get on(): boolean {
    return this.follows;
  }

  toggle(): void {
    this.follows = !this.follows;
    setPreference('preview/follow', this.follows ? 'on' : 'off');
    this.changed();
  }

  /** The user's hand is in a view: it leads from now on. */
  touched(view: View): void {
    this.leader = view;
  }

  /** The user moved the cursor, or typed. */
  cursorMoved(offset: number): void {
    this.leader = 'text';
    this.settle(offset);
  }

  /** The user asked for the slide at a line of the text: following or not, it is shown. */
  slideAsked(offset: number): void {
    this.cursorMoved(offset);
    const place = this.placeAt(offset);
    if (place) this.preview().go(place.slide);
  }

  /** The user chose a sentence in a view: the cursor goes there. */
  chosen({ range, from }: Place): void {
    this.leader = from;
    this.text().show({ start: range.start, end: range.start });
    this.settle(range.start);
  }

  /** The user chose a slide, or walked to it. */
  slideChosen(slide: Slide): void {
    this.leader = 'slides';
    this.preview().go(slide);
    const [first] = slide.notes;
    if (!first) return;
    if (this.follows) this.text().show({ start: first.range.start, end: first.range.start });
    this.settle(this.follows ? first.range.start : this.cursor);
  }

  /** The user scrolled a view by hand. */
  scrolled({ range, from }: Place): void {
    const place = this.placeAt(range.start);
    if (!this.follows || from !== this.leader || !place) return;
    this.reading = range.start;
    if (from !== 'text') this.text().bringIntoView(range.start);
    if (from !== 'slides') this.preview().go(place.slide);
    if (from !== 'handout') this.preview().showPage(place.range ?? range);
    this.changed();
  }

  /** Another speech is open: each view is where its cursor is, at the beginning of a speech newly opened. */
  begin(): void {
    this.leader = 'text';
    this.cursor = this.reading = this.text().head;
    this.changed();
  }

  /**
   * Slides and pages are those of another text.
   *
   * @param typed the user's edit made it so: it is followed to its place
   */
  deckChanged(typed: boolean): void {
    // Who has gone on to another view meanwhile stays there.
    if (typed && this.leader === 'text') {
      this.cursorMoved(this.text().head);
      return;
    }
    const place = this.light(this.text().head, false);
    // A button of the slides' view edited the text: the sentence may stand on another slide now.
    if (typed && this.follows && this.leader === 'slides' && place) this.preview().go(place.slide);
  }

  /** Everything goes to the sentence at an offset, but for the view that leads. */
  private settle(offset: number): void {
    this.cursor = this.reading = offset;
    const place = this.light(offset, this.follows && this.leader !== 'handout');
    if (place && this.follows && this.leader !== 'slides') this.preview().go(place.slide);
    this.changed();
  }

  private light(offset: number, scroll: boolean) {
    const place = this.placeAt(offset);
    this.text().light(place?.range);
    this.preview().light(place?.range, scroll);
    return place;
  }

  private placeAt(offset: number) {
    const deck = this.deck();
    return deck && placeAt(deck, offset);
  }
}
