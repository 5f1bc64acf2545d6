import { characterWidth } from '../../text/width.ts';
import {
  CELL_LOOK,
  CELL_PADDING,
  GRID_ROW,
  LABEL_WIDTH,
  LINE_LOOKS,
  PAGE,
  SIGN,
  signSize,
  TABLE_GAP,
} from '../line-styles.ts';
import type { Cell, LineStyle, PackBlock, Paper, Piece } from '../types.ts';

/** A paper as sheets; each begins on a page of its own when printed. */
export function paperSheets(paper: Paper): HTMLElement[] {
  const sheets = [sheet(paper)];
  for (const block of paper.blocks) {
    if (block.kind === 'page-break') sheets.push(sheet(paper));
    else sheets.at(-1)!.append(blockElement(block));
  }
  return sheets;
}

/** Sizes of lines and cells as style sheet: the one table of looks is that of the Word files. */
export function lookRules(): string {
  const lines = (Object.keys(LINE_LOOKS) as LineStyle[]).map((style) => {
    const { size, pitch, face, align, bold, before = 0, after = 0, indent = 0 } = LINE_LOOKS[style];
    return `.${style} { font-size: ${size}pt; line-height: ${pitch}pt; font-family: var(--${FACES[face]}); text-align: ${align};
      font-weight: ${bold || face === 'title' ? 700 : face === 'first' ? 500 : 400};
      margin: ${before}pt 0 ${after}pt; padding-left: ${indent}em; min-height: ${pitch}pt; }`;
  });
  return `${lines.join('\n')}
    .sheet { --measure: ${PAGE.measure}mm; }
    .sheet[data-paper='table-signs'] { --measure: ${SIGN.measure}mm; }
    .sign { height: ${SIGN.area}mm; }
    table { font-size: ${CELL_LOOK.size}pt; line-height: ${CELL_LOOK.pitch}pt; margin-bottom: ${TABLE_GAP}mm; }
    td, th { padding: ${CELL_PADDING.above}mm ${CELL_PADDING.beside}mm; }
    .grid tr, thead tr { height: ${GRID_ROW}mm; }
    .label { width: ${LABEL_WIDTH}mm; }`;
}

/** Stacks of src/fonts by the use of a face. */
const FACES = { title: 'xbs', first: 'hei', second: 'kai', body: 'song' } as const;

function sheet({ id }: Paper): HTMLElement {
  const section = document.createElement('section');
  section.className = 'sheet';
  section.dataset.paper = id;
  return section;
}

function blockElement(block: Exclude<PackBlock, { kind: 'page-break' }>): HTMLElement {
  switch (block.kind) {
    case 'line': {
      const isTitle = block.style === 'title' || block.style === 'cue-title';
      const line = document.createElement(isTitle ? 'h1' : 'p');
      line.className = block.style;
      if (block.keep || isTitle) line.classList.add('keep');
      line.append(textOf(block.pieces));
      if (block.beside) line.append(span('beside', textOf(block.beside)));
      return line;
    }
    case 'grid':
      return gridElement(block);
    case 'table':
      return tableElement(block);
    case 'ruled': {
      const ruled = document.createElement('div');
      ruled.className = 'ruled';
      for (let index = 0; index < block.lines; index++) {
        const line = document.createElement('div');
        line.style.height = `${block.pitch}mm`;
        if (index === 0 && block.label) line.append(textOf(block.label));
        ruled.append(line);
      }
      if (block.lines <= KEPT_LINES) ruled.classList.add('whole');
      return ruled;
    }
    case 'sign': {
      const sign = document.createElement('div');
      sign.className = 'sign';
      const name = textOf(block.name);
      sign.style.fontSize = `${signSize(characterWidth(name))}pt`;
      // The same name twice, a half of the sheet each.
      for (let side = 0; side < 2; side++) {
        const half = document.createElement('div');
        half.append(name);
        sign.append(half);
      }
      return sign;
    }
  }
}

/** So many lines to write on are not parted. */
const KEPT_LINES = 6;

function gridElement({ rows, plain }: PackBlock & { readonly kind: 'grid' }): HTMLElement {
  const table = document.createElement('table');
  table.className = plain ? 'grid plain' : 'grid';
  const columns = document.createElement('colgroup');
  for (const name of ['label', 'value', 'label', 'value']) {
    const column = document.createElement('col');
    column.className = name;
    columns.append(column);
  }
  table.append(columns);
  for (const fields of rows) {
    const row = table.insertRow();
    for (const { label, value } of fields) {
      row.append(cell('th', [label]));
      const data = cell('td', [value]);
      if (fields.length === 1) data.colSpan = 3;
      if (value.length === 0) data.classList.add('blank');
      row.append(data);
    }
  }
  return table;
}

function tableElement({ columns, rows, rowHeight }: PackBlock & { readonly kind: 'table' }): HTMLElement {
  const table = document.createElement('table');
  table.className = 'list';
  const head = table.createTHead().insertRow();
  for (const { head: label, share } of columns) {
    const name = cell('th', [label]);
    name.style.width = `${share * 100}%`;
    head.append(name);
  }
  const body = table.createTBody();
  for (const cells of rows) {
    const row = body.insertRow();
    row.style.height = `${rowHeight}mm`;
    cells.forEach((content, index) => {
      const data = cell('td', content);
      if (columns[index]?.align === 'center') data.classList.add('center');
      row.append(data);
    });
  }
  return table;
}

function cell(name: 'td' | 'th', lines: Cell): HTMLTableCellElement {
  const element = document.createElement(name);
  for (const pieces of lines) {
    const line = document.createElement('div');
    line.append(textOf(pieces));
    element.append(line);
  }
  return element;
}

function span(name: string, text: string): HTMLElement {
  const element = document.createElement('span');
  element.className = name;
  element.append(text);
  return element;
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join('');
}
