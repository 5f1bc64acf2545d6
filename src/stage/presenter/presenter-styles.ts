import { css } from 'lit';

/** Dark, because the lectern stands in a dark room and its light must not fall on the speaker's face. */
export const presenterStyles = css`
  :host {
    display: grid; grid-template-rows: auto minmax(0, 1fr) auto; box-sizing: border-box; height: 100dvh;
    background: #161514; color: #f1ebe1; font: 400 16px/1.4 var(--hei); line-break: strict; text-autospace: normal;
  }
  header, footer { display: flex; align-items: center; gap: 10px 26px; flex-wrap: wrap; padding: 10px 18px; background: #211f1d; }
  header { justify-content: space-between; }
  dl { display: flex; flex-wrap: wrap; gap: 4px 28px; margin: 0; }
  dl div { display: grid; }
  dt { font-size: 13px; color: #b3a999; }
  dd { margin: 0; font-size: 28px; font-weight: 500; line-height: 1.15; font-variant-numeric: tabular-nums; }
  .pace { font-size: 15px; font-weight: 500; line-height: 1.3; }
  .pace[data-late="early"] { color: #86c7ff; }
  .pace[data-late="late"] { color: #ffb454; }
  .count { font-size: 28px; font-weight: 700; font-variant-numeric: tabular-nums; }
  .points { display: block; font-size: 13px; font-weight: 400; color: #b3a999; text-align: end; }
  main { display: grid; grid-template-columns: minmax(280px, 38fr) 62fr; min-height: 0; }
  .slides { container-type: size; display: flex; flex-direction: column; gap: 6px; padding: 14px 0 14px 18px; min-height: 0; overflow: hidden; }
  h2 { margin: 0; font-size: 13px; font-weight: 400; color: #b3a999; }
  /* Both slides, their names and the gaps are seen whole, however high the slides are. */
  .now { flex: none; width: min(100%, (100cqh - 72px) / 1.72 * var(--ratio)); }
  .now:not([data-screen="live"]) { opacity: 0.25; }
  .after { width: min(72%, (100cqh - 72px) * 0.72 / 1.72 * var(--ratio)); flex: none; }
  .end { padding: 26px; width: 72%; box-sizing: border-box; border: 1px dashed #5a534b; border-radius: 6px; color: #b3a999; }
  .spoken { overflow-y: auto; padding: 14px 26px 30vh; font-size: var(--spoken, 30px); line-height: 1.62; outline: none; }
  .spoken p { margin: 0 0 0.55em; max-width: 34em; text-wrap: pretty; }
  .spoken .heading, .spoken .title { font-weight: 700; color: #f6c66a; }
  .spoken .cue, .spoken .nothing { color: #b3a999; }
  button {
    min-height: 40px; padding: 0 14px; border: 1px solid #4b453f; border-radius: 6px; background: #2d2a27; color: inherit;
    font: inherit; cursor: pointer;
  }
  button:hover { background: #3a3632; }
  button:focus-visible { outline: 2px solid #f6c66a; outline-offset: 2px; }
  button.main { background: #f0b95a; border-color: #f0b95a; color: #1a1714; font-weight: 700; padding: 0 26px; }
  button[aria-pressed="true"] { background: #f1ebe1; color: #161514; }
  .space { flex: 1; }
  .connection { padding: 6px 12px; border-radius: 6px; background: #54330c; color: #ffdca8; }
  .connection[data-state="synced"] { padding: 0; background: none; color: #8fce9b; font-size: 13px; }
  .connection[data-state="synced"]::before { content: "●"; margin-inline-end: 0.4em; }
  .connection button { min-height: 28px; margin-inline-start: 8px; padding: 0 10px; }
  .hint { font-size: 13px; color: #b3a999; }
  .waiting { display: grid; place-items: center; padding: 24px; font-size: 22px; text-align: center; text-wrap: balance; }
  @media (max-width: 820px) {
    main { grid-template-columns: 1fr; grid-template-rows: auto minmax(0, 1fr); }
    .slides { container-type: normal; display: grid; grid-template-columns: 1fr 1fr; padding: 10px 12px 0; }
    .slides h2 { display: none; }
    .now, .after, .end { width: auto; }
    dd, .count { font-size: 22px; }
    .spoken { padding: 12px 16px 20vh; }
  }
`;
