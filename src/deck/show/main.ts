import { html, render } from 'lit';
import Reveal from 'reveal.js';
import type { Language } from '../../i18n/language.ts';
import 'reveal.js/reveal.css';
import '../../fonts/faces.css';
import './base.css';
import './diagrams.css';
import './overlays.css';
import './paper.css';
import { pageParameters } from '../../page/carried-pages.ts';
import { nextTask } from '../../page/scheduling.ts';
import { ThemeSheet, themeSheets } from '../../page/theme-sheet.ts';
import { WakeLock } from '../../page/wake-lock.ts';
import { DEFAULT_THEME } from '../../speech/settings.ts';
import type { Deck } from '../plan/types.ts';
import { back, forward, goTo, toggleFreeze, toggleScreen } from '../state/stage.ts';
import { Audience, type ShowControls } from './audience.ts';
import { type DeckFrame, PLACE_EVENT, type ShowOptions, SLIDE_EVENT } from './frame.ts';
import { clickedText, Highlighter, sourceRangeOf } from './highlight.ts';
import { KeyList } from './key-list.ts';
import { isPresenting, listenForTheApp, listenToKeys, toggleFullscreen } from './keyboard.ts';
import type { Command } from './keys.ts';
import type { Ratio } from './line-room.ts';
import { SlideMeasure } from './measure.ts';
import { showLanguage } from './messages.ts';
import { Overview } from './overview.ts';
import { markLost, missingPictures } from './picture.ts';
import { PrintSheets } from './print-sheets.ts';
import { SlideGrid } from './slide-grid.ts';
import { SLIDE_SIZES } from './slide-size.ts';
import { type SlideOptions, slidesOf } from './slides.ts';
import { TypedNumber, typedIndex } from './typed-number.ts';

// The first slide is a title and a name: request their faces before those of the slides behind it. A is in
// the file with the commonest characters only.
for (const face of ['700 16px "Noto Serif SC"', '16px "LXGW WenKai"'])
  document.fonts.load(face, 'A').catch(() => undefined);

const query = pageParameters();
const asked = query.get('ratio') ?? '';
const ratio: Ratio = Object.hasOwn(SLIDE_SIZES, asked) ? (asked as Ratio) : '16:9';
const size = SLIDE_SIZES[ratio];
const printing = query.has('print-pdf');
/** `mirror`: another window says what is shown. `sheets`: all slides side by side, for reading; `grid`: for choosing. */
const view = printing ? 'print' : (query.get('view') ?? 'show');
const root = document.querySelector<HTMLElement>('.reveal') as HTMLElement;
const slides = document.querySelector<HTMLElement>('.slides') as HTMLElement;
document.documentElement.dataset.ratio = ratio;
document.documentElement.dataset.view = view;
document.documentElement.style.setProperty('--width', `${size.width}px`);
document.documentElement.style.setProperty('--height', `${size.height}px`);

const theme = new ThemeSheet(
  themeSheets(import.meta.glob<string>('/themes/*/deck.css', { query: '?inline', import: 'default' })),
  DEFAULT_THEME,
);

/** In a frame the address is the app's; in a window of its own it is a link to the slide. */
const framed = window.parent !== window;
const linked = window.top === window && view === 'show';
const stillness = matchMedia('(prefers-reduced-motion: reduce)');
const transition = () => (stillness.matches || view !== 'show' ? 'none' : 'fade');
const reveal = new Reveal(root, {
  ...size,
  margin: 0,
  minScale: 0.05,
  maxScale: 4,
  center: false,
  hash: linked,
  respondToHashChanges: linked,
  history: false,
  controls: false,
  // Keys and overview are our own: keys.ts, overview.ts.
  keyboard: false,
  overview: false,
  touch: view === 'show',
  progress: view === 'show',
  // In each slide, so that it keeps its size and place with it (slides.ts).
  slideNumber: false,
  showNotes: false,
  transition: transition(),
  transitionSpeed: 'fast',
  backgroundTransition: 'none',
  scrollActivationWidth: 0,
  pdfSeparateFragments: false,
  pdfMaxPagesPerSlide: 1,
  embedded: false,
  plugins: [],
});
stillness.addEventListener('change', () => started && reveal.configure({ transition: transition() }));

let started: Promise<unknown> | undefined;
let latest = 0;
let language: Language = showLanguage(query.get('language'));

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

/** The sections that reveal.js knows, in their order. */
let synced: readonly Element[] = [];

function sameSections(): boolean {
  const { children } = slides;
  return children.length === synced.length && synced.every((section, index) => section === children[index]);
}

/** Theme of the slides last shown. */
let shownTheme = '';

