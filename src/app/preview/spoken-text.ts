import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { NotePart, Slide } from '../../deck/plan/types.ts';
import type { SourceRange } from '../../speech/types.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { controls } from '../look/controls.ts';
import { placeChosen } from './place-events.ts';
import { spokenLines } from './slide-names.ts';

/** The spoken text of one slide, sentence by sentence. Fires `place-chosen` for a sentence. */
@customElement('spoken-text')
export class SpokenText extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block; padding-inline-start: 12px; border-inline-start: 2px solid var(--line-strong);
        font: 14px / 1.8 var(--font-text); color: var(--ink);
      }
      p { margin: 0 0 4px; }
      .sentence { cursor: pointer; border-radius: 3px; }
      .sentence:hover { background: var(--surface-sunk); }
      .sentence.here { background: var(--highlight); }
    `,
  ];

  @property({ attribute: false }) slide: Slide | undefined;
  /** Place of the source that is lit. */
  @property({ attribute: false }) lit: SourceRange | undefined;

  private readonly words = new LanguageController(this);

  /** The first sentence that is lit. */
  get litSentence(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.here');
  }

  protected override render() {
    const lines = this.slide ? spokenLines(this.slide) : [];
    return html`<div role="group" aria-label=${this.words.t('slides.notes')}>${lines.map(
      (line) => html`<p>${line.map((part) => this.sentence(part))}</p>`,
    )}</div>`;
  }

  private sentence(part: NotePart) {
    return html`<span class=${classMap({ sentence: true, here: touches(part.range, this.lit) })}
      @click=${() => this.dispatchEvent(placeChosen(part.range, 'slides'))}>${part.text}</span>`;
  }
}

function touches(range: SourceRange, other: SourceRange | undefined): boolean {
  return other !== undefined && range.start < other.end && other.start < range.end;
}

declare global {
  interface HTMLElementTagNameMap {
    'spoken-text': SpokenText;
  }
}
