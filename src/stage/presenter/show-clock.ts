import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Slide } from '../../deck/plan/types.ts';
import type { Language } from '../../i18n/language.ts';
import { type PresenterMessageKey, presenterMessage } from './messages.ts';
import { clockTime, paceAt, remainingSeconds, saidLateness } from './pace.ts';

/** Time of day, time used and planned, early or late, and when the speech will be over. */
@customElement('show-clock')
export class ShowClock extends LitElement {
  static override styles = css`
    dl { display: flex; gap: 4px 24px; margin: 0; }
    div { display: grid; }
    dt { font-size: 13px; color: #b3a999; white-space: nowrap; }
    dd { margin: 0; font-size: 28px; font-weight: 500; line-height: 1.15; font-variant-numeric: tabular-nums; white-space: nowrap; }
    .pace[data-late="early"] { color: #86c7ff; }
    .pace[data-late="late"] { color: #ffb454; }
    .pace[data-late="onTime"] { color: #8fce9b; }
    @media (max-width: 1100px) { dl { gap: 4px 16px; } dd { font-size: 23px; } }
    @media (max-width: 820px) { dl { flex-wrap: wrap; } dd { font-size: 20px; } }
  `;

  @property({ attribute: false }) slides: readonly Slide[] = [];
  @property({ attribute: false }) index = 0;
  /** Seconds. */
  @property({ attribute: false }) elapsed = 0;
  /** Milliseconds since 1970. */
  @property({ attribute: false }) now = 0;
  @property({ attribute: false }) language: Language = 'en';

  protected override render() {
    const { slides, index, elapsed, now, language } = this;
    const { planned, late } = paceAt(slides, index, elapsed);
    const said = saidLateness(late);
    const lateness = said < 0 ? 'early' : said > 0 ? 'late' : 'onTime';
    const t = (key: PresenterMessageKey, time = '') => presenterMessage(key, language, { time });
    const timeOfDay = (time: number) =>
      new Date(time).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit', hour12: false });
    const item = (key: PresenterMessageKey, value: string, id: string) =>
      html`<div><dt>${t(key)}</dt><dd data-testid=${id}>${value}</dd></div>`;
    return html`<dl>
      ${item('clock', timeOfDay(now), 'clock')}
      ${item('elapsed', clockTime(elapsed), 'elapsed')}
      ${item('planned', clockTime(planned), 'planned')}
      ${
        elapsed > 0
          ? html`<div><dt>${t('pace')}</dt><dd class="pace" data-testid="pace" data-late=${lateness}>${t(lateness, clockTime(Math.abs(said)))}</dd></div>`
          : nothing
      }
      ${item('endsAt', timeOfDay(now + remainingSeconds(slides, index, elapsed) * 1000), 'ends-at')}
    </dl>`;
  }
}
