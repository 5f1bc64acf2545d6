import type { Language } from '../../i18n/language.ts';
import { formatMessage, type MessageValues } from '../../i18n/message.ts';
import type { LayoutResult } from './frame.ts';
import { PAGE_MESSAGES } from './messages.ts';

/** Characters listed at most. */
const MOST_LISTED = 40;

/** Says above the pages what is wrong with them; printing then gives this sentence and no pages. */
export function showNotice(element: HTMLElement, result: LayoutResult, language: Language): void {
  const { missing, added, overflowing, failedFaces, uncovered } = result;
  const list = (items: readonly (string | number)[]) => items.join(language === 'en' ? ', ' : '、');
  const say = (key: keyof typeof PAGE_MESSAGES, values: MessageValues) =>
    formatMessage(PAGE_MESSAGES[key][language], values);
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
