/**
 * Sentences as authors write them, with what careless repairs take for damage: full-width and half-width letters side
 * by side, decimals, chemical formulas, English, rare names, figures in circles, units, quotations.
 */

/** A small generator of numbers, so that every run makes the same sentences. */
function random(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 0x1_0000_0000;
  };
}

const wide = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

const ABBREVIATIONS =
  'WTO GDP CPI APEC AI 5G PM2.5 A/B R&D COVID-19 B2B Q&A 4S ISO9001 C919 KPI W=O ppm IPO ESG'.split(' ');
const DECIMALS = [
  '3.5%',
  '12.08亿元',
  '99.9％',
  '0.5个百分点',
  '1.2∶1',
  '36.5℃',
  '±0.05',
  '2.5万人次',
  '1,260.5',
  '9:30',
];
const CHEMICALS = ['CO₂', 'PM₂.₅', 'H₂O', 'NOx', 'SO2', 'CH₄', 'COD', 'NH₃-N', 'm³', 'km²', 'μg/m³'];
const ENGLISH = [
  '“One Belt, One Road”',
  '"Made in China"',
  'Win-win cooperation',
  "it's time",
  'e-mail',
  'OK',
  'Ph.D.',
  'New York',
  '(see p. 3)',
  'No.1',
];
const NAMES = [
  '李垚',
  '王堃',
  '张犇',
  '荀彧',
  '陳嬿',
  '林奭',
  '黃旻',
  '朱镕',
  '郭沫',
  '史密斯·约翰',
  '赵喆',
  '蔡徐',
];
const SIGNS = ['①', '②', '（一）', '★', '→', '≥', '×', '℃', '№', '§', 'α', 'Ⅲ', '●', '—', '～', '㎡'];
const SIMPLIFIED = [
  '今年以来',
  '我们加快',
  '全市完成',
  '大家要重视',
  '企业面对',
  '这项工作',
  '各部门落实',
  '会议指出',
  '群众反映',
  '坚持把',
  '进一步推进',
  '切实做好',
];
const TRADITIONAL = [
  '今年以來',
  '我們加快',
  '全市完成',
  '大家要重視',
  '企業面對',
  '這項工作',
  '各部門落實',
  '會議指出',
  '群眾反映',
  '堅持把',
  '進一步推進',
  '切實做好',
];
const TAILS = {
  simplified: [
    '以后取得进展',
    '等方面的建设',
    '的标准',
    '两类企业分开管理',
    '同比增长',
    '的有关要求',
    '类人员全部到位',
    '平台上线运行',
  ],
  traditional: [
    '以後取得進展',
    '等方面的建設',
    '的標準',
    '兩類企業分開管理',
    '同比增長',
    '的有關要求',
    '類人員全部到位',
    '平臺上線運行',
  ],
};

/** The n-th sentence; the same whenever it is asked for. */
export function soundSentence(index: number): string {
  const next = random(index + 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const traditional = next() < 0.5;
  const [heads, tails] = traditional ? [TRADITIONAL, TAILS.traditional] : [SIMPLIFIED, TAILS.simplified];
  const piece = (): string => {
    const kind = next();
    if (kind < 0.35) {
      const word = pick(ABBREVIATIONS);
      const width = next();
      if (width < 0.3) return word;
      if (width < 0.6) return wide(word);
      return [...word].map((letter) => (next() < 0.5 ? wide(letter) : letter)).join('');
    }
    if (kind < 0.5) return pick(DECIMALS);
    if (kind < 0.62) return pick(CHEMICALS);
    if (kind < 0.74) return pick(ENGLISH);
    if (kind < 0.87) return pick(NAMES);
    return pick(SIGNS) + pick(heads);
  };
  const clauses = Array.from(
    { length: 1 + Math.floor(next() * 3) },
    () => pick(heads) + piece() + pick(tails),
  );
  return `${clauses.join('，')}${pick(['。', '。', '！', '？', '；'])}`;
}
