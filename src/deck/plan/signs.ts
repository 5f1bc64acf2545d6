import { isFormality, isLeaning } from './stand-alone.ts';

/** Signs that a sentence carries its paragraph, and what they weigh; a new one is one line. Read on matchingText. */
const SIGNS: readonly (readonly [RegExp, number])[] = [
  // Demands and resolutions.
  [/^(?:一定|必须|务必|就要|要|坚持|始终|坚决|牢记|决不|不能|绝不)/u, 2],
  // A condition that states a conclusion.
  [/只有.+才/u, 2],
  [/没有.+就没有|离开.+就/u, 2],
  // Definitions: …是…的根本…
  [/是.{0,24}(?:根本|关键|核心|生命线|法宝|保障|保证|基础|前提|秘诀|重要方法|第一位)/u, 2],
  [/(?:才是|就是)(?:最|真正|我们)/u, 1.5],
  [/^(?:总之|归根到底|实践证明|历史.{0,4}证明|事实证明)/u, 1],
  [/必须|务必|不能不/u, 1],
  [/根本原因|秘诀|关键|归根|根本(?:立场|宗旨|目的)|奋斗目标/u, 1],
  // Pairs that people quote.
  [/不是.+而是|既要.+又要|宁可.+不可|三分.+七分/u, 1.5],
  // A story, an example.
  [/^(?:记得|有的|有人|有一[次天位个]|那天|那年|一天|有一回|我想起|我记得|小时候)/u, -2],
  [/^(?:\d{4}年)?\d{1,2}月\d{1,2}日|^(?:去年|前年|上个月|上周|昨天|有一年)[^，]{0,6}[，,]/u, -1.5],
  [/[说问道讲喊][：:，,]?[“「]/u, -1],
  // One of a series: shown with the others or not at all.
  [
    /^(?:第[二三四五六七八九十](?:步|条|点|个)?[，、：]|[二三四五六七八九][是要]|其[二三四]|第一[，、：步]|一是)/u,
    -4,
  ],
  // A question asks; its answer is the point.
  [/[？?][”」]?$/u, -3],
];

/** What a sentence that leans on another, or speaks to the room, weighs: below any floor. */
const NEVER = -100;

/** A number with its unit, as figures.ts knows it, but counted only. */
const FIGURE =
  /\d[\d,.]*(?:[%％‰]|个百分点|百分点|倍|[余多]?[万亿]|起|户|人|名|项|件|元|次|家|个|吨|公里|米|亩)|百分之[一二三四五六七八九十]|[一二三四五六七八九十百千]+[多余]?[万亿]/gu;

/** Cells of a point that reads best: longer and shorter ones lose. */
const BEST_LENGTH = { least: 7, most: 46 } as const;

/**
 * Weight of a sentence by its words alone.
 *
 * @param plain matchingText of it
 * @param width its cells
 */
export function signsOf(plain: string, width: number): number {
  if (isFormality(plain) || isLeaning(plain)) return NEVER;
  let score = 0;
  for (const [sign, weight] of SIGNS) if (sign.test(plain)) score += weight;
  const figures = plain.match(FIGURE)?.length ?? 0;
  score += figures >= 2 ? 3 : figures === 1 ? 1.5 : 0;
  score += parallels(plain);
  if (width < BEST_LENGTH.least) score -= 2;
  if (width > BEST_LENGTH.most) score -= 1;
  return score;
}

/** Clauses of one sentence that begin or end alike (…是出卷人，…是答卷人，…是阅卷人) are made to be remembered. */
function parallels(text: string): number {
  const clauses = text.split(/[，；、,;]/u).filter((clause) => clause.length > 3);
  if (clauses.length < 2) return 0;
  const most = (of: (clause: string) => string) => {
    const counts = new Map<string, number>();
    for (const clause of clauses) counts.set(of(clause), (counts.get(of(clause)) ?? 0) + 1);
    return Math.max(...counts.values());
  };
  const alike = Math.max(
    most((clause) => clause.slice(0, 2)),
    most((clause) => clause.slice(-2)),
  );
  return alike >= 3 ? 1.5 : alike === 2 ? 0.5 : 0;
}
