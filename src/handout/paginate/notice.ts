import type { Handout } from '../flow/types.ts';
import type { LayoutResult } from './frame.ts';

interface Words {
  readonly text: (missing: number, added: number) => string;
  readonly overflow: (pages: string) => string;
}

const WORDS: Readonly<Record<Handout['lang'], Words>> = {
  'zh-Hans': {
    text: (missing, added) => `排版后的文字与讲稿不符：缺${missing}字，多${added}字。请勿打印这份讲义。`,
    overflow: (pages) => `第${pages}页的内容超出版心，打印时会被裁去。`,
  },
  'zh-Hant': {
    text: (missing, added) => `排版後的文字與講稿不符：缺${missing}字，多${added}字。請勿列印這份講義。`,
    overflow: (pages) => `第${pages}頁的內容超出版心，列印時會被裁去。`,
  },
};

/** Says above the pages what is wrong with them; printing then gives this sentence and no pages. */
export function showNotice(element: HTMLElement, result: LayoutResult, lang: Handout['lang']): void {
  const words = WORDS[lang];
  const faulty = result.missing + result.added > 0;
  const sentences = [
    ...(faulty ? [words.text(result.missing, result.added)] : []),
    ...(result.overflowing.length > 0 ? [words.overflow(result.overflowing.join('、'))] : []),
  ];
  element.hidden = sentences.length === 0;
  element.textContent = sentences.join('');
  document.body.classList.toggle('faulty', faulty);
}
