import type { Language } from '../i18n/language.ts';
import { LEFT_OUT_KINDS } from '../import/left-out.ts';
import { MEETING_KINDS } from '../pack/labels.ts';
import { PACK_PARTS, TYPED_FIELDS } from '../pack/types.ts';
import { REPAIR_KINDS } from '../repair/clean-text.ts';

/** What reading a Word file or a page leaves out and takes back by --keep. */
const LEFT_OUT = `
    ${LEFT_OUT_KINDS.join(' ')}`;

const KINDS = `
    ${REPAIR_KINDS.slice(0, 8).join(' ')}
    ${REPAIR_KINDS.slice(8).join(' ')}`;

const PARTS = PACK_PARTS.join(',');
const KINDS_OF_MEETING = `KIND: ${MEETING_KINDS.join(' ')}`;
const FIELDS = `NAME: ${TYPED_FIELDS.join(' ')}`;

const ENGLISH = `Usage: npm run speech -- COMMAND FILE [options]

  check   FILE [--all]         what was repaired, noticed and left out; exit code 1 on an error; --all: every
               [--rendered]    single one;
                               --rendered: whether every slide fits, seen in a browser
  text    FILE                 the cleaned text
  model   FILE [--outline]     the section model as JSON, or as an outline
  slides  FILE                 the planned slides as JSON
  deck    FILE -o OUT.pdf      the slides, PDF or PowerPoint  [--ratio 16:9|16:10|4:3]
               -o OUT.pptx                                 [--notes: spoken text behind each]
               [--per-page 1|2|3|6: slides on a sheet of A4]  [--notes-pages: slide above, spoken text below]
               [--pages 2-5: these pages only; also of a handout]
  handout FILE -o OUT.pdf      the handout, PDF or Word       [--layout official|podium|notes|outline]
               -o OUT.docx
  meeting FILE -o OUT.html     one file for the meeting: show, presenter's window, handout; no network needed
  build   DIR  -o OUT          slides and handout of every speech in a folder
  pack    FILE… -o OUT.zip     the papers of a meeting: a .zip or a folder [--formats docx,pdf],
                               or all in one .docx or .pdf; slides alone as .pptx or .pdf
               [--parts ${PARTS}]
               [--labels hans|tw|hk]   [--kind KIND]   [--ceremony (tw)]   [--field NAME=TEXT]
               [--break AFTER:MINUTES[:NAME]]   [--rename FILE: lines LABEL=NAME]
               ${KINDS_OF_MEETING}
               ${FIELDS}

  handout: official: as offices file it (GB/T 9704); podium: large, for the speaker; notes: a ruled margin;
           outline: headings, key points and questions on a page or two
           --paper a4|16k|a5   --size large|xlarge (podium)   --pitch grid|strict   --folio outer|center|none
           --mirror   --cover   --contents   --head (title on each page)   --booklet (two pages a sheet, to fold)
           --fonts bundled|system (office faces of this computer)

  --theme ID   --script source|hans|hant|tw|hk   --rate CHARACTERS-A-MINUTE   --help
  --encoding utf-8|gb18030|big5|utf-16le|utf-16be   of a text file; found by evidence if not given
  --keep KIND,KIND             kinds of damage to leave as they are: ${KINDS}
                               or of what was left out of a Word file or page, to take back: ${LEFT_OUT}
`;

