import { dateLine } from './dates.ts';
import { isName, isRole, personOf } from './people.ts';
import { beginsWithAddress, isFarewell, isThanks } from './salutation.ts';
import type { Token } from './sections.ts';
import { inlineText } from './text.ts';
import type { Block, Paragraph, Signature } from './types.ts';

/** How far back from the end the address may stand that opens the closing words. */
const MOST_PLAIN = 3;
const ATTACHMENT =
  /^(?:附[件表]?[0-9０-９一二三四五六七八九十]*(?:[：:]|$)|附[件表][0-9０-９一二三四五六七八九十]*[ \u3000])/;
const SIGNER =
  /^(?:发言人|發言人|报告人|報告人|汇报人|匯報人|讲话人|講話人|致辞人|致辭人|承诺人|承諾人|述职人|述職人|作者|主讲人|主講人)[：:]/;

/**
 * Splits the end of the speech off: closing words (from the last address, 同志们，… on), wishes, thanks,
 * 落款, attachments. Only blocks after the last head can belong to it.
 */
export function splitClosing(tokens: readonly Token[]): {
  body: readonly Token[];
  closing: readonly Block[];
} {
  let lastHead = tokens.findLastIndex((token) => token.kind === 'head' || token.kind === 'inline-series');
  while (isJoined(tokens[lastHead + 1])) lastHead++;
  const tail = tokens.slice(lastHead + 1) as Block[];
  const attachment = attachmentStart(tail);
  const signature = signatureStart(tail, attachment);
  let words = closingStart(tail, signature);
  let turn = lastHead >= 0 ? turnToHearers(tail, words) : words;
  // 肆、結語 with nothing but the address below it: then that is the text of this section.
  if (turn === 0 && isBareHead(tokens[lastHead])) {
    words = farewellStart(tail, signature);
    turn = turnToHearers(tail, words, 1);
  }
  const closing = [
    ...tail.slice(turn, words),
    ...tail.slice(words, signature).map(withRole),
    ...(signature < attachment ? [signatureOf(tail.slice(signature, attachment) as Paragraph[])] : []),
    ...attachments(tail.slice(attachment)),
  ];
  return { body: tokens.slice(0, lastHead + 1 + turn), closing };
}

/** A salutation of its own after the last heading: from there on the speech belongs to no section. */
function turnToHearers(tail: readonly Block[], words: number, from = 0): number {
  const at = tail.findIndex((block, index) => index >= from && block.kind === 'salutation');
  return at >= 0 && at < words ? at : words;
}

/** The note 附件：…, perhaps the signature between it and the attachments, and these themselves. */
function attachments(blocks: readonly Block[]): Block[] {
  const dated = blocks.findIndex((block) => dateLine(textOf(block)) !== undefined);
  if (dated < 1) return blocks.map(asAttachment);
  const from = signatureStart(blocks.slice(0, dated + 1), dated + 1);
  const signed = blocks.slice(from, dated + 1) as Paragraph[];
  if (signed.length === 0) return blocks.map(asAttachment);
  return [
    ...blocks.slice(0, from).map(asAttachment),
    signatureOf(signed),
    ...blocks.slice(dated + 1).map(asAttachment),
  ];
}

function asAttachment(block: Block): Block {
  return block.kind === 'paragraph' ? { ...block, role: 'attachment', only: 'print' } : block;
}

function isBareHead(token: Token | undefined): boolean {
  return token?.kind === 'head' && !token.runIn;
}

/** Where only thanks and wishes follow; 0 when nothing else stands before them. */
function farewellStart(tail: readonly Block[], end: number): number {
  let start = end;
  while (start > 0 && (isThanks(textOf(tail[start - 1])) || isFarewell(textOf(tail[start - 1])))) start--;
  return start;
}

function isJoined(token: Token | undefined): boolean {
  return token?.kind === 'paragraph' && token.joins;
}

