import type { Item } from './items.ts';

/** Items taken of a run of text, none over another, and which parts they cover: each question costs its own stretch. */
export class Taken {
  readonly items: Item[] = [];
  private readonly covered: Uint8Array;
  /** How many items begin with each part. */
  private readonly begun: Uint32Array;

  /** @param parts how many the run has */
  constructor(parts: number) {
    this.covered = new Uint8Array(parts);
    this.begun = new Uint32Array(parts);
  }

  /** Takes what lies over nothing taken before, in this order. */
  take(found: readonly Item[]): void {
    for (const item of found) {
      if (this.overlaps(item)) continue;
      this.items.push(item);
      this.covered.fill(1, item.from, item.to);
      this.begun[item.from] = (this.begun[item.from] as number) + 1;
    }
  }

  /** True if an item lies over one of the parts. */
  overlaps({ from, to }: { readonly from: number; readonly to: number }): boolean {
    for (let at = from; at < to; at++) if (this.covered[at] === 1) return true;
    return false;
  }

  /** How many items begin in a stretch of parts. */
  beginning({ from, to }: { readonly from: number; readonly to: number }): number {
    let count = 0;
    for (let at = from; at < to; at++) count += this.begun[at] as number;
    return count;
  }
}
