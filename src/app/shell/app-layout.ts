import { css } from 'lit';

/** Three panes side by side; on a phone one at a time, chosen at the foot. */
export const appLayout = css`
  :host { display: grid; grid-template-columns: minmax(0, 1fr); grid-template-rows: auto minmax(0, 1fr) auto; height: 100dvh; overflow: hidden; background: var(--paper); }
  main {
    display: grid; min-height: 0;
    grid-template-columns: var(--list-width, 232px) auto minmax(0, 1fr) auto var(--preview-width, 50%);
  }
  main.no-list { grid-template-columns: 0 0 minmax(0, 1fr) auto var(--preview-width, 50%); }
  main.no-list .list-pane, main.no-list .list-line { display: none; }
  main.no-list .text-pane { grid-column: 3; }
  main.no-list .preview-line { grid-column: 4; }
  main.no-list .preview-pane { grid-column: 5; }
  main.with-settings { grid-template-columns: var(--list-width, 232px) auto minmax(0, 1fr) auto var(--preview-width, 50%) 300px; }
  main.no-list.with-settings { grid-template-columns: 0 0 minmax(0, 1fr) auto var(--preview-width, 50%) 300px; }
  .settings-pane { grid-column: 6; border-inline-start: 1px solid var(--line); }
  .list-pane { display: grid; grid-template-rows: fit-content(56%) minmax(0, 1fr); }
  .list-pane > :only-child { grid-row: 1 / -1; }
  .pane { min-width: 0; min-height: 0; overflow: hidden; }
  .text-pane { display: grid; grid-template-columns: minmax(0, 1fr); grid-template-rows: auto auto auto minmax(0, 1fr); background: var(--surface); }
  .text-pane > .text-place { grid-row: 4; }
  .text-pane > format-toolbar { grid-row: 3; }
  .strip {
    display: flex; align-items: center; gap: 12px; min-height: 45px; padding: 6px 12px 6px 18px; background: var(--paper);
    border-bottom: 1px solid var(--line); color: var(--ink-soft); font-variant-numeric: tabular-nums; white-space: nowrap;
  }
  .strip .counts { overflow: hidden; text-overflow: ellipsis; }
  .strip .part { margin-inline-start: 10px; padding-inline-start: 10px; border-inline-start: 1px solid var(--line-strong); }
  .strip integrity-badge { margin-inline-start: auto; }
  .bars { min-height: 0; }
  .text-place { position: relative; min-height: 0; }
  .cover {
    position: absolute; inset: 0; z-index: 2; display: grid; place-content: center; justify-items: center; gap: 14px;
    padding: 32px; background: var(--surface); color: var(--ink-soft); text-align: center; line-height: 1.7;
  }
  .cover p { margin: 0; max-width: 30em; }
  .cover .ways { display: flex; flex-wrap: wrap; justify-content: center; gap: 8px; }
  .foot { display: none; }

  /* Too narrow for four columns: the panel stands below slides and pages. */
  @media (max-width: 1000px) {
    main.with-settings { grid-template-columns: var(--list-width, 232px) auto minmax(0, 1fr) auto var(--preview-width, 50%); grid-template-rows: minmax(0, 1fr) minmax(0, 46%); }
    main.no-list.with-settings { grid-template-columns: 0 0 minmax(0, 1fr) auto var(--preview-width, 50%); }
    main.with-settings > :not(.preview-pane, .settings-pane) { grid-row: 1 / span 2; }
    main .settings-pane { grid-column: 5; grid-row: 2; border-inline-start: 0; border-top: 1px solid var(--line-strong); }
  }
  @media (max-width: 760px) {
    main.with-settings, main.no-list.with-settings { grid-template-columns: minmax(0, 1fr); grid-template-rows: minmax(0, 1fr) minmax(0, 50%); }
    main.with-settings .pane { grid-area: 1 / 1 / span 2; }
    main.with-settings .preview-pane { grid-area: 1 / 1; }
    main.with-settings .settings-pane { grid-area: 2 / 1; }
  }
  @media (max-width: 760px) {
    main, main.no-list { grid-template-columns: minmax(0, 1fr); grid-template-rows: minmax(0, 1fr); }
    .list-line, .preview-line { display: none; }
    main .pane, main.no-list .pane { display: grid; grid-area: 1 / 1; }
    .pane[inert] { opacity: 0; z-index: 0; }
    .pane:not([inert]) { z-index: 1; }
    .list-pane, .preview-pane { display: block; }
    .foot {
      display: grid; grid-template-columns: repeat(3, 1fr); border-top: 1px solid var(--line); background: var(--surface);
      padding-bottom: env(safe-area-inset-bottom);
    }
    .foot button { min-height: 50px; border: 0; background: none; color: var(--ink-soft); }
    .foot button[aria-pressed="true"] { color: var(--accent-ink); font-weight: 600; box-shadow: inset 0 2px 0 var(--accent); }
    .strip { padding-inline: 14px 10px; }
  }
  /* A phone lying on its side, a laptop's page at twice its size: the text keeps most of what there is. */
  @media (max-height: 500px) {
    .strip { min-height: 34px; padding-block: 2px; }
    .bars { max-height: 24dvh; overflow-y: auto; }
    .foot button { min-height: 38px; }
  }
`;
