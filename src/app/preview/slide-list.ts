import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Deck, Slide } from '../../deck/plan/types.ts';
import type { SourceRange } from '../../speech/types.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { clockTime, nameOf } from '../navigation/slide-names.ts';
import { controls } from '../ui/controls.ts';
import { shownRanges } from './shown-texts.ts';
import './spoken-text.ts';

/**
 * All slides by name, with the spoken text of the current one open.
 * Fires `slide-chosen` (CustomEvent<Slide>); a sentence of the spoken text fires what `spoken-text` fires.
 */
@customElement('slide-list')
export class SlideList extends LitElement {
  static override styles = [
    controls,
    css`
      :host { display: block; overflow-y: auto; overscroll-behavior: contain; }
      ol { list-style: none; margin: 0; padding: 6px 8px 16px; }
      button {
        display: grid; grid-template-columns: 2.2em 1fr auto; align-items: baseline; gap: 6px;
        width: 100%; padding: 6px 8px; border: 0; border-radius: 6px; background: none;
        text-align: start; cursor: pointer; color: var(--ink-soft);
      }
      button:hover { background: var(--surface-sunk); }
      .number, .time { font-variant-numeric: tabular-nums; font-size: 12px; color: var(--ink-faint); }
      .number { text-align: end; }
      .name { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .divider .name { font-weight: 600; color: var(--ink); }
      li[aria-current] > button { background: var(--accent-wash); color: var(--ink); }
      li[aria-current] .number { color: var(--accent-ink); font-weight: 600; }
      spoken-text { margin: 2px 8px 10px calc(2.2em + 14px); }
    `,
  ];

  @property({ attribute: false }) deck: Deck | undefined;
  @property() current = '';
  /** Place of the source that is lit. */
  @property({ attribute: false }) lit: SourceRange | undefined;

  /** The slide may be another after a sentence's button was pressed: the keyboard stays with the sentence. */
  private refocus = false;
  /** The keyboard was at a sentence before the list was drawn anew. */
  private focused = false;
  private readonly words = new LanguageController(this);
  /** A list that is not shown has no height and cannot scroll: it does when it is shown. */
  private readonly observer = new ResizeObserver(() => {
    const row = this.renderRoot.querySelector<HTMLElement>('li[aria-current]');
    if (row) this.bringIntoView(row);
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer.disconnect();
  }

  protected override render() {
    const slides = this.deck?.slides ?? [];
    return html`<ol aria-label=${this.words.t('slides.list')}>
      ${repeat(slides, (slide) => slide.id, this.row)}
    </ol>`;
  }

  private readonly row = (slide: Slide, index: number) => {
    const current = slide.id === this.current;
    return html`<li
      aria-current=${current ? 'true' : nothing}
      class=${['cover', 'section', 'closing'].includes(slide.layout) ? 'divider' : ''}
      data-slide=${slide.id}
    >
      <button @click=${() => this.choose(slide)}>
        <span class="number">${index + 1}</span>
        <span class="name">${nameOf(slide, this.words.t)}</span>
        <span class="time">${clockTime(slide.seconds)}</span>
      </button>
      ${
        current && slide.notes.length > 0
          ? html`<spoken-text .slide=${slide} .lit=${this.lit} .shown=${this.deck ? shownRanges(this.deck) : []}
              @sentence-command=${this.commanded} lang=${this.deck?.lang ?? nothing}></spoken-text>`
          : nothing
      }
    </li>`;
  };

  private readonly commanded = () => {
    this.refocus = true;
  };

  private choose(slide: Slide): void {
    this.dispatchEvent(new CustomEvent('slide-chosen', { detail: slide, bubbles: true, composed: true }));
  }

  protected override willUpdate(): void {
    this.focused = this.shadowRoot?.activeElement?.localName === 'spoken-text';
  }

  protected override async updated(changed: Map<string, unknown>): Promise<void> {
    // The spoken text that had the keyboard is gone with its slide: what takes its place gets it.
    if (this.focused && !this.shadowRoot?.activeElement) this.refocus = true;
    if (!changed.has('current') && !changed.has('lit')) return;
    const row = this.renderRoot.querySelector<HTMLElement>('li[aria-current]');
    if (!row) return;
    const spoken = row.querySelector('spoken-text');
    await spoken?.updateComplete;
    if (changed.has('current')) this.bringIntoView(row);
    const sentence = spoken?.litSentence;
    if (!sentence) return;
    if (this.refocus) sentence.focus({ preventScroll: true });
    this.refocus = false;
    this.bringIntoView(sentence);
  }

  /** Scrolls the list, and nothing around it, so that an element stands at its top; where it is in sight, not at all. */
  private bringIntoView(element: HTMLElement): void {
    const { top, bottom } = element.getBoundingClientRect();
    const list = this.getBoundingClientRect();
    if (top < list.top || bottom > list.bottom) this.scrollTop += top - list.top - 8;
  }
}
