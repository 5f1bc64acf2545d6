import { css } from 'lit';

/** Frames, heads and feet of dialogues and menus, the same in every element. */
export const dialogStyles = css`
  dialog {
    width: min(var(--dialog-width, 440px), calc(100vw - 32px)); max-height: calc(100dvh - 48px); padding: 22px 24px;
    border: 1px solid var(--line); border-radius: 14px; background: var(--surface); color: var(--ink); box-shadow: var(--shadow);
  }
  dialog::backdrop { background: rgb(30 22 12 / 35%); }
  h2 { margin: 0 0 14px; font-size: 17px; }
  .hint { margin: 0 0 12px; color: var(--ink-soft); font-size: 13px; line-height: 1.6; }
  .field { display: grid; gap: 6px; color: var(--ink-soft); }
  .field > span { display: flex; align-items: center; gap: 8px; }
  .field input, .field textarea, .field select {
    flex: 1; min-width: 0; min-height: 38px; padding: 0 10px; border: 1px solid var(--line-strong); border-radius: var(--round);
    background: var(--surface); color: var(--ink); font: inherit;
  }
  .field textarea { padding: 8px 10px; line-height: 1.6; resize: vertical; }
  /* Nobody needs to know when it is there at once. */
  .reading { animation: reading 0s 400ms both; }
  @keyframes reading { from { visibility: hidden; } }
  .error { margin: 10px 0 0; color: var(--bad); line-height: 1.5; }
  .actions { display: flex; justify-content: flex-end; gap: 8px; margin-top: 18px; }
`;