function textOf(block: Block | undefined): string {
  return block?.kind === 'paragraph' ? inlineText(block.children) : '';
}

/** 附件： stands after the speech; a line 附件 in the middle of a longer text is left alone. */
function attachmentStart(tail: readonly Block[]): number {
  const at = tail.findIndex((block) => ATTACHMENT.test(textOf(block)) && textOf(block).length <= 60);
  return at > 0 ? at : tail.length;
}

/** Lines of a signature: more than three only if each is a name, a body or a date. */
const FEW_LINES = 3;
const MOST_LINES = 6;

function signatureStart(tail: readonly Block[], end: number): number {
  let start = end;
  for (; start > 0 && end - start < MOST_LINES; start--) {
    const text = textOf(tail[start - 1]);
    if (!isSignatureLine(text) || (end - start >= FEW_LINES && !isSigned(text) && !dateLine(text))) break;
  }
  const lines = tail.slice(start, end).map(textOf);
  if (lines.length === 0 || (start === 0 && tail.length === end && lines.length === tail.length)) return end;
  return lines.some((line) => dateLine(line) !== undefined || isSigned(line)) ? start : end;
}

function isSignatureLine(text: string): boolean {
  if (
    text === '' ||
    text.length > 40 ||
    isThanks(text) ||
    ATTACHMENT.test(text) ||
    (/^[0-9]/.test(text) && !dateLine(text))
  )
    return false;
  return dateLine(text) !== undefined || isSigned(text) || !/[。！？；，…：]/.test(text);
}

/** 李明 · 校长　李明 · 党委书记：李明　校长：王芳 · 云山科技有限公司 */
function isSigned(text: string): boolean {
  return SIGNER.test(text) || personOf(text) !== undefined || areSigners(text) || COMPANY.test(text);
}

const COMPANY =
  /^[^，。！？；：]{2,30}(?:公司|集团|集團|委员会|委員會|党支部|黨支部|党委|黨委|人民政府|基金会|基金會|协会|協會|商会|商會|学生会|學生會|班委会|办公室|辦公室)(?:[（(][^（()）]{1,8}[）)])?(?:敬上|谨上|謹上|启|啟)?$/u;

/** Several people, each behind an office. */
function areSigners(text: string): boolean {
  const entries = [
    ...text.matchAll(
      /([^：:，。！？；\s]{2,14})[：:][ \u3000]*(\S{2,4}|\S[ \u3000]\S)(?=[ \u3000\t、；;]|$)/gu,
    ),
  ];
  if (entries.length === 0 || /[，。！？]/.test(text)) return false;
  const rest = entries.reduce((left, [entry]) => left.replace(entry, ''), text);
  return (
    rest.replace(/[\s、；;]/gu, '') === '' &&
    entries.every(([, office, name]) => isRole(office!) && isName(name!))
  );
}

function closingStart(tail: readonly Block[], end: number): number {
  let start = end;
  let plain = 0;
  for (let index = end - 1; index >= 0; index--) {
    const block = tail[index]!;
    if (block.kind === 'salutation') return start;
    if (block.kind === 'cue' || block.kind === 'break') continue;
    if (block.kind !== 'paragraph') return start;
    const text = textOf(block);
    if (beginsWithAddress(text)) return index;
    if (isThanks(text) || isFarewell(text)) {
      if (plain === 0) start = index;
      continue;
    }
    if (++plain > MOST_PLAIN) return start;
  }
  return start;
}

function withRole(block: Block): Block {
  if (block.kind !== 'paragraph') return block;
  return { ...block, role: isThanks(inlineText(block.children)) ? 'thanks' : 'closing' };
}

function signatureOf(paragraphs: readonly Paragraph[]): Signature {
  return {
    kind: 'signature',
    lines: paragraphs.map(({ children, range }) => ({ children, range })),
    range: { start: paragraphs[0]!.range.start, end: paragraphs.at(-1)!.range.end },
  };
}
