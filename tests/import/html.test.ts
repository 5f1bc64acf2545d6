import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHtml, readPastedHtml } from '../../src/import/html/html.ts';
import { repair } from '../../src/repair/repair.ts';
import { parse } from '../../src/speech/parse.ts';
import { speechText } from '../../src/speech/text.ts';
import { bareText } from '../../src/text/bare-text.ts';
import { cleanText } from '../speech/read-speech.ts';
import { HOSTILE_PAGES } from './hostile-pages.ts';

const textOf = (html: string) => readHtml(html, '讲话.html').source.text;
const bodyText = (body: string) => textOf(`<!doctype html><html><body>${body}</body></html>`);

describe('white space is as a browser shows it', () => {
  it.each([
    ['blocks are paragraphs', '<p>甲</p><div>乙<div>丙</div>丁</div><section>戊</section>', '甲\n乙\n丙\n丁\n戊\n'],
    ['line feeds of the source are none between Han', '<p>第一\n  行，\n第二行</p>', '第一行，第二行\n'],
    ['and one space between words', '<p>one\n  two <b></b> three</p>', 'one two three\n'],
    ['br begins a line', '<p>甲<br>乙<br/>丙</p>', '甲\n乙\n丙\n'],
    ['an empty paragraph is a blank line', '<p>甲</p><p><br></p><p>&nbsp;</p><p>乙</p>', '甲\n\n乙\n'],
    ['empty boxes are nothing', '<div><div> </div></div><p>甲</p><div>\n</div><p>乙</p>', '甲\n乙\n'],
    ['indents of no-break and full-width spaces go', '<p>&nbsp;&nbsp;　　甲 乙</p>', '甲 乙\n'],
    ['preformatted text keeps its lines', '<pre>甲\n乙</pre><p style="white-space: pre-wrap">丙\n丁</p>', '甲\n乙\n丙\n丁\n'],
    ['spans are one sentence', '<p><span>一句</span><span>话，</span>\n<span>又一句。</span></p>', '一句话，又一句。\n'],
    ['display decides', '<span style="display:block">甲</span><span style="display:block">乙</span><p>丙<div style="display:inline">丁</div></p>', '甲\n乙\n丙\n丁\n'],
    ['references are characters', '<p>&ldquo;甲&rdquo;&mdash;&#20057;&#x4E19;&lt;丁&gt;</p>', '“甲”—乙丙<丁>\n'],
  ])('%s', (_, html, text) => {
    expect(bodyText(html)).toBe(text);
  }); // biome-ignore format: a table
});

