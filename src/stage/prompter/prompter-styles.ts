import { css } from 'lit';

/** White on black: on the glass before a camera only the text may be seen. */
export const prompterStyles = css`
  :host {
    display: grid; grid-template-rows: minmax(0, 1fr) auto; height: 100dvh; background: #000; color: #fff;
    font: 400 16px/1.4 var(--hei); line-break: strict;
  }
  .window { position: relative; overflow: hidden; outline: none; cursor: default; touch-action: none; }
  .window.mirror { transform: scaleX(-1); }
  .window.flip { transform: scaleY(-1); }
  .window.mirror.flip { transform: scale(-1, -1); }
  .column {
    position: absolute; inset: var(--begin) 0 auto; will-change: transform; font-size: var(--size); line-height: 1.5;
    --measure: 16em;
  }
  .incoming { position: absolute; inset: 0 0 auto; visibility: hidden; }
  .column p {
    position: relative; box-sizing: border-box; width: min(var(--measure), 100% - 3.2em); margin: 0 auto; padding: 0.12em 0;
    color: #999; contain: layout style; overflow-wrap: anywhere; text-wrap: pretty;
  }
  .column p.paragraph { margin-top: 0.5em; }
  .column p.heading, .column p.salutation { font-weight: 700; }
  .column p.now { color: #fff; }
  .column p.heading.now { color: #ffd27a; }
  .column p.silent { font-size: 0.5em; width: min(2 * var(--measure), 100% - 6.4em); }
  .column p.silent:empty { min-height: 1.5em; }
  /* In the margin: its place does not depend on the width of the text. */
  .column p[data-cue]::before {
    content: attr(data-cue); position: absolute; inset-inline-end: calc(100% + 22px); top: 0.5em; font-size: 24px; line-height: 1.5;
    font-weight: 400; color: #8fb8e8; white-space: nowrap;
  }
  .column p.optional::after {
    content: ""; position: absolute; inset-block: 0; inset-inline-start: -14px; border-inline-start: 4px solid #d9a441;
  }
  ruby { white-space: nowrap; }
  rt { font-size: 0.34em; font-weight: 400; color: #ffd27a; }
  .mark { position: absolute; left: 0; width: 0; height: 0; border: 12px solid transparent; border-left-color: #d9a441; transform: translateY(-12px); }
  .cover { position: absolute; left: 0; right: 0; background: #000; }
  .foot { position: absolute; left: 0; right: 0; bottom: 0; height: calc(1.6 * var(--size)); overflow: hidden; background: #000; font-size: var(--size); }
  .foot p { width: min(16em, 100% - 3.2em); margin: 0 auto; color: #666; white-space: nowrap; overflow: hidden; line-height: 1.6; }
  footer { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 10px; padding: 8px 14px; background: #1b1a18; }
  .group { display: flex; align-items: center; gap: 4px; }
  .group.joined button { border-radius: 0; margin: 0 0 0 -1px; }
  .group.joined button:first-child { border-radius: 6px 0 0 6px; }
  .group.joined button:last-child { border-radius: 0 6px 6px 0; }
  button {
    min-height: 40px; padding: 0 12px; border: 1px solid #4b453f; border-radius: 6px; background: #2d2a27; color: #f1ebe1; font: inherit;
    cursor: pointer; white-space: nowrap;
  }
  button:hover { background: #3a3632; }
  button:focus-visible { outline: 2px solid #f6c66a; outline-offset: 2px; position: relative; }
  button.main { background: #f0b95a; border-color: #f0b95a; color: #1a1714; font-weight: 700; padding: 0 22px; }
  button[aria-pressed="true"], button[aria-checked="true"] { background: #f1ebe1; color: #161514; }
  .rate { min-width: 6.2em; text-align: center; font-variant-numeric: tabular-nums; white-space: nowrap; }
  .space { flex: 1; }
  dl { display: flex; gap: 18px; margin: 0; }
  dt { font-size: 12px; color: #b3a999; white-space: nowrap; }
  dd { margin: 0; font-size: 22px; font-weight: 500; line-height: 1.1; font-variant-numeric: tabular-nums; }
  .notice { padding: 4px 10px; border-radius: 6px; background: #54330c; color: #ffdca8; }
  .waiting { display: grid; place-items: center; height: 100%; padding: 24px; box-sizing: border-box; font-size: 22px; text-align: center; text-wrap: balance; }
`;
