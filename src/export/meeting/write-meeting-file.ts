import { GENERATOR, type PicturesBlock, type SpeechBlock } from '../../import/meeting-file.ts';
import { BLOCK_IDS, programBlock, type WrittenFaces } from '../../single-file/contents.ts';
import { type HandoutBlock, MEETING_BLOCKS, type ShowBlock, spokenLines } from './meeting-data.ts';
import { MEETING_MESSAGES } from './messages.ts';

/** A program of the file, built beforehand. */
export interface BuiltProgram {
  readonly body: string;
  readonly style: string;
  /** May stand between `<script>` tags as it is. */
  readonly script: string;
  /** For a Content-Security-Policy: `sha256-…`. */
  readonly hash: string;
}

export type ProgramName = 'start' | 'deck' | 'presenter' | 'bar' | 'pages';

/** All that goes into a file. */
export interface MeetingParts {
  readonly programs: Readonly<Record<ProgramName, BuiltProgram>>;
  readonly licences: string;
  readonly faces: WrittenFaces;
  readonly speech: SpeechBlock;
  readonly show: ShowBlock;
  readonly handout: HandoutBlock;
  readonly pictures: PicturesBlock;
}

/** Programs of each page, in the order in which they run; `deck` alone is a slide in a frame. */
const PAGES: Readonly<Record<string, readonly ProgramName[]>> = {
  show: ['deck', 'bar'],
  deck: ['deck'],
  presenter: ['presenter'],
  pages: ['pages'],
};

/**
 * A meeting file: one HTML document that shows the slides, the presenter's window and the handout without asking for any other
 * file. Its policy lets only the scripts run that it was written with, and lets no request out.
 */
export function writeMeetingFile(parts: MeetingParts): string {
  const { programs, show } = parts;
  const names = Object.keys(programs) as ProgramName[];
  const scripts = names.map((name) => `'${programs[name].hash}'`).join(' ');
  const policy = [
    "default-src 'none'",
    `script-src ${scripts}`,
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    'font-src data: blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const { deck, language } = show;
  const title = escaped(deck.title || MEETING_MESSAGES.untitled[language]);
  return `<!doctype html>
<html lang="${deck.lang}" data-page="show" data-asks="ratio=${deck.ratio}" data-file="${show.id}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="generator" content="${GENERATOR}">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>
#jiangtai-closed { visibility: hidden; animation: jiangtai-appear 0s 5s forwards; margin: 4em; font: 18px/1.6 sans-serif; }
@keyframes jiangtai-appear { to { visibility: visible; } }
</style>
</head>
<body>
<p id="jiangtai-closed">${escaped(MEETING_MESSAGES.closed[language])}</p>
<noscript>
<p>${escaped(MEETING_MESSAGES.noScript[language])}</p>
${spokenLines(deck)
  .map((line) => `<p>${escaped(line)}</p>`)
  .join('\n')}
</noscript>
${[
  json(MEETING_BLOCKS.speech, parts.speech),
  json(MEETING_BLOCKS.show, show),
  json(MEETING_BLOCKS.handout, parts.handout),
  json(MEETING_BLOCKS.pictures, parts.pictures),
  json(MEETING_BLOCKS.licences, parts.licences),
  json(BLOCK_IDS.faces, parts.faces),
  json(BLOCK_IDS.pages, PAGES),
  ...names
    .filter((name) => name !== 'start')
    .flatMap((name) => [
      json(programBlock(name, 'body'), programs[name].body),
      json(programBlock(name, 'style'), programs[name].style),
      `<script type="text/plain" id="${programBlock(name, 'script')}">${programs[name].script}</script>`,
    ]),
].join('\n')}
<script id="${BLOCK_IDS.start}">${programs.start.script}</script>
</body>
</html>
`;
}

/** A block of data. No `<` is left that could end it. */
function json(id: string, data: unknown): string {
  const text = JSON.stringify(data)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
  return `<script type="application/json" id="${id}">${text}</script>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
