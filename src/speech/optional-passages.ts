/** （可略） at a paragraph's beginning or end: the author may leave it out when time is short. */
const WORDS = '可略|可省略|可以略|可以省略|可不讲|可不講|可不念|视时间|視時間|机动|機動|备用|備用';
const BRACKETED = `[（(【\\[][^（()）【】\\[\\]]{0,8}(?:${WORDS})[^（()）【】\\[\\]]{0,8}[）)】\\]]`;
const OWN = new RegExp(`^${BRACKETED}|${BRACKETED}[。]?$`, 'u');
/** Alone on a line, it says so of all that follows, up to a line that says the end. */
const LINE = new RegExp(`^${BRACKETED}[。]?$`, 'u');
const OPENS = /以下|下文|开始|開始|起/;
const CLOSES = /以上|上文|结束|結束|到此|止/;

/** A paragraph as far as the marks concern it. */
export interface MarkedParagraph {
  readonly text: string;
  /** A heading of the first level ends what a line has opened. */
  readonly topHeading: boolean;
}

/** Which paragraphs, in their order, the author says may be left out. */
export function optionalPassages(paragraphs: readonly MarkedParagraph[]): boolean[] {
  let open = false;
  return paragraphs.map(({ text, topHeading }) => {
    const trimmed = text.trim();
    if (LINE.test(trimmed)) {
      if (CLOSES.test(trimmed)) open = false;
      else if (OPENS.test(trimmed)) open = true;
      return true;
    }
    if (topHeading) open = false;
    return open || OWN.test(trimmed);
  });
}
