import { bareText } from '../../text/bare-text.ts';
import type { TextFormat } from '../../text/source.ts';
import {
  type Block,
  blocksText,
  type ContainerDocument,
  type KeptPicture,
  leftOutBlock,
  type ParagraphBlock,
} from '../document.ts';
import { ImportError } from '../import-error.ts';
import type { LeftOutKind } from '../left-out.ts';
import { type ReadContainer, type WrittenSpeech, writeSpeech } from '../write-speech/write-speech.ts';
import { type Article, articleOf } from './article.ts';
import { type HtmlContext, HtmlFlow } from './flow.ts';
import { parentOf } from './measure.ts';
import { PageStyles } from './style.ts';
import { allElements, attribute, type HtmlElement, isElement, isText, parseHtml } from './tree.ts';

/**
 * A web page, or what a browser, Word or WPS saved as one → the text of its article. Nothing in it runs and
 * nothing is fetched; what a reader of the page does not see is left out, and so are the parts around the
 * article.
 *
 * @param name file name, for messages and the names of pictures that are inside the page
 * @param files what a web archive holds beside the page, by address
 * @throws ImportError `page-too-large`
 */
export function readHtml(html: string, name: string, files?: PageContext['files']): ReadContainer {
  const pictures: KeptPicture[] = [];
  const document = documentOf(html, { name, pictures, files }, articleOf);
  return { ...writeSpeech(document, name), pictures };
}

/** What reading a page is given besides the page. */
export interface PageContext {
  /** File name, for messages and the names of pictures. */
  readonly name: string;
  /** Where the pictures inside it are added. */
  readonly pictures: KeptPicture[];
  /** What a web archive holds beside the page, by address. */
  readonly files?: ReadonlyMap<string, Uint8Array>;
}

/**
 * A page that is part of another document: all of it is text.
 *
 * @throws ImportError `page-too-large`
 */
export function readBlocks(html: string, context: PageContext): ContainerDocument {
  return documentOf(html, context, wholeBody);
}

/**
 * Rich text from the clipboard → the text to insert: with the numbers, emphasis, headings, tables and notes
 * that the plain text lacks. Where it lacks nothing the plain text itself is given back. Never throws.
 *
 * @param html `text/html` of the clipboard
 * @param plain `text/plain` of the clipboard
 * @param into format of the document it goes to
 * @returns `format`: Markdown where the text has marks; a plain document must become Markdown to take it
 */
export function readPastedHtml(html: string, plain: string, into: TextFormat = 'markdown'): PastedText {
  const own: PastedText = { text: plain, format: 'plain' };
  if (html.trim() === '') return own;
  let written: WrittenSpeech;
  try {
    const document = readBlocks(html, { name: '', pictures: [] });
    written = writeSpeech(document, '', into === 'markdown' ? into : undefined);
  } catch (error) {
    if (error instanceof ImportError) return own;
    throw error;
  }
  const { source, rich } = written;
  const text = source.text.replace(/!\[[^\]]*\]\(picture-\d+\.\w+\)\n*/g, '').trimEnd();
  if (bareText(text) === '') return own;
  // An editor's own clipboard: all colours, no more words than the text. A tab behind a number would make a
  // table of a list.
  const unescaped = (words: string) => bareText(words.replace(/\\([!-/:-@[-`{-~])/g, '$1'));
  if (!rich && !plain.includes('\t') && unescaped(text) === unescaped(plain)) return own;
  return { text, format: rich ? 'markdown' : 'plain' };
}

export interface PastedText {
  readonly text: string;
  readonly format: TextFormat;
}

type FindArticle = typeof articleOf;

const wholeBody: FindArticle = (_, root): Article => {
  const leftOut = new Map<HtmlElement, LeftOutKind>();
  for (const element of allElements(root))
    if (/^(?:nav|aside)$/.test(element.tagName)) leftOut.set(element, 'navigation');
  return { root, before: [], leftOut, kindOf: () => 'surroundings' };
};

function documentOf(html: string, page: PageContext, find: FindArticle): ContainerDocument {
  const document = parseHtml(html);
  const definitions = new Map<string, HtmlElement>();
  let body: HtmlElement | undefined;
  for (const element of allElements(document)) {
    if (/^(?:body|frameset)$/.test(element.tagName)) body ??= element;
    const id = attribute(element, 'id');
    if (id !== undefined && /^(?:ftn|edn|sdfootnote|sdendnote)\d+$/.test(id) && !definitions.has(id))
      definitions.set(id, element);
  }
  const notes = new Map<string, readonly ParagraphBlock[]>();
  if (body === undefined) return { blocks: [], notes };
  const styles = new PageStyles(document);
  const article = find(document, body, styles);
  const { root, before, leftOut, title } = article;
  const context = { ...page, styles, leftOut, definitions, notes };
  const around = surroundings(body, article, context);
  const blocks: Block[] = [...around.before];
  if (title !== undefined)
    blocks.push({ kind: 'paragraph', runs: [{ kind: 'text', text: title }], heading: 0 });
  for (const element of [...before, root])
    for (const block of new HtmlFlow(context).read(element)) blocks.push(block);
  for (const block of around.behind) blocks.push(block);
  // A note that nothing calls is still text.
  for (const [id, element] of definitions)
    if (!notes.has(id)) for (const block of new HtmlFlow(context).readInside(element)) blocks.push(block);
  return { blocks, notes };
}

/**
 * What a reader of the page sees outside its article, in order: before the article and behind it. Without recursion:
 * pages nest as deep as they like.
 */
function surroundings(body: HtmlElement, { root, before, kindOf }: Article, context: HtmlContext) {
  const read = new Set([...before, root]);
  const path = new Set<HtmlElement>();
  for (const element of read)
    for (let above = parentOf(element); above && !path.has(above); above = parentOf(above)) path.add(above);
  const found: { before: Block[]; behind: Block[] } = { before: [], behind: [] };
  if (read.has(body)) return found;
  let into = found.before;
  const all = { ...context, leftOut: new Map(), notes: new Map(), pictures: [] };
  const stack = body.childNodes.toReversed();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (isText(node)) into.push(...leftOutBlock('surroundings', node.value));
    else if (!isElement(node)) continue;
    else if (node === root) into = found.behind;
    else if (path.has(node)) stack.push(...node.childNodes.toReversed());
    else if (!read.has(node) && !context.styles.hides(node))
      into.push(...leftOutBlock(kindOf(node), blocksText(new HtmlFlow(all).read(node), false)));
  }
  return found;
}
