import type { SourceRange, TextFormat } from '../text/source.ts';

/**
 * What no repair of punctuation or spacing may touch, one construct a line. Each looks ahead over a stretch in
 * which it cannot begin again, or over a bounded one: the search is linear.
 */
const ANYWHERE: readonly string[] = [
  '^---[ \\t]*\\n[\\s\\S]*?\\n(?:---|\\.\\.\\.)[ \\t]*(?=\\n|$)', // front matter (anchored at the start of the file)
  '</?[A-Za-z][^<>\\n]*>', // tag, address in angle brackets
  '(?:https?|ftp|file):\\/\\/[\\x21-\\x27\\x2a-\\x3b\\x3d\\x3f-\\x7e]+', // address
  'www\\.[\\x21-\\x27\\x2a-\\x3b\\x3d\\x3f-\\x7e]+',
  '(?<![\\w.+-])[\\w.+-]{1,64}@[\\w-]+(?:\\.[\\w-]+)+', // mail
];
const IN_MARKDOWN: readonly string[] = [
  '\\\\[!-/:-@[-`{-~]', // escaped sign
  '(?<=^|\\n)[ \\t]*(?<fence>`{3,}|~{3,})[ \\t]*[\\w+#.-]{0,30}[ \\t]*(?=\\n|$)', // first line of fenced code
  '(?<![`\\\\])`+[^`\\n]+`+', // code in a line
  '(?<comment>(?<!\\\\)<!--)', // an escaped one is text
  '\\]\\([^()\\n]*(?:\\([^()\\n]*\\)[^()\\n]*)*\\)', // destination of a link or picture
  '\\[\\^[^\\]\\n]{1,64}\\]:?', // footnote
  '(?<=^|\\n)[ \\t]*\\[[^\\]\\n]+\\]:[^\\n]*', // link definition
];

const CONSTRUCTS: Readonly<Record<TextFormat, RegExp>> = {
  plain: new RegExp(ANYWHERE.join('|'), 'g'),
  markdown: new RegExp([...IN_MARKDOWN, ...ANYWHERE].join('|'), 'g'),
};
/** Without one of these characters no construct is there. */
const HINT = /[`<[@~]|:\/\/|www\.|^---/;

let last: { text: string; format: TextFormat; ranges: readonly SourceRange[] } | undefined;

/** Sorted, disjoint ranges of syntax, code and addresses. */
export function protectedRanges(text: string, format: TextFormat): readonly SourceRange[] {
  if (last?.text === text && last.format === format) return last.ranges;
  const ranges = HINT.test(text) ? findRanges(text, format) : [];
  last = { text, format, ranges };
  return ranges;
}

function findRanges(text: string, format: TextFormat): SourceRange[] {
  const ranges: SourceRange[] = [];
  const constructs = new RegExp(CONSTRUCTS[format]);
  const openComments = text.lastIndexOf('-->');
  for (let match = constructs.exec(text); match; match = constructs.exec(text)) {
    const { fence, comment } = match.groups ?? {};
    const start = match.index;
    let end = start + match[0].length;
    if (comment) {
      // One that is never closed is no comment.
      if (start > openComments) continue;
      end = text.indexOf('-->', end) + '-->'.length;
    } else if (fence) end = codeEnd(text, end, fence);
    else if (!/^(?:https?|ftp|file|www)/.test(match[0]))
      end -= /(?<![.,;:!?])[.,;:!?]*$/.exec(match[0].slice(-20))![0].length;
    ranges.push({ start, end });
    constructs.lastIndex = Math.max(end, start + 1);
  }
  return ranges;
}

/** Behind the last line of fenced code, or the text where it has none. */
function codeEnd(text: string, from: number, fence: string): number {
  const close = new RegExp(`\\n[ \\t]*${fence[0]}{${fence.length},}[ \\t]*(?=\\n|$)`, 'g');
  close.lastIndex = from;
  const match = close.exec(text);
  return match ? match.index + match[0].length : text.length;
}
