import type { RawBlock, TextLine } from './block-parts.ts';
import { DASH_RULE, type FoundMarker, matchMarker } from './numbering.ts';

/** A place where a numbered point begins, decided. */
export interface NumberedItem {
  /** Index into the blocks. */
  readonly block: number;
  /** Offset into the text of that block's line. */
  readonly offset: number;
  readonly marker: FoundMarker;
  readonly ordinal: number;
  /** Points of one series share it; two series never do unless they are numbered headings of one style. */
  readonly key: string;
  /** Of a spoken series: no member comes after this one. */
  readonly last: boolean;
  /** Of a series that begins and ends in one line. */
  readonly inline: boolean;
}

/** A place where a point of a series may begin. */
export interface Candidate {
  /** Index into the blocks. */
  readonly block: number;
  /** Offset into the text of that block's line. */
  readonly offset: number;
  readonly marker: FoundMarker;
  /** The first words behind the marker. */
  readonly says: string;
}

const QUOTE_OPEN = '“「『《（(【';
const QUOTE_CLOSE = '”」』》）)】';
/** Where a point may begin behind it, and the marks inside which none does. */
const BORDER = /[。！？；：，“「『《（(【”」』》）)】]/g;
/** Longest marker that is looked for inside a line, characters. */
const LONGEST_MARKER = 40;
/** How much of a point is read to see what it says. */
const SAYS = 60;

/** Possible members of a series: at the start of the line and after a stop outside quotation marks. */
export function candidatesIn(line: TextLine, block: number): Candidate[] {
  const { text } = line;
  const found: Candidate[] = [];
  const add = (offset: number, marker: FoundMarker) => {
    const from = offset + marker.length;
    found.push({ block, offset, marker, says: text.slice(from, from + SAYS) });
  };
  const start = matchMarker(text, 'spoken');
  if (start && start.length < text.length) add(0, start);
  if (line.depth !== undefined) return found;
  let depth = 0;
  for (const { 0: character, index: at } of text.matchAll(BORDER)) {
    if (QUOTE_OPEN.includes(character)) depth++;
    else if (QUOTE_CLOSE.includes(character)) {
      depth = Math.max(0, depth - 1);
      if (!'。！？；'.includes(text[at - 1] ?? '，')) continue;
    }
    if (depth > 0 || QUOTE_OPEN.includes(character)) continue;
    const marker = matchMarker(text.slice(at + 1, at + 1 + LONGEST_MARKER), 'inline');
    if (!marker || at + 1 + marker.length >= text.length) continue;
    // After a comma only the first of a series can stand (要做到这一点，一要短。二要新。).
    if (character !== '，' || marker.ordinal === 1) add(at + 1, marker);
  }
  return found;
}

interface Series {
  members: { candidate: Candidate; ordinal: number }[];
}

/** How many open series of one kind are looked through: bounds the work on senseless input. */
const DEEPEST = 8;

/**
 * Groups candidates into series: 1 opens one, n joins the innermost open one that stands at n−1 (or n−2:
 * a gap is reported, not punished). A series of one is none. A numbered heading ends the series that
 * began since its own predecessor: those before it may go on around it.
 */
export class SeriesFinder {
  private readonly all: Series[] = [];
  /** Open series by key, outermost first. */
  private readonly open = new Map<string, Series[]>();
  /** By key of headings: how many series there were when its number 1 came. */
  private readonly before = new Map<string, number>();

  take(candidate: Candidate): void {
    const { key, ordinal } = candidate.marker;
    const stack = this.open.get(key) ?? [];
    this.open.set(key, stack);
    if (ordinal === 1) {
      const series: Series = { members: [{ candidate, ordinal }] };
      stack.push(series);
      this.all.push(series);
      return;
    }
    for (let index = stack.length - 1; index >= Math.max(0, stack.length - DEEPEST); index--) {
      const { members } = stack[index]!;
      const last = members.at(-1)!;
      const value = ordinal === Number.POSITIVE_INFINITY ? last.ordinal + 1 : ordinal;
      if (value <= last.ordinal || value > last.ordinal + 2) continue;
      if (candidate.offset > 0 && candidate.block !== last.candidate.block) continue;
      members.push({ candidate, ordinal: value });
      stack.length = index + 1;
      return;
    }
  }

