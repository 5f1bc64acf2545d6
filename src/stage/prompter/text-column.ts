import { TimeSlices } from '../../page/scheduling.ts';
import type { Box } from '../timetable/place.ts';
import type { TableEntry } from '../timetable/sentence-table.ts';

/** Words over a piece of a text: its pinyin, or how a number is said. */
export interface Annotation {
  /** UTF-16 offset in the text. */
  readonly at: number;
  readonly text: string;
  readonly over: string;
}

/** One text → its annotations, in order, without overlap. */
export type Annotate = (text: string) => readonly Annotation[];

/** The whole speech as one column of blocks. It is laid out once; afterwards only its place and two classes change. */
export class TextColumn {
  private rows: HTMLElement[] = [];
  private lit: readonly [number, number] = [0, 0];
  private work = new AbortController();

  constructor(private readonly element: HTMLElement) {}

  /** Lays out a text, in time slices. @returns false where another text came meanwhile */
  async fill(entries: readonly TableEntry[], annotate: Annotate | undefined): Promise<boolean> {
    this.work.abort();
    this.work = new AbortController();
    const { signal } = this.work;
    const slices = new TimeSlices();
    const rows: HTMLElement[] = [];
    // Laid out piece by piece beside the old text: one layout of 30,000 characters would hold everything up.
    const holder = document.createElement('div');
    holder.className = 'incoming';
    this.element.append(holder);
    try {
      for (const [index, entry] of entries.entries()) {
        const row = rowOf(entry, index, annotate);
        rows.push(row);
        holder.append(row);
        if (index % 8 === 7) void row.offsetHeight;
        await slices.rest(signal);
      }
    } catch {
      holder.remove();
      return false;
    }
    for (const child of [...this.element.children]) if (child !== holder) child.remove();
    holder.className = '';
    this.rows = rows;
    this.lit = [0, 0];
    return true;
  }

  /** Where the blocks stand, px from the top of the column. */
  boxes(): Box[] {
    return this.rows.map((row) => ({ top: row.offsetTop, height: row.offsetHeight }));
  }

  /** The entries from `from` to before `to` are white, all others dim. */
  light(from: number, to: number): void {
    const [before, behind] = this.lit;
    if (before === from && behind === to) return;
    for (let index = before; index < behind; index++)
      if (index < from || index >= to) this.rows[index]?.classList.remove('now');
    for (let index = from; index < to; index++) this.rows[index]?.classList.add('now');
    this.lit = [from, to];
  }

  /** Puts the height `y` of the column on the line where its window begins. */
  move(y: number): void {
    this.element.style.transform = `translate3d(0, ${-y}px, 0)`;
  }

  /** The entry that was clicked; −1 beside the text. */
  indexOf(target: Node): number {
    return this.rows.findIndex((row) => row.contains(target));
  }
}

function rowOf(entry: TableEntry, index: number, annotate: Annotate | undefined): HTMLElement {
  const row = document.createElement('p');
  row.className = entry.spoken ? entry.kind : 'silent';
  if (entry.startsParagraph && index > 0) row.classList.add('paragraph');
  if (entry.optional) row.classList.add('optional');
  if (entry.cue !== undefined) row.dataset.cue = `【${entry.cue}】`;
  let at = 0;
  for (const { at: from, text, over } of annotate?.(entry.text) ?? []) {
    if (from < at) continue;
    row.append(entry.text.slice(at, from), rubyOf(text, over));
    at = from + text.length;
  }
  row.append(entry.text.slice(at));
  return row;
}

function rubyOf(text: string, over: string): HTMLElement {
  const ruby = document.createElement('ruby');
  const reading = document.createElement('rt');
  reading.textContent = over;
  ruby.append(text, reading);
  return ruby;
}
