/**
 * Where the phrase tables of the conversion join the end of one word with the beginning of the next. They take the longest
 * phrase from the left: 校长发言 holds 长发 (long hair) and becomes 校長髮言 (opencc-js 1.4.2; findings/opencc-daitou-fazhan.sh).
 * Read in Traditional, after the conversion.
 */
type Correction = readonly [wrong: RegExp, right: string];

/** Endings of words that a hair word begins with (长发, 头发, 理发, 金发 …), with what stands before them: 校长, 带头, 治理, 资金. */
const BEFORE_ISSUE = [
  '[增成生校特延部市縣省區鎮鄉村局處科院會隊班家首組所站廠行社課團排連營師軍船機店州司員擅專]長',
  '[帶龍源牽街碼巷口村鎮寨年一兩多回接木勢案浪]頭',
  '[治管整辦合清受代總經處護推審修助協督監倫]理',
  '[黃資基獎現薪佣租稅罰年]金',
  '[明坦]白',
  '[完最優]美',
  '[白水]銀',
  '縮短',
].join('|');

/** What stands behind 發 in its compounds; behind hair it does not, or hardly ever. */
const ISSUED = '展揮揚力言佈布表證憤奮酵票車運掘函貨誓財薪稿達起育放送行病改包文電熱射泄問端芽聲家兵威';
/** … and what may be said of hair as well: 頭髮生長. */
const ISSUED_OR_SAID_OF_HAIR = '生出現明動光作';

const CORRECTIONS: readonly Correction[] = [
  // 征 of a march (新征程): 新征 is in the tables as 新徵. No word has 徵 before these.
  [/徵(?=[程途戰战帆塵])/g, '征'],
  // A barber's trade and shows (理髮行業, 美髮展示) stay; the rest of what 發 begins is no hair.
  [/(?<!(?<![治管整辦合清受代總經處護推審修])理|美)髮(?=行業|展示)/g, '發'],
  [new RegExp(`髮(?=[${ISSUED}])(?!行業|展示)`, 'g'), '發'],
  [new RegExp(`(?<![頭白黑長短毛金銀鬚])髮(?=[${ISSUED_OR_SAID_OF_HAIR}])`, 'g'), '發'],
  [new RegExp(`(?<=${BEFORE_ISSUE})髮(?=[${ISSUED_OR_SAID_OF_HAIR}])`, 'g'), '發'],
  // 百年历史, 昔日历程, 每月历时: no calendar is followed by these.
  [/(?<=[日年月公])曆(?=[程史經任屆次時代盡險])/g, '歷'],
  // 歌手表演, 关怀表示: no watch or meter is followed by these, but for 手錶現在.
  [/(?<=[手懷鐘電水])錶(?=[演達彰率態決揚述示]|現(?!在))/g, '表'],
  // 直面条件, 方面条例; 地面粉刷.
  [/[麵麪]條(?=[件款例目約規])/g, '面條'],
  [/[麵麪]粉(?=[刷碎飾])/g, '面粉'],
  // 不是只有, 不是只看; 是隻好貓 stays.
  [/(?<=是)隻(?=[有看要能是會讓靠顧講做為爲在想說聽求用知管怕肯許得])/g, '只'],
  // 应签尽签, of contracts.
  [/應籤盡籤/g, '應簽盡簽'],
  // 子丑寅卯.
  [/(?<=子)醜(?=寅)/g, '丑'],
];

/** @param text Traditional, as the phrase tables gave it from Simplified */
export function correctScript(text: string): string {
  return CORRECTIONS.reduce((corrected, [wrong, right]) => corrected.replace(wrong, right), text);
}
