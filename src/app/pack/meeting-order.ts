import { html, nothing, type TemplateResult } from 'lit';
import type { MeetingBreak } from '../../pack/types.ts';
import type { LanguageController } from '../i18n/language-controller.ts';

interface MeetingOrder {
  /** Names of the speeches in the order in which they are given. */
  readonly names: readonly string[];
  readonly breaks: readonly MeetingBreak[];
  readonly t: LanguageController['t'];
  reorder(names: readonly string[]): void;
  pause(breaks: readonly MeetingBreak[]): void;
}

/** The speeches of a meeting in order, each but the first with a button that moves it up, and the break behind it. */
export function meetingOrder({ names, breaks, t, reorder, pause }: MeetingOrder): TemplateResult {
  return html`<details><summary>${t('pack.order')}</summary>
    ${names.map((name, index) => {
      const after = index + 1;
      const one = breaks.find((other) => other.after === after);
      const change = (minutes: number, label: string) =>
        pause([
          ...breaks.filter((other) => other.after !== after),
          ...(minutes > 0 ? [{ after, minutes, label }] : []),
        ]);
      return html`<div class="turn"><span>${after}　${name}</span>${
        index === 0
          ? nothing
          : html`<button class="button" aria-label=${t('pack.up', { name })} @click=${() => reorder(movedUp(names, index))}>↑</button>`
      }</div>
      <div class="row">
        <label class="field">${t('pack.break.minutes')}<input type="number" min="0" max="1440" step="1" name=${`break-${after}`}
          .value=${one ? String(one.minutes) : ''} @change=${(event: Event) => change(wholeMinutes(event), one?.label ?? '')}></label>
        <label class="field">${t('pack.break.label')}<input .value=${one?.label ?? ''} ?disabled=${!one}
          @input=${(event: Event) => change(one?.minutes ?? 0, (event.target as HTMLInputElement).value)}></label>
      </div>`;
    })}
  </details>`;
}

function movedUp(names: readonly string[], index: number): string[] {
  const moved = [...names];
  moved.splice(index - 1, 0, ...moved.splice(index, 1));
  return moved;
}

/** 0 for what is no number of minutes. */
function wholeMinutes(event: Event): number {
  const minutes = Math.trunc((event.target as HTMLInputElement).valueAsNumber);
  return minutes > 0 ? Math.min(minutes, 1440) : 0;
}
