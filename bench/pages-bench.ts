import { chromium, type Page } from 'playwright';
import { createServer } from 'vite';
import { compile } from '../src/compile/compile.ts';
import { findChromium, launchOptions } from '../src/export/browser/find-chromium.ts';
import type { Handout, HandoutBlock } from '../src/handout/flow/types.ts';
import type { LayoutResult } from '../src/handout/paginate/frame.ts';
import { projectRoot } from '../src/server/project-root.ts';

/** Medians of one document, ms. */
export interface PageMeasure {
  readonly pages: number;
  /** Paged.js as it comes. */
  readonly stock: number;
  /** Chromium's own printing of the same HTML to PDF. */
  readonly native: number;
  /** Ours, from the handout to pages on the screen, on a page that shows another handout. */
  readonly ours: number;
  /** A line more near the beginning, in the middle, near the end, each in view. */
  readonly edits: readonly {
    /** Until the pages in view are right, and until all are. */
    readonly inView: number;
    readonly all: number;
    /** Pages laid out. */
    readonly laid: number;
  }[];
}

/**
 * Measures pagination of the same handouts by stock Paged.js, by Chromium's printing and by ours, in turns in one
 * browser.
 *
 * @param speech text of a real speech; its paragraphs are repeated to reach a size
 * @param sizes pages wanted, about
 * @param runs of each kind, of which the median counts
 */
export async function measurePages(
  speech: string,
  sizes: readonly number[],
  runs: number,
): Promise<PageMeasure[]> {
  const server = await createServer({
    root: projectRoot,
    logLevel: 'error',
    optimizeDeps: { entries: ['handout.html', 'tests/pagedjs-baseline/stock.html'] },
    server: { port: 0, hmr: false, watch: null },
  });
  await server.listen();
  const url = server.resolvedUrls?.local[0] ?? '';
  const browser = await chromium.launch(launchOptions(await findChromium()));
  try {
    const ours = await browser.newPage({ viewport: { width: 1000, height: 1100 } });
    await ours.goto(`${url}handout.html`);
    await ours.waitForFunction(() => window.jiangtaiHandout !== undefined);
    const stock = await browser.newPage({ viewport: { width: 1000, height: 1100 } });
    await stock.goto(`${url}tests/pagedjs-baseline/stock.html`);
    await stock.waitForFunction(() => window.jiangtaiStock !== undefined);
    const results: PageMeasure[] = [];
    for (const size of sizes) results.push(await measureOne(await grown(speech, size), ours, stock, runs));
    return results;
  } finally {
    await browser.close();
    await server.close();
  }
}

async function measureOne(handout: Handout, ours: Page, stock: Page, runs: number): Promise<PageMeasure> {
  const empty: Handout = { ...handout, blocks: handout.blocks.slice(0, 1) };
  const layOut = (one: Handout) => ours.evaluate(layOutIn, one);
  // Fonts and compiled code are there for all three.
  await layOut(handout);
  await stock.evaluate((one) => window.jiangtaiStock!.showNative(one), handout);
  const times = { stock: [] as number[], native: [] as number[], ours: [] as number[] };
  const edits = [0.03, 0.5, 0.97].map((place) => ({
    place,
    inView: [] as number[],
    all: [] as number[],
    laid: 0,
  }));
  let pages = 0;
  for (let run = 0; run < runs; run++) {
    if (run < Math.max(1, Math.floor(runs / 2)))
      times.stock.push(await stock.evaluate((one) => window.jiangtaiStock!.handout(one), handout));
    await stock.evaluate((one) => window.jiangtaiStock!.showNative(one), handout);
    const start = performance.now();
    await stock.pdf({ preferCSSPageSize: true, tagged: true, outline: true });
    times.native.push(performance.now() - start);
    await layOut(empty);
    const result = await layOut(handout);
    times.ours.push(result.ms);
    pages = result.pages;
    for (const edit of edits) {
      await ours.evaluate(
        (share) => scrollTo(0, share * document.documentElement.scrollHeight - 600),
        edit.place,
      );
      const edited = await layOut(typed(handout, Math.floor(handout.blocks.length * edit.place)));
      edit.inView.push(edited.inView);
      edit.all.push(edited.ms);
      edit.laid = edited.laid;
      await layOut(handout);
    }
  }
  return {
    pages,
    stock: median(times.stock),
    native: median(times.native),
    ours: median(times.ours),
    edits: edits.map(({ inView, all, laid }) => ({ inView: median(inView), all: median(all), laid })),
  };
}

/** Runs in the browser. */
async function layOutIn(handout: Handout): Promise<LayoutResult> {
  const frame = window.jiangtaiHandout!;
  await frame.ready;
  const result = await frame.layOut(handout, { baseUrl: location.href });
  if (result === 'superseded') throw new Error('superseded');
  if (result.missing + result.added > 0) throw new Error(`not whole: ${JSON.stringify(result)}`);
  return result;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

/** The handout with a line more in the next paragraph from block `index` on. */
function typed(handout: Handout, index: number): Handout {
  const at = handout.blocks.findIndex((block, i) => i >= index && block.kind === 'paragraph');
  return {
    ...handout,
    blocks: handout.blocks.map((block, i): HandoutBlock => {
      if (i !== at || !('runs' in block)) return block;
      const [first, ...rest] = block.runs;
      return { ...block, runs: [{ ...first!, text: `${'新的'.repeat(14)}${first!.text}` }, ...rest] };
    }),
  };
}

/** The speech's handout with its body repeated to about `pages` pages; each copy's paragraphs begin differently. */
async function grown(speech: string, pages: number): Promise<Handout> {
  const { handout } = await compile({ text: speech, format: 'plain', name: 'bench.txt' });
  const characters = handout.blocks.reduce(
    (sum, block) => sum + ('runs' in block ? block.runs.reduce((all, run) => all + run.text.length, 0) : 0),
    0,
  );
  const copies = Math.max(1, Math.round((pages * 540) / characters));
  const body = handout.blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'heading');
  const blocks = Array.from({ length: copies }, (_, copy) =>
    copy === 0
      ? handout.blocks
      : body.map((block): HandoutBlock => {
          if (!('runs' in block)) return block;
          const [first, ...rest] = block.runs;
          return { ...block, runs: [{ ...first!, text: `${copy}${first!.text}` }, ...rest] };
        }),
  ).flat();
  return { ...handout, blocks };
}
