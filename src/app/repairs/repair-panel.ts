import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ShownRepair } from '../../compile/compile.ts';
import type { PreviewResult } from '../../compile/protocol.ts';
import { LEFT_OUT_KINDS } from '../../import/left-out.ts';
import { LEFT_OUT_NAMES } from '../../import/messages.ts';
import type { RepairKind } from '../../repair/clean-text.ts';
import { REPAIR_NAMES } from '../../repair/messages.ts';
import type { Diagnostic } from '../../text/diagnostic.ts';
import type { SourceRange, TextFormat } from '../../text/source.ts';
import { LanguageController } from '../i18n/language-controller.ts';
import { diagnosticMessage } from '../messages/diagnostic-message.ts';
import { insertionNow, isTakenBack, type LeftOutPiece } from '../session/left-out-pieces.ts';
import { controls } from '../ui/controls.ts';
import { type RepairGroup, repairGroups, visibleText } from './repair-groups.ts';

/** Characters shown of what was left out. */
const LONGEST_WORDS = 60;

/** A change that fixes a diagnostic. */
export type Fix = NonNullable<Diagnostic['fix']>;

/**
 * Every repair, before → after, by kind; what could not be repaired comes first.
 * Fires `go-to-place` (CustomEvent<SourceRange>), `toggle-repair` (CustomEvent<string>, key),
 * `toggle-kind` (CustomEvent<RepairKind>), `apply-fix` (CustomEvent<Fix>), `take-back` (CustomEvent<readonly
 * LeftOutPiece[]>).
 */
@customElement('repair-panel')
export class RepairPanel extends LitElement {
  static override styles = [
    controls,
    css`
      :host { display: block; overflow-y: auto; max-height: min(46vh, 420px); background: var(--surface); border-bottom: 1px solid var(--line); box-shadow: var(--shadow); position: relative; z-index: 2; }
      section { padding: 10px 14px; border-top: 1px solid var(--line); }
      section:first-child { border-top: 0; }
      header { display: flex; align-items: baseline; gap: 8px; margin-bottom: 4px; }
      h3 { margin: 0; font-size: 14px; }
      .count { color: var(--ink-faint); font-size: 13px; font-variant-numeric: tabular-nums; }
      header .button { margin-inline-start: auto; }
      ul { list-style: none; margin: 0; padding: 0; }
      li { display: flex; align-items: center; gap: 8px; }
      .place { flex: 1; min-width: 0; display: flex; align-items: baseline; gap: 8px; padding: 4px 8px; border: 0; border-radius: 6px; background: none; text-align: start; cursor: pointer; font-family: var(--font-text); }
      .place:hover { background: var(--surface-sunk); }
      del, ins { text-decoration: none; padding: 0 4px; border-radius: 4px; overflow-wrap: anywhere; }
      del { background: var(--bad-wash); color: var(--bad); }
      ins { background: var(--good-wash); color: var(--good); }
      .nothing { color: var(--ink-faint); }
      li.off del, li.off ins { background: none; color: var(--ink-faint); }
      li.off ins { text-decoration: line-through; }
      .diagnostic { font-family: var(--font-ui); color: var(--ink-soft); }
      .diagnostic.warning { color: var(--warn); }
      .diagnostic.error { color: var(--bad); }
    `,
  ];

  @property({ attribute: false }) result: PreviewResult | undefined;
  @property({ attribute: false }) disabled: readonly RepairKind[] = [];
  @property({ attribute: false }) leftOut: readonly LeftOutPiece[] = [];
  /** The text as it is now. */
  @property({ attribute: false }) text: () => string = () => '';
  @property({ attribute: false }) format: TextFormat = 'plain';

  private readonly words = new LanguageController(this);

  protected override render() {
    const { t } = this.words;
    const diagnostics = this.result?.diagnostics ?? [];
    return html`
      ${
        diagnostics.length > 0
          ? html`<section>
              <header><h3>${t('diagnostics.title')}</h3><span class="count">${diagnostics.length}</span></header>
              <ul>${diagnostics.map(this.diagnostic)}</ul>
            </section>`
          : nothing
      }
      ${repairGroups(this.result?.repairs ?? [], this.disabled).map((group) => this.group(group))}
      ${this.leftOutSections()}
    `;
  }

