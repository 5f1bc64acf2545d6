import { html, render } from 'lit';
import Reveal from 'reveal.js';
import 'reveal.js/reveal.css';
import '../../fonts/faces.css';
import './base.css';
import type { Deck } from '../plan/types.ts';
import { type DeckFrame, type ShowOptions, SLIDE_EVENT } from './frame.ts';
import type { Ratio } from './line-room.ts';
import { measure } from './measure.ts';
import { slidesOf } from './slides.ts';
import { useTheme } from './theme.ts';

/** Sizes of a slide in its own pixels; text sizes are shares of the height, the same in both. */
const SIZES = { '16:9': { width: 1920, height: 1080 }, '4:3': { width: 1440, height: 1080 } } as const;

const query = new URLSearchParams(location.search);
const ratio: Ratio = query.get('ratio') === '4:3' ? '4:3' : '16:9';
const size = SIZES[ratio];
const printing = query.has('print-pdf');
const root = document.querySelector<HTMLElement>('.reveal') as HTMLElement;
const slides = document.querySelector<HTMLElement>('.slides') as HTMLElement;
document.documentElement.dataset.ratio = ratio;
document.documentElement.style.setProperty('--width', `${size.width}px`);
document.documentElement.style.setProperty('--height', `${size.height}px`);

const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
const reveal = new Reveal(root, {
  ...size,
  margin: 0,
  minScale: 0.05,
  maxScale: 4,
  center: false,
  // In a frame the address is the app's; in a window of its own it is a link to the slide.
  hash: window.top === window,
  respondToHashChanges: window.top === window,
  history: false,
  controls: false,
  progress: true,
  // In each slide, so that it keeps its size and place with it (slides.ts).
  slideNumber: false,
  showNotes: false,
  transition: calm ? 'none' : 'fade',
  transitionSpeed: 'fast',
  backgroundTransition: 'none',
  scrollActivationWidth: 0,
  pdfSeparateFragments: false,
  pdfMaxPagesPerSlide: 1,
  embedded: false,
  plugins: [],
});

let started: Promise<unknown> | undefined;
let latest = 0;

/** Starts reveal.js once there are slides: a deck without any has nothing to start on. */
function start(): Promise<unknown> {
  started ??= printing
    ? new Promise((resolve) => {
        reveal.on('pdf-ready', resolve);
        void reveal.initialize();
      })
    : reveal.initialize();
  return started;
}

async function show(deck: Deck, { baseUrl }: ShowOptions): Promise<{ slides: number }> {
  const run = ++latest;
  await useTheme(deck.theme);
  if (run !== latest) return { slides: deck.slides.length };
  document.documentElement.lang = deck.lang;
  document.title = deck.title;
  const before = current();
  const index = started ? reveal.getIndices().h : 0;
  render(deck.slides.length > 0 ? slidesOf(deck, ratio, baseUrl) : html``, slides);
  if (printing) slides.classList.add('measuring');
  await document.fonts.ready;
  if (deck.slides.length === 0) return { slides: 0 };
  if (!started) {
    await pictures();
    slides.classList.remove('measuring');
    await start();
    if (printing) afterPrintLayout();
    tell();
  } else if (!printing) {
    reveal.sync();
    const kept = deck.slides.findIndex((slide) => slide.id === before);
    reveal.slide(kept >= 0 ? kept : Math.min(index, deck.slides.length - 1));
    reveal.layout();
    tell();
  }
  await document.fonts.ready;
  return { slides: deck.slides.length };
}

/** Pictures have their size before anything is measured or printed; one that fails is shown as none. */
async function pictures(): Promise<void> {
  await Promise.all(
    [...slides.querySelectorAll('img')].map((image) => image.decode().catch(() => undefined)),
  );
}

/** reveal.js hides all slides but one from assistive technology, and the PDF's outline would lose them. */
function afterPrintLayout(): void {
  for (const section of document.querySelectorAll('.slides section')) {
    section.removeAttribute('hidden');
    section.removeAttribute('aria-hidden');
  }
}

function current(): string | undefined {
  return started ? (reveal.getCurrentSlide()?.id ?? undefined) : undefined;
}

function tell(): void {
  const id = current();
  if (id === undefined) return;
  // Cover, dividers and closing show no progress.
  root.dataset.on = reveal.getCurrentSlide()?.dataset.layout;
  const detail = { id, index: reveal.getIndices().h, total: reveal.getTotalSlides() };
  window.dispatchEvent(new CustomEvent(SLIDE_EVENT, { detail }));
}
reveal.on('slidechanged', tell);

const frame: DeckFrame = {
  ready: Promise.resolve(),
  show,
  go(id) {
    const index = [...slides.children].findIndex((section) => section.id === id);
    if (started && index >= 0) reveal.slide(index);
  },
  current,
  overflowing: () => measure(document.querySelector<HTMLElement>('.slides') as HTMLElement, size.height),
};
window.jiangtaiDeck = frame;
