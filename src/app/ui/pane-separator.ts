import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';

/** One step of an arrow key, px. */
const STEP = 24;

/**
 * The line between two panes: dragged by the pointer, or moved by the arrow keys, Home and End.
 * Fires `pane-resize` (CustomEvent<number>) with the wanted value, already within its limits.
 */
@customElement('pane-separator')
export class PaneSeparator extends LitElement {
  static override styles = css`
    :host { display: block; position: relative; width: 1px; background: var(--line); cursor: col-resize; touch-action: none; z-index: 3; outline: none; }
    :host::before { content: ""; position: absolute; inset: 0 -5px; }
    :host::after { content: ""; position: absolute; inset: 0 -1px; background: transparent; transition: background-color 0.12s; }
    :host(:hover)::after, :host([dragging])::after { background: var(--line-strong); }
    :host(:focus-visible)::after { background: var(--focus); inset: 0 -2px; }
  `;

  /** Width of the pane this line sets, px. */
  @property({ type: Number }) value = 0;
  @property({ type: Number }) min = 0;
  @property({ type: Number }) max = 0;
  /** The pane is on the right of the line: moving left makes it wider. */
  @property({ type: Boolean }) trailing = false;
  @property() label = '';
  @property({ type: Boolean, reflect: true }) dragging = false;

  private grip: { x: number; value: number } | undefined;

  constructor() {
    super();
    this.addEventListener('pointerdown', (event) => {
      this.grip = { x: event.clientX, value: this.value };
      this.dragging = true;
      // All moves come here, also over the preview's frames.
      this.setPointerCapture(event.pointerId);
      event.preventDefault();
      this.focus();
    });
    this.addEventListener('pointermove', (event) => {
      if (this.grip) this.want(this.grip.value + (event.clientX - this.grip.x) * (this.trailing ? -1 : 1));
    });
    for (const end of ['pointerup', 'pointercancel'] as const)
      this.addEventListener(end, () => {
        this.grip = undefined;
        this.dragging = false;
      });
    this.addEventListener('keydown', (event) => {
      const direction = this.trailing ? -1 : 1;
      const wanted = {
        ArrowLeft: this.value - STEP * direction,
        ArrowRight: this.value + STEP * direction,
        Home: this.min,
        End: this.max,
      }[event.key];
      if (wanted === undefined) return;
      event.preventDefault();
      this.want(wanted);
    });
  }

  protected override render() {
    return html``;
  }

  protected override updated(): void {
    this.tabIndex = 0;
    this.role = 'separator';
    this.ariaOrientation = 'vertical';
    this.ariaLabel = this.label;
    this.ariaValueNow = String(Math.round(this.value));
    this.ariaValueMin = String(Math.round(this.min));
    this.ariaValueMax = String(Math.round(this.max));
  }

  private want(value: number): void {
    const detail = Math.min(this.max, Math.max(this.min, value));
    this.dispatchEvent(new CustomEvent('pane-resize', { detail }));
  }
}
