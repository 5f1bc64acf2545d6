import { html, nothing, type TemplateResult } from 'lit';
import { phrases } from '../../speech/phrases.ts';
import { inlineText } from '../../speech/text.ts';
import type { Inline } from '../../speech/types.ts';
import type { SlideText } from '../plan/types.ts';

type Piece = TemplateResult | string | typeof nothing | Piece[];

/** Inlines as DOM: text is always text nodes, whatever the author wrote. Links show their text. */
export function inlinesOf(inlines: readonly Inline[], text: (text: string) => Piece = (t) => t): Piece[] {
  return inlines.map((inline): Piece => {
    switch (inline.kind) {
      case 'text':
      case 'cue-inline':
        return text(inline.text);
      case 'strong':
        return html`<strong>${inlinesOf(inline.children, text)}</strong>`;
      case 'mark':
        return html`<mark>${inlinesOf(inline.children, text)}</mark>`;
      case 'emphasis':
        return html`<em>${inlinesOf(inline.children, text)}</em>`;
      case 'ruby':
        return html`<ruby>${inline.base}<rt>${inline.reading}</rt></ruby>`;
      case 'note-ref':
      case 'image':
        return nothing;
      default:
        return inlinesOf(inline.children, text);
    }
  });
}

/** A text of a slide: its marker apart, its words. */
export function textOf(text: SlideText): TemplateResult {
  return html`${markerOf(text)}<span class="words">${inlinesOf(text.inlines)}</span>`;
}

/** The same for headings and titles, which break between phrases only. */
export function headingOf(text: SlideText): TemplateResult {
  return html`${markerOf(text)}<span class="words phrased">${inlinesOf(text.inlines, phrased)}</span>`;
}

function markerOf(text: SlideText): TemplateResult | typeof nothing {
  return text.marker ? html`<span class="marker">${text.marker}</span>` : nothing;
}

/** Break opportunities between phrases; they are no characters, so the text stays the author's. */
function phrased(text: string): Piece[] {
  return text
    .split('\n')
    .map((line, index): Piece[] => [
      index > 0 ? html`<br />` : nothing,
      ...phrases(line).map((phrase) => html`${phrase}<wbr />`),
    ]);
}

/** Text shown for a slide text, its marker included. */
export function plainText(text: SlideText): string {
  return (text.marker ?? '') + inlineText(text.inlines);
}