describe('marks', () => {
  it.each([
    ['bold by element and by weight', '<p>这是<b>重点</b>和<span style="font-weight:700">要点</span>，不是<b style="font-weight:normal">这个</b>。</p>', '这是**重点**和**要点**，不是这个。\n'],
    ['bold by a class', '<style>.k{font-weight:bold} @media print{p{display:none}}</style><p>这是<i class="k">重点</i>。</p>', '这是**重点**。\n'],
    ['marked', '<p>这是<mark>亮点</mark>。</p>', '这是==亮点==。\n'],
    ['headings', '<h1>讲话</h1><p>同志们：</p><h2>前言</h2><p>甲。</p><h2>一、<br>形势</h2><p>乙。</p>', '# 讲话\n\n同志们：\n\n## 前言\n\n甲。\n\n## 一、形势\n\n乙。\n'],
    ['numbered headings need no signs', '<h1>讲话</h1><h2>一、形势</h2><p>乙。</p><h3>（一）国内</h3>', '讲话\n一、形势\n乙。\n（一）国内\n'],
    ['numbers of lists', '<ol><li>甲<li>乙</ol><ol start=3 type=a><li>丙</ol><ol style="list-style-type:cjk-ideographic"><li>丁<li value=12>戊</ol>', '1.甲\n2.乙\nc.丙\n一、丁\n十二、戊\n'],
    ['lists without signs', '<style>ul{list-style:none}</style><ul><li>甲<li>乙</ul>', '甲\n乙\n'],
    ['bullets', '<ul><li>甲<ul><li>乙</ul><li>丙</ul>', '- 甲\n  - 乙\n- 丙\n'],
    ['readings', '<p>荀<ruby>彧<rp>(</rp><rt>yù</rt><rp>)</rp></ruby>与<ruby>嬿<rt>yàn</rt>婉<rt>wǎn</rt></ruby></p>', '荀彧（yù）与嬿婉（yàn wǎn）\n'],
    ['quotations', '<p>古人说：</p><blockquote><p>天下兴亡</p><p>匹夫有责</p></blockquote>', '古人说：\n\n> 天下兴亡\n> 匹夫有责\n'],
    ['quotation marks', '<p>他说<q>好</q>。</p>', '他说“好”。\n'],
    ['tables', '<table><caption>收支表</caption><thead><tr><th rowspan=2>单位<th colspan=2>2024年<tr><th>收<th>支</thead><tr><td>甲|局<td>1<td></table>', '收支表\n\n| 单位 | 2024年 | 2024年 |\n| --- | --- | --- |\n| 单位 | 收 | 支 |\n| 甲\\|局 | 1 |  |\n'],
    ['tables that only lay out', '<table><tr><td><p>讲话</p><p>同志们：</p></td></tr></table>', '讲话\n同志们：\n'],
    ['pictures beside the page', '<p><img src="images/a.png" alt="会场"></p>', '![会场](images/a.png)\n'],
    ['smileys', '<p>好<img src="https://x/y.png" alt="😀"></p>', '好😀\n'],
    ['the author’s signs', '<p>这是<b>重点</b>，2*3*4，# 和[链接](x)。</p>', '这是**重点**，2\\*3\\*4，# 和[链接\\](x)。\n'],
  ])('%s', (_, html, text) => {
    expect(bodyText(html)).toBe(text);
  }); // biome-ignore format: a table

  it('two tables in a row stay two', () => {
    const small = '<table><tr><td>甲<td>乙<tr><td>1<td>2</table>';
    const text = '| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n';
    expect(bodyText(small + small)).toBe(`${text}\n${text}`);
  });

  it('pictures inside the page are kept beside it, those on the web are reported', () => {
    const png = `data:image/png;base64,${'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='}`;
    const { source, pictures, diagnostics } = readHtml(
      `<p>甲</p><img src="${png}" alt="图"><img src="https://example.com/b.png" alt="乙"><img data-src="//example.com/c"><img src="file:///C:/a.png"><img src="data:image/svg+xml,<svg/>">`,
      '会议 讲话.html',
    );
    expect(source.text).toBe('甲\n\n![图](会议-讲话-1.png)\n');
    expect(pictures.map(({ name, type }) => [name, type])).toEqual([['会议-讲话-1.png', 'image/png']]);
    expect(diagnostics.map(({ code, values }) => [code, values.text])).toEqual([
      ['picture-remote', '乙'],
      ['picture-remote', '//example.com/c'],
      ['picture-remote', 'file:///C:/a.png'],
      ['picture-kind', 'data:image/svg+xml,<svg/>'],
    ]);
  });
});

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-size:10.5pt;} --></style></head><body lang=ZH-CN><!--StartFragment-->
<p class=MsoNormal align=center><b><span style='font-size:22.0pt;font-family:方正小标宋简体'>在全县大会上的讲话<span lang=EN-US><o:p></o:p></span></span></b></p>
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p>
<p class=MsoNormal>同志们：</p>
<p class=MsoListParagraph style='margin-left:36.0pt;text-indent:-36.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-bidi-font-family:宋体'><span style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span>提高
认识</span></p>
<p class=MsoNormal>这是<b>重点</b>，<s>不要</s><del>删去</del><span style='display:none;mso-hide:all'>隐藏</span>保留。<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a></p>
<p class=MsoListParagraph style='mso-list:l1 level2 lfo2'><!--[if !supportLists]--><span style='font-family:Wingdings'><span style='mso-list:Ignore'>l<span>&nbsp;&nbsp;</span></span></span><!--[endif]-->要点</p>
<div style='mso-element:footnote-list'><br clear=all><hr align=left size=1 width="33%">
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1">[1]</a> 见原文。</p></div></div><!--EndFragment--></body></html>`;
const WORD_TEXT =
  '在全县大会上的讲话\n\n同志们：\n\n一、提高认识\n\n这是**重点**，不要保留。[^1]\n\n  - 要点\n\n[^1]: 见原文。\n';

