import { css } from 'lit';

/** The list on the left, what has changed on the right, what to do at the foot. */
export const versionsLook = css`
  dialog { --dialog-width: 940px; height: min(640px, calc(100dvh - 48px)); padding: 0; overflow: hidden; }
  dialog[open] { display: flex; flex-direction: column; }
  header { display: flex; align-items: center; gap: 10px; padding: 18px 16px 4px 24px; }
  h2 { flex: 1; min-width: 0; margin: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .close { width: 30px; padding: 0; }
  .hint { padding: 0 24px 12px; margin: 0; border-bottom: 1px solid var(--line); }
  .error { padding: 0 24px; }
  .empty { flex: 1; display: grid; place-content: center; margin: 0; padding: 0 48px; color: var(--ink-soft); text-align: center; line-height: 1.7; }
  .halves { flex: 1; min-height: 0; display: grid; grid-template-columns: 236px minmax(0, 1fr); }
  ul { list-style: none; margin: 0; padding: 8px; overflow-y: auto; border-inline-end: 1px solid var(--line); background: var(--paper); }
  .version {
    display: grid; grid-template-columns: 1fr auto; gap: 1px 8px; width: 100%; padding: 8px 10px; border: 0; border-radius: var(--round);
    background: none; color: inherit; text-align: start; cursor: pointer; outline-offset: -2px;
  }
  .version:hover { background: var(--surface-sunk); }
  .version[aria-current] { background: var(--surface); box-shadow: inset 3px 0 0 var(--accent), 0 0 0 1px var(--line); }
  .when { font-variant-numeric: tabular-nums; }
  .size { grid-row: 1; grid-column: 2; color: var(--ink-faint); font-size: 12px; align-self: center; font-variant-numeric: tabular-nums; }
  .reason, .label { grid-column: 1 / -1; font-size: 12.5px; overflow-wrap: anywhere; }
  .reason { color: var(--ink-faint); }
  .label { color: var(--accent-ink); font-weight: 600; }
  section { min-width: 0; overflow-y: auto; }
  footer { display: flex; align-items: center; gap: 8px; padding: 12px 20px 12px 24px; border-top: 1px solid var(--line); }
  footer p { flex: 1; margin: 0; color: var(--ink-soft); font-size: 13px; line-height: 1.5; font-variant-numeric: tabular-nums; }
  @media (max-width: 760px) {
    .halves { grid-template-columns: minmax(0, 1fr); grid-template-rows: 34% minmax(0, 1fr); }
    ul { border-inline-end: 0; border-block-end: 1px solid var(--line); }
    header, footer { flex-wrap: wrap; }
    h2 { flex: 1 0 calc(100% - 48px); order: -2; }
    .close { order: -1; }
    footer p { flex-basis: 100%; }
  }
`;
