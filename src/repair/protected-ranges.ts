import type { SourceRange, TextFormat } from '../text/source.ts';

/**
 * What no repair of punctuation or spacing may touch, one construct a line. Plain text is read for Markdown
 * too, since authors use it there; only front matter must begin the file.
 */
const CONSTRUCTS: readonly string[] = [
  '^---[ \\t]*\\n[\\s\\S]*?\\n(?:---|\\.\\.\\.)[ \\t]*(?=\\n|$)', // front matter (anchored at the start of the file)
  '(?<=^|\\n)[ \\t]*(?:```|~~~)[\\s\\S]*?(?:\\n[ \\t]*(?:```|~~~)[^\\n]*|$)', // fenced code
  '`+[^`\\n]+`+', // code in a line
  '<!--[\\s\\S]*?-->', // comment
  '</?[A-Za-z][^<>\\n]*>', // tag, address in angle brackets
  '\\]\\([^()\\n]*(?:\\([^()\\n]*\\)[^()\\n]*)*\\)', // destination of a link or picture
  '\\[\\^[^\\]\\n]+\\]:?', // footnote
  '(?<=^|\\n)[ \\t]*\\[[^\\]\\n]+\\]:[^\\n]*', // link definition
  '(?:https?|ftp|file):\\/\\/[\\x21-\\x27\\x2a-\\x3b\\x3d\\x3f-\\x7e]+', // address
  'www\\.[\\x21-\\x27\\x2a-\\x3b\\x3d\\x3f-\\x7e]+',
  '[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+', // mail
];

const CONSTRUCT = new RegExp(CONSTRUCTS.join('|'), 'g');
/** Without one of these characters no construct is there. */
const HINT = /[`<[@]|:\/\/|www\.|^---/;

let last: { text: string; ranges: readonly SourceRange[] } | undefined;

/** Sorted, disjoint ranges of syntax, code and addresses. */
export function protectedRanges(text: string, _format: TextFormat): readonly SourceRange[] {
  if (last?.text === text) return last.ranges;
  const ranges: SourceRange[] = [];
  if (HINT.test(text))
    for (const match of text.matchAll(CONSTRUCT)) {
      const found = match[0].replace(/[.,;:!?]+$/, (stops) =>
        /^(?:https?|ftp|file|www)/.test(match[0]) ? '' : stops,
      );
      ranges.push({ start: match.index, end: match.index + found.length });
    }
  last = { text, ranges };
  return ranges;
}
