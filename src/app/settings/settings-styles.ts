import { css } from 'lit';

/** The panel: a head that stays, and settings that scroll below it. */
export const settingsStyles = css`
  :host { display: grid; grid-template-rows: auto minmax(0, 1fr); height: 100%; min-height: 0; background: var(--surface); color: var(--ink); }
  header { display: grid; grid-template-columns: minmax(0, 1fr) auto; align-items: center; padding: 6px 8px 0 16px; background: var(--paper); border-bottom: 1px solid var(--line); }
  h2 { margin: 0; font-size: 15px; }
  .close { width: 34px; padding: 0; }
  .tabs { display: flex; gap: 4px; grid-column: 1 / -1; margin-top: 2px; }
  .tabs button { position: relative; min-height: 36px; padding: 0 14px; border: 1px solid transparent; border-bottom: 0; border-radius: 8px 8px 0 0; background: none; color: var(--ink-soft); cursor: pointer; margin-bottom: -1px; }
  .tabs button:hover { color: var(--ink); }
  .tabs button[aria-selected="true"] { background: var(--surface); color: var(--ink); font-weight: 600; border-color: var(--line); box-shadow: inset 0 2px 0 var(--accent); }
  .rows { overflow-y: auto; padding: 4px 16px 18px; }
  fieldset { min-width: 0; margin: 14px 0 0; padding: 0; border: 0; }
  fieldset + .row { margin-top: 10px; }
  legend { margin-bottom: 6px; padding: 0; color: var(--ink-soft); font-size: 13px; }
  .options { display: grid; grid-template-columns: repeat(auto-fit, minmax(76px, 1fr)); gap: 6px; }
  .options.long { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  label { position: relative; cursor: pointer; }
  .option { display: grid; align-content: center; justify-items: center; min-height: 36px; padding: 4px 6px; border: 1px solid var(--line-strong); border-radius: var(--round); text-align: center; line-height: 1.3; }
  .option:hover { background: var(--surface-sunk); }
  .option small { color: var(--ink-faint); font-size: 12px; font-variant-numeric: tabular-nums; }
  .option:has(:checked) { border-color: var(--accent); box-shadow: inset 0 0 0 1px var(--accent); background: var(--accent-wash); color: var(--accent-ink); font-weight: 600; }
  .option:has(:checked) small { color: var(--accent-ink); font-weight: 400; }
  .option:has(:focus-visible), .theme:has(:focus-visible) .picture { outline: 2px solid var(--focus); outline-offset: 2px; }
  .option input, .theme input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; z-index: 1; }
  .themes { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 10px; }
  .theme { display: grid; gap: 4px; justify-items: center; font-size: 13px; color: var(--ink-soft); }
  .theme .picture { width: 100%; overflow: hidden; border-radius: 5px; box-shadow: 0 0 0 1px var(--line-strong); }
  .theme:hover .picture { box-shadow: 0 0 0 2px var(--line-strong); }
  .theme:has(:checked) { color: var(--accent-ink); font-weight: 600; }
  .theme:has(:checked) .picture { box-shadow: 0 0 0 3px var(--accent); }
  .row { display: flex; align-items: center; justify-content: space-between; gap: 10px; min-height: 40px; padding: 2px 0; }
  .row select { min-height: 34px; max-width: 62%; padding: 0 8px; border: 1px solid var(--line-strong); border-radius: var(--round); background: var(--surface); color: var(--ink); }
  .switch { flex: none; appearance: none; position: relative; width: 38px; height: 22px; margin: 0; border: 1px solid var(--ink-faint); border-radius: 11px; background: var(--surface-sunk); cursor: pointer; }
  .switch::before { content: ""; position: absolute; top: 3px; left: 3px; width: 14px; height: 14px; border-radius: 50%; background: var(--ink-faint); transition: translate 0.12s; }
  .switch:checked { background: var(--accent); border-color: var(--accent); }
  .switch:checked::before { translate: 16px 0; background: var(--on-accent); }
  .shared { margin-top: 14px; padding-top: 10px; border-top: 1px solid var(--line); }
  h3 { margin: 0; font-size: 13px; font-weight: 600; }
  p { margin: 10px 0 0; font-size: 13px; line-height: 1.6; color: var(--ink-faint); }
  a { color: var(--accent-ink); }
  @media (forced-colors: active) {
    .option:has(:checked), .theme:has(:checked) .picture { outline: 2px solid SelectedItem; outline-offset: -2px; }
    .switch, .switch::before { forced-color-adjust: none; border-color: CanvasText; background: Canvas; }
    .switch::before { background: CanvasText; }
    .switch:checked { background: SelectedItem; }
    .switch:checked::before { background: SelectedItemText; }
  }
`;
