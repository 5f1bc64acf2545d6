/** Characters that the tables of words below use in two forms. One pair an entry: Simplified, Traditional. */
const PAIRS =
  '来來 发發 时時 间間 阅閱 读讀 评評 论論 点點 击擊 浏瀏 览覽 责責 编編 辑輯 录錄 联聯 系係 会會 请請 页頁 关關 于於 们們 网網 图圖 设設 为為 ' +
  '级級 备備 号號 术術 权權 复複復 访訪 问問 顶頂 窗窓 闭閉 导導 线線 场場 员員 许許 证證 经經 营營 务務 党黨 习習 东東 邓鄧 泽澤 锦錦 涛濤 温溫 宝寶 强強 ' +
  '书書 记記 国國 产產 总總 华華 军軍 湾灣 独獨 风風 选選 举舉 历歷 届屆 体體 当當 处處 数數 转轉 载載 声聲 扫掃 码碼 载載 组組 织織 将將 个個 这這 说說 样樣 实實 见見 长長 门門 开開 过過 还還 进進 学學 让讓 认認 对對 后後 动動 机機 现現 样樣 无無 两兩 应應 种種 头頭 从從 给給 义義 业業 达達 争爭 斗鬥 战戰 团團 万萬 亿億 续續 预預 览覽 结結 束束 显顯 更更 举舉 报報 错錯 误誤 纠糾 标標 题題 订訂 户戶 登登 录錄 注註 册冊 搜搜 索索 热熱 荐薦 链鏈 讯訊 农農 闻聞 传傳 电電 邮郵 询詢 话話 赞贊讚 赏賞 币幣 费費 买買 卖賣 价價 载載 并並 内內 简簡 单單 张張 刘劉 陈陳 杨楊 赵趙 吴吳 孙孫 马馬 罗羅 郑鄭 谢謝 韩韓 冯馮 萧蕭 吕呂 苏蘇 卢盧 蒋蔣 贾賈 阎閻 叶葉 钟鐘鍾 邹鄒 陆陸 龙龍 贺賀 顾顧 龚龔 万萬 钱錢 汤湯 乔喬 赖賴 纪紀 实實';

const forms = new Map<string, string>();
for (const entry of PAIRS.split(' ')) for (const form of entry) forms.set(form, `[${entry}]`);

/**
 * Source of a regular expression that matches `words` in either script: written once in Simplified form.
 * `words` is itself a regular expression source; it must not hold such a character inside `[…]`.
 */
export function eitherScript(words: string): string {
  return words.replace(/[\u4e00-\u9fff]/g, (character) => forms.get(character) ?? character);
}

/** Frequent characters that belong to one script only. */
const SIMPLIFIED = new Set(
  '们这个来时为国说会对发经还关过学习实东车长门问间见业开无现权电动进应变质战单严总务农员体认议让话设证课谢华岁师边党报讲众团结领导',
);
const TRADITIONAL = new Set(
  '們這個來時為國說會對發經還關過學習實東車長門問間見業開無現權電動進應變質戰單嚴總務農員體認議讓話設證課謝華歲師邊黨報講眾團結領導',
);

/** How much of a text is looked at, UTF-16 units: a speech says its script in its first lines. */
const LOOKED_AT = 5_000;

/**
 * Script a text is written in, by its commonest characters of one script only; undefined where none decides.
 * Looks at the first 5,000 UTF-16 units.
 */
export function scriptOf(text: string): 'zh-Hans' | 'zh-Hant' | undefined {
  let simplified = 0;
  let traditional = 0;
  const end = Math.min(text.length, LOOKED_AT);
  for (let at = 0; at < end; at++) {
    const character = text[at]!;
    if (SIMPLIFIED.has(character)) simplified++;
    else if (TRADITIONAL.has(character)) traditional++;
  }
  if (simplified === traditional) return undefined;
  return simplified > traditional ? 'zh-Hans' : 'zh-Hant';
}
