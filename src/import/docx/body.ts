import { type Block, leftOutBlock, type Run, runsText } from '../document.ts';
import { numberText } from '../list-number.ts';
import { chosenAlternative } from './alternate-content.ts';
import { unshownControl } from './content-control.ts';
import { formula } from './formula.ts';
import { InlineReader } from './inline-reader.ts';
import type { DocxParts } from './parts.ts';
import { rawText } from './raw-text.ts';
import { type ParagraphLook, paragraphLook, runLook } from './styles.ts';
import { readTable } from './table.ts';
import { child, childValue, elements, type XmlElement } from './xml.ts';

/** Reads one story: the body, or a note. */
export class StoryReader {
  /** Runs of a paragraph whose end was deleted: they go on in the next. */
  private carried: Run[] = [];
  private readonly inline: InlineReader;

  constructor(private readonly parts: DocxParts) {
    // A text box is a story of its own.
    this.inline = new InlineReader(parts, (content) => new StoryReader(parts).read(content));
  }

  /** Blocks of a container of paragraphs and tables. */
  read(container: XmlElement): Block[] {
    const blocks: Block[] = [];
    for (const element of elements(container)) this.readBlock(element, blocks);
    return blocks;
  }

  private readBlock(element: XmlElement, blocks: Block[]): void {
    const push = (more: readonly Block[]) => {
      for (const block of more) blocks.push(block);
    };
    switch (element.name) {
      case 'w:p':
        this.readParagraph(element, blocks);
        return;
      case 'w:tbl': {
        const { table, leftOut } = readTable(element, (cell) => this.read(cell));
        push([table, ...leftOut]);
        return;
      }
      case 'w:sdt': {
        const what = unshownControl(element);
        if (what === undefined)
          for (const inner of elements(child(element, 'w:sdtContent'))) this.readBlock(inner, blocks);
        else push(leftOutBlock(what, rawText(element)));
        return;
      }
      case 'mc:AlternateContent':
        for (const inner of elements(chosenAlternative(element))) this.readBlock(inner, blocks);
        return;
      case 'w:ins':
      case 'w:moveTo':
      case 'w:customXml':
        for (const inner of elements(element)) this.readBlock(inner, blocks);
        return;
      case 'w:altChunk':
        push(this.parts.chunk(element.attributes['r:id'] ?? ''));
        return;
      case 'm:oMathPara':
      case 'm:oMath':
        blocks.push({ kind: 'paragraph', runs: formula(element) });
    }
  }

  private readParagraph(element: XmlElement, blocks: Block[]): void {
    const properties = child(element, 'w:pPr');
    const style = childValue(properties, 'w:pStyle');
    const { styles, numbering } = this.parts;
    const role = styles.role(style);
    if (role === 'contents') {
      dropContentsTitle(blocks);
      for (const block of leftOutBlock('contents', rawText(element))) blocks.push(block);
      return;
    }
    const own = paragraphLook(properties);
    const levelOf = (numId: string, id: string) => numbering.levelOfStyle(numId, id);
    const inherited = styles.paragraph(style, levelOf, own.numId);
    const outline = own.outline ?? inherited.outline;
    const level = outline !== undefined && outline < 9 ? outline : undefined;
    const runs: Run[] = this.carried;
    this.carried = [];
    const look = styles.run(style);
    const { floating } = this.inline.paragraph(element, look, level ?? 0, runs);

    const mark = child(properties, 'w:rPr');
    if (child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined) {
      this.parts.revision();
      this.carried = runs;
      for (const block of floating) blocks.push(block);
      return;
    }
    // A hidden paragraph is not counted; an empty one is.
    const seen = runs.some((run) => run.kind !== 'left-out');
    const hidden = !seen && (runLook(mark).hidden ?? look.hidden ?? runs.length > 0) === true;
    const listMark = hidden ? undefined : this.listMark(own, inherited);
    const heading = role === 'title' ? 'title' : level;
    const number =
      listMark?.kind === 'number' ? numberText(listMark.text, listMark.separator, runs) : undefined;
    const depth = own.level ?? inherited.level ?? 0;
    blocks.push({
      kind: 'paragraph',
      runs,
      ...(heading !== undefined && { heading }),
      ...(number !== undefined && { number }),
      ...(listMark?.kind === 'bullet' && { bullet: depth }),
    });
    for (const block of floating) blocks.push(block);
  }

  private listMark(own: ParagraphLook, inherited: ParagraphLook) {
    const numId = own.numId ?? inherited.numId;
    // Number 0 turns a list off that the style turned on (17.9.18).
    if (numId === undefined || numId === '0') return undefined;
    return this.parts.numbering.next(numId, own.level ?? inherited.level ?? 0);
  }
}

/** 目录 above a table of contents that is not in a content control. */
function dropContentsTitle(blocks: Block[]): void {
  const last = blocks.at(-1);
  if (last?.kind !== 'paragraph') return;
  const title = runsText(last.runs).trim();
  if (!/^(?:目\s*[录錄]|contents)$/i.test(title)) return;
  blocks.splice(-1, 1, ...leftOutBlock('contents', title));
}
