import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import type { NotePart, Slide } from '../../deck/plan/types.ts';
import type { SourceRange } from '../../speech/types.ts';
import type { SentenceCommand } from '../editor/sentence-commands.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { placeChosen } from '../navigation/place-events.ts';
import { spokenLines } from '../navigation/slide-names.ts';
import { controls } from '../ui/controls.ts';
import { touches } from './shown-texts.ts';

/**
 * The spoken text of one slide, a sentence a line, with a button that puts it on slides or takes it off.
 * Fires `place-chosen` for a sentence, `sentence-command` (CustomEvent<SentenceCommand>) for its button.
 */
@customElement('spoken-text')
export class SpokenText extends LitElement {
  static override styles = [
    controls,
    css`
      :host {
        display: block; padding-inline-start: 8px; border-inline-start: 2px solid var(--line-strong);
        font: 14px / 1.7 var(--font-text); color: var(--ink);
      }
      .line { margin: 0 0 6px; }
      .row { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: start; gap: 8px; border-radius: 4px; }
      .row:hover { background: var(--surface-sunk); }
      .words { padding: 1px 4px; border-radius: 4px; cursor: pointer; }
      .shown { background: var(--on-slide); }
      .here { background: var(--highlight); }
      .act { visibility: hidden; min-height: 24px; margin: 1px 2px; padding: 0 7px; font: 12.5px/1.4 var(--font-ui); }
      .row:hover .act, .row:focus-within .act { visibility: visible; }
      /* A finger hovers over nothing. */
      @media (hover: none) { .act { visibility: visible; } }
    `,
  ];

  @property({ attribute: false }) slide: Slide | undefined;
  /** Place of the source that is lit. */
  @property({ attribute: false }) lit: SourceRange | undefined;
  /** Where the text on the slides comes from. */
  @property({ attribute: false }) shown: readonly SourceRange[] = [];

  private readonly words = new LanguageController(this);

  /** The first sentence that is lit. */
  get litSentence(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.here');
  }

  protected override render() {
    const lines = this.slide ? spokenLines(this.slide) : [];
    const parts = lines.flat();
    const stop = parts.find(({ range }) => touches(range, this.lit)) ?? parts[0];
    return html`<div role="group" aria-label=${this.words.t('slides.notes')} @keydown=${this.keyed}>${lines.map(
      (line) => html`<div class="line">${line.map((part) => this.sentence(part, part === stop))}</div>`,
    )}</div>`;
  }

  /** @param stop it is in the tab order; arrow keys move from there */
  private sentence(part: NotePart, stop: boolean) {
    const here = touches(part.range, this.lit);
    const shown = part.kind === 'sentence' && this.shown.some((range) => touches(range, part.range));
    return html`<div class="row">
      <span class=${classMap({ words: true, here, shown })} role="button" tabindex=${stop ? 0 : -1} aria-current=${here ? 'true' : nothing}
        @click=${() => this.dispatchEvent(placeChosen(part.range, 'slides'))}>${part.text}</span>
      ${part.kind === 'sentence' ? this.button(part.range, shown ? 'off-slide' : 'on-slide') : nothing}
    </div>`;
  }

  private button(range: SourceRange, command: SentenceCommand['command']) {
    const { t } = this.words;
    return html`<button class="button small act" data-testid="sentence-${command}" title=${t(`slides.sentence.${command}`)}
      @click=${() => this.command({ range, command })}>${t(`format.${command}`)}</button>`;
  }

  private command(detail: SentenceCommand): void {
    this.dispatchEvent(new CustomEvent('sentence-command', { detail, bubbles: true, composed: true }));
  }

  private keyed(event: KeyboardEvent): void {
    const sentences = [...this.renderRoot.querySelectorAll<HTMLElement>('.words')];
    const at = sentences.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    if (event.key === 'Enter' || event.key === ' ') sentences[at]?.click();
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = sentences[at + (event.key === 'ArrowDown' ? 1 : -1)];
      if (!next) return;
      for (const sentence of sentences) sentence.tabIndex = sentence === next ? 0 : -1;
      next.focus();
    } else return;
    event.preventDefault();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'spoken-text': SpokenText;
  }
}
