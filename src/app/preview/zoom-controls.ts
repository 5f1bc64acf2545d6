import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Zoom } from '../../handout/paginate/frame.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { controls } from '../ui/controls.ts';
import { icons } from '../ui/icons.ts';

/** Sizes offered, 1 = as on paper; nearly the steps of Word and of browsers. */
export const SCALES = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3] as const;

/** The next size offered, larger (1) or smaller (-1) than this one; the last one stays. */
export function nextScale(scale: number, direction: 1 | -1): number {
  // A little more than the size now, by rounding, is the size now.
  const slack = 0.005;
  return direction > 0
    ? (SCALES.find((step) => step > scale + slack) ?? SCALES[SCALES.length - 1]!)
    : (SCALES.findLast((step) => step < scale - slack) ?? SCALES[0]);
}

/** A remembered choice; pages fill the pane where there is none. */
export function zoomOf(kept: string | undefined): Zoom {
  if (kept === 'page') return kept;
  const scale = Number(kept);
  return scale >= SCALES[0] && scale <= SCALES[SCALES.length - 1]! ? scale : 'width';
}

/** How large pages are shown. Fires `zoom-chosen` (CustomEvent<Zoom>). */
@customElement('zoom-controls')
export class ZoomControls extends LitElement {
  static override styles = [
    controls,
    css`
      :host { display: block; }
      div { display: flex; align-items: center; gap: 2px; }
      .button { padding: 0 7px; color: var(--ink-soft); font-variant-numeric: tabular-nums; }
      .button[aria-pressed="true"] { background: var(--accent-wash); color: var(--accent-ink); }
      .percent { min-width: 4em; }
    `,
  ];

  @property({ attribute: false }) zoom: Zoom = 'width';
  /** Size at which pages are shown now, 1 = as on paper. */
  @property({ type: Number }) scale = 1;

  private readonly words = new LanguageController(this);

  protected override render() {
    const { t } = this.words;
    const percent = Math.round(this.scale * 100);
    const fitting = (
      to: 'width' | 'page',
    ) => html`<button class="button small quiet" data-testid="zoom-${to}" aria-pressed=${this.zoom === to}
      @click=${() => this.choose(to)}>${t(`handout.zoom.${to}`)}</button>`;
    return html`<div role="group" aria-label=${t('handout.zoom')}>
      ${fitting('width')} ${fitting('page')}
      <button class="button small quiet" data-testid="zoom-out" aria-label=${t('handout.zoom.out')} title=${t('handout.zoom.out')}
        ?disabled=${this.scale <= SCALES[0]} @click=${() => this.choose(nextScale(this.scale, -1))}>${icons.minus}</button>
      <button class="button small quiet percent" data-testid="zoom-actual" aria-label=${t('handout.zoom.actual', { percent })}
        title=${t('handout.zoom.actual', { percent })} @click=${() => this.choose(1)}>${percent} %</button>
      <button class="button small quiet" data-testid="zoom-in" aria-label=${t('handout.zoom.in')} title=${t('handout.zoom.in')}
        ?disabled=${this.scale >= SCALES[SCALES.length - 1]!} @click=${() => this.choose(nextScale(this.scale, 1))}>${icons.plus}</button>
    </div>`;
  }

  private choose(detail: Zoom): void {
    this.dispatchEvent(new CustomEvent('zoom-chosen', { detail }));
  }
}
