import './bar.css';
import type { Command } from '../../../deck/show/keys.ts';
import type { Language } from '../../../i18n/language.ts';
import type { PicturesBlock } from '../../../import/meeting-file.ts';
import { pageAddress } from '../../../page/carried-pages.ts';
import { MEETING_BLOCKS, type ShowBlock } from '../meeting-data.ts';
import { MEETING_MESSAGES } from '../messages.ts';
import { withPictures } from '../pictures.ts';

/*
 * Runs behind the program of the slides in a meeting file: gives it the deck, and draws the buttons of what else the file has. They
 * come with the pointer and go when it rests, for the audience sees this window.
 */

/** How long the buttons stay when the pointer rests, ms; longer at the beginning. */
const STAY = 2500;
const FIRST_STAY = 8000;

const file = window.jiangtaiFile!;
const block = <T>(id: string) => JSON.parse(file.text(id) ?? 'null') as T;
const { deck, language, fragments } = block<ShowBlock>(MEETING_BLOCKS.show);
const pictures = block<PicturesBlock>(MEETING_BLOCKS.pictures);
const slides = window.jiangtaiDeck!;
// No folder: pictures are inside, and nothing else is asked.
void slides.show(withPictures(deck, pictures), { baseUrl: 'data:,', language, fragments });

const bar = document.createElement('nav');
bar.className = 'meeting-bar';
bar.lang = language;
const said = Object.assign(document.createElement('p'), { role: 'alert', hidden: true });
let hiding = 0;

const wake = (stay: number) => {
  bar.classList.add('awake');
  clearTimeout(hiding);
  hiding = window.setTimeout(() => bar.classList.remove('awake'), stay);
};

const opened = (window: boolean) => {
  said.hidden = window;
  said.textContent = window ? '' : MEETING_MESSAGES.blocked[language];
};

/** The keys of the show do the same; a button sends the key. */
const press = (command: Command) => () =>
  document.dispatchEvent(new KeyboardEvent('keydown', { key: KEYS[command], bubbles: true }));
const KEYS: Readonly<Partial<Record<Command, string>>> = { fullscreen: 'f', help: '?' };

bar.append(
  button('speaker', language, 'S', () => opened(slides.openSpeaker())),
  button('handout', language, '', () =>
    opened(
      window.open(pageAddress('pages', {}), `jiangtai-pages-${block<ShowBlock>(MEETING_BLOCKS.show).id}`) !==
        null,
    ),
  ),
  button('fullscreen', language, 'F', press('fullscreen')),
  button('keys', language, '?', press('help')),
  said,
);
document.body.append(bar);
wake(FIRST_STAY);
addEventListener('pointermove', () => wake(STAY));
bar.addEventListener('focusin', () => wake(FIRST_STAY));

function button(
  word: keyof typeof MEETING_MESSAGES,
  language: Language,
  key: string,
  act: () => void,
): HTMLButtonElement {
  const made = document.createElement('button');
  made.append(MEETING_MESSAGES[word][language]);
  if (key) made.append(Object.assign(document.createElement('kbd'), { textContent: key }));
  made.addEventListener('click', (event) => {
    event.stopPropagation();
    act();
    // Keys go to the slides again.
    made.blur();
  });
  return made;
}
