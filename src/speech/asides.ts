import type { RawBlock, TextLine } from './block-parts.ts';
import { isCueLine } from './inline-spans.ts';
import { beginsWithAddress, isGreeting, isSalutation } from './salutation.ts';
import { inlineText } from './text.ts';
import type { Block, Break, Paragraph } from './types.ts';

/** How many blocks before the salutation, or behind the speech, may be somebody else's words. */
const MOST = 6;
const LONGEST_NOTE = 400;

/** 李明在记者会上发言。晚报资料照片: what stands under a newspaper's picture. */
const CAPTION =
  /(?:资料照片|資料照片|资料图片?|資料圖片?|图片来源|圖片來源|(?:供|提供)[图圖]|[摄攝][）)。]?$|[摄攝]影[：:]|^[（(]?[图圖][：:]|圖[／/]|图[／/]|[图圖]片[：:])/;
const WORDS =
  '全文|摘要|原文|内容|內容|文字|实录|實錄|发言|發言|讲话|講話|讲演|講演|演讲|演講|演辞|演辭|演词|演詞|致辞|致辭|致词|致詞|谈话|談話|声明|聲明|回应|回應|答问|答問';
/** 以下为发言全文： · 致辞摘要如下： · 现将讲话刊登如下 */
const LEAD = new RegExp(
  `(?:以下|下面)[为為是系係]?[^。]{0,60}(?:${WORDS})|(?:${WORDS})[^。，]{0,8}如下|(?:${WORDS})[^。]{0,10}(?:刊登|刊发|刊發|发布|發布|转载|轉載|整理)于?於?(?:此|后|後|下)`,
);
/** 前局长李明今天举行记者会，… */
const REPORT =
  /(?:今[天日]|昨[天日晚]|今晚|日前|近日|上午|下午|晚上|\d{1,2}日)[^。]{0,40}(?:举行|舉行|出席|发表|發表|宣布|致辞|致辭|致词|致詞|讲话|講話|演讲|演講|表示|指出|召开|召開|会见|會見)/;
/** 编者按：… 【编者按】 */
const EDITOR =
  /^[【（(〔[*＊※]?[ \u3000]*(?:编者按|編者按|编者的话|編者的話|编按|編按|编者注|編者註|编辑注|按语|按語|题解|題解)[】）)〕\]：: \u3000]/u;
/** 这是李明在追悼会上的讲演。 · 本文是…的讲话节选 */
const ABOUT =
  /^[*＊※（(【]?[ \u3000]*(?:这|這|本文|此文|本篇|本书|本書|本稿)(?:原)?(?:是|系|係|为|為)[^。]{2,80}(?:讲话|講話|讲演|講演|演讲|演講|发言|發言|报告|報告|致辞|致辭|致词|致詞|谈话|談話|演说|演說|文章|社论|社論|讲稿|講稿|指示|电报|電報)[^。，]{0,20}[。]?[）)】]?$/u;
