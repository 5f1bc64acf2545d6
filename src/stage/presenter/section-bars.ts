import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Slide } from '../../deck/plan/types.ts';
import type { Language } from '../../i18n/language.ts';
import { presenterMessage } from './messages.ts';
import { clockTime, saidLateness } from './pace.ts';
import { type Section, sectionsOf } from './sections.ts';
import type { SlideTimes } from './slide-times.ts';

/** The parts of the speech as bars as long as they are planned, how far each is, and how each that is over kept its time. */
@customElement('section-bars')
export class SectionBars extends LitElement {
  static override styles = css`
    :host { display: flex; gap: 3px; }
    .bar { position: relative; min-width: 12px; height: 24px; overflow: hidden; border-radius: 4px; background: #35312d; }
    .done { position: absolute; inset: 0 auto 0 0; background: #5b5349; }
    .bar[data-late="early"] .done { background: #2c5a7c; }
    .bar[data-late="late"] .done { background: #8a5410; }
    .bar[data-now] { outline: 1px solid #f0b95a; outline-offset: -1px; }
    .name { position: relative; display: block; padding: 0 7px; overflow: hidden; font-size: 13px; line-height: 24px; white-space: nowrap; text-overflow: ellipsis; color: #e7dfd2; }
  `;

  @property({ attribute: false }) slides: readonly Slide[] = [];
  @property({ attribute: false }) index = 0;
  /** Seconds. */
  @property({ attribute: false }) elapsed = 0;
  @property({ attribute: false }) times!: SlideTimes;
  @property({ attribute: false }) language: Language = 'en';
  private sections: readonly Section[] = [];

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('slides')) this.sections = sectionsOf(this.slides);
  }

  protected override render() {
    if (this.sections.length < 2) return nothing;
    return this.sections.map((section) => {
      const actual = this.slides
        .slice(section.begin, section.end)
        .reduce((sum, { id }) => sum + this.times.of(id), 0);
      const now = this.index >= section.begin && this.index < section.end;
      const over = this.index >= section.end;
      const late = over && this.times.complete && actual > 0 ? saidLateness(actual - section.seconds) : 0;
      const done = over ? 1 : now ? Math.min(1, actual / Math.max(1, section.seconds)) : 0;
      const lateness = late < 0 ? 'early' : late > 0 ? 'late' : 'onTime';
      const time = clockTime(Math.abs(late));
      const said = late === 0 ? '' : ` ${presenterMessage(lateness, this.language, { time })}`;
      const hint = `${section.name} ${clockTime(actual)} / ${clockTime(section.seconds)}${said}`;
      return html`<div class="bar" style="flex: ${Math.max(1, Math.round(section.seconds))} 1 0" title=${hint} data-late=${lateness} ?data-now=${now}>
        <span class="done" style="width: ${(done * 100).toFixed(1)}%"></span><span class="name">${said.trim()} ${section.name}</span></div>`;
    });
  }
}
