import { css, html, LitElement, nothing, type SVGTemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { controls } from './controls.ts';
import { icons } from './icons.ts';

/** One line of a menu. */
export interface MenuItem {
  /** Detail of the event `menu-chosen`. */
  readonly id: string;
  readonly label: string;
  /** Removes something: set apart and in the colour of it. */
  readonly danger?: boolean;
  /** A rule above it. */
  readonly apart?: boolean;
  /** The key that does the same, for reading. */
  readonly key?: string;
  /** One of several of which one holds: whether it is that one. */
  readonly checked?: boolean;
}

/** Room the menu needs below its button, px; else it opens upwards. */
const ROW = 36;

/** A button with a menu of its own, by the keys of the ARIA menu pattern. Fires `menu-chosen` (CustomEvent<string>). */
@customElement('menu-button')
export class MenuButton extends LitElement {
  static override styles = [
    controls,
    css`
      :host { display: inline-flex; }
      :host([worded]) .opener { color: var(--ink); }
      @media (max-width: 900px) {
        :host([worded]) .opener { width: 38px; padding: 0; }
        .words { display: none; }
      }
      .square { width: 30px; min-height: 30px; padding: 0; color: var(--ink-soft); }
      [popover] {
        position: fixed; inset: auto; margin: 0; top: var(--top, 0); left: var(--left, 0); min-width: 176px; max-width: 300px;
        padding: 5px; border: 1px solid var(--line); border-radius: 10px; background: var(--surface); color: var(--ink);
        box-shadow: var(--shadow);
      }
      [role^="menuitem"] {
        display: flex; justify-content: space-between; gap: 18px; width: 100%; min-height: 34px; align-items: center; padding: 0 12px;
        border: 0; border-radius: 6px; background: none; color: inherit; text-align: start; cursor: pointer; white-space: nowrap;
      }
      [role^="menuitem"]:hover, [role^="menuitem"]:focus-visible { background: var(--surface-sunk); outline-offset: -2px; }
      .danger { color: var(--bad); }
      [aria-checked="true"] { font-weight: 600; color: var(--accent-ink); }
      [aria-checked="true"]::after { content: '✓' / ''; }
      .key { color: var(--ink-faint); font-size: 12px; }
      hr { border: 0; border-top: 1px solid var(--line); margin: 5px 0; }
    `,
  ];

  @property() label = '';
  /** The label is written beside the icon, where there is room. */
  @property({ type: Boolean, reflect: true }) worded = false;
  /** … in these words, where the label would be too long. */
  @property() short = '';
  @property({ attribute: false }) icon: SVGTemplateResult = icons.more;
  @property({ type: Boolean }) disabled = false;
  @property({ attribute: false }) items: readonly MenuItem[] = [];

  @query('.opener') private readonly button!: HTMLButtonElement;
  @query('[popover]') private readonly menu!: HTMLElement;

  protected override render() {
    return html`
      <button class="opener button ${this.worded ? '' : 'quiet square'}" aria-haspopup="menu" aria-label=${this.label} title=${this.label}
        ?disabled=${this.disabled} aria-expanded="false" @pointerdown=${this.pressed} @click=${this.toggle}
        @keydown=${this.buttonKeyed}>${this.icon}${this.worded ? html`<span class="words">${this.short || this.label}</span>` : nothing}</button>
      <div popover role="menu" aria-label=${this.label} @keydown=${this.menuKeyed} @toggle=${this.toggled}>
        ${this.items.map(
          ({ id, label, danger, apart, key, checked }) => html`${apart ? html`<hr />` : nothing}
            <button role=${checked === undefined ? 'menuitem' : 'menuitemradio'} aria-checked=${checked ?? nothing} tabindex="-1" data-item=${id} class=${danger ? 'danger' : ''}
              @click=${() => this.choose(id)}>${label}${key ? html`<span class="key" aria-hidden="true">${key}</span>` : nothing}</button>`,
        )}
      </div>
    `;
  }

  private get entries(): HTMLElement[] {
    return [...this.menu.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  }

  /** It was open when the pointer came down: the browser has closed it by the time of the click. */
  private wasOpen = false;

  private readonly pressed = () => {
    this.wasOpen = this.menu.matches(':popover-open');
  };

  private readonly toggle = (event: Event) => {
    // Inside a link the click would open the speech.
    event.preventDefault();
    event.stopPropagation();
    if (this.menu.matches(':popover-open')) this.menu.hidePopover();
    else if (!this.wasOpen) this.open('first');
    this.wasOpen = false;
  };

  private open(focus: 'first' | 'last'): void {
    const box = this.button.getBoundingClientRect();
    const height = this.items.length * ROW + 12;
    const below = box.bottom + 4 + height < innerHeight;
    this.menu.style.setProperty('--top', `${below ? box.bottom + 4 : Math.max(8, box.top - height - 4)}px`);
    this.menu.showPopover();
    const left = Math.min(box.left, innerWidth - this.menu.offsetWidth - 8);
    this.menu.style.setProperty('--left', `${Math.max(8, left)}px`);
    this.entries.at(focus === 'first' ? 0 : -1)?.focus();
  }

  private readonly toggled = (event: ToggleEvent) => {
    this.button.setAttribute('aria-expanded', String(event.newState === 'open'));
  };

  private readonly buttonKeyed = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    event.stopPropagation();
    this.open(event.key === 'ArrowDown' ? 'first' : 'last');
  };

  private readonly menuKeyed = (event: KeyboardEvent) => {
    event.stopPropagation();
    const { entries } = this;
    const at = entries.indexOf((this.renderRoot as ShadowRoot).activeElement as HTMLElement);
    const next = {
      ArrowDown: entries[(at + 1) % entries.length],
      ArrowUp: entries.at(at - 1),
      Home: entries[0],
      End: entries.at(-1),
    }[event.key];
    if (next) {
      event.preventDefault();
      next.focus();
    } else if (event.key === 'Tab' || event.key === 'Escape') {
      if (event.key === 'Escape') event.preventDefault();
      this.menu.hidePopover();
      this.button.focus();
    }
  };

  private choose(detail: string): void {
    this.menu.hidePopover();
    this.button.focus();
    this.dispatchEvent(new CustomEvent('menu-chosen', { detail, bubbles: true, composed: true }));
  }
}
