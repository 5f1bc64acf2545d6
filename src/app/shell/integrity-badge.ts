import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { IntegrityCheck } from '../../compile/integrity.ts';
import type { SourceCoverage } from '../../speech/types.ts';
import type { DifferencePlace, TextDifference } from '../../text/difference.ts';
import type { SourceRange } from '../../text/source.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { controls } from '../ui/controls.ts';
import { icons } from '../ui/icons.ts';

/** Sum of what the outputs lack or have too much. */
export function differenceTotal(
  parts: readonly (Pick<TextDifference, 'missing' | 'added'> | undefined)[],
): number {
  return parts.reduce((sum, part) => sum + (part ? part.missing + part.added : 0), 0);
}

/**
 * The check that nothing is lost, computed from the models and from the pages as laid out; it opens the
 * figures it stands for, and the place where an output parts from the speech.
 * Fires `character-asked` (CustomEvent<number>, UTF-16 units of the speech without white space), `go-to-place`
 * (CustomEvent<SourceRange>).
 */
@customElement('integrity-badge')
export class IntegrityBadge extends LitElement {
  static override styles = [
    controls,
    css`
      :host { position: relative; display: inline-flex; }
      .badge {
        display: inline-flex; align-items: center; gap: 5px; min-height: 28px; padding: 0 11px 0 8px; border: 1px solid transparent;
        border-radius: 99px; background: var(--good-wash); color: var(--good); font-size: 13px; font-weight: 600; cursor: pointer;
        white-space: nowrap; font-variant-numeric: tabular-nums;
      }
      .badge:hover { border-color: currentColor; }
      .badge:is([data-state="checking"], [data-state="unchecked"]) { background: var(--surface-sunk); color: var(--ink-soft); }
      .badge[data-state="lost"] { background: var(--bad-wash); color: var(--bad); }
      .icon { width: 16px; height: 16px; stroke-width: 2.2; }
      [popover] {
        position: fixed; inset: auto; margin: 0; top: var(--top, 60px); left: var(--left, 12px);
        width: min(380px, calc(100vw - 24px)); padding: 16px 18px; border: 1px solid var(--line); border-radius: 12px;
        background: var(--surface); color: var(--ink); box-shadow: var(--shadow); line-height: 1.6; white-space: normal;
      }
      h2 { margin: 0 0 4px; font-size: 15px; }
      p { margin: 0 0 12px; color: var(--ink-soft); font-size: 13px; }
      dl { display: grid; grid-template-columns: auto 1fr; gap: 6px 16px; margin: 0; font-size: 13.5px; font-variant-numeric: tabular-nums; }
      dt { color: var(--ink-soft); }
      dd { margin: 0; text-align: end; }
      dd.good { color: var(--good); }
      dd.bad { color: var(--bad); font-weight: 600; }
      dd.place { grid-column: 1 / -1; display: flex; align-items: center; gap: 8px; margin-bottom: 6px; text-align: start; }
      q { flex: 1; quotes: none; padding: 4px 8px; border-radius: 6px; background: var(--surface-sunk); font-family: var(--font-text); overflow-wrap: anywhere; }
      del { background: var(--bad-wash); color: var(--bad); text-decoration: line-through; }
      ins { background: var(--warn-wash); color: var(--warn); text-decoration: underline; }
      dl + p { margin: 12px 0 0; }
    `,
  ];

  @property({ attribute: false }) integrity: IntegrityCheck | undefined;
  /** Of the pages of the same text; undefined while they are laid out for the first time. */
  @property({ attribute: false }) pages: TextDifference | undefined;

  /** The pages cannot be laid out: there is nothing to wait for. */
  @property({ type: Boolean }) failed = false;

  private readonly words = new LanguageController(this);

