import { beginsWithAddress } from './salutation.ts';
import { inlineText } from './text.ts';
import type { Block } from './types.ts';

/** 这十二条，… 以上三点，… 总之，…: words about all points of the series before. */
const LOOKING_BACK =
  /^(?:[这這以]上?(?:述|面)?(?:[一二三四五六七八九十两兩几幾0-9]{1,3})[个個条條点點项項句件方步]|上述|总之|總之|综上|綜上|总的来说|總的來說|最后[，我]|最後[，我])/;
/** 在肯定成绩的同时，… 展望未来，… 下面，我…: words that leave the points of a series behind. */
const LEADING_ON =
  /^(?:在?(?:充分)?(?:肯定|看到|总结|總結|取得)[^，。]{0,16}的?同[时時]，|同[时時]，?我(?:们|們)也(?:要|应|應|必须|必須)?(?:清醒|深刻|看到)|我(?:们|們)[也还還](?:要|必须|必須|应当|應當|应该|應該)?(?:清醒|深刻)|(?:展望|面向|放眼)(?:未[来來]|明天|前程|新|下|今后|今後|[^，。]{0,6}[年程])|(?:回顾|回顧|回首)(?:过去|過去|[^，。]{0,10}[年程])|(?:站在|踏上)新的|新的一年[里裡]?，|(?:成绩|成績)(?:的取得|[来來]之不易|[属屬])|取得(?:这些|這些|上述|以上)|(?:这些|這些)(?:成绩|成績)|(?:下面|接下[来來]|现在|現在)，?(?:我|请|請|就))/u;

/** What ends a series: a salutation, a paragraph that begins with an address, words that lead on from the points. */
export function turnOf(block: Block): 'salutation' | 'address' | 'words' | undefined {
  if (block.kind === 'salutation') return 'salutation';
  if (block.kind !== 'paragraph' || block.joins) return undefined;
  const text = inlineText(block.children);
  if (beginsWithAddress(text)) return 'address';
  return LEADING_ON.test(text) || LOOKING_BACK.test(text) ? 'words' : undefined;
}

/** Whether a block speaks about all points of a series before it. */
export function looksBack(block: Block): boolean {
  return block.kind === 'paragraph' && LOOKING_BACK.test(inlineText(block.children));
}
