import { runsText } from './text.ts';
import type { HandoutBlock } from './types.ts';

/** （可略） at a paragraph's beginning or end: the author may leave it out when time is short. */
const WORDS = '可略|可省略|可以略|可以省略|可不讲|可不講|可不念|视时间|視時間|机动|機動|备用|備用';
const BRACKETED = `[（(【\\[][^（()）【】\\[\\]]{0,8}(?:${WORDS})[^（()）【】\\[\\]]{0,8}[）)】\\]]`;
const OWN = new RegExp(`^${BRACKETED}|${BRACKETED}[。]?$`, 'u');
/** Alone on a line, it says so of all that follows, up to a line that says the end. */
const LINE = new RegExp(`^${BRACKETED}[。]?$`, 'u');
const OPENS = /以下|下文|开始|開始|起/;
const CLOSES = /以上|上文|结束|結束|到此|止/;

/** The blocks with those marked that the author says may be left out. Text and order do not change. */
export function markOptional(blocks: readonly HandoutBlock[]): HandoutBlock[] {
  let open = false;
  return blocks.map((block) => {
    if (!('runs' in block)) return block;
    const text = runsText(block.runs).trim();
    if (LINE.test(text)) {
      if (CLOSES.test(text)) open = false;
      else if (OPENS.test(text)) open = true;
      return { ...block, optional: true };
    }
    if (block.kind === 'heading' && block.level === 1) open = false;
    return open || OWN.test(text) ? { ...block, optional: true } : block;
  });
}
