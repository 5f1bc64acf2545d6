import { rangeOf, sliceInlines } from './inlines.ts';
import { printedParagraphs } from './lint/printed.ts';
import type { TextConverter } from './script-alignment.ts';
import { alignment } from './script-alignment.ts';
import { inlineText } from './text.ts';
import type { SourceRange, Speech } from './types.ts';

/**
 * Simplified characters that stand for several Traditional ones, with these. The phrases around them
 * decided; a person may want to look.
 */
export const ONE_TO_MANY: Readonly<Record<string, string>> = {
  后: '後后', 里: '裡裏里', 干: '幹乾干', 发: '發髮', 面: '面麵', 只: '只隻', 系: '系係繫', 钟: '鐘鍾', 复: '復複覆', 历: '歷曆',
  表: '表錶', 谷: '谷穀', 斗: '斗鬥', 台: '台臺檯颱', 松: '松鬆', 卷: '卷捲', 签: '簽籤', 范: '範范', 舍: '舍捨', 丑: '醜丑',
  余: '餘余', 冲: '衝沖', 制: '制製', 准: '准準', 出: '出齣', 划: '劃划', 曲: '曲麯', 术: '術朮', 板: '板闆', 胡: '胡鬍',
  回: '回迴', 几: '幾几', 采: '採采', 向: '向嚮', 并: '並併', 布: '布佈', 才: '才纔', 征: '征徵', 云: '雲云', 折: '折摺',
  秋: '秋鞦', 千: '千韆', 蒙: '蒙矇濛', 于: '於于', 升: '升昇陞', 了: '了瞭', 困: '困睏', 尽: '盡儘', 当: '當噹', 致: '致緻',
  愿: '願愿', 占: '占佔', 汇: '匯彙', 获: '獲穫', 据: '據据', 累: '累纍', 借: '借藉', 团: '團糰', 坛: '壇罈', 志: '志誌',
  克: '克剋', 御: '御禦', 沈: '沈瀋', 郁: '郁鬱', 叶: '葉叶', 吁: '吁籲', 姜: '姜薑', 咸: '咸鹹', 恶: '惡噁', 药: '藥葯', 须: '須鬚',
}; // biome-ignore format: ten a line

export interface ScriptDecision {
  readonly from: string;
  /** What it became. */
  readonly to: string;
  readonly alternatives: readonly string[];
  /** Up to six characters before and after it, in the target script. */
  readonly before: string;
  readonly after: string;
  readonly range: SourceRange;
}

/**
 * The one-to-many cases a conversion from Simplified decided, in text order. Of a Traditional text that
 * goes through Simplified, those it now writes otherwise than the author did.
 */
export function scriptDecisions(speech: Speech, convert: TextConverter): ScriptDecision[] {
  const decisions: ScriptDecision[] = [];
  const traditional = speech.meta.lang === 'zh-Hant';
  const titles = speech.front.map(({ children }) => ({ inlines: children, text: inlineText(children) }));
  for (const { inlines, text } of [...titles, ...printedParagraphs(speech)]) {
    const converted = convert(text);
    const place = alignment(text, converted);
    for (let at = 0; at < text.length; at++) {
      const from = text[at]!;
      const to = converted[place(at)] ?? '';
      const many = traditional ? (from === to ? undefined : [from, to].join('')) : ONE_TO_MANY[from];
      if (!many || !/\p{Script=Han}/u.test(from)) continue;
      const [context, then] = [
        converted.slice(Math.max(0, place(at) - 6), place(at)),
        converted.slice(place(at) + 1, place(at) + 7),
      ];
      const alternatives = [...many].filter((other) => other !== to);
      const range = rangeOf(sliceInlines(inlines, at, at + 1), 0);
      decisions.push({ from, to, alternatives, before: context, after: then, range });
    }
  }
  return decisions;
}