/** 本报讯 记者… · 新华社北京5月6日电 … */
const NEWS =
  /^(?:[（(【]?(?:本报|本報|本网|本網|本刊|新华社|新華社|中新社|中新网|中央社|人民网|.{2,8}(?:日报|日報|晚报|晚報|时报|時報|新闻网|新聞網))[^。]{0,30}(?:讯|訊|电|電|报道|報道|報導|消息)|[^。]{0,40}(?:记者|記者)[^。会會]{0,12}(?:报道|報道|報導|摄|攝))/;
/** 根据录音整理 … 作者系…, behind a speech. */
const CREDIT =
  /^[（(【*＊]?[ \u3000]*(?:根据|根據|本文|本稿|据|據|以上)[^。]{0,24}(?:录音|錄音|速记|速記|现场|現場|记录|記錄)[^。]{0,12}整理|^[（(【*＊]?[ \u3000]*(?:作者|演讲者|演講者|讲者|講者|发言人|發言人)(?:系|係|为|為|是|现为|現為)|^[（(【](?:本文|文章|原文|原载|原載|转载|轉載|摘自|选自|選自|刊于|刊於|载于|載於)[^。]{2,60}[）)】]$/;
const FIRST_PERSON =
  /我(?!市|县|縣|省|国|國|校|院|公司|厂|廠|区|區|镇|鎮|乡|鄉|村|局|会|會)|咱|大家|你们|你們|各位|诸位|諸位/;

const NOTES_HEAD =
  /^[【（(〔[]?[注註][ \u3000]*[释釋解][】）)〕\]]?[：:]?$|^(?:[附尾脚腳][注註]|参考文献|參考文獻)[：:]?$/;
/** 〔1〕 [1] （1） ① ⑴ before a note. */
const NOTE =
  /^(?:[〔［[【（(][ \u3000]*(?:[注註]?[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|\*)[ \u3000]*[〕］\]】）)]|[①-⑳⑴-⒇]|[*＊※])[ \u3000]*\S/;
/** The same behind a word or a quotation: it calls a note. */
const CALL =
  /(?<=[^\s。；：，、！？])(?:[〔［[](?:[注註]?[0-9０-９]{1,3}|\*)[〕］\]]|[①-⑳⑴-⒇])|(?<=[”」』》])(?:[（(][0-9]{1,3}[）)])/;

/** ****** in plain text: a row of signs sets something apart, and is not said. */
const RULE = /^(?:[*＊=＝\-－_＿~～─━—·•.…][ \u3000]*){3,}$/;

export function isRule(text: string): boolean {
  return text.length <= 200 && RULE.test(text);
}

/** Blocks behind the title block, cut where somebody else's words end and begin. */
export interface Asides {
  /** News lead, captions, editor's note: printed only. */
  readonly before: readonly Block[];
  readonly speech: readonly RawBlock[];
  /** 注释 and credits: printed only. */
  readonly after: readonly Block[];
}

/** Sets apart what stands before and behind a speech and is not said: others wrote it. */
export function splitAsides(blocks: readonly RawBlock[]): Asides {
  const from = leadEnd(blocks);
  const to = notesStart(blocks, from);
  return {
    before: blocks.slice(0, from).map(asAside),
    speech: blocks.slice(from, to),
    after: blocks.slice(to).map(asAside),
  };
}

function leadEnd(blocks: readonly RawBlock[]): number {
  const salutation = blocks
    .slice(0, MOST + 1)
    .findIndex((block) => block.kind === 'line' && isSalutation(block.text));
  const above = blocks.slice(0, salutation > 0 ? salutation : 2);
  // Above the salutation, one that is surely somebody else's says so of the others.
  const surely = salutation > 0 && above.some((block) => isLead(textOf(block) ?? '', true));
  let end = 0;
  for (const [index, block] of above.entries()) {
    const text = textOf(block);
    if (block.kind === 'break' || block.kind === 'figure' || isRule(text ?? '')) continue;
    if (text === undefined || !(surely ? isOthers(text) : isLead(text, false))) break;
    end = index + 1;
  }
  return end;
}

/** A paragraph that nobody says who speaks of himself and to his hearers. */
function isOthers(text: string): boolean {
  if (text.length > LONGEST_NOTE || isGreeting(text) || isCueLine(text) || beginsWithAddress(text))
    return false;
  if (EDITOR.test(text) || NEWS.test(text)) return true;
  return !FIRST_PERSON.test(text.replace(/“[^”]{0,1000}”|「[^」]{0,1000}」/g, ''));
}

/**
 * @param beforeSalutation the speaker addresses the hearers only below: more may be a newspaper's
 */
function isLead(text: string, beforeSalutation: boolean): boolean {
  if (text === '' || !isOthers(text)) return false;
  if (EDITOR.test(text) || NEWS.test(text) || ABOUT.test(text) || LEAD.test(text)) return true;
  return beforeSalutation && (CAPTION.test(text) || REPORT.test(text));
}

function notesStart(blocks: readonly RawBlock[], from: number): number {
  const lines = blocks.map(textOf);
  const head = lines.findLastIndex((text) => text !== undefined && NOTES_HEAD.test(text));
  const below = lines.slice(head + 1);
  if (head > from && NOTE.test(below[0] ?? '') && below.every((text) => text !== undefined))
    return withBreak(blocks, head);
  let start = blocks.length;
  while (start > from + 1 && isTailNote(lines[start - 1])) start--;
  const called = start < blocks.length && lines.slice(from, start).some((text) => CALL.test(text ?? ''));
  // Numbered lines that nothing calls are points of the speech.
  while (
    start < blocks.length &&
    NOTE.test(lines[start]!) &&
    !isCredit(lines[start]!) &&
    !(called && isFirst(lines[start]!))
  )
    start++;
  return withBreak(blocks, start);
}

function isCredit(text: string): boolean {
  return CREDIT.test(text) || EDITOR.test(text);
}

/** Notes are counted from one. */
function isFirst(note: string): boolean {
  return /^[〔［[【（(]?[ \u3000]*(?:[注註]?[1１一*]|[①⑴]|[*＊※])/.test(note);
}

function isTailNote(text: string | undefined): boolean {
  if (text === undefined || text.length > LONGEST_NOTE) return false;
  return NOTE.test(text) || isCredit(text);
}

/** A row of dashes above the notes sets them apart: it goes with them. */
function withBreak(blocks: readonly RawBlock[], start: number): number {
  const above = blocks[start - 1];
  const rule = above?.kind === 'break' || isRule(textOf(above) ?? '');
  return start < blocks.length && rule ? start - 1 : start;
}

/** Text of a line or of a quotation of one paragraph (> in Markdown). */
function textOf(block: RawBlock | undefined): string | undefined {
  if (block?.kind === 'line')
    return block.depth === undefined || NOTES_HEAD.test(block.text) ? block.text : undefined;
  if (block?.kind !== 'quote') return undefined;
  const [only, more] = block.children;
  return only?.kind === 'paragraph' && more === undefined ? inlineText(only.children) : undefined;
}

function asAside(block: RawBlock): Block {
  if (block.kind === 'line') return paragraphOf(block);
  if (block.kind === 'quote' || block.kind === 'paragraph') return { ...block, only: 'print' };
  return block as Block | Break;
}

function paragraphOf({ children, start, end }: TextLine): Paragraph {
  return { kind: 'paragraph', children, joins: false, range: { start, end }, only: 'print' };
}