  protected override render() {
    const { t, number } = this.words;
    const { integrity, pages } = this;
    const total = differenceTotal([integrity?.source, integrity?.notes, integrity?.handout, pages]);
    const waiting = this.failed && integrity ? 'unchecked' : 'checking';
    const state = total > 0 ? 'lost' : integrity && pages ? 'good' : waiting;
    const label = state === 'lost' ? t('integrity.lost', { count: number(total) }) : t(`integrity.${state}`);
    return html`
      <button class="badge" data-testid="badge-proof" data-state=${state} aria-haspopup="dialog"
        popovertarget="figures" @click=${this.putUnder}>${state === 'lost' || state === 'unchecked' ? icons.alert : icons.check}<span aria-live="polite">${label}</span></button>
      <div popover id="figures" role="dialog" aria-labelledby="integrity-title">
        <h2 id="integrity-title">${t('integrity.title')}</h2>
        <p>${t('integrity.intro')}</p>
        ${
          integrity
            ? html`<dl>
                <dt>${t('integrity.speech')}</dt><dd>${t('count.characters', { count: number(integrity.characters) })}</dd>
                ${this.source(integrity.source)}
                ${this.line('integrity.notes', integrity.notes)}
                ${this.line('integrity.handout', integrity.handout)}
                ${this.line('integrity.pages', pages)}
              </dl>${
                pages && pages.characters < integrity.characters
                  ? html`<p>${t('integrity.choice')}</p>`
                  : nothing
              }`
            : nothing
        }
      </div>
    `;
  }

  private source({ missing, added, characters, place }: SourceCoverage) {
    const { t, number } = this.words;
    if (!place)
      return html`<dt>${t('integrity.source')}</dt><dd class="good">${t('integrity.same', { count: number(characters) })}</dd>`;
    const { text, range } = place;
    return html`<dt>${t('integrity.source')}</dt>
      <dd class="bad">${t('integrity.differs', { missing: number(missing), added: number(added) })}</dd>
      <dd class="place"><q>${
        missing > 0
          ? html`<del aria-label=${t('integrity.missing', { text })}>${text}</del>`
          : html`<ins aria-label=${t('integrity.added', { text })}>${text}</ins>`
      }</q><button class="button small" @click=${() => this.show('go-to-place', range)}>${t('repairs.go')}</button></dd>`;
  }

  private line(
    key: 'integrity.notes' | 'integrity.handout' | 'integrity.pages',
    difference: TextDifference | undefined,
  ) {
    const { t, number } = this.words;
    if (!difference)
      return html`<dt>${t(key)}</dt><dd>${t(this.failed ? 'integrity.unchecked' : 'integrity.waiting')}</dd>`;
    const { missing, added, characters, place } = difference;
    if (missing + added === 0)
      return html`<dt>${t(key)}</dt><dd class="good">${t('integrity.same', { count: number(characters) })}</dd>`;
    return html`<dt>${t(key)}</dt>
      <dd class="bad">${t('integrity.differs', { missing: number(missing), added: number(added) })}</dd>
      ${place ? this.place(place, characters) : nothing}`;
  }

  /** What is missing (struck out) and what is too much (underlined), between what stands around it. */
  private place({ before, missing, added, after, offset }: DifferencePlace, characters: number) {
    const { t } = this.words;
    return html`<dd class="place"><q>${before}${
      missing ? html`<del aria-label=${t('integrity.missing', { text: missing })}>${missing}</del>` : nothing
    }${added ? html`<ins aria-label=${t('integrity.added', { text: added })}>${added}</ins>` : nothing}${after}</q>${
      characters === this.integrity?.characters
        ? html`<button class="button small" @click=${() => this.show('character-asked', offset)}>${t('repairs.go')}</button>`
        : nothing
    }</dd>`;
  }

  private show(event: 'character-asked' | 'go-to-place', detail: number | SourceRange): void {
    this.renderRoot.querySelector<HTMLElement>('#figures')?.hidePopover();
    this.dispatchEvent(new CustomEvent(event, { detail, bubbles: true, composed: true }));
  }

  /** Under the badge, inside the window. */
  private putUnder(event: Event): void {
    const badge = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const left = Math.max(12, Math.min(badge.left, innerWidth - 392));
    this.style.setProperty('--top', `${badge.bottom + 8}px`);
    this.style.setProperty('--left', `${left}px`);
  }
}
