import type { CarriedPages, PageName } from '../page/carried-pages.ts';
import { type CarriedFace, type FileContents, readContents } from './contents.ts';

/*
 * First script of a document of one file: shows one of the pages it carries. Which one, the document itself says
 * (`data-page` of its root element, `data-asks` its parameters), or the address behind the `#` (`#page=presenter&…`); any other text there is the page's own.
 * Frames inside get a document with this script alone, and everything else from the window around them.
 */
declare global {
  interface Window {
    jiangtaiFile?: FileContents;
  }
}

const PAGE = /^#page=([a-z-]+)(?:&(.*))?$/;

const root = document.documentElement;
const inFrame = root.dataset.parameters !== undefined;
const file = (inFrame && window.parent.jiangtaiFile) || readContents(document);
window.jiangtaiFile = file;
const asked = PAGE.exec(location.hash);
const page = (!inFrame && asked?.[1]) || root.dataset.page || '';

const carried: CarriedPages = {
  id: root.dataset.file ?? '',
  parameters: (inFrame ? root.dataset.parameters : asked ? asked[2] : root.dataset.asks) ?? '',
  address: (other, parameters) =>
    `${location.href.split('#', 1)[0]}#page=${other}${parameters && `&${parameters}`}`,
  source: frameDocument,
};
window.jiangtaiCarried = carried;
// Another page is another document: programs do not leave.
if (!inFrame)
  addEventListener('hashchange', () => {
    if ((PAGE.exec(location.hash)?.[1] ?? root.dataset.page) !== page) location.reload();
  });
for (const face of file.faces(page)) addFace(face);
show();

function frameDocument(other: PageName, parameters: string): string {
  const attribute = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
  return `<!doctype html><html data-page="${other}" data-parameters="${attribute(parameters)}"><head><meta charset="utf-8"></head><body><script>${file.start}</script></body></html>`;
}

/** A face from its bytes: from an address it would be decoded anew in each frame and named in each style sheet. */
function addFace({ family, weight, range, bytes }: CarriedFace): void {
  const face = new FontFace(family, bytes, { weight, ...(range && { unicodeRange: range }) });
  document.fonts.add(face);
  // One that does not load leaves the text to the system's faces.
  face.load().catch(() => undefined);
}

function show(): void {
  const programs = file.pages[page] ?? file.pages[root.dataset.page ?? ''] ?? [];
  document.body.innerHTML = programs.map(({ body }) => body).join('');
  for (const { style, script } of programs) {
    document.head.append(Object.assign(document.createElement('style'), { textContent: style }));
    document.body.append(Object.assign(document.createElement('script'), { textContent: script }));
  }
}