const HANS = `用法：npm run speech -- 命令 文件 [选项]

  check   文件 [--all]         修复、发现、略去了什么；有错误时退出码为 1；--all：全部列出；
               [--rendered]
                               --rendered：在浏览器里逐张检查幻灯片是否放得下
  text    文件                 清理后的文字
  model   文件 [--outline]     讲稿结构（JSON），或提纲
  slides  文件                 幻灯片方案（JSON）
  deck    文件 -o 输出.pdf     幻灯片，PDF 或 PowerPoint      [--ratio 16:9|16:10|4:3]
               -o 输出.pptx                                [--notes：每张后面附讲稿]
               [--per-page 1|2|3|6：A4 纸每页几张]  [--notes-pages：上面幻灯片，下面讲稿]
               [--pages 2-5：只要这几页；讲义也可以]
  handout 文件 -o 输出.pdf     讲义，PDF 或 Word              [--layout official|podium|notes|outline]
               -o 输出.docx
  build   文件夹 -o 输出文件夹 文件夹里每篇讲稿的幻灯片和讲义
  pack    文件… -o 输出.zip    会议材料：.zip 或文件夹 [--formats docx,pdf]，
                               或合为一份 .docx 或 .pdf；幻灯片单独为 .pptx 或 .pdf
               [--parts ${PARTS}]
               [--labels hans|tw|hk 栏名]   [--kind 会议类型]   [--ceremony 典礼程序（tw）]   [--field 字段=内容]
               [--break 第几篇后:分钟[:名称]]   [--rename 文件：每行“原栏名=新栏名”]
               ${KINDS_OF_MEETING}
               ${FIELDS}

  讲义：official 公文版面（GB/T 9704）；podium 讲稿大字版；notes 带笔记栏；outline 一两页的提纲
        --paper a4|16k|a5   --size large|xlarge（大字版）   --pitch grid|strict 行距   --folio outer|center|none 页码
        --mirror 双面订口   --cover 封面   --contents 目录   --head 页眉标题   --booklet 小册子（一张两页，对折）
        --fonts bundled|system 自带字体或本机公文字体

  --theme 主题   --script source|hans|hant|tw|hk   --rate 每分钟字数   --help
  --encoding utf-8|gb18030|big5|utf-16le|utf-16be   文本文件的编码；不写则自动判断
  --keep 类别,类别             不修复的类别：${KINDS}
                               或 Word 文件、网页中要取回的略去部分：${LEFT_OUT}
`;

const HANT = `用法：npm run speech -- 命令 檔案 [選項]

  check   檔案 [--all]         修復、發現、略去了什麼；有錯誤時結束代碼為 1；--all：全部列出；
               [--rendered]
                               --rendered：在瀏覽器裡逐張檢查投影片是否放得下
  text    檔案                 清理後的文字
  model   檔案 [--outline]     講稿結構（JSON），或提綱
  slides  檔案                 投影片方案（JSON）
  deck    檔案 -o 輸出.pdf     投影片，PDF 或 PowerPoint      [--ratio 16:9|16:10|4:3]
               -o 輸出.pptx                                [--notes：每張後面附講稿]
               [--per-page 1|2|3|6：A4 紙每頁幾張]  [--notes-pages：上面投影片，下面講稿]
               [--pages 2-5：只要這幾頁；講義也可以]
  handout 檔案 -o 輸出.pdf     講義，PDF 或 Word              [--layout official|podium|notes|outline]
               -o 輸出.docx
  build   資料夾 -o 輸出資料夾 資料夾裡每篇講稿的投影片和講義
  pack    檔案… -o 輸出.zip    會議文件：.zip 或資料夾 [--formats docx,pdf]，
                               或合為一份 .docx 或 .pdf；簡報單獨為 .pptx 或 .pdf
               [--parts ${PARTS}]
               [--labels hans|tw|hk 欄名]   [--kind 會議類型]   [--ceremony 典禮程序（tw）]   [--field 欄位=內容]
               [--break 第幾篇後:分鐘[:名稱]]   [--rename 檔案：每行「原欄名=新欄名」]
               ${KINDS_OF_MEETING}
               ${FIELDS}

  講義：official 公文版面（GB/T 9704）；podium 講稿大字版；notes 帶筆記欄；outline 一兩頁的提綱
        --paper a4|16k|a5   --size large|xlarge（大字版）   --pitch grid|strict 行距   --folio outer|center|none 頁碼
        --mirror 雙面訂口   --cover 封面   --contents 目錄   --head 頁首標題   --booklet 小冊子（一張兩頁，對摺）
        --fonts bundled|system 內附字型或本機公文字型

  --theme 主題   --script source|hans|hant|tw|hk   --rate 每分鐘字數   --help
  --encoding utf-8|gb18030|big5|utf-16le|utf-16be   文字檔的編碼；不寫則自動判斷
  --keep 類別,類別             不修復的類別：${KINDS}
                               或 Word 檔案、網頁中要取回的略去部分：${LEFT_OUT}
`;

/** How to call the command line, in the user's language. */
export const USAGE: Readonly<Record<Language, string>> = { 'zh-Hans': HANS, 'zh-Hant': HANT, en: ENGLISH };
