/** Pages of the kinds that speeches are copied from, made for the tests: the speech, and what stands around it. */
export interface MadePage {
  readonly name: string;
  readonly html: string;
  /** Lines of the speech, from its title on. */
  readonly lines: readonly string[];
}

const SIMPLIFIED = [
  '同志们：',
  '今天我们召开全市安全生产工作会议，主要任务是总结前一阶段的工作，分析当前的形势，部署下一阶段的任务。',
  '一、认清形势，增强责任感',
  '今年以来，各级各部门认真履行职责，事故起数和死亡人数实现双下降，成绩来之不易，应当充分肯定。',
  '但是也要看到，基层基础还比较薄弱，一些企业主体责任不落实，隐患排查走过场，必须引起高度重视。',
  '二、突出重点，抓好落实',
  '要紧盯重点行业领域，深入开展专项整治，做到排查不留死角、整改不打折扣、责任落实到人。',
  '同志们，安全生产责任重于泰山。让我们共同努力，为全市经济社会发展营造良好的安全环境！',
  '谢谢大家。',
];
const TRADITIONAL = [
  '各位來賓、各位鄉親：',
  '今天非常高興來到這裡，參加一年一度的社區運動會，首先代表縣政府向大家表示熱烈的歡迎與衷心的感謝。',
  '運動不只是為了健康，更是為了讓鄰里之間有更多的往來，讓我們的社區更有溫度，也更有力量。',
  '過去一年，在大家的努力之下，我們完成了步道的整修，也增設了兩處兒童遊戲場，成果有目共睹。',
  '接下來我們還要繼續改善環境，歡迎大家多提意見，一起把家園打造得更好、更安全、更美麗。',
  '最後，祝福大會圓滿成功，祝各位身體健康、萬事如意！',
  '謝謝大家！',
];

const p = (lines: readonly string[]): string => lines.map((line) => `<p>　　${line}</p>`).join('\n');
const links = (count: number, what: string): string =>
  Array.from(
    { length: count },
    (_, index) => `<li><a href="/n/${index}.html">${what}第${index + 1}号</a></li>`,
  ).join('');
const page = (title: string, body: string, more = ''): string =>
  `<!DOCTYPE html><html><head><meta charset="utf-8"><title>${title}</title>${more}</head><body>${body}</body></html>`;
const TITLE = '在全市安全生产工作会议上的讲话';
const TITLE_HANT = '在社區運動會上的致詞';

