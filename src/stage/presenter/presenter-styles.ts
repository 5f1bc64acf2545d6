import { css } from 'lit';

/** Dark, because the lectern stands in a dark room and its light must not fall on the speaker's face. */
export const presenterStyles = css`
  :host {
    display: grid; grid-template-rows: auto minmax(0, 1fr) auto; box-sizing: border-box; height: 100dvh;
    background: #161514; color: #f1ebe1; font: 400 16px/1.4 var(--hei); line-break: strict; text-autospace: normal;
  }
  header, footer { display: flex; align-items: center; gap: 8px; flex-wrap: wrap; padding: 8px 16px; background: #211f1d; }
  header { justify-content: space-between; gap: 6px 24px; }
  section-bars { flex: 1 0 100%; }
  .count { font-size: 28px; font-weight: 700; font-variant-numeric: tabular-nums; line-height: 1.15; text-align: end; }
  .points { display: block; margin-top: 4px; font-size: 13px; font-weight: 400; line-height: 1; color: #b3a999; }
  main { position: relative; display: grid; grid-template-columns: minmax(240px, 36fr) 64fr; min-height: 0; }
  .slides { container-type: size; display: flex; flex-direction: column; gap: 6px; padding: 12px 0 12px 16px; min-height: 0; overflow: hidden; }
  h2 { margin: 0; font-size: 13px; font-weight: 400; color: #b3a999; }
  /* Both slides, their names and the gaps are seen whole, however high the slides are. */
  .now { flex: none; width: min(100%, (100cqh - 72px) / 1.72 * var(--ratio)); }
  .now:not([data-screen="live"]) { opacity: 0.25; }
  .after { width: min(72%, (100cqh - 72px) * 0.72 / 1.72 * var(--ratio)); flex: none; }
  .end { padding: 26px; width: 72%; box-sizing: border-box; border: 1px dashed #5a534b; border-radius: 6px; color: #b3a999; }
  slide-chooser { position: absolute; inset: 0; }
  .typed {
    position: fixed; inset: auto 0 84px; margin: auto; width: fit-content; padding: 10px 26px; border-radius: 8px;
    background: #f1ebe1; color: #161514; font-size: 26px; font-weight: 700;
  }
  button {
    min-height: 40px; padding: 0 12px; border: 1px solid #4b453f; border-radius: 6px; background: #2d2a27; color: inherit;
    font: inherit; white-space: nowrap; cursor: pointer;
  }
  button:hover { background: #3a3632; }
  button:focus-visible { outline: 2px solid #f6c66a; outline-offset: 2px; }
  button.main { min-width: 132px; background: #f0b95a; border-color: #f0b95a; color: #1a1714; font-weight: 700; }
  button.main[data-move="page"] { background: #b9d8a8; border-color: #b9d8a8; }
  button[aria-pressed="true"] { background: #f1ebe1; color: #161514; }
  .space { flex: 1; }
  .waiting { display: grid; place-items: center; padding: 24px; font-size: 22px; text-align: center; text-wrap: balance; }
  @media (max-width: 1100px) {
    footer { gap: 5px; padding: 7px 10px; }
    footer button { padding: 0 8px; font-size: 14px; }
    button.main { min-width: 96px; }
    .count { font-size: 24px; }
  }
  @media (max-width: 820px) {
    main { grid-template-columns: 1fr; grid-template-rows: auto minmax(0, 1fr); }
    .slides { container-type: normal; display: grid; grid-template-columns: 1fr 1fr; padding: 10px 12px 0; }
    .slides h2 { display: none; }
    .now, .after, .end { width: auto; }
    .count { font-size: 22px; }
  }
`;
