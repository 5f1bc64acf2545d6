import { wrapSpans } from './inline-spans.ts';
import { rangeOf, sliceInlines } from './inlines.ts';
import { inlineText } from './text.ts';
import type { FoundText, Inline } from './types.ts';

const OPENING = /[“「『]/g;
const PAIRS: Readonly<Record<string, string>> = { '“': '”', '「': '」', '『': '』' };
/** Verbs of saying. 提出, 要求 and the like bring what was decided, not words that somebody said. */
const VERB =
  '强调|強調|指出|说过|說過|说道|說道|说|說|讲过|講過|讲到|講到|讲|講|写道|寫道|写过|寫過|写|寫|曰|云|问道|問道|问|問|答道|答|告诉我们|告訴我們|告诫|告誡|教导|教導|谈到|談到|写到|寫到|认为|認為|断言|斷言|直言|坦言|宣告|宣称|宣稱|喊道|喊|叮嘱|叮囑|感叹|感嘆|感慨|题词|題詞|有言|有诗云|有詩云|有云|吟道|唱道|回答|回忆|回憶|评价|評價|称赞|稱讚|勉励|勉勵';
/** The clause that reports: …习近平总书记强调：“ . */
const REPORTS = new RegExp(
  `(?:^|[，,。；：！？”」\\s])([^，,。；：！？”“」「\\s]{0,40}?)(?:${VERB})(?:过|過|道|得好|的好|我们|我們|大家)?(?:[：:，,]|$)$`,
  'u',
);
/** What may stand between the name and the verb, or before the name. */
const BETWEEN =
  /(?:曾经|曾經|曾|多次|一再|反复|反覆|深刻|明确|明確|专门|專門|特别|特別|在.*|对.*|對.*|向.*|给.*|給.*|跟.*|拍.*|笑着|笑著|哭着|哭著|苦笑着|常常|常|也|却|卻|敢|就|都|还|還|所|这样|這樣|这么|這麼|后来|後來|早就|早)$/u;
const BEFORE =
  /^(?:正如|就像|就如|正像|诚如|誠如|记得|記得|最近|因此|所以|对此|對此|听到|聽到|但是|可是|不过|不過|而且|也|不久前|当年|當年|后来|後來|有一次|老年间)/u;
const NOBODY =
  /^(?:他|她|它|我|你|您|咱|他们|她们|我们|咱们|你们|他們|她們|我們|大家|自己|这|這|那|有人|人家|也有人|有的|谁|誰|人人|有句话|有句話|有一句话|有一句話|信里|心里|心裡|书里|上面|里面|对方)$|^(?:让|讓|使|请|請|要|把|叫|被|正|只)/u;

/** 古时候有个文学家|说过: who is brought in as somebody unknown. */
const INTRODUCED = /^.+?(?=(?:有|一)(?:一)?[个個位名])/u;
/** A name is a noun: these characters are pieces of the sentence before it. */
const NOT_IN_NAME =
  /的.?$|[了着著过過把被让讓使给給从從到就都也却卻很我你您他她它咱这這那哪吗嗎呢吧么麼不没沒會]|(?:会议|會議|大会|大會|报告|報告|文件|通知)(?:[^》]*)$|今[天年日]|昨天|当时|當時|时候|時候|以后|以後|之后|之後|因为|因為|如果|虽然|雖然|通过|通過|根据|根據|按照/u;

/** From this many characters on, or with a stop inside, marked words are a quotation and no mere term. */
const SHORTEST = 12;

interface Found {
  readonly from: number;
  readonly to: number;
  /** Offsets of the speaker. */
  readonly speaker?: { readonly from: number; readonly to: number };
}

/**
 * Wraps what is quoted with its marks, and names the speaker where the text does
 * (习近平总书记强调：“…”). Words in marks that are a term or a title (“十四五”) stay text.
 */
export function withQuotations(inlines: readonly Inline[]): Inline[] {
  const text = inlineText(inlines);
  if (!/[“「『]/.test(text)) return [...inlines];
  const found = findQuotations(text);
  return wrapSpans(
    inlines,
    found.map(({ from, to, speaker }) => ({
      from,
      to,
      wrap: (children) => {
        const range = rangeOf(children, 0);
        return {
          kind: 'quotation' as const,
          children,
          ...(speaker && { speaker: speakerOf(inlines, text, speaker) }),
          range,
        };
      },
    })),
  );
}

function speakerOf(
  inlines: readonly Inline[],
  text: string,
  { from, to }: { from: number; to: number },
): FoundText {
  return { text: text.slice(from, to), range: rangeOf(sliceInlines(inlines, from, to), 0) };
}

function findQuotations(text: string): Found[] {
  const found: Found[] = [];
  const partners = partnersOf(text);
  let at = 0;
  while (at < text.length) {
    OPENING.lastIndex = at;
    const next = OPENING.exec(text);
    if (!next) break;
    at = next.index;
    const end = partners.get(at);
    if (end === undefined) {
      at++;
      continue;
    }
    const inner = text.slice(at + 1, end);
    const report = REPORTS.exec(text.slice(Math.max(0, at - 60), at));
    const spoken = report !== null || (/[：:]/.test(text[at - 1] ?? '') && inner.length >= 4);
    if (spoken || /[，。；！？]/.test(inner) || inner.length >= SHORTEST) {
      const speaker = report ? speakerIn(report[1]!, text, at, report) : undefined;
      found.push({ from: at, to: end + 1, ...(speaker && { speaker }) });
    }
    at = end + 1;
  }
  return found;
}

/** Longer ones are two marks that lost their partners. */
const LONGEST = 2000;

/** Where each opening mark is closed, nested ones of its kind passed over. */
function partnersOf(text: string): Map<number, number> {
  const partners = new Map<number, number>();
  const open: Record<string, number[]> = { '”': [], '」': [], '』': [] };
  for (const { 0: mark, index } of text.matchAll(/[“”「」『』]/g)) {
    const close = PAIRS[mark];
    if (close !== undefined) open[close]!.push(index);
    else {
      const start = open[mark]!.pop();
      if (start !== undefined && index - start < LONGEST) partners.set(start, index);
    }
  }
  return partners;
}

function speakerIn(clause: string, text: string, at: number, report: RegExpExecArray): Found['speaker'] {
  // The clause stands right before the verb; count back from the quotation.
  const start = at - report[0].length + report[0].indexOf(clause);
  let name = clause;
  let from = start;
  for (let lead = BEFORE.exec(name); lead; lead = BEFORE.exec(name)) {
    name = name.slice(lead[0].length);
    from += lead[0].length;
  }
  for (let cut = BETWEEN.exec(name); cut && cut.index > 0; cut = BETWEEN.exec(name))
    name = name.slice(0, cut.index);
  const unknown = INTRODUCED.exec(name);
  if (unknown) {
    name = name.slice(unknown[0].length);
    from += unknown[0].length;
  }
  if (name.length < 2 || name.length > 16 || NOBODY.test(name) || !/^[\p{Script=Han}·《》]+$/u.test(name))
    return undefined;
  if (NOT_IN_NAME.test(name)) return undefined;
  return text.startsWith(name, from) ? { from, to: from + name.length } : undefined;
}
