import { type SVGTemplateResult, svg } from 'lit';

const icon = (paths: SVGTemplateResult) =>
  svg`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">${paths}</svg>`;

/** The name mark: a lectern with its sloping top, seen from the hall. */
export const nameMark = svg`<svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true">
  <rect width="32" height="32" rx="7" fill="var(--accent)"></rect>
  <path d="M6.5 12.2 25.5 9v3.6L6.5 15.8z" fill="var(--on-accent)"></path>
  <path d="M10.4 17.2l11.2-1.9-1.5 8.9h-8.2z" fill="var(--on-accent)" opacity=".86"></path>
  <path d="M9 25.6h14" stroke="var(--on-accent)" stroke-width="2" stroke-linecap="round"></path>
</svg>`;

export const icons = {
  present: icon(
    svg`<path d="M4 5h16v11H4zM12 16v4M8.5 20h7"/><path d="M10.3 8.2v4.6l4-2.3z" fill="currentColor" stroke="none"/>`,
  ),
  export: icon(svg`<path d="M12 4v10M8 10.5l4 4 4-4M5 19.5h14"/>`),
  print: icon(svg`<path d="M7 9V4h10v5M7 17H4.5V9.5h15V17H17M7 14h10v6H7z"/>`),
  'on-slide': icon(svg`<path d="M4 5h16v11H4zM12 20v-4M8.5 12.5 12 9l3.5 3.5"/>`),
  'off-slide': icon(svg`<path d="M4 5h16v11H4zM12 16v4M8 8l8 5"/>`),
  heading: icon(svg`<path d="M6 5v14M18 5v14M6 12h12"/>`),
  quote: icon(svg`<path d="M10 7H6v5h4zM10 12c0 3-1.5 4-3.5 5M18 7h-4v5h4zM18 12c0 3-1.5 4-3.5 5"/>`),
  table: icon(svg`<path d="M4 5h16v14H4zM4 10h16M4 14.5h16M12 5v14"/>`),
  cue: icon(svg`<path d="M8 4c-3 5-3 11 0 16M16 4c3 5 3 11 0 16M11 9v6M13.5 9v6"/>`),
  'new-slide': icon(svg`<path d="M5 4v5h14V4M5 20v-5h14v5M3 12h3M9 12h2.5M14 12h2.5M19 12h2"/>`),
  picture: icon(svg`<path d="M4 5h16v14H4zM4 16l4.5-5 4 4 3-3 4.5 4.5"/><circle cx="15.5" cy="9" r="1.4"/>`),
  keyboard: icon(svg`<path d="M3 7h18v10H3zM6.5 10h.1M10 10h.1M13.5 10h.1M17 10h.1M7.5 14h9"/>`),
  settings: icon(
    svg`<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>`,
  ),
  layout: icon(svg`<path d="M4 5h16v14H4zM4 9.5h16M12 9.5V19"/>`),
  grid: icon(svg`<path d="M4 5h7v5.5H4zM13 5h7v5.5h-7zM4 13.5h7V19H4zM13 13.5h7V19h-7z"/>`),
  points: icon(
    svg`<path d="M4.5 6.5h.1M4.5 12h.1M9 6.5h11M9 12h7M4.5 17.5h.1" /><path d="M9 17.5h9" stroke-dasharray="1.5 3"/>`,
  ),
  follow: icon(
    svg`<path d="M9.5 14.5l5-5M8 11l-2.2 2.2a3.5 3.5 0 0 0 5 5L13 16M11 8l2.2-2.2a3.5 3.5 0 0 1 5 5L16 13"/>`,
  ),
  minus: icon(svg`<path d="M5 12h14"/>`),
  more: icon(svg`<path d="M5.5 12h.1M12 12h.1M18.5 12h.1" stroke-width="2.6"/>`),
  search: icon(svg`<path d="M10.5 4.5a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM15 15l5 5"/>`),
  'sort-name': icon(svg`<path d="M4 7h9M4 12h7M4 17h5M17 5v14M14 16l3 3 3-3"/>`),
  'sort-time': icon(svg`<path d="M12 4.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zM12 8v4.3l3 1.8"/>`),
  open: icon(svg`<path d="M3.5 18.5V6h6l2 2.5h9v10z"/>`),
  plus: icon(svg`<path d="M12 5v14M5 12h14"/>`),
  list: icon(svg`<path d="M4 5h16v14H4zM9.5 5v14"/>`),
  previous: icon(svg`<path d="M14.5 6l-6 6 6 6"/>`),
  next: icon(svg`<path d="M9.5 6l6 6-6 6"/>`),
  check: icon(svg`<path d="M5 12.5l4.5 4.5L19 7.5"/>`),
  alert: icon(svg`<path d="M12 4.5 20.5 19h-17zM12 10v4.2M12 16.6v.1"/>`),
  info: icon(svg`<path d="M12 3.8a8.2 8.2 0 1 1 0 16.4 8.2 8.2 0 0 1 0-16.4zM12 11v5M12 8v.1"/>`),
  close: icon(svg`<path d="M6.5 6.5l11 11M17.5 6.5l-11 11"/>`),
  sun: icon(
    svg`<path d="M12 8.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6zM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4"/>`,
  ),
  moon: icon(svg`<path d="M19.5 14.2A8 8 0 0 1 9.8 4.5a8 8 0 1 0 9.7 9.7z"/>`),
  auto: icon(
    svg`<path d="M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16z"/><path d="M12 4a8 8 0 0 1 0 16z" fill="currentColor"/>`,
  ),
  bold: icon(
    svg`<path d="M7.5 5v14M7.5 5h5a3.3 3.3 0 0 1 0 6.8h-5M7.5 11.8h6a3.6 3.6 0 0 1 0 7.2h-6" stroke-width="2.2"/>`,
  ),
  undo: icon(svg`<path d="M8.5 5 4.5 9l4 4M5 9h9a5.2 5.2 0 0 1 0 10.4H9"/>`),
  redo: icon(svg`<path d="M15.5 5l4 4-4 4M19 9h-9a5.2 5.2 0 0 0 0 10.4h5"/>`),
  mend: icon(svg`<path d="M4 20l1-4L16.5 4.5l3 3L8 19zM14 7l3 3"/>`),
} as const;
