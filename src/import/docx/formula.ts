import { type Run, unread } from '../document.ts';
import { child, descendants, elements, textOf, type XmlElement } from './xml.ts';

/** The text of a formula, from left to right; its layout is lost, which is said. */
export function formula(element: XmlElement): Run[] {
  const text = linear(element).trim();
  if (text === '') return [];
  const flat = [...descendants(element, 'm:f'), ...descendants(element, 'm:sSup')].length === 0;
  return [{ kind: 'text', text }, ...(flat ? [] : [unread('formula', text)])];
}

function linear(element: XmlElement): string {
  if (element.name === 'm:t') return textOf(element);
  if (element.name === 'm:f') {
    const [above, below] = [child(element, 'm:num'), child(element, 'm:den')];
    return `${above ? linear(above) : ''}/${below ? linear(below) : ''}`;
  }
  let text = '';
  for (const inner of elements(element)) text += linear(inner);
  return text;
}
