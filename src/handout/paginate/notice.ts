import type { Handout } from '../flow/types.ts';
import type { LayoutResult } from './frame.ts';

interface Words {
  readonly text: (missing: number, added: number) => string;
  readonly overflow: (pages: string) => string;
  readonly uncovered: (characters: string) => string;
  readonly faces: (families: string) => string;
}

const WORDS: Readonly<Record<Handout['lang'], Words>> = {
  'zh-Hans': {
    text: (missing, added) => `排版后的文字与讲稿不符：缺${missing}字，多${added}字。请勿打印这份讲义。`,
    overflow: (pages) => `第${pages}页的内容超出版心，打印时会被裁去。`,
    uncovered: (characters) => `自带字体没有这些字，由本机字体代替，请看一看是否正确：${characters}`,
    faces: (families) => `字体没有载入（${families}），现在的版面可能与应有的不同。`,
  },
  'zh-Hant': {
    text: (missing, added) => `排版後的文字與講稿不符：缺${missing}字，多${added}字。請勿列印這份講義。`,
    overflow: (pages) => `第${pages}頁的內容超出版心，列印時會被裁去。`,
    uncovered: (characters) => `內附字型沒有這些字，由本機字型代替，請看一看是否正確：${characters}`,
    faces: (families) => `字型沒有載入（${families}），現在的版面可能與應有的不同。`,
  },
};

/** Characters listed at most. */
const MOST_LISTED = 40;

/** Says above the pages what is wrong with them; printing then gives this sentence and no pages. */
export function showNotice(element: HTMLElement, result: LayoutResult, lang: Handout['lang']): void {
  const words = WORDS[lang];
  const faulty = result.missing + result.added > 0;
  const sentences = [
    ...(faulty ? [words.text(result.missing, result.added)] : []),
    ...(result.overflowing.length > 0 ? [words.overflow(result.overflowing.join('、'))] : []),
    ...(result.failedFaces.length > 0 ? [words.faces(result.failedFaces.join('、'))] : []),
    ...(result.uncovered.length > 0
      ? [words.uncovered(result.uncovered.slice(0, MOST_LISTED).join(' '))]
      : []),
  ];
  element.hidden = sentences.length === 0;
  element.textContent = sentences.join('');
  document.body.classList.toggle('faulty', faulty);
}
