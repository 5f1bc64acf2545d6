import { type Line, linesOf } from '../../text/lines.ts';
import { eitherScript } from '../../text/script.ts';
import type { FoundText } from '../../text/source.ts';
import type { Edit } from '../edits.ts';
import type { RepairInput, RepairResult } from '../repairer.ts';

type Place = 'head' | 'foot' | 'anywhere';

/** Whole lines that belong to a web page, not to the speech: where they stand, and how they read. */
const FURNITURE: readonly (readonly [Place, string])[] = [
  ['head', '(?:您的?|您当前的?|当前|现在的?)位置\\s*[:：].{0,60}'],
  ['head', '首页\\s*[>›»＞→].{0,60}'],
  ['head', '(?:【?字(?:号|体)】?\\s*[:：]?\\s*)(?:[\\[【(（]?\\s*[大中小]\\s*[\\])）】]?\\s*){2,3}.{0,20}'],
  ['head', '(?:下面|以下|这里|今天)?是?(?:由)?小编(?:为|给)(?:大家|您|你).{0,60}'],
  ['foot', '香港时间\\s*\\d{1,2}(?:时|:|：)\\d{1,2}分?'],
  ['foot', '[（(【]?转入.{0,8}(?:首发|原文).{0,8}[）)】]?'],
  ['foot', 'Copyright\\b.{0,120}'],
  ['foot', '(?:©|&copy;|\\(c\\)).{0,120}'],
  ['foot', '.{0,60}版权所有.{0,60}'],
  ['foot', '.{0,40}ICP备\\s*\\d+号?.{0,60}'],
  ['foot', '.{0,20}公网安备\\s*\\d+号?.{0,40}'],
  ['foot', '技术支持\\s*[:：].{0,40}'],
  ['foot', '您是第?\\s*[\\d,]+\\s*位(?:访问者|访客|浏览者).{0,10}'],
  ['foot', '(?:上一篇|下一篇|上一条|下一条|上一页|下一页)(?:\\s*[:：].{0,80})?'],
  ['foot', '[【\\[（(]?(?:责任编辑|责编|编辑|录入|发布人|网络编辑)\\s*[:：].{0,30}[】\\]）)]?'],
  [
    'foot',
    '[【\\[（(]?(?:打印本页|打印本文|打印|关闭窗口|关闭|收藏|返回顶部|返回首页|返回|推荐给好友|\\s|[|｜】【\\[\\]）)（(])+',
  ],
  [
    'foot',
    '(?:相关(?:文章|链接|新闻|阅读|报道|报导|資訊|资讯|推荐|专题)|热门(?:文章|推荐)|猜你喜欢|推荐阅读)\\s*[:：]?',
  ],
  ['foot', '(?:分享到|分享至)\\s*[:：]?.{0,40}'],
  ['foot', '(?:扫一扫|扫描二维码|微信扫一扫).{0,40}'],
  ['foot', '[-=—－.。·…\\s]*预览结束[-=—－.。·…\\s]*'],
  [
    'anywhere',
    '[（(](?:[^（()）\\n]{0,12}网\\s*)?(?:https?:\\/\\/[^\\s）)]*\\s*)?省略\\d+字[，,].{0,30}[）)]',
  ],
  [
    'anywhere',
    '[-=—－.。·…\\s]*(?:第\\s*\\d+\\s*页\\s*共\\s*\\d+\\s*页|共\\s*\\d+\\s*页\\s*第\\s*\\d+\\s*页)[-=—－.。·…\\s]*',
  ],
];

/** Labels of the line under a page's title. A line of such fields is boilerplate if one of them is `sure`. */
const LABELS: readonly {
  readonly words: string;
  readonly sure: boolean;
  readonly as?: 'source' | 'published';
}[] = [
  { words: '(?:文章|信息|稿件|新闻)?来源', sure: true, as: 'source' },
  { words: '(?:发布|发表|发稿|上传)(?:日期|时间)', sure: true, as: 'published' },
  { words: '更新(?:日期|时间)', sure: true, as: 'published' },
  { words: '(?:点击|浏览|阅读|访问|查看|人气)(?:数|量|次数|率)?|评论(?:数)?', sure: true },
  { words: '(?:责任编辑|责编|编辑|录入|发布人|发布者)', sure: true },
  // The author's own lines begin so, too: they are boilerplate only beside one that is sure.
  { words: '日期', sure: false, as: 'published' },
  { words: '资料来源', sure: false, as: 'source' },
  { words: '作者|时间|字号|字体|栏目|分类|标签|审核|校对|监制', sure: false },
];

