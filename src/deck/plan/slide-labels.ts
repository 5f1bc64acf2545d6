import type { Deck } from './types.ts';

/** The only words on slides that are not the author's (docs/ARCHITECTURE.md, The promise and its proof). */
export const SLIDE_LABELS: Readonly<
  Record<Deck['lang'], { agenda: string; continued: string; thanks: string }>
> = {
  'zh-Hans': { agenda: '目录', continued: '（续）', thanks: '谢谢' },
  'zh-Hant': { agenda: '目錄', continued: '（續）', thanks: '謝謝' },
};
