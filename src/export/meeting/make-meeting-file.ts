import { licences, programs } from 'virtual:carried-programs';
import type { Deck } from '../../deck/plan/types.ts';
import { COMMAND_MESSAGES, SHOW_MESSAGES } from '../../deck/show/messages.ts';
import type { Language } from '../../i18n/language.ts';
import type { Message } from '../../i18n/message.ts';
import { type PicturesBlock, speechBlock } from '../../import/meeting-file.ts';
import { pictureAddress } from '../../page/picture-address.ts';
import { PRESENTER_MESSAGES } from '../../stage/presenter/messages.ts';
import { base64Of } from './base64-of.ts';
import { cutFaces } from './face-cutting.ts';
import type { MeetingFile, MeetingOptions, MeetingSpeech } from './frame.ts';
import { openPage } from './hidden-page.ts';
import { handoutBlock, pagesText } from './laid-out-pages.ts';
import { spokenLines } from './meeting-data.ts';
import { MEETING_MESSAGES } from './messages.ts';
import { deckPictures, withNames } from './pictures.ts';
import { type ExpectedText, usedFaces } from './used-faces.ts';
import { writeMeetingFile } from './write-meeting-file.ts';

/** Shares of the work: pages and slides laid out; the rest is the cutting of faces. */
const LAID_OUT = 0.2;

/** See `MeetingFrame.write`. */
export async function makeMeetingFile(
  { source, deck, handout, pictureNames = {}, choices }: MeetingSpeech,
  options: MeetingOptions,
): Promise<MeetingFile> {
  const { baseUrl, language, fragments = false, progress = () => undefined } = options;
  const signal = options.signal ?? new AbortController().signal;
  const [slides, pages] = await Promise.all([
    openPage('deck', { view: 'sheets', ratio: deck.ratio }),
    openPage('handout'),
  ]);
  try {
    const deckApi = slides.window.jiangtaiDeck!;
    const handoutApi = pages.window.jiangtaiHandout!;
    await deckApi.show(deck, { baseUrl, language });
    signal.throwIfAborted();
    const laid = await handoutApi.layOut(handout, { baseUrl, language });
    if (laid === 'superseded') throw new Error('the only run was superseded');
    signal.throwIfAborted();
    progress(LAID_OUT);
    const used = usedFaces([
      {
        document: slides.window.document,
        names: ['show', 'deck', 'presenter'],
        expected: presenterTexts(deck, language),
      },
      { document: pages.window.document, names: ['pages'], expected: [] },
    ]);
    const faces = await cutFaces(used, signal, (share) => progress(LAID_OUT + (1 - LAID_OUT) * share));
    const named = (src: string) => (Object.hasOwn(pictureNames, src) ? pictureNames[src]! : src);
    const block = await handoutBlock(pages.window.document, handout, baseUrl, named);
    const wanted = [...new Set([...deckPictures(deck), ...block.pictures])];
    const pictures = await loadPictures(wanted, baseUrl, named, signal);
    const html = writeMeetingFile({
      programs,
      licences,
      faces,
      speech: speechBlock(source, choices),
      show: {
        id: crypto.getRandomValues(new Uint32Array(4)).join('-'),
        language,
        deck: withNames(deck, named),
        fragments,
      },
      handout: block.handout,
      pictures,
    });
    const same = pagesText(block.handout.html) === handoutApi.pageTexts().join('');
    return {
      html,
      slides: deck.slides.length,
      pages: laid.pages,
      missingPictures: [...new Set([...laid.missingPictures, ...deckApi.missingPictures()])],
      uncovered: laid.uncovered,
      lost: laid.missing + laid.added + (same ? 0 : 1),
    };
  } finally {
    slides.close();
    pages.close();
  }
}

/** Letters, digits and signs of clocks and counters. */
const ASCII = Array.from({ length: 0x5f }, (_, index) => String.fromCharCode(0x20 + index)).join('');

/** What the presenter's window will show: the spoken text, and words of its own in 黑体. */
function presenterTexts(deck: Deck, language: Language): ExpectedText[] {
  const stack = 'CnPunctSans, "Noto Sans SC", "LXGW WenKai"';
  const headings = deck.slides
    .flatMap(({ notes }) => notes)
    .filter(({ kind }) => kind === 'heading' || kind === 'title')
    .map(({ text }) => text);
  const own = [MEETING_MESSAGES, PRESENTER_MESSAGES, COMMAND_MESSAGES, SHOW_MESSAGES]
    .flatMap((messages): Message[] => Object.values(messages))
    .map((message) => message[language])
    .join('');
  return [
    { stack, weight: 400, text: ASCII + spokenLines(deck).join('') + own },
    { stack, weight: 500, text: ASCII + own },
    { stack, weight: 700, text: ASCII + headings.join('') },
  ];
}

async function loadPictures(
  addresses: readonly string[],
  baseUrl: string,
  named: (src: string) => string,
  signal: AbortSignal,
): Promise<PicturesBlock> {
  const found: Record<string, string> = {};
  await Promise.all(
    addresses.map(async (src) => {
      const address = pictureAddress(src, baseUrl);
      const name = named(src);
      // A picture inside the text is there already.
      if (address === undefined || name.startsWith('data:')) return;
      if (address.startsWith('data:')) {
        found[name] = address;
        return;
      }
      const response = await fetch(address, { signal }).catch(() => undefined);
      signal.throwIfAborted();
      if (!response?.ok) return;
      const type = response.headers.get('content-type')?.split(';', 1)[0] ?? '';
      if (!type.startsWith('image/')) return;
      found[name] = `data:${type};base64,${base64Of(new Uint8Array(await response.arrayBuffer()))}`;
    }),
  );
  return found;
}
