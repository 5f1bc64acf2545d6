import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { LanguageController } from '../i18n/language-controller.ts';
import { controls } from '../ui/controls.ts';
import type { Difference, DifferenceBlock, Piece } from './version-difference.ts';

/** What was put in and taken out, by colour, by line and by sign: ＋ and －. */
@customElement('difference-view')
export class DifferenceView extends LitElement {
  static override styles = [
    controls,
    css`
      :host { display: block; padding: 14px 22px 22px; font: 15px / 1.9 var(--font-text); }
      p { margin: 0 0 8px; overflow-wrap: anywhere; }
      p.same { color: var(--ink-soft); }
      ins, del { border-radius: 3px; padding: 1px 2px; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
      ins { background: var(--good-wash); color: var(--good); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 3px; }
      del { background: var(--bad-wash); color: var(--bad); text-decoration: line-through; }
      /* The line through the text must not cross the sign. */
      ins::before, del::before { display: inline-block; text-decoration: none; margin-inline-end: 1px; }
      ins::before { content: "＋" / ""; font-size: 0.8em; font-weight: 700; }
      del::before { content: "－" / ""; font-size: 0.8em; font-weight: 700; }
      .skipped { display: flex; align-items: center; gap: 12px; margin: 12px 0; color: var(--ink-faint); font: 12.5px / 1.5 var(--font-ui); white-space: nowrap; }
      .skipped::before, .skipped::after { content: ""; flex: 1; border-top: 1px dashed var(--line-strong); }
    `,
  ];

  @property({ attribute: false }) difference: Difference | undefined;

  private readonly words = new LanguageController(this);

  protected override render() {
    return this.difference?.blocks.map(this.block);
  }

  private readonly block = (block: DifferenceBlock) => {
    const { t, number } = this.words;
    if ('skipped' in block)
      return html`<p class="skipped">${t('versions.skipped', { count: number(block.skipped) })}</p>`;
    const same = block.pieces.every(({ kind }) => kind === 'same');
    return html`<p class=${same ? 'same' : ''}>${block.pieces.map(this.piece)}</p>`;
  };

  /** Who listens hears the words “added” and “removed”; who looks sees the signs. */
  private readonly piece = ({ kind, text }: Piece) => {
    const { t } = this.words;
    if (kind === 'same') return text;
    const said = html`<span class="unseen">${t(`versions.${kind}`)}</span>`;
    return kind === 'added' ? html`<ins>${said}${text}</ins>` : html`<del>${said}${text}</del>`;
  };
}
