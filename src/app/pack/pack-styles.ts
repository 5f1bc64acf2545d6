import { css } from 'lit';

export const packStyles = css`
  :host { --dialog-width: 1120px; }
  dialog[open] { display: grid; grid-template-rows: auto auto minmax(0, 1fr) auto auto; height: min(860px, calc(100dvh - 48px)); }
  .both { display: grid; grid-template-columns: minmax(260px, 5fr) minmax(0, 7fr); gap: 18px; min-height: 0; }
  .choices { overflow-y: auto; padding-inline-end: 6px; }
  iframe { width: 100%; height: 100%; border: 1px solid var(--line); border-radius: var(--round); background: #d9d5cd; }
  fieldset { border: 0; margin: 0 0 14px; padding: 0; min-width: 0; }
  legend, summary { margin-bottom: 6px; padding: 0; font-weight: 600; }
  summary { cursor: pointer; }
  details { margin-bottom: 12px; }
  .row { display: grid; grid-template-columns: 1fr 1fr; gap: 8px 12px; }
  details .tick { padding: 3px 0; overflow-wrap: anywhere; }
  .field { font-size: 13px; gap: 3px; min-width: 0; }
  .wide { grid-column: 1 / -1; }
  .field textarea { width: 100%; box-sizing: border-box; }
  .field input, .field select { width: 100%; min-height: 34px; }
  .tick { display: flex; align-items: baseline; gap: 8px; min-width: 0; padding: 0; line-height: 1.5; }
  .tick input { flex: none; translate: 0 1px; }
  .turn { display: flex; justify-content: space-between; align-items: center; gap: 8px; margin-top: 8px; overflow-wrap: anywhere; }
  .faint { color: var(--ink-faint); text-decoration: line-through; }
  .ledger { margin: 10px 0 0; color: var(--ink-soft); font-size: 13px; min-height: 1.5em; }
  .actions { flex-wrap: wrap; margin-top: 10px; }
  @media (max-width: 760px) {
    .both { grid-template-columns: none; grid-template-rows: minmax(0, 1fr) minmax(0, 1fr); }
  }
`;