async function show(deck: Deck, options: ShowOptions): Promise<{ slides: number; sheets?: number }> {
  const run = ++latest;
  await theme.use(deck.theme);
  if (run !== latest) return { slides: deck.slides.length };
  shownTheme = deck.theme;
  language = showLanguage(options.language ?? query.get('language'));
  document.documentElement.lang = deck.lang;
  document.title = deck.title;
  const index = started ? reveal.getIndices().h : 0;
  const looks: SlideOptions = {
    ratio,
    baseUrl: options.baseUrl,
    notes: printing && query.has('notes'),
    fragments: view === 'show' && (options.fragments ?? query.has('fragments')),
  };
  if (paper) {
    const sheets = await paper.show(deck, looks, options.paper ?? { perPage: 1 });
    await pictures();
    return { slides: deck.slides.length, sheets };
  }
  if (grid) {
    grid.draw(deck, looks, language);
    light.draw();
    return { slides: deck.slides.length };
  }
  draw(deck, looks);
  if (printing) slides.classList.add('measuring');
  await document.fonts.ready;
  if (deck.slides.length === 0) return { slides: 0 };
  if (view === 'sheets') {
    await pictures();
    overview.show(undefined, language);
  } else if (!started) {
    await pictures();
    slides.classList.remove('measuring');
    // The first slide is nobody's choice.
    led = true;
    await start();
    led = false;
    if (printing) afterPrintLayout();
    tell(false);
  } else if (!printing && (looks.fragments || !sameSections())) {
    // Only now: while faces were on their way somebody may have gone to another slide.
    const before = current();
    reveal.sync();
    const kept = deck.slides.findIndex((slide) => slide.id === before);
    slideTo(kept >= 0 ? kept : Math.min(index, deck.slides.length - 1), authoring() ? 'all' : undefined);
    reveal.layout();
    light.draw();
    tell(false);
  } else if (!printing) {
    // The same slides in the same order, some with other words: reveal.js has nothing to do.
    light.draw();
    tell(false);
  }
  synced = [...slides.children];
  await document.fonts.ready;
  audience?.show(deck, options.baseUrl);
  // Whoever waits for this goes on in a task of its own: the next key may come first.
  if (!printing) await nextTask();
  return { slides: deck.slides.length };
}

function draw(deck: Deck, options: SlideOptions): void {
  render(deck.slides.length > 0 ? slidesOf(deck, options) : html``, slides);
}

