import { decodeBase64 } from '../base64.ts';
import { type KeptPicture, type Run, unread } from '../document.ts';
import { pictureKind, pictureName } from '../picture-kinds.ts';
import { attribute, type HtmlElement } from './tree.ts';

/** Pictures of fewer bytes are the rulers and gaps of a page. */
const SMALLEST = 60;

/**
 * A picture of a page: one inside the page is kept, one below its folder is named, any other is reported.
 * Nothing is fetched.
 *
 * @param keep where kept pictures are added; `name` is the page's file name
 */
export function pictureRuns(
  element: HtmlElement,
  keep: {
    readonly pictures: KeptPicture[];
    readonly name: string;
    readonly files?: ReadonlyMap<string, Uint8Array>;
  },
): Run[] {
  const src = (attribute(element, 'src') ?? attribute(element, 'data-src') ?? '').trim();
  const alt = (attribute(element, 'alt') ?? '').trim();
  // A smiley is a character that a page draws.
  if (/^\p{Extended_Pictographic}\ufe0f?$/u.test(alt)) return [{ kind: 'text', text: alt }];
  if (src === '') return [];
  const data = /^data:[^,]*,/i.exec(src);
  const stored = keep.files?.get(src);
  if (!data && !stored)
    return isRelative(src)
      ? [{ kind: 'picture', name: src, alt }]
      : [unread('picture-remote', alt || shortened(src))];
  const bytes =
    stored ?? (data && /;base64,$/i.test(data[0]) ? decodeBase64(src.slice(data[0].length)) : undefined);
  const kind = bytes && pictureKind(bytes);
  if (!bytes || !kind) return [unread('picture-kind', alt || shortened(src))];
  if (bytes.length < SMALLEST) return [];
  const name = pictureName(keep.name, keep.pictures.length + 1, kind.extension);
  keep.pictures.push({ name, bytes, type: kind.type });
  return [{ kind: 'picture', name, alt }];
}

/** A path below the page's own folder: no scheme, no host, no way up. */
function isRelative(src: string): boolean {
  return (
    /^[^\s:?#\\/][^:?#\\]*\.(?:png|jpe?g|gif|webp|avif)$/i.test(src) && !/(?:^|\/)\.\.(?:\/|$)|%/.test(src)
  );
}

function shortened(src: string): string {
  return src.length > 80 ? `${src.slice(0, 60)}…` : src;
}
