import '../../fonts/handout-faces.css';
import './screen.css';
import './official.css';
import './layouts.css';
import './office-faces.css';
import './margin-content.css';
import type { HandoutFrame } from './frame.ts';
import { HandoutLayouter } from './handout-layouter.ts';
import { Highlighter } from './highlighter.ts';
import { SheetsView } from './sheets-view.ts';

// Every handout has running text: request its face, by a letter that its first file
// alone names, while the rest of the program loads. A server that has gone meanwhile
// is reported by the panel that asked for this page.
document.fonts.load('16px "Noto Serif SC"', 'A').catch(() => undefined);

const root = document.querySelector<HTMLElement>('#view')!;
const view = new SheetsView(root);
const layouter = new HandoutLayouter(view, document.querySelector<HTMLElement>('#notice')!, () =>
  lights.refresh(),
);
const lights: Highlighter = new Highlighter(root, () => layouter.current);

const frame: HandoutFrame = {
  layOut: (handout, options) => layouter.layOut(handout, options),
  pageTexts: () => view.pages.map((page) => page.text),
  light: (range, { scroll = false } = {}) => lights.light(range, scroll),
  zoom: (to) => view.zoom(to),
  ready: Promise.resolve(),
};
window.jiangtaiHandout = frame;
