import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type OutlineEntry, sectionAt } from '../../compile/outline-entries.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { placeChosen } from '../navigation/place-events.ts';
import { clockTime } from '../navigation/slide-names.ts';
import { controls } from '../ui/controls.ts';

/** Sections with their minutes and, on asking, characters; the one at the cursor is lit. Fires `place-chosen`. */
@customElement('speech-outline')
export class SpeechOutline extends LitElement {
  static override styles = [
    controls,
    css`
      :host { display: grid; grid-template-rows: auto minmax(0, 1fr); min-height: 0; border-top: 1px solid var(--line); background: var(--paper); }
      h2 { margin: 0; padding: 10px 16px 4px; font-size: 13px; font-weight: 600; color: var(--ink-soft); }
      ol { list-style: none; margin: 0; padding: 0 8px 10px; overflow-y: auto; }
      button {
        display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 8px; align-items: baseline; width: 100%;
        padding: 4px 8px; border: 0; border-radius: 6px; background: none; text-align: start; cursor: pointer;
        font-size: 13px; line-height: 1.5;
      }
      button:hover { background: var(--surface-sunk); }
      button[aria-current] { background: var(--accent-wash); color: var(--accent-ink); }
      .level-1 { font-weight: 600; }
      .level-2 { padding-inline-start: 20px; }
      .level-3 { padding-inline-start: 34px; color: var(--ink-soft); }
      .text { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
      .time { font-size: 12px; font-weight: 400; color: var(--ink-faint); font-variant-numeric: tabular-nums; }
      button[aria-current] .time { color: inherit; }
    `,
  ];

  @property({ attribute: false }) entries: readonly OutlineEntry[] = [];
  /** Offset of the cursor in the text. */
  @property({ type: Number }) cursor = 0;

  /** Offset of what is read, which scrolling may have taken from the cursor. */
  @property({ type: Number }) reading = 0;

  private readonly words = new LanguageController(this);

  protected override render() {
    const { t, number } = this.words;
    const size = ({ text, characters, seconds }: OutlineEntry) =>
      t('outline.size', { text, count: number(characters), time: clockTime(seconds) });
    const current = sectionAt(this.entries, this.cursor);
    return html`<h2 id="heading">${t('outline.title')}</h2>
      <ol aria-labelledby="heading" data-testid="outline">${this.entries.map(
        (entry) => html`<li><button class="level-${entry.level}" title=${size(entry)}
          data-start=${entry.range.start} aria-current=${entry === current ? 'location' : nothing} @click=${() => this.go(entry)}>
          <span class="text">${entry.text}</span>
          <span class="time">${clockTime(entry.seconds)}</span></button></li>`,
      )}</ol>`;
  }

  protected override updated(): void {
    const entry = sectionAt(this.entries, this.reading);
    const button = entry && this.renderRoot.querySelector(`[data-start="${entry.range.start}"]`);
    button?.scrollIntoView({ block: 'nearest' });
  }

  private go({ range: { start } }: OutlineEntry): void {
    this.dispatchEvent(placeChosen({ start, end: start }, 'outline'));
  }
}
