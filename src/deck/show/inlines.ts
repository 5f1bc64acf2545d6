import { html, nothing, type TemplateResult } from 'lit';
import { breakLines, type LineBreaking } from '../../speech/lines/break-lines.ts';
import { inlineText } from '../../speech/text.ts';
import type { Inline } from '../../speech/types.ts';
import { type Figure, figuresIn } from '../plan/figures.ts';
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
        text(inline.base);
        return html`<ruby>${inline.base}<rt>${inline.reading}</rt></ruby>`;
      case 'note-ref':
      case 'image':
        return nothing;
      default:
        return inlinesOf(inline.children, text);
    }
  });
}

/** A text of a slide: its marker apart, its words in lines broken by meaning. */
export function textOf(text: SlideText, breaking: LineBreaking): TemplateResult {
  const breaks = breakOffsets(inlineText(text.inlines), breaking);
  return html`${markerOf(text)}<span class="words">${cutInlines(text.inlines, breaks, [])}</span>`;
}

/** The same with its figures apart, so that a theme can make them large. */
export function figureTextOf(text: SlideText, breaking: LineBreaking): TemplateResult {
  const whole = inlineText(text.inlines);
  const breaks = breakOffsets(whole, breaking);
  return html`${markerOf(text)}<span class="words">${cutInlines(text.inlines, breaks, figuresIn(whole))}</span>`;
}

/** 一、 → 一 and the mark behind it, which a theme may leave out of a large number. */
const MARKER = /^(.*?)([、，．.]?\s*)$/su;

function markerOf(text: SlideText): TemplateResult | typeof nothing {
  if (!text.marker) return nothing;
  const [, core, tail] = MARKER.exec(text.marker) ?? [];
  return html`<span class="marker">${core}<span class="tail">${tail}</span></span>`;
}

/** Line breaks are elements, no characters, so the text stays the author's. */
function cutInlines(
  inlines: readonly Inline[],
  breaks: ReadonlySet<number>,
  figures: readonly Figure[],
): Piece[] {
  const borders = new Set([...breaks, ...figures.flatMap(({ start, end }) => [start, end])]);
  const inFigure = (at: number) => figures.some(({ start, end }) => at >= start && at < end);
  let offset = 0;
  return inlinesOf(inlines, (run) => {
    const pieces: Piece[] = [];
    let from = 0;
    for (let to = 1; to <= run.length; to++) {
      const at = offset + to;
      if (to < run.length && !borders.has(at)) continue;
      const piece = run.slice(from, to);
      pieces.push(inFigure(offset + from) ? html`<span class="figure">${piece}</span>` : piece);
      if (breaks.has(at)) pieces.push(html`<br />`);
      from = to;
    }
    offset += run.length;
    return pieces;
  });
}

/** Offsets in the text before which a line ends; the author's own line ends are kept. */
function breakOffsets(text: string, breaking: LineBreaking): Set<number> {
  const offsets = new Set<number>();
  let offset = 0;
  for (const given of text.split('\n')) {
    for (const line of breakLines(given, breaking)) {
      offset += line.length;
      offsets.add(offset);
    }
    offset += 1;
  }
  offsets.delete(text.length);
  return offsets;
}

/** Text shown for a slide text, its marker included. */
export function plainText(text: SlideText): string {
  return (text.marker ?? '') + inlineText(text.inlines);
}