  passHead(key: string, ordinal: number): void {
    if (ordinal === 1) {
      this.before.set(key, this.all.length);
      return;
    }
    const ended = new Set(this.all.slice(this.before.get(key) ?? 0));
    if (ended.size === 0) return;
    for (const [name, stack] of this.open)
      this.open.set(
        name,
        stack.filter((series) => !ended.has(series)),
      );
    this.before.set(key, this.all.length);
  }

  points(): NumberedItem[] {
    return this.all.flatMap((series) => {
      const members = withoutCourtesies(series.members);
      if (members.length < 2) return [];
      return itemsOf(members);
    });
  }
}

function itemsOf(members: readonly { candidate: Candidate; ordinal: number }[]): NumberedItem[] {
  const { block, offset, marker } = members[0]!.candidate;
  const key = `${marker.key}@${block}.${offset}`;
  const inline = members.every(({ candidate }) => candidate.block === block);
  return members.map(({ candidate, ordinal }, index) => ({
    block: candidate.block,
    offset: candidate.offset,
    marker: candidate.marker,
    ordinal,
    key,
    last: index === members.length - 1,
    inline,
  }));
}

/** 首先，请允许我代表…向…表示欢迎！ */
const WELCOME =
  /^[^。！!]*?(?:代表[^。！!]{1,40}(?:向|对|對)|表示[^。！!]{0,16}(?:欢迎|歡迎|感谢|感謝|祝贺|祝賀|问候|問候|敬意|谢意|謝意)|欢迎|歡迎|感谢|感謝|谢谢|謝謝|祝贺|祝賀|恭喜|问候|問候|致敬|致以)/u;
/** 最后，祝大会圆满成功！ */
const WISH =
  /^(?:请|請)?(?:再次)?(?:让我们|讓我們|允许我|允許我|我)?[^，。！!]{0,12}?(?:祝|预祝|預祝|恭祝|敬祝|祝愿|祝願|祝福|谢谢|謝謝|感谢|感謝)/u;

/**
 * 首先 in a greeting and 最后 in a wish do not count anything; where 其次 follows 首先感谢…, thanks are the points.
 */
function withoutCourtesies(members: Series['members']): Series['members'] {
  const counts = ({ candidate }: Series['members'][number]) =>
    candidate.marker.ordinal === Number.POSITIVE_INFINITY;
  const last = members.at(-1)!;
  const kept =
    members.length > 1 && counts(last) && WISH.test(last.candidate.says) ? members.slice(0, -1) : members;
  const [first, second] = kept;
  if (!first?.candidate.marker.key.startsWith('ordinal/11')) return kept;
  if (WELCOME.test(first.candidate.says) && (second === undefined || counts(second))) return [];
  return kept;
}

/** A dash behind which less stands begins a turn of a dialogue, or names the source of a quotation. */
const SHORTEST_DASH = 8;

/** Points that begin with ——, one paragraph each, at least two right below each other. */
export function dashPoints(blocks: readonly RawBlock[]): NumberedItem[] {
  const found: NumberedItem[] = [];
  let run: { candidate: Candidate; ordinal: number }[] = [];
  const close = () => {
    const questions = run.filter(({ candidate }) => /[？?”」]$/.test(candidate.says)).length;
    if (run.length > 1 && questions * 2 < run.length) found.push(...itemsOf(run));
    run = [];
  };
  for (const [block, line] of blocks.entries()) {
    const length = line.kind === 'line' && line.depth === undefined ? dashLength(line.text) : 0;
    if (length === 0) {
      if (run.length > 0) close();
      continue;
    }
    const ordinal = run.length + 1;
    const marker: FoundMarker = { habit: DASH_RULE, length, ordinal, key: 'dash' };
    const says = (line as TextLine).text.slice(length);
    run.push({ candidate: { block, offset: 0, marker, says }, ordinal });
  }
  close();
  return found;
}

function dashLength(text: string): number {
  const length = DASH_RULE.pattern.exec(text)?.[0].length ?? 0;
  return text.length - length >= SHORTEST_DASH ? length : 0;
}
