import { css } from 'lit';

/** Head, search, rows and foot of the list of speeches. */
export const speechListStyles = css`
  :host { display: grid; grid-template-rows: auto auto minmax(0, 1fr) auto; height: 100%; min-height: 0; background: var(--paper); }
  header { display: flex; align-items: center; gap: 2px; padding: 6px 8px; min-height: 45px; border-bottom: 1px solid var(--line); }
  header menu-button { margin-inline-start: auto; }
  .tools { display: flex; align-items: center; gap: 4px; padding: 8px 8px 0; }
  .search { position: relative; flex: 1; min-width: 0; }
  .search .icon { position: absolute; inset-block: 0; inset-inline-start: 8px; margin: auto 0; width: 15px; height: 15px; color: var(--ink-faint); pointer-events: none; }
  .search input {
    width: 100%; min-height: 30px; padding: 0 6px 0 28px; border: 1px solid var(--line-strong); border-radius: 6px;
    background: var(--surface); color: var(--ink); font-size: 13px;
  }
  .search input::placeholder { color: var(--ink-faint); opacity: 1; }
  .square { width: 30px; min-height: 30px; padding: 0; color: var(--ink-soft); flex: none; }
  nav { overflow-y: auto; min-height: 96px; }
  ul { list-style: none; margin: 0; padding: 8px; display: grid; grid-template-columns: minmax(0, 1fr); gap: 2px; }
  ul:empty { padding: 0; }
  li { position: relative; }
  a { display: block; padding: 8px 10px; border-radius: var(--round); color: inherit; text-decoration: none; cursor: pointer; outline-offset: -2px; }
  a:hover, li:hover > a { background: var(--surface-sunk); }
  a[aria-current] { background: var(--surface); box-shadow: inset 3px 0 0 var(--accent), 0 0 0 1px var(--line); }
  .title {
    display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden;
    font-size: 14px; line-height: 1.45; overflow-wrap: anywhere; padding-inline-end: 18px;
  }
  a[aria-current] .title { font-weight: 600; }
  .excerpt {
    display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; margin-top: 3px;
    font-size: 12.5px; line-height: 1.5; color: var(--ink-soft); overflow-wrap: anywhere;
  }
  mark { background: var(--highlight); color: var(--ink); border-radius: 2px; }
  .facts { display: flex; gap: 8px; margin-top: 2px; font-size: 12px; color: var(--ink-faint); }
  .name { flex: 1; min-width: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  .time { flex: none; font-variant-numeric: tabular-nums; }
  /* On screens with a pointer the menu of a row comes with the pointer or the keyboard; it can always be reached by Tab. */
  li menu-button { position: absolute; top: 3px; inset-inline-end: 2px; }
  @media (hover: hover) {
    li menu-button { opacity: 0; }
    li:hover menu-button, li:focus-within menu-button, a[aria-current] + menu-button { opacity: 1; }
  }
  @media (forced-colors: active) {
    a, a * { color: CanvasText; }
    li menu-button { background: Canvas; }
  }
  .empty { padding: 16px; margin: 0; color: var(--ink-soft); line-height: 1.7; }
  .none { margin: 0; padding: 4px 18px 10px; font-size: 12.5px; color: var(--ink-soft); line-height: 1.6; }
  .none:empty { display: none; }
  footer { padding: 8px 16px; border-top: 1px solid var(--line); font-size: 12px; color: var(--ink-faint); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
`;
