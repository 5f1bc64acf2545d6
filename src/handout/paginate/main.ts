import '../../fonts/handout-faces.css';
import './screen.css';
import './official.css';
import { handoutText } from '../flow/text.ts';
import type { Handout } from '../flow/types.ts';
import { loadFonts } from './fonts.ts';
import { type HandoutFrame, type LayoutOptions, type LayoutResult, PAGES_EVENT } from './frame.ts';
import { overflows, pageText, textDifference } from './gate.ts';
import { showNotice } from './notice.ts';
import { Paged } from './paged.ts';
import pageRules from './pages.css?raw';
import { Pictures } from './pictures.ts';
import { SheetsView } from './sheets-view.ts';
import { pictureSources, sourceDom } from './source-dom.ts';
import { useTheme } from './theme.ts';
import { Superseded } from './time-slices.ts';

const view = new SheetsView(document.querySelector<HTMLElement>('#view')!);
const notice = document.querySelector<HTMLElement>('#notice')!;
const paged = Paged.create(pageRules);

/** The run under way and the one that waits for its end; a later request takes the waiting one's place. */
let running: { readonly end: Promise<unknown>; readonly abort: AbortController } | undefined;
let latest = 0;

const frame: HandoutFrame = {
  async layOut(handout, options) {
    const own = ++latest;
    running?.abort.abort();
    await running?.end;
    if (own !== latest) return 'superseded';
    const abort = new AbortController();
    const run = layOut(handout, options, abort.signal);
    running = { abort, end: run.catch(() => undefined) };
    return run;
  },
  pageTexts: () => view.pages.map(pageText),
  light: () => undefined,
  zoom: () => undefined,
  ready: paged.then(() => undefined),
};

async function layOut(
  handout: Handout,
  { baseUrl }: LayoutOptions,
  signal: AbortSignal,
): Promise<LayoutResult | 'superseded'> {
  const start = performance.now();
  const sources = pictureSources(handout);
  const pictures = new Pictures(baseUrl);
  await Promise.all([pictures.load(sources), useTheme(handout.theme)]);
  const source = sourceDom(handout, pictures);
  const sheets = view.stage(handout.lang, handout.layout);
  try {
    await loadFonts(handout, source, sheets);
    if (signal.aborted) throw new Superseded();
    const pages = await (await paged).layOut(source, sheets, signal);
    const overflowing = pages.flatMap((page, index) => (overflows(page) ? [index + 1] : []));
    const result: LayoutResult = {
      pages: pages.length,
      ...textDifference(handoutText(handout), pages.map(pageText).join('')),
      overflowing,
      missingPictures: pictures.missing(sources),
      ms: performance.now() - start,
    };
    document.title = handout.title;
    document.documentElement.lang = handout.lang;
    view.show(sheets);
    showNotice(notice, result, handout.lang);
    // Late slices (page numbers of a first run) must not be missing from a PDF made at once.
    await document.fonts.ready;
    window.dispatchEvent(new CustomEvent(PAGES_EVENT, { detail: { pages: result.pages } }));
    return result;
  } catch (error) {
    sheets.remove();
    if (error instanceof Superseded) return 'superseded';
    throw error;
  }
}

window.jiangtaiHandout = frame;
