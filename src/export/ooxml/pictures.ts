import { imageSize } from 'image-size';
import type { PackedPictureType } from './package.ts';

/** A picture that office programs show. */
export interface OfficePicture {
  readonly bytes: Uint8Array;
  readonly type: Exclude<PackedPictureType, 'image/svg+xml'>;
  /** px at 96 an inch. */
  readonly width: number;
  readonly height: number;
  /** The drawing (SVG) that `bytes` was made from, for programs that show it. */
  readonly drawing?: Uint8Array;
}

/** A picture drawn as PNG, and its size as shown, px. */
export interface RasterPicture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Where pictures come from: depends on whether a browser or Node runs. */
export interface PictureSource {
  /** Bytes of a picture as the author named it; undefined when it cannot be had. */
  load(src: string): Promise<Uint8Array | undefined>;
  /** Draws a picture that office programs do not show, as a browser does; undefined when it cannot be drawn. */
  rasterise(bytes: Uint8Array, type: string): Promise<RasterPicture | undefined>;
}

/** Kinds that every office program shows as they are. */
const SHOWN: Readonly<Record<string, OfficePicture['type']>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
};

/** Kinds that a browser draws. */
const DRAWN: Readonly<Record<string, string>> = {
  svg: 'image/svg+xml',
  webp: 'image/webp',
  avif: 'image/avif',
};

/** The pictures of a document by address, as far as they can be had. */
export async function officePictures(
  addresses: Iterable<string>,
  source: PictureSource,
): Promise<Map<string, OfficePicture>> {
  const found = new Map<string, OfficePicture>();
  for (const address of new Set(addresses)) {
    const bytes = await source.load(address);
    const picture = bytes && (await officePicture(bytes, source));
    if (picture) found.set(address, picture);
  }
  return found;
}

async function officePicture(bytes: Uint8Array, source: PictureSource): Promise<OfficePicture | undefined> {
  const { type, width, height, orientation = 1 } = measured(bytes);
  const shown = SHOWN[type];
  // Office programs do not turn a photograph the way its camera was held; browsers do.
  if (shown !== undefined && orientation === 1) return { bytes, type: shown, width, height };
  const drawn = DRAWN[type] ?? shown;
  const raster = drawn === undefined ? undefined : await source.rasterise(bytes, drawn);
  if (raster === undefined) return undefined;
  return {
    bytes: raster.png,
    type: 'image/png',
    width: raster.width,
    height: raster.height,
    ...(type === 'svg' && { drawing: bytes }),
  };
}

/** Kind and size of a picture; an unknown kind for what is none, or is cut off. */
function measured(bytes: Uint8Array): {
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly orientation?: number;
} {
  const none = { type: '', width: 0, height: 0 };
  try {
    const { type = '', width, height, orientation } = imageSize(bytes);
    return { type, width, height, orientation };
  } catch {
    // A drawing may say no size of its own.
    return isDrawing(bytes) ? { ...none, type: 'svg' } : none;
  }
}

function isDrawing(bytes: Uint8Array): boolean {
  return /<svg[\s>]/.test(String.fromCharCode(...bytes.subarray(0, 1000)));
}
