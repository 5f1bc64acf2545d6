import '../../fonts/handout-faces.css';
import './papers.css';
import type { PackFrame } from './frame.ts';
import { lookRules, paperSheets } from './paper-dom.ts';

const root = document.querySelector<HTMLElement>('#papers')!;
const looks = document.createElement('style');
looks.textContent = lookRules();
document.head.append(looks);

/** Fonts come from this computer; one that is not there after this many ms will not come. */
const PATIENCE = 15_000;

/** Width of a sheet with the grey beside it, px. */
const SHEET = 840;
const fitWidth = () => root.style.setProperty('--zoom', String(Math.min(1, innerWidth / SHEET)));
addEventListener('resize', fitWidth);
fitWidth();

const frame: PackFrame = {
  show: async (pack) => {
    document.documentElement.lang = pack.language;
    document.title = (pack.papers[0]?.name ?? []).map(({ text }) => text).join('');
    root.replaceChildren(...pack.papers.flatMap(paperSheets));
    // The browser requests faces during layout.
    root.getBoundingClientRect();
    await Promise.race([document.fonts.ready, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
    return root.textContent ?? '';
  },
  ready: Promise.resolve(),
};
window.jiangtaiPack = frame;