/** Buttons of a page's toolbar. Those of the second list are words of a speech too, and need another beside them. */
const BUTTONS =
  '下载|打印|列印|打印(?:本页|此页|本文|文章)|列印(?:本页|此页|本文)|打印预览|全屏|全(?:屏|萤幕|螢幕)(?:显示|阅读)?|收藏(?:本文|本页|此页)|加大|减小|還原|还原|放大|缩小|字号|字体|字型大小|[小中大](?:号)?字|(?:寄|推荐|转发)给(?:朋友|好友)|分享(?:到|至)?(?:微信|微博|朋友圈|QQ空间|Facebook|LINE|Twitter|X)|政府主(?:网页|页)|简体版|繁体版|正体版|英文版|中文版|English|简体中文|繁体中文|正体中文|繁體|繁体|简体|语音播报|朗读全文|关闭窗口|返回(?:首页|列表|顶部)|复制链接|友善(?:列印|打印)|回(?:上一页|首页|列表|顶端)|(?:转寄|轉寄)(?:友人|好友)|字级(?:大小)?|字級(?:大小)?|(?:分享|分)至\\S{2,10}|微信|微博|QQ空间|Facebook|Twitter|LINE|无障碍(?:浏览|阅读)?|长者模式|手机版|RSS|PDF|A[+-]|T[+-]';
const COMPANY = '分享|收藏|朗读|关闭|返回|复制|转发|点赞|评论|大|中|小|首页|简|繁|字|字号|正常|默认';

const ENTRIES_OF_NAVIGATION =
  '首页|返回首页|返回顶部|联系(?:我们|方式)|入会申请|关于我们|网站(?:地图|导航|声明)|设为首页|加入收藏|友情链接|登录|注册|在线留言|法律声明|隐私(?:政策|声明)|版权声明|新闻中心|招聘信息|人才招聘|意见反馈|举报|免责声明|English';

const either = (source: string): RegExp => new RegExp(`^(?:${eitherScript(source)})$`, 'i');
const patterns = FURNITURE.map(([place, source]) => ({ place, pattern: either(source) }));
const navigationEntry = either(ENTRIES_OF_NAVIGATION);
const button = either(BUTTONS);
const companion = either(COMPANY);
/** 新华社北京5月6日电, alone on its line. */
const DATELINE = either(
  '[（(]?(?<agency>(?:新华社|中新社|中新网|人民网|中央社|本报|本网|本刊|光明网|央视网|央广网|[\\u4e00-\\u9fff]{2,8}(?:社|报|网|日报|晚报|新闻)))[\\u4e00-\\u9fff]{0,8}\\s*(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}日\\s*(?:电|讯|消息)[）)]?(?:\\s*[（(]?(?:记者|通讯员|实习生).{0,24}[）)]?)?',
);
const labels = LABELS.map((label) => ({ ...label, pattern: either(label.words) }));
const LABEL = new RegExp(
  `(?<=^|[\\s|｜\\[【(（])(${eitherScript(LABELS.map(({ words }) => words).join('|'))})\\s*[:：]`,
  'g',
);

/** Lines looked at from the top, besides what goes; a page's head is not longer. */
const HEAD_LINES = 12;
/** With what goes. */
const LONGEST_HEAD = 48;
/** A line this long is prose. */
const PROSE = 60;

/**
 * Takes the head and foot of a web page out of the speech, one repair a line; 来源 and 发布日期 are kept as
 * metadata. Where nothing else would be left, everything stays.
 */
export function boilerplate({ text }: RepairInput): RepairResult {
  const lines = linesOf(text);
  const out = new Set<Line>();
  let metadata: Found = {};
  const take = (line: Line, found: Found | undefined): void => {
    out.add(line);
    metadata = { ...found, ...metadata };
  };
  const content = lines.filter((line) => !line.blank);
  for (const line of toolbar(content)) out.add(line);
  let kept = 0;
  for (const [index, line] of content.slice(0, LONGEST_HEAD).entries()) {
    if (out.has(line)) continue;
    if (line.text.length > PROSE * 2 || kept >= HEAD_LINES) break;
    const found = fieldsOf(line) ?? datelineOf(line) ?? publishedBeside(content, index);
    if (found !== undefined || isFurniture(line, 'head')) take(line, found);
    else kept++;
  }
  const foot = content.toReversed();
  for (const [index, line] of foot.entries()) {
    if (out.has(line)) break;
    const below = foot[index - 1];
    const found = fieldsOf(line) ?? releasedAt(line, below);
    const endSign = /^\s*[（(]?完[）)]?\s*$/.test(line.text) && below !== undefined;
    if (!endSign && !found && !isFurniture(line, 'foot') && !isNavigation(line) && !isButtons(line)) break;
    take(line, found);
  }
  for (const line of tail(content)) if (!out.has(line)) take(line, fieldsOf(line));
  for (const line of content) if (!out.has(line) && isFurniture(line, 'anywhere')) out.add(line);
  if (out.size === 0 || out.size === content.length) return { edits: [] };
  return { edits: deletions(lines, out), metadata };
}