/** Pictures have their size before anything is measured or printed. */
async function pictures(): Promise<void> {
  await Promise.all(
    [...(paper?.element ?? slides).querySelectorAll('img')].map((image) =>
      image.decode().catch(() => markLost(image)),
    ),
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
  if (grid) return grid.current;
  return started ? (reveal.getCurrentSlide()?.id ?? undefined) : undefined;
}

function go(id: string, points?: 'all' | 'none'): void {
  if (grid) {
    grid.go(id);
    return;
  }
  if (audience?.frozen) {
    audience.pursue(() => goTo(id));
    return;
  }
  const index = [...slides.children].findIndex((section) => section.id === id);
  if (started && index >= 0) slideTo(index, points);
}

/** In the app's preview, not in its show: there the author sees slides whole. */
const authoring = () => framed && !isPresenting();

/** More than the points of any slide. */
const ALL_POINTS = 1000;

function slideTo(index: number, points?: 'all' | 'none'): void {
  led = true;
  reveal.slide(index, 0, points && { all: ALL_POINTS, none: -1 }[points]);
  led = false;
}

/** The page around the frame says what is shown, not somebody at this page's keys. */
let led = false;

/** @param byHand somebody walked here by this page's own keys and clicks */
function tell(byHand: boolean): void {
  const id = current();
  if (id === undefined) return;
  const index = grid ? grid.index : reveal.getIndices().h;
  const total = grid ? grid.total : reveal.getTotalSlides();
  if (!grid) {
    // Cover, dividers and closing show no progress.
    root.dataset.on = reveal.getCurrentSlide()?.dataset.layout;
    paintBars();
    audience?.moved(byHand);
  }
  window.dispatchEvent(new CustomEvent(SLIDE_EVENT, { detail: { id, index, total, byHand } }));
}
reveal.on('slidechanged', () => tell(!led));

/** What a screen of another ratio shows beside a slide has the slide's ground: no bar shines, no rounding leaves a hairline. */
function paintBars(): void {
  const sheet = reveal.getCurrentSlide()?.querySelector('.sheet');
  if (sheet && !printing) document.body.style.backgroundColor = getComputedStyle(sheet).backgroundColor;
}

const grid = view === 'grid' ? new SlideGrid(size.width, () => tell(true)) : undefined;
const paper = view === 'paper' ? new PrintSheets() : undefined;
const light = new Highlighter(grid?.element ?? slides);
const measure = new SlideMeasure(slides, size.height);
const keyList = new KeyList();
const overview = new Overview(slides, size.width, (id) => {
  if (view !== 'sheets') audience?.pursue(() => goTo(id));
});
/** Points of a slide that come one by one. */
const pointsOf = (section: Element | null | undefined) => [...(section?.querySelectorAll('.fragment') ?? [])];
const steered: ShowControls = {
  outline: () => [...slides.children].map((section) => ({ id: section.id, steps: pointsOf(section).length })),
  seen() {
    const slide = current();
    if (slide === undefined) return undefined;
    const step = pointsOf(reveal.getCurrentSlide()).filter((point) =>
      point.classList.contains('visible'),
    ).length;
    return { slide, step };
  },
  draw({ slide, step }, screen) {
    const index = [...slides.children].findIndex((section) => section.id === slide);
    if (started && index >= 0) {
      if (slide !== current()) reveal.slide(index, 0, step - 1);
      else if (step !== steered.seen()?.step) reveal.navigateFragment(step - 1);
    }
    root.dataset.screen = screen;
    reveal.togglePause(screen !== 'live');
  },
};
const wakeLock = new WakeLock();
const audience = view === 'show' ? new Audience(steered, ratio, () => wakeLock.hold()) : undefined;

/** Does what a key says; false where there is nothing to do, so that the key is free for others. */
function act(command: Command): boolean {
  if (!started) return false;
  if (isPresenting()) wakeLock.hold();
  // On a black screen a step forward or back is only a wish to see again, as speakers know it.
  if (command === 'escape' && audience && audience.screen !== 'live')
    return audience.pursue(() => ({ screen: 'live' }));
  switch (command) {
    case 'next':
      // An author who walks through the preview gives no talk.
      audience?.pursue(forward, authoring() && !audience.watched ? undefined : Date.now());
      return true;
    case 'previous':
      audience?.pursue(back);
      return true;
    case 'first':
      goToIndex(0);
      return true;
    case 'last':
      goToIndex(slides.children.length - 1);
      return true;
    case 'black':
    case 'white':
      audience?.pursue((stage) => toggleScreen(stage, command));
      return true;
    case 'freeze':
      audience?.pursue(toggleFreeze);
      return true;
    case 'grid':
      return false;
    case 'overview':
      overview.show(current(), language);
      return true;
    case 'escape':
      // In a frame Escape is the app's: it ends the show.
      if (framed) return false;
      overview.show(current(), language);
      return true;
    case 'fullscreen':
      toggleFullscreen();
      return true;
    case 'speaker':
      audience?.openSpeaker(language);
      return true;
    case 'help':
      keyList.toggle(language);
      return true;
  }
}

/** What lies over the slides gets the keys first; any key closes the list of keys. */
function take(event: KeyboardEvent): boolean {
  if (keyList.open) {
    keyList.close();
    return true;
  }
  if (!overview.open) return takeNumber(event);
  if (event.ctrlKey || event.altKey || event.metaKey) return false;
  if (event.key === 'Escape' || event.code === 'KeyO') {
    overview.close();
    return true;
  }
  return overview.key(event.key);
}

function goToIndex(index: number): void {
  const id = slides.children[index]?.id;
  if (id !== undefined) audience?.pursue(() => goTo(id));
}

const typedNumber = new TypedNumber();

/** A number and Enter go to the slide of that number. */
function takeNumber(event: KeyboardEvent): boolean {
  const number = typedNumber.take(event);
  if (typeof number === 'number' && started) {
    const index = typedIndex(number, reveal.getTotalSlides());
    if (index !== undefined) goToIndex(index);
  }
  return number !== undefined;
}

if (view === 'show') {
  listenToKeys(act, take);
  for (const name of ['fragmentshown', 'fragmenthidden'] as const)
    reveal.on(name, () => audience?.moved(!led));
  // A click is the next slide, as speakers know it; only in the show, for in the app's preview one also clicks to focus.
  root.addEventListener('click', ({ target }) => {
    if (isPresenting()) act('next');
    else if (framed) tellPlace(target as Element);
  });
}

if (view === 'grid') listenForTheApp();

/** In the preview a click asks for the place in the text. */
function tellPlace(target: Element): void {
  const id = current();
  if (id === undefined) return;
  const detail = { id, range: sourceRangeOf(clickedText(target)) };
  window.dispatchEvent(new CustomEvent(PLACE_EVENT, { detail }));
}

const frame: DeckFrame = {
  ready: Promise.resolve(),
  show,
  go: (id, options) => go(id, options?.points),
  current,
  light: (range) => light.set(range),
  overflowing: () => measure.overflowing(shownTheme),
  missingPictures: () => missingPictures(paper?.element ?? slides),
  openSpeaker: (place) => audience?.openSpeaker(language, place) ?? false,
  openPrompter: (offset) => audience?.openPrompter(language, offset) ?? false,
};
window.jiangtaiDeck = frame;
