import './pages.css';
import { foldedLeaves } from '../../../handout/paginate/booklet.ts';
import type { PicturesBlock } from '../../../import/meeting-file.ts';
import { type HandoutBlock, MEETING_BLOCKS, type ShowBlock } from '../meeting-data.ts';
import { MEETING_MESSAGES } from '../messages.ts';

/* The handout in a meeting file: pages that were laid out when the file was written, ready to be printed. */

const file = window.jiangtaiFile!;
const block = <T>(id: string) => JSON.parse(file.text(id) ?? 'null') as T;
const { language, deck } = block<ShowBlock>(MEETING_BLOCKS.show);
const handout = block<HandoutBlock>(MEETING_BLOCKS.handout);
const pictures = block<PicturesBlock>(MEETING_BLOCKS.pictures);

document.title = `${handout.title} · ${MEETING_MESSAGES.handout[language]}`;
document.documentElement.lang = deck.lang;
document.head.append(Object.assign(document.createElement('style'), { textContent: handout.style }));
const bar = Object.assign(document.createElement('nav'), { className: 'pages-bar', lang: language });
const view = Object.assign(document.createElement('main'), { id: 'view', innerHTML: handout.html });
for (const image of view.querySelectorAll<HTMLImageElement>('img[data-picture]'))
  image.src = pictures[image.dataset.picture!] ?? '';
const sheets = view.querySelector<HTMLElement>('.handout')!;

const licences = document.createElement('dialog');
licences.append(
  Object.assign(document.createElement('pre'), { textContent: block<string>(MEETING_BLOCKS.licences) }),
  button('close', () => licences.close()),
);
bar.append(
  button('print', () => print()),
  button('licences', () => licences.showModal()),
);
document.body.append(bar, view, licences);

function button(word: keyof typeof MEETING_MESSAGES, act: () => void): HTMLButtonElement {
  const made = Object.assign(document.createElement('button'), {
    textContent: MEETING_MESSAGES[word][language],
  });
  made.addEventListener('click', act);
  return made;
}

/** As wide as the window, and no wider than on paper. */
function fitWidth(): void {
  const width = sheets.offsetWidth;
  const scale = Math.min(1, document.documentElement.clientWidth / width);
  sheets.style.setProperty('--scale', String(scale));
  view.style.setProperty('--width', `${width * scale}px`);
  view.style.setProperty('--height', `${sheets.offsetHeight * scale}px`);
}
fitWidth();
new ResizeObserver(fitWidth).observe(document.documentElement);

if (handout.booklet) {
  const pages = [...sheets.children] as HTMLElement[];
  addEventListener('beforeprint', () => sheets.replaceChildren(foldedLeaves(pages)));
  addEventListener('afterprint', () => sheets.replaceChildren(...pages));
}