export const MADE_PAGES: readonly MadePage[] = [
  {
    name: 'a government site with an editor of its own',
    html: page(
      `${TITLE}_某某市人民政府`,
      `<div class="header"><h1><a href="/">某某市人民政府</a></h1><ul class="nav">${links(8, '栏目')}</ul></div>
       <div class="position">您的位置：<a href="/">首页</a> &gt; <a href="/ld">领导讲话</a></div>
       <div class="main"><div class="tit">${TITLE}</div><div class="info">来源：市政府办公室　发布时间：2024-05-06　浏览次数：<span>128</span></div>
       <div class="TRS_Editor">${p(SIMPLIFIED)}</div><div class="edit">（责任编辑：李四）</div><div class="tools">【打印本页】【关闭窗口】</div></div>
       <div class="footer"><p>主办单位：某某市人民政府办公室　备案号：某ICP备12345678号</p></div>`,
    ),
    lines: [TITLE, '来源：市政府办公室　发布时间：2024-05-06　浏览次数：128', ...SIMPLIFIED],
  },
  {
    name: 'tables that lay out an old page',
    html: page(
      TITLE,
      `<table width="100%"><tr><td colspan="2"><img src="logo.gif" alt="x"></td></tr><tr><td width="200"><table>${Array.from({ length: 12 }, (_, i) => `<tr><td><a href="${i}.asp">站内新闻标题第${i}条</a></td></tr>`).join('')}</table></td>
       <td><table><tr><td align="center"><font size="5"><b>${TITLE}</b></font></td></tr><tr><td>${p(SIMPLIFIED)}</td></tr></table></td></tr>
       <tr><td colspan="2" align="center">版权所有 某某单位　技术支持：某某科技</td></tr></table>`,
    ),
    lines: [TITLE, ...SIMPLIFIED],
  },
  {
    name: 'a blog with an article element',
    html: page(
      `${TITLE_HANT} – 某某部落格`,
      `<nav>${links(6, '分類')}</nav><main><article><header><h1>${TITLE_HANT}</h1></header><div class="entry-content">${p(TRADITIONAL)}</div><footer>標籤：社區</footer></article>
       <section id="comments"><h2>3 則留言</h2><p>王五：說得真好，我們社區也應該這樣做，期待明年再辦，大家一起來。</p></section></main><aside><h2>近期文章</h2><ul>${links(5, '文章')}</ul></aside>`,
    ),
    lines: [TITLE_HANT, ...TRADITIONAL],
  },
  {
    name: 'a news portal with comments and recommendations in one column',
    html: page(
      `${TITLE}-某某新闻网`,
      `<div class="top"><a href="/">首页</a><a href="/a">国内</a><a href="/b">国际</a></div><div class="wrap"><div class="left"><h1>${TITLE}</h1><div class="meta">2024年05月06日 10:20 | 来源：某某日报</div>
       <div id="articleText">${p(SIMPLIFIED)}</div><p>责任编辑：张三</p><div class="share">分享到：微信 微博</div><h3>相关新闻</h3><ul>${links(6, '相关新闻')}</ul><h3>网友评论</h3><p>网友甲：这个讲话很有针对性，希望各地认真落实，真正把隐患消灭在萌芽状态。</p></div>
       <div class="right"><h3>热点排行</h3><ul>${links(10, '热点')}</ul></div></div>`,
    ),
    lines: [TITLE, '2024年05月06日 10:20 | 来源：某某日报', ...SIMPLIFIED],
  },
  {
    name: 'paragraphs straight in the body',
    html: page(
      TITLE,
      `<h1>${TITLE}</h1>${p(SIMPLIFIED)}<p>【打印】【关闭】</p><p>上一篇：没有了</p><p>下一篇：某某通知</p>`,
    ),
    lines: [TITLE, ...SIMPLIFIED],
  },
  {
    name: 'lines with breaks in a box',
    html: page(
      `${TITLE} | 某某协会`,
      `<div id="nav">${links(7, '频道')}</div><div class="content_box"><h2>${TITLE}</h2><div class="txt">${SIMPLIFIED.map((line) => `　　${line}<br>`).join('\n')}</div></div><div id="footer">地址：某某路1号　邮编：100000</div>`,
    ),
    lines: [TITLE, ...SIMPLIFIED],
  },
  {
    name: 'an article of WeChat',
    html: page(
      TITLE_HANT,
      `<div id="page"><h1 class="rich_media_title" id="activity-name">${TITLE_HANT}</h1><div class="rich_media_content" id="js_content">${TRADITIONAL.map((line) => `<section><p><span>${line}</span></p></section>`).join('')}</div><div class="qr_code">掃一掃，關注我們</div></div>`,
    ),
    lines: [TITLE_HANT, ...TRADITIONAL],
  },
  {
    name: 'a county of Taiwan: title in an h2, links of the whole government above',
    html: page(
      `某某縣政府全球資訊網-${TITLE_HANT}`,
      `<div class="language"><a href="/en">English</a><a href="/k">兒童版</a><a href="/m">網站導覽</a></div><h1><a href="/">某某縣政府</a></h1><div class="main"><h2>${TITLE_HANT}</h2><ul class="list"><li>發布單位：新聞處</li><li>發布日期：113-05-06</li></ul><div class="cp">${p(TRADITIONAL)}</div><a href="javascript:history.back()">回上一頁</a></div><footer>地址：某某路一段　電話：03-1234567</footer>`,
    ),
    lines: [TITLE_HANT, '發布單位：新聞處', '發布日期：113-05-06', ...TRADITIONAL],
  },
  {
    name: 'a press release with its end',
    html: page(
      `${TITLE_HANT}（附圖）`,
      `<div id="pressrelease"><span id="PRHeadlineSpan">${TITLE_HANT}（附圖）</span><hr><div id="contentBody">${TRADITIONAL.map((line) => `<p>${line}</p>`).join('')}<p>完</p><p>2024年5月6日（星期一）</p><p>香港時間16時41分</p></div></div><div class="footer"><a href="/1">即日新聞公報</a> <a href="/2">新聞公報存檔</a> <a href="/3">返回</a></div>`,
    ),
    lines: [`${TITLE_HANT}（附圖）`, ...TRADITIONAL, '完', '2024年5月6日（星期一）', '香港時間16時41分'],
  },
  {
    name: 'a short speech on a page of links',
    html: page(
      `开学致辞_某某学校`,
      `<div class="wrap"><div class="a"><h1>开学致辞</h1><p>老师们、同学们：</p><p>新学期开始了，祝大家学习进步，身体健康，工作顺利，每天都有新的收获。</p><p>谢谢！</p></div><div class="b"><ul>${links(40, '学校新闻标题很长很长的一条')}</ul></div></div>`,
    ),
    lines: [
      '开学致辞',
      '老师们、同学们：',
      '新学期开始了，祝大家学习进步，身体健康，工作顺利，每天都有新的收获。',
      '谢谢！',
    ],
  },
];
