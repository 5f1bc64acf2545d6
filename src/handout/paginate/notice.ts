import type { LayoutResult } from './frame.ts';
import { PAGE_WORDS, type PageLanguage } from './words.ts';

/** Characters listed at most. */
const MOST_LISTED = 40;

/** Says above the pages what is wrong with them; printing then gives this sentence and no pages. */
export function showNotice(element: HTMLElement, result: LayoutResult, language: PageLanguage): void {
  const { missing, added, overflowing, failedFaces, uncovered } = result;
  const list = (items: readonly (string | number)[]) => items.join(language === 'en' ? ', ' : '、');
  const say = (word: keyof typeof PAGE_WORDS, values: Readonly<Record<string, string | number>>) =>
    PAGE_WORDS[word][language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]));
  const faulty = missing + added > 0;
  const sentences = [
    ...(faulty ? [say('text', { missing, added })] : []),
    ...(overflowing.length > 0 ? [say('overflow', { pages: list(overflowing) })] : []),
    ...(failedFaces.length > 0 ? [say('faces', { families: list(failedFaces) })] : []),
    ...(uncovered.length > 0
      ? [say('uncovered', { characters: uncovered.slice(0, MOST_LISTED).join(' ') })]
      : []),
  ];
  element.hidden = sentences.length === 0;
  element.textContent = sentences.join('');
  document.body.classList.toggle('faulty', faulty);
}