/** The end of a page's article: behind these lines only comments, recommendations and buttons come. */
const END_OF_ARTICLE = either(
  '[-=—－.。·…\\s]*(?:正文已结束|全文结束|本文结束|阅读全文结束).{0,30}|[【\\[（(]?(?:责任编辑|责编|网络编辑|本文编辑)\\s*[:：].{0,30}|[（(]原标题\\s*[:：].{0,60}[）)]|(?:网友|全部|最新|热门|精彩)?(?:评论|跟贴|跟帖)\\s*[（(]\\s*\\d*\\s*[）)]|(?:分享到|分享至)\\s*[:：].{0,40}|(?:下载|打开).{0,12}(?:客户端|APP).{0,20}',
);
/** Lines that say the same, but may be an author's heading, too: they count in the second half of a text only. */
const LIKELY_END = either(
  '(?:网友|全部|最新|热门|精彩)?(?:评论|跟贴|跟帖)(?:列表|区)?|(?:热帖|热评|热门|精彩)(?:评论|推荐|文章)?|(?:为您?你?|猜你喜欢|相关)(?:推荐|阅读|新闻|文章|链接|稿件|搜索|报道).{0,10}|猜你喜欢|推荐阅读|更多推荐|(?:微信)?(?:扫一扫|扫码|扫描).{0,40}|(?:举报|纠错|报错|意见反馈)(?:[\\s|｜/].{0,20})?',
);
/** Behind the end of an article a line of that length is text again. */
const TAIL_PROSE = 45;

/** Lines from the one that ends the article on, if nothing behind it is a paragraph. */
function tail(content: readonly Line[]): readonly Line[] {
  const last = content.findLastIndex(({ text }) => text.trim().length >= TAIL_PROSE && /[。！？]/.test(text));
  const half = Math.max(last, content.length >> 1);
  const end = content.findIndex(({ text }, index) => {
    const line = text.trim();
    if (line.length > PROSE * 2) return false;
    return (
      (index > last && index > 1 && END_OF_ARTICLE.test(line)) || (index > half && LIKELY_END.test(line))
    );
  });
  return end < 0 ? [] : content.slice(end);
}

/**
 * Lines above a speech that hold nothing but buttons of the page, one or several a line. A word that a speech
 * may have for its title (收藏) counts beside others only.
 */
function toolbar(content: readonly Line[]): Line[] {
  const found: Line[] = [];
  let entries = 0;
  let certain = false;
  for (const line of content.slice(0, LONGEST_HEAD)) {
    const words = buttonsOf(line);
    if (words === undefined) break;
    found.push(line);
    entries += words.length;
    certain ||= words.some((word) => button.test(word));
  }
  return certain && (entries > 1 || buttonsOf(found[0]!)!.some((word) => button.test(word))) ? found : [];
}

/** A word of a page's toolbar, and nothing else: 下载, 打印, 分享. */
export function isButton(text: string): boolean {
  const word = text.trim();
  return button.test(word) || (word.length > 1 && companion.test(word));
}

function isButtons(line: Line): boolean {
  const words = buttonsOf(line);
  return words?.every((word) => button.test(word) || words.length > 1) === true;
}

/** The buttons on a line of buttons, undefined for any other line. */
function buttonsOf(line: Line): string[] | undefined {
  if (line.text.length > PROSE) return undefined;
  const words = line.text.split(/[\s|｜/·【】[\]（）()：:]+/).filter((word) => word !== '');
  return words.every((word) => button.test(word) || companion.test(word)) ? words : undefined;
}

/** A news agency's dateline: where the text comes from. */
function datelineOf(line: Line): Found | undefined {
  const agency = DATELINE.exec(line.text.trim())?.groups?.agency;
  if (agency === undefined) return undefined;
  const start = line.start + line.text.indexOf(agency);
  return { source: { text: agency, range: { start, end: start + agency.length } } };
}

/** 时间：2024-02-09 right above or below 来源：… is when the page was published, not when the speech was given. */
function publishedBeside(content: readonly Line[], index: number): Found | undefined {
  const line = content[index]!;
  if (line.text.length > PROSE * 2) return undefined;
  const date = /^\s*(?:时间|時間|日期)\s*[:：]\s*(?<date>\d[\d年月日号號时時分:：./ -]{3,30}?)\s*$/.exec(
    line.text,
  )?.groups?.date;
  if (date === undefined) return undefined;
  const beside = [content[index - 1], content[index + 1]];
  if (!beside.some((other) => other !== undefined && fieldsOf(other)?.source !== undefined)) return undefined;
  const start = line.start + line.text.indexOf(date);
  return { published: { text: date, range: { start, end: start + date.length } } };
}

