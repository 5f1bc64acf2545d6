import { css } from 'lit';

/** Buttons, focus and hidden text, the same in every element. */
export const controls = css`
  *, *::before, *::after { box-sizing: border-box; }
  [hidden] { display: none !important; }
  button, select, input {
    font: inherit;
    color: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-height: 34px;
    padding: 0 14px;
    border: 1px solid var(--line-strong);
    border-radius: var(--round);
    background: var(--surface);
    color: var(--ink);
    white-space: nowrap;
    cursor: pointer;
    transition: background-color 0.12s, border-color 0.12s;
  }
  .button:hover { background: var(--surface-sunk); }
  .button:disabled { opacity: 0.45; cursor: default; }
  .button.primary {
    border-color: transparent;
    background: var(--accent);
    color: var(--on-accent);
    font-weight: 600;
  }
  .button.primary:hover:not(:disabled) { background: var(--accent-hover); }
  .button.small { min-height: 28px; padding: 0 10px; font-size: 13px; border-radius: 6px; }
  .button.quiet { border-color: transparent; background: transparent; }
  .button.quiet:hover:not(:disabled) { background: var(--surface-sunk); }
  .icon { width: 18px; height: 18px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.7;
    stroke-linecap: round; stroke-linejoin: round; }
  .unseen {
    position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden;
    clip-path: inset(50%); white-space: nowrap;
  }
  /* High contrast takes away washes and shadows: what is chosen must be seen without them. */
  @media (forced-colors: active) {
    [aria-pressed="true"] { background: SelectedItem !important; color: SelectedItemText !important; forced-color-adjust: none; }
    [aria-current], [aria-selected="true"] { outline: 2px solid SelectedItem; outline-offset: -2px; }
  }
  @media (prefers-reduced-motion: reduce) {
    * { transition: none !important; animation: none !important; }
  }
`;