  private group({ kind, repairs }: RepairGroup) {
    const { t, language } = this.words;
    const off = this.disabled.includes(kind);
    return html`<section data-kind=${kind}>
      <header>
        <h3>${REPAIR_NAMES[kind][language]}</h3>
        <span class="count">${off ? t('repairs.off') : repairs.length}</span>
        <button class="button small quiet" @click=${() => this.fire('toggle-kind', kind)}>${t(off ? 'repairs.kind.on' : 'repairs.kind.off')}</button>
      </header>
      <ul>${repeat(repairs, (repair, index) => `${repair.key} ${index}`, this.row)}</ul>
    </section>`;
  }

  /** What importing the file left out, by kind. */
  private leftOutSections() {
    const { t, language } = this.words;
    const text = this.leftOut.length > 0 ? this.text() : '';
    return LEFT_OUT_KINDS.filter((kind) => this.leftOut.some((piece) => piece.kind === kind)).map((kind) => {
      const pieces = this.leftOut.filter((piece) => piece.kind === kind);
      const rows = pieces.map((piece) => ({ piece, taken: isTakenBack(piece, text, this.format) }));
      return html`<section data-left-out=${kind}>
        <header>
          <h3>${t('left-out.title', { kind: LEFT_OUT_NAMES[kind][language] })}</h3>
          <span class="count">${pieces.length}</span>
          ${
            rows.some(({ taken }) => !taken)
              ? html`<button class="button small quiet" @click=${() => this.fire('take-back', pieces)}>${t('left-out.take-all')}</button>`
              : nothing
          }
        </header>
        <ul>${rows.map(({ piece, taken }) => this.leftOutRow(piece, taken, text))}</ul>
      </section>`;
    });
  }

  private leftOutRow(piece: LeftOutPiece, taken: boolean, text: string) {
    const { t } = this.words;
    const { offset } = insertionNow(piece, text, this.format);
    return html`<li class=${taken ? 'off' : ''}>
      <button class="place" title=${t('repairs.go')} @click=${() => this.fire('go-to-place', { start: offset, end: offset })}>
        <span class="words">${visibleText(piece.text, LONGEST_WORDS)}</span>
      </button>
      ${
        taken
          ? html`<span class="count">${t('left-out.taken')}</span>`
          : html`<button class="button small quiet" @click=${() => this.fire('take-back', [piece])}>${t('left-out.take')}</button>`
      }
    </li>`;
  }

  private readonly diagnostic = (diagnostic: PreviewResult['diagnostics'][number]) => {
    const { t, language } = this.words;
    const fix = 'fix' in diagnostic ? diagnostic.fix : undefined;
    return html`<li data-code=${diagnostic.code}>
      <button class="place diagnostic ${diagnostic.severity}" title=${t('repairs.go')}
        @click=${() => this.fire('go-to-place', diagnostic.range)}>${diagnosticMessage(diagnostic, language)}</button>
      ${
        fix
          ? html`<button class="button small quiet" title=${t('diagnostics.fix.hint', { text: fix.insert })}
              @click=${() => this.fire('apply-fix', fix)}>${t('diagnostics.fix')}</button>`
          : nothing
      }
    </li>`;
  };

  private readonly row = (repair: ShownRepair) => {
    const { t } = this.words;
    const { before, after, applied, range, key } = repair;
    return html`<li class=${applied ? '' : 'off'}>
      <button class="place" title=${t('repairs.go')} @click=${() => this.fire('go-to-place', range)}>
        ${before === '' ? html`<span class="nothing">${t('repairs.added')}</span>` : html`<del>${visibleText(before)}</del>`}
        <span aria-hidden="true">→</span>
        ${after === '' ? html`<span class="nothing">${t('repairs.removed')}</span>` : html`<ins>${visibleText(after)}</ins>`}
      </button>
      <button class="button small quiet" @click=${() => this.fire('toggle-repair', key)}>${t(applied ? 'repairs.undo' : 'repairs.redo')}</button>
    </li>`;
  };

  private fire(name: string, detail: SourceRange | Fix | string | readonly LeftOutPiece[]): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