/** The date above 香港時間16時41分 at a press release's end. */
function releasedAt(line: Line, below: Line | undefined): Found | undefined {
  const date = line.text.trim();
  if (below === undefined || !/^\s*香港(?:时间|時間)/.test(below.text)) return undefined;
  if (!/^\d{4}年\d{1,2}月\d{1,2}日(?:[（(]?星期[一二三四五六日][）)]?)?$/.test(date)) return undefined;
  const start = line.start + line.text.indexOf(date);
  return { published: { text: date, range: { start, end: start + date.length } } };
}

const DATE_BEFORE =
  /^\s*(\d{4}\s{0,9}[年./-]\s{0,9}\d{1,2}\s{0,9}[月./-]\s{0,9}\d{1,2}(?:\s{0,9}日)?(?:\s{0,9}\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?)\s*(?:[|｜]\s*)?$/;

type Found = { source?: FoundText; published?: FoundText };

function isFurniture(line: Line, where: Place): boolean {
  const bare = line.text.trim();
  if (bare.length > 200) return false;
  return patterns.some(({ place, pattern }) => place === where && pattern.test(bare));
}

function isNavigation(line: Line): boolean {
  const entries = line.text.split(/[|｜]|\s{2,}/).map((entry) => entry.trim());
  return (
    entries.length > 1 &&
    entries.every(({ length }) => length <= 10) &&
    entries.some((entry) => navigationEntry.test(entry))
  );
}

/** The fields of a line that is nothing but labelled fields; undefined for any other line. */
function fieldsOf(line: Line): Found | undefined {
  if (line.text.length > PROSE * 3 || !/[:：]/.test(line.text)) return undefined;
  const marks = [...line.text.matchAll(LABEL)];
  if (marks.length === 0) return undefined;
  const found: Found = {};
  let sure = false;
  const before = line.text.slice(0, marks[0]!.index);
  if (before.trim() !== '') {
    // 2024年04月18日08:00 | 来源：… is how newspapers' pages put it.
    const date = DATE_BEFORE.exec(before)?.[1];
    if (date === undefined) return undefined;
    const start = line.start + before.indexOf(date);
    found.published = { text: date, range: { start, end: start + date.length } };
  }
  for (const [index, mark] of marks.entries()) {
    const from = mark.index + mark[0].length;
    const value = line.text.slice(from, marks[index + 1]?.index ?? line.text.length);
    if (value.trim().length > PROSE || value.includes('。')) return undefined;
    const label = labels.find(({ pattern }) => pattern.test(mark[1]!))!;
    sure ||= label.sure && (label.as !== 'published' || /\d/.test(value));
    const bare = value.replace(/(?<![\s|｜])[\s|｜]+$/, '');
    const start = line.start + from + (bare.length - bare.trimStart().length);
    if (label.as !== undefined && bare.trim() !== '')
      found[label.as] ??= { text: bare.trim(), range: { start, end: line.start + from + bare.length } };
  }
  return sure ? found : undefined;
}

/**
 * One edit a line. Blank lines behind a line of the head go with it; of the foot, blank lines before it, so
 * that the speech begins with its first line and ends with its last character.
 */
function deletions(lines: readonly Line[], out: ReadonlySet<Line>): Edit[] {
  const edits: Edit[] = [];
  const lastKept = lines.findLastIndex((line) => !line.blank && !out.has(line));
  const lastOut = lines.findLastIndex((line) => out.has(line));
  let from = 0;
  for (const [index, line] of lines.entries()) {
    if (index === lastKept + 1) from = lines[lastKept]?.end ?? 0;
    if (!out.has(line)) continue;
    let end = Math.min(line.end + 1, lines.at(-1)!.end);
    if (index > lastKept) {
      if (index === lastOut) end = lines.at(-1)!.end;
      edits.push({ start: from, end, insert: '', kind: 'boilerplate', reason: 'repair.boilerplate' });
      from = end;
      continue;
    }
    const before = lines[index - 1];
    if (before === undefined || before.blank || out.has(before))
      for (let next = index + 1; lines[next]?.blank; next++) end = lines[next]!.end + 1;
    edits.push({
      start: line.start,
      end,
      insert: '',
      kind: 'boilerplate',
      reason: 'repair.boilerplate',
    });
  }
  return edits;
}
