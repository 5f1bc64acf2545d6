import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser } from 'playwright';
import { pictureType } from '../../text/media-types.ts';
import type { PictureSource, RasterPicture } from '../ooxml/pictures.ts';
import { rasterise } from '../picture/rasterise.ts';
import { findChromium, launchOptions } from './find-chromium.ts';
import { namesFile, type PicturedSpeech } from './picture-folder.ts';
import { chromium } from './playwright.ts';

/** Base64 of a `data:` address of a picture. */
const DATA = /^data:image\/[\w.+-]+;base64,([A-Za-z0-9+/=\s]+)$/;

/** The pictures of a speech's file: inside it, or beside it. A browser starts when one has to be drawn. */
export class PictureFiles implements PictureSource {
  readonly #speech: PicturedSpeech;
  #browser: Promise<Browser> | undefined;

  constructor(speech: PicturedSpeech) {
    this.#speech = speech;
  }

  async load(src: string): Promise<Uint8Array | undefined> {
    const data = DATA.exec(src)?.[1];
    if (data !== undefined) return Buffer.from(data, 'base64');
    const kept = this.#speech.pictures.find(({ name }) => name === src);
    if (kept) return kept.bytes;
    const name = decoded(src);
    if (!namesFile(name) || pictureType(name) === undefined) return undefined;
    return readFile(join(dirname(this.#speech.path), name)).catch(() => undefined);
  }

  /** @returns undefined also where there is no browser: the picture is then missing, the text is not */
  async rasterise(bytes: Uint8Array, type: string): Promise<RasterPicture | undefined> {
    this.#browser ??= start();
    const browser = await this.#browser.catch(() => undefined);
    if (browser === undefined) return undefined;
    const page = await browser.newPage({ offline: true });
    try {
      const address = `data:${type};base64,${Buffer.from(bytes).toString('base64')}`;
      const drawn = await page.evaluate(rasterise, address);
      const png = drawn && Buffer.from(drawn.png.slice(drawn.png.indexOf(',') + 1), 'base64');
      return drawn && png && { png, width: drawn.width, height: drawn.height };
    } finally {
      await page.close();
    }
  }

  async close(): Promise<void> {
    await this.#browser?.then(
      (browser) => browser.close(),
      () => undefined,
    );
  }
}

async function start(): Promise<Browser> {
  return chromium.launch(launchOptions(await findChromium()));
}

function decoded(src: string): string {
  try {
    return decodeURIComponent(src.replace(/^\.\//, '').replace(/[?#].*$/, ''));
  } catch {
    return '';
  }
}
