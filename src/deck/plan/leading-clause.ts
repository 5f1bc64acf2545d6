import { characterWidth } from '../../text/width.ts';
import { isBalanced } from './paired-marks.ts';

/** Cells of a clause that stands for its sentence. */
const CLAUSE = { least: 8, most: 48 } as const;
/** A sentence is shown whole up to this width where it has no such clause, and shortened from this width on. */
export const WHOLE = 48;

/** Words that say something about a subject, in clauses of speeches. */
const VERB =
  '是|有|要|必须|应当|需要|能够|可以|不能|不会|没有|成为|作为|取得|实现|坚持|推动|推进|加强|加快|提高|增长|下降|达到|突破|完成|建成|建立|形成|保持|开展|实施|落实|强化|深化|优化|改善|保障|促进|带来|说明|表明|证明|告诉|知道|相信|希望|认为|感到|决定|来自|离不开|等于|属于|在于|意味着|经受|走过|迎来|赢得|守住|守护|扛起|抓住|抓好|做好|办好|用好|做到|看到|学会|懂得|克服|解决|防止|反对|拥有|凝聚|体现|承担|贯彻|组织|动员|协调|安排|督促|检查|查出|整改|召开|发布|出台|修订|投入|新增|完善|健全|严格|扩大|压实|清理|打造|培育|引导|推行|支持|鼓励|保护|传承|弘扬|践行|参加|参与|服务|关心|面临|存在|改为|变|来了|走进|走上|站在|写下|记得|收到|送去|送给|发现|认识|看见|听见|懂|爱|靠|把|让|使|被|给|了';
/** A verb with something behind it, not the 的 of an attribute. */
const PREDICATE = new RegExp(
  `(?:${VERB})(?!的)[^，；：]{2,}|^(?:我们|大家|我|你们|咱们|他们|人们|群众|全[县市区省镇乡村校院厂]|各级|各地)(?!的)[^，；：的]{4,}$|[^，；：]{3,}(?:了|着|过|起来|下去|到位|有力|显著)$`,
  'u',
);
/** Clauses that only lead to another. */
const FRAME =
  /^(?:在(?!于)|当|随着|为了|为(?!人民)|通过|按照|根据|针对|面对|对于|关于|围绕|如果|假如|只要|只有|虽然|尽管|由于|因为|既然|无论|不管|即使|哪怕|除了|经过|自|自从|从|截至|一旦|鉴于|正如|作为|站在|立足|着眼)/u;
/** Pairs of which the second half is missing. */
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/不是/u, /而是|就是/u],
  [/既(?!然|有|定)/u, /又|也|还/u],
  [/不仅|不但|不光|不只/u, /而且|更|还|也/u],
  [/虽然|尽管/u, /但|却|还是|仍/u],
  [/只有/u, /才/u],
  [/只要|一旦/u, /就|便|都/u],
  [/无论|不管|不论/u, /都|总|也/u],
  [/一方面/u, /另一方面/u],
  [/如果|要是|假如/u, /就|那么|便|会|也/u],
  [/与其/u, /不如/u],
  [/宁可|宁愿/u, /不|也/u],
  [/之所以/u, /是因为|就在于|关键/u],
];
/** A rest that takes the clause's meaning with it. */
const CONSEQUENCE =
  /^(?:而是|才|就|却|从而|进而|使|让|以(?!来|后|上|下)|并且|而且|以便|以至|否则|不然|但|只是|可是|不过|也就是|即|这)/u;
/** Clauses that end in a bare noun name a thing and say nothing of it. */
const BARE_END =
  /(?:行为|问题|方面|过程中|基础上|时候|之[时后前际]|以[来后前]|同时|情况下|背景下|下|中|里|后|时)$/u;
/** What begins an enumeration whose first member alone would be half of it. */
const ENUMERATION =
  /[（(][一二三四五六七八九十]+[）)]|[一二三四五]是|第[一二三四五](?:[，、是]|步|点|个)|其[一二三]|首先|[①②③]/u;

/**
 * Where the clause ends that stands for a long sentence (docs/slides.md, leading clause); 0 where none does. The
 * clause is a statement of its own: it has a predicate, closes what it opens, and takes nothing from what follows.
 *
 * @param text a sentence, as matchingText; offsets count in it
 * @param most cells of the clause
 */
export function leadingClauseEnd(text: string, most: number = CLAUSE.most): number {
  let best = 0;
  for (const match of text.matchAll(/[，,；;：:]/gu)) {
    const end = match.index;
    const width = characterWidth(text.slice(0, end));
    if (width > most) break;
    if (width < CLAUSE.least || !stands(text, end)) continue;
    if (isColon(match[0]) && ANNOUNCES.test(text.slice(0, end))) continue;
    best = end;
    // Behind it another statement begins, or what the statement unfolds into.
    if (!COMMA.test(match[0])) break;
  }
  return best;
}

const COMMA = /[，,]/u;
const isColon = (stop: string): boolean => stop === '：' || stop === ':';
/** A clause that says nothing without what follows its colon. */
const ANNOUNCES =
  /(?:是|有|为|做到|做好|包括|例如|比如|如下|以下|说|问|道|讲|写|答|指出|强调|要求|认为|知道|明白|表明|证明|希望|[一二两三四五六七八九十几0-9](?:个|点|条|句|项|件|方面|句话)[^，]{0,6})$/u;

function stands(text: string, end: number): boolean {
  const clause = text.slice(0, end);
  if (!isBalanced(clause) || !hasPredicate(clause) || BARE_END.test(clause)) return false;
  if (ENUMERATION.test(clause) || PAIRS.some(([open, close]) => isOpen(clause, open, close))) return false;
  const rest = text.slice(end + 1).trimStart();
  return !CONSEQUENCE.test(rest) && !isParallel(clause, rest);
}

function isOpen(clause: string, open: RegExp, close: RegExp): boolean {
  const at = clause.search(open);
  return at >= 0 && !close.test(clause.slice(at + 1));
}

/** True if some clause of the text, no mere frame, has a predicate. @param text as matchingText */
export function hasPredicate(text: string): boolean {
  return text.split(/[，；,;]/u).some((clause) => {
    const bare = clause.trim();
    return !FRAME.test(bare) && PREDICATE.test(bare);
  });
}

/** A run of clauses of one build is not cut in its middle. */
function isParallel(clause: string, rest: string): boolean {
  const last =
    clause
      .split(/[，；：,;:]/u)
      .at(-1)
      ?.trim() ?? '';
  const next = rest.split(/[，；。,;]/u)[0]?.trim() ?? '';
  if (last.length < 2 || next.length < 2) return false;
  const segment =
    clause
      .split(/[；：;:]/u)
      .at(-1)
      ?.trim() ?? '';
  if (segment[0] === next[0] && segment.length > 1) return true;
  if (last.slice(0, 2) === next.slice(0, 2) || last.slice(-2) === next.slice(-2)) return true;
  return last[0] === next[0] && Math.abs(last.length - next.length) <= 1;
}
