import type { Wording } from './wording.ts';

/** Labels and sentences of slides and handout beside the text. */
export const PREVIEW_WORDS = {
  'tab.slides': { hans: '幻灯片', hant: '投影片', en: 'Slides' },
  'tab.handout': { hans: '讲义', hant: '講義', en: 'Handout' },
  'tab.both': { hans: '两者', hant: '兩者', en: 'Both' },
  'tab.label': { hans: '预览内容', hant: '預覽內容', en: 'What the preview shows' },
  'pane.resize.handout': { hans: '调整讲义宽度', hant: '調整講義寬度', en: 'Width of the handout' },

  'slides.frame': { hans: '幻灯片预览', hant: '投影片預覽', en: 'Preview of the slides' },
  'slides.previous': { hans: '上一张', hant: '上一張', en: 'Previous slide' },
  'slides.next': { hans: '下一张', hant: '下一張', en: 'Next slide' },
  'slides.of': {
    hans: '第 {number} 张，共 {count} 张',
    hant: '第 {number} 張，共 {count} 張',
    en: 'Slide {number} of {count}',
  },
  'slides.at': {
    hans: '第 {number} 张，共 {count} 张：{title}',
    hant: '第 {number} 張，共 {count} 張：{title}',
    en: 'Slide {number} of {count}: {title}',
  },
  'slides.list': { hans: '所有幻灯片', hant: '所有投影片', en: 'All slides' },
  'slides.notes': { hans: '讲稿', hant: '講稿', en: 'Spoken text' },
  'slides.sentence.on-slide': {
    hans: '把这一句放到幻灯片上',
    hant: '把這一句放到投影片上',
    en: 'Puts this sentence on the slide',
  },
  'slides.sentence.off-slide': {
    hans: '这一句只说不上屏；不是单独标出的句子，整段不上屏',
    hant: '這一句只說不上螢幕；不是單獨標出的句子，整段不上螢幕',
    en: 'Spoken, not shown: this sentence, or its paragraph if the sentence was not marked by itself',
  },
  'slides.continued': { hans: '（续）', hant: '（續）', en: ' (cont.)' },
  'slides.overflow': { hans: '内容超出版面', hant: '內容超出版面', en: 'Content overflows' },
  'slides.grid': { hans: '缩略图', hant: '縮圖', en: 'Thumbnails' },
  'slides.grid.hint': {
    hans: '所有幻灯片的缩略图：点一张就转到那里，也可以用方向键和回车',
    hant: '所有投影片的縮圖：點一張就轉到那裡，也可以用方向鍵和 Enter',
    en: 'All slides as they look; click one, or use the arrow keys and Enter',
  },
  'slides.points': { hans: '逐条出现', hant: '逐條出現', en: 'One by one' },
  'slides.points.hint': {
    hans: '放映时要点一条一条出现',
    hant: '放映時要點一條一條出現',
    en: 'In the show, points appear one by one',
  },
  'layout.cover': { hans: '封面', hant: '封面', en: 'Cover' },
  'layout.agenda': { hans: '目录', hant: '目錄', en: 'Agenda' },
  'layout.closing': { hans: '结束页', hant: '結束頁', en: 'Closing' },

  'handout.frame': { hans: '讲义预览', hant: '講義預覽', en: 'Preview of the handout' },
  'handout.page': {
    hans: '第 {number} 页，共 {count} 页',
    hant: '第 {number} 頁，共 {count} 頁',
    en: 'Page {number} of {count}',
  },
  'handout.zoom': { hans: '讲义大小', hant: '講義大小', en: 'Size of the pages' },
  'handout.zoom.width': { hans: '适合宽度', hant: '符合寬度', en: 'Fit width' },
  'handout.zoom.page': { hans: '整页', hant: '整頁', en: 'Whole page' },
  'handout.zoom.out': { hans: '缩小', hant: '縮小', en: 'Smaller' },
  'handout.zoom.in': { hans: '放大', hant: '放大', en: 'Larger' },
  'handout.zoom.actual': {
    hans: '现在 {percent} %，点一下恢复 100 %',
    hant: '現在 {percent} %，點一下恢復 100 %',
    en: 'Now {percent} %; click for 100 %',
  },
  'handout.overflow': {
    hans: '第 {pages} 页内容超出版面',
    hant: '第 {pages} 頁內容超出版面',
    en: 'Content overflows on page {pages}',
  },
  'handout.pictures': {
    hans: '找不到图片：{names}',
    hant: '找不到圖片：{names}',
    en: 'Picture not found: {names}',
  },
  'handout.laying-out': { hans: '正在排版…', hant: '正在排版…', en: 'Laying out…' },
  'preview.empty': {
    hans: '写下第一行，这里就有幻灯片和讲义。',
    hant: '寫下第一行，這裡就有投影片和講義。',
    en: 'Write the first line, and slides and handout appear here.',
  },
  'preview.loading': { hans: '正在准备预览…', hant: '正在準備預覽…', en: 'Preparing the preview…' },
  'preview.failed.slides': {
    hans: '幻灯片没有加载成功。文字不受影响。',
    hant: '投影片沒有載入成功。文字不受影響。',
    en: 'The slides did not load. The text is safe.',
  },
  'preview.failed.handout': {
    hans: '讲义没有加载成功。文字不受影响。',
    hant: '講義沒有載入成功。文字不受影響。',
    en: 'The handout did not load. The text is safe.',
  },

  'follow.label': { hans: '跟随', hant: '跟隨', en: 'Follow' },
  'follow.hint': {
    hans: '文字、幻灯片和讲义互相跟随：停在同一句上',
    hant: '文字、投影片和講義互相跟隨：停在同一句上',
    en: 'Text, slides and handout follow one another to the same sentence',
  },
} as const satisfies Readonly<Record<string, Wording>>;
