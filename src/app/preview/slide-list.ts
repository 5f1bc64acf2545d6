import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Deck, Slide } from '../../deck/plan/types.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { controls } from '../look/controls.ts';
import { clockTime, slideName, spokenLines } from './slide-names.ts';

/**
 * All slides by name, with the spoken text of the current one open.
 * Fires `slide-chosen` (CustomEvent<Slide>).
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
      .spoken {
        margin: 2px 8px 10px calc(2.2em + 14px); padding-inline-start: 12px;
        border-inline-start: 2px solid var(--line-strong);
        font: 14px / 1.8 var(--font-text); color: var(--ink);
      }
      .spoken p { margin: 0 0 4px; }
    `,
  ];

  @property({ attribute: false }) deck: Deck | undefined;
  @property() current = '';

  private readonly words = new LanguageController(this);

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
        <span class="name">${this.nameOf(slide)}</span>
        <span class="time">${clockTime(slide.seconds)}</span>
      </button>
      ${
        current && slide.notes.length > 0
          ? html`<div class="spoken" lang=${this.deck?.lang ?? nothing} aria-label=${this.words.t('slides.notes')}>
              ${spokenLines(slide).map((line) => html`<p>${line}</p>`)}
            </div>`
          : nothing
      }
    </li>`;
  };

  private nameOf(slide: Slide): string {
    const { t } = this.words;
    if (slide.layout === 'agenda') return t('layout.agenda');
    const name = slideName(slide);
    if (name === '') return slide.layout === 'closing' ? t('layout.closing') : t('app.untitled');
    return slide.continued ? name + t('slides.continued') : name;
  }

  private choose(slide: Slide): void {
    this.dispatchEvent(new CustomEvent('slide-chosen', { detail: slide, bubbles: true, composed: true }));
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (!changed.has('current')) return;
    const row = this.renderRoot.querySelector<HTMLElement>('li[aria-current]');
    if (!row) return;
    const top = row.offsetTop - this.offsetTop;
    if (top < this.scrollTop || top + row.offsetHeight > this.scrollTop + this.clientHeight)
      this.scrollTop = top - 8;
  }
}