const WECHAT = `<!DOCTYPE html><html><head><title>标题</title><script>var a = "脚本";</script><style>#js_toolbar{display:none}</style></head><body>
<div id="page"><h1 class="rich_media_title" id="activity-name">在表彰大会上的讲话</h1>
<div class="meta"><span>原创</span><span>某某发布</span><em id="publish_time">2024-04-18 10:00</em></div>
<div class="rich_media_content" id="js_content" style="visibility: visible;"><section style="box-sizing:border-box"><section><p style="text-align:justify"><span style="font-size:15px">同志们：</span></p></section>
<section><p><span>今天开会，</span><span>主要是表彰先进。</span><br></p><p><br></p><p><span style="display:none">隐藏的字</span><strong>一、肯定成绩</strong></p><p><span>一年来，大家很努力，成绩很好，值得肯定。</span></p></section></section></div>
<div id="js_toolbar">预览时标签不可点</div><div class="bottom"><a href="#">阅读原文</a><a href="#">分享</a><a href="#">收藏</a></div></div></body></html>`;

const NEWS = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title></head><body><header>人民网</header>
<div class="nav"><a href="/">首页</a><a href="/a">时政</a><a href="/b">国际</a><a href="/c">社会</a></div>
<div class="main"><div class="col-1"><h1>在座谈会上的讲话</h1><div class="sou"><p>2024年04月18日08:00 | 来源：<a href="http://paper.people.com.cn">人民网－人民日报</a></p></div>
<div class="rm_txt_con"><p>　　同志们：</p><p>　　今天我们开这个座谈会，主要是听取大家的意见和建议。</p><p>　　谢谢大家！</p><div class="edit">（责编：张三、李四）</div></div>
<div class="share">分享让更多人看到</div></div><aside><ul><li><a href=1>热点一</a></li></ul></aside>
<div class="right"><h2>推荐阅读</h2><ul><li><a href="1">别的新闻一</a><li><a href="2">别的新闻二</a><li><a href="3">别的新闻三</a></ul></div></div>
<footer>版权所有</footer><script>track()</script></body></html>`;

describe('pages as people have them', () => {
  it('Word', () => {
    expect(textOf(WORD)).toBe(WORD_TEXT);
  });

  it('a WeChat article', () => {
    expect(textOf(WECHAT)).toBe(
      '在表彰大会上的讲话\n原创某某发布2024-04-18 10:00\n同志们：\n今天开会，主要是表彰先进。\n\n一、肯定成绩\n一年来，大家很努力，成绩很好，值得肯定。\n',
    );
  });

  it('a WeChat article whose program has not run', () => {
    const raw = WECHAT.replace('visibility: visible;', 'visibility: hidden; opacity: 0;');
    expect(raw).not.toBe(WECHAT);
    expect(textOf(raw)).toBe(textOf(WECHAT));
  });

  it('a hidden article is none', () => {
    expect(
      bodyText(
        '<div style="display:none"><article>看不见的很长很长的一段文字</article></div><p>同志们：</p>',
      ),
    ).toBe('同志们：\n');
  });

  it('a newspaper’s page: the article with its headline and source, not what is around it', () => {
    expect(textOf(NEWS)).toBe(
      '在座谈会上的讲话\n2024年04月18日08:00 | 来源：人民网－人民日报\n同志们：\n今天我们开这个座谈会，主要是听取大家的意见和建议。\n谢谢大家！\n',
    );
  });

  it('the line of source and date becomes metadata', () => {
    const { text, metadata } = repair(readHtml(NEWS, 'a.html').source);
    expect(text.trimEnd()).toBe(
      '在座谈会上的讲话\n同志们：\n今天我们开这个座谈会，主要是听取大家的意见和建议。\n谢谢大家！',
    );
    expect([metadata.source?.text, metadata.published?.text]).toEqual([
      '人民网－人民日报',
      '2024年04月18日08:00',
    ]);
  });

  it('a page that names nothing: lists of links go, a link in a sentence stays', () => {
    const links = (...names: string[]) => names.map((name) => `<a href="#">${name}</a>`).join(' | ');
    expect(
      bodyText(
        `<div class="top">${links('首页', '新闻', '专题')}</div><div><p>同志们：</p><p>学习<a href="#">习近平</a>、<a href="#">总书记</a>、<a href="#">讲话</a>精神，要原原本本学。</p></div><ul><li>${links('相关一', '相关二', '相关三')}</li></ul>`,
      ),
    ).toBe('同志们：\n学习习近平、总书记、讲话精神，要原原本本学。\n');
  });

  it('a page that is nothing but links is read whole', () => {
    expect(bodyText('<ul><li><a href=1>甲</a><li><a href=2>乙</a><li><a href=3>丙</a></ul>')).toContain('乙');
  });
});

describe('rich paste', () => {
  it('gives what the plain text lacks', () => {
    expect(readPastedHtml(WORD, '在全县大会上的讲话\n同志们：\n一、\t提高认识').text).toBe(
      WORD_TEXT.trimEnd(),
    );
  });

  it('gives the plain text where there is no more', () => {
    const plain = '同志们：\n\n  今天**开会**。';
    const editor =
      '<meta charset="utf-8"><div style="color:#000"><div><span>同志们：</span></div><br><div><span>&nbsp; 今天**开会**。</span></div></div>';
    expect(readPastedHtml(editor, plain).text).toBe(plain);
    expect(readPastedHtml('', plain).text).toBe(plain);
    expect(readPastedHtml('<script>1</script>', plain).text).toBe(plain);
  });

  it('has no tabs behind numbers: they would make a table of a list', () => {
    const item = (number: string, text: string) =>
      `<p class=MsoListParagraph><span style='mso-list:Ignore'>${number}<span>&nbsp; </span></span>${text}</p>`;
    const html = item('一、', '提高认识') + item('二、', '狠抓落实');
    expect(readPastedHtml(html, '一、\t提高认识\n二、\t狠抓落实').text).toBe('一、提高认识\n二、狠抓落实');
  });

  it('into a plain document nothing is escaped; with marks the text is Markdown', () => {
    expect(readPastedHtml('<p>这是：2*3，&gt;5。</p>', '', 'plain')).toEqual({
      text: '这是：2*3，>5。',
      format: 'plain',
    });
    const marked = { text: '这是**重点**：2\\*3。', format: 'markdown' };
    expect(readPastedHtml('<p>这是<b>重点</b>：2*3。</p>', '', 'plain')).toEqual(marked);
    expect(readPastedHtml('<p>这是<b>重点</b>：2*3。</p>', '').text).toBe('这是**重点**：2\\*3。');
  });

  it('a selection is not cut: what was selected is wanted', () => {
    const links = '<ul><li><a href=1>甲</a><li><a href=2>乙</a><li><a href=3>丙</a></ul><p>丁</p>';
    expect(readPastedHtml(links, '').text).toBe('- 甲\n- 乙\n- 丙\n\n丁');
  });
});

describe('hostile pages', () => {
  it.each(HOSTILE_PAGES.map((page, index) => [index, page] as const))('%i', (_, page) => {
    for (const html of [page, `<!doctype html><p>同志们：</p>${page}`]) {
      const { source, pictures, diagnostics } = readHtml(html, 'a.html');
      // Nothing of a program, of a handler or of a style is text; no address leads anywhere.
      expect(source.text).not.toMatch(/EVIL|alert|script|onerror|expression|evil\.example/i);
      expect(pictures).toEqual([]);
      for (const { code } of diagnostics) expect(code).toMatch(/^picture-/);
      expect(readPastedHtml(html, '').text).not.toMatch(/EVIL|alert|evil\.example/i);
    }
  });

  it('are sixty', () => {
    expect(HOSTILE_PAGES.length).toBeGreaterThanOrEqual(60);
  });

  it.each([
    ['elements', '<div>'.repeat(20_000)],
    ['tables', '<table><tr><td>'.repeat(2_000)],
    ['lists', '<ul><li>'.repeat(5_000)],
    ['emphasis', '<b><i>'.repeat(2_000)],
    ['quotations', '<blockquote>'.repeat(10_000)],
    ['children', `<blockquote>${'<br>'.repeat(200_000)}`],
    ['rows', `<table>${'<tr><td>甲<td>乙'.repeat(20_000)}</table>`],
    ['breaks', `<p>${'甲<br>'.repeat(200_000)}`],
    ['attributes', `<p ${'a b=c '.repeat(20_000)}>`],
    ['spans of a table', `<table>${'<tr><td colspan=9999999 rowspan=9999999>甲'.repeat(3000)}</table>`],
  ])('too many %s', (_, html) => {
    expect(textOf(`${html}文字`)).toContain('文字');
  });
});

describe('a page that grows without end', () => {
  const growing = Array.from({ length: 3000 }, (_, index) => `<font color=${index}><p>字`).join('');

  it('is refused with a sentence', () => {
    expect(() => textOf(growing)).toThrow('page-too-large');
  });

  it('pastes as its plain text', () => {
    expect(readPastedHtml(growing, '字').text).toBe('字');
  });
});

describe('any text', () => {
  const tag = fc.constantFrom(
    ...'p div span b strong h1 h2 ul ol li table tr td th br img a ruby rt blockquote pre section script style svg math template o:p mark q'.split(
      ' ',
    ),
  );
  const piece = fc.oneof(
    tag.map((name) => `<${name}>`),
    tag.map((name) => `</${name}>`),
    fc.constantFrom(
      '<![endif]>',
      '<!--',
      '-->',
      '<',
      '>',
      '&',
      '&lt;',
      '&#x0;',
      '"',
      "'",
      '<p style="',
      '\0',
      '\u2028',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom('同志们：', '一、形势', '今天开会。', '**', '# ', '|', '[^1]'),
  );

  it('is read without an error, and the parser loses none of it', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { source } = readHtml(pieces.join(''), 'a.html');
        parse(cleanText(source.text, source.format));
      }),
      { numRuns: 1000 },
    );
  });

  it('between tags comes out as it went in', () => {
    const words = fc
      .array(fc.constantFrom(...'我们要坚持，。一二12ab*_=`#>-+|[]()!\\~&^:.'), {
        minLength: 1,
        maxLength: 12,
      })
      .map((characters) => characters.join(''));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(words, fc.constantFrom('', 'b', 'mark')), { minLength: 1, maxLength: 5 }),
        (lines) => {
          const html = lines
            .map(([text, name]) => {
              const escaped = text.replace(/&/g, '&amp;');
              return name === '' ? `<p>${escaped}</p>` : `<p>甲<${name}>${escaped}</${name}>乙</p>`;
            })
            .join('');
          const { source } = readHtml(`<body>${html}</body>`, 'a.html');
          const expected = lines.map(([text, name]) => (name === '' ? text : `甲${text}乙`)).join('');
          expect(bareText(speechText(parse(cleanText(source.text, source.format))))).toBe(expected);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
