import { bareText } from '../../text/bare-text.ts';
import type { Diagnostic } from '../../text/diagnostic.ts';
import type { FoundText } from '../../text/source.ts';
import { numeralValue } from '../han-number.ts';
import type { MetaKey } from '../title-labels.ts';
import type { FrontMatter } from './front-matter.ts';

/** What a text may say of itself a second time. Titles differ on purpose: a short one for slides. */
const COMPARED: readonly MetaKey[] = ['speaker', 'role', 'organization', 'date', 'occasion', 'place'];

/**
 * What front matter and the title block of the text say differently: 张三 at the head, 李四 under the title.
 *
 * @param text the speech with its front matter
 * @param found what the title block of the text says
 */
export function disagreements(
  text: string,
  front: FrontMatter,
  found: Readonly<Partial<Record<MetaKey, FoundText>>>,
): Diagnostic[] {
  return COMPARED.flatMap((key) => {
    const value = front.values[key];
    const other = found[key];
    if (!value || !other || agree(value.text, other.text)) return [];
    const line = text.slice(0, value.range.start).split('\n').length;
    return [
      {
        code: 'front-matter-differs',
        severity: 'warning',
        values: { line, value: value.text, other: other.text },
        range: value.range,
      } satisfies Diagnostic,
    ];
  });
}

/** The same words, one with more of them (张三, 局长张三), or the same day. */
function agree(one: string, other: string): boolean {
  const [a, b] = [bareText(one), bareText(other)];
  if (a.includes(b) || b.includes(a)) return true;
  const [day, same] = [dayOf(a), dayOf(b)];
  return day !== undefined && day === same;
}

/** `2024-5-1` for 2024-05-01, 2024年5月1日, 二〇二四年五月一日; without the day where it is not written. */
function dayOf(text: string): string | undefined {
  const match =
    /(\d{4}|[〇○零一二三四五六七八九]{4})[年\-/.](\d{1,2}|[一二三四五六七八九十]{1,2})(?:[月\-/.](\d{1,2}|[一二三四五六七八九十]{1,3}))?/.exec(
      text,
    );
  return match
    ?.slice(1)
    .filter((part) => part !== undefined)
    .map(numeralValue)
    .join('-');
}
