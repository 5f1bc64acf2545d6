import type { Message } from '../../i18n/message.ts';

/** Labels and sentences of slides and handout beside the text. */
export const PREVIEW_MESSAGES = {
  'tab.slides': { 'zh-Hans': '幻灯片', 'zh-Hant': '投影片', en: 'Slides' },
  'tab.handout': { 'zh-Hans': '讲义', 'zh-Hant': '講義', en: 'Handout' },
  'tab.both': { 'zh-Hans': '两者', 'zh-Hant': '兩者', en: 'Both' },
  'tab.label': { 'zh-Hans': '预览内容', 'zh-Hant': '預覽內容', en: 'Preview' },
  'pane.resize.handout': { 'zh-Hans': '调整讲义宽度', 'zh-Hant': '調整講義寬度', en: 'Resize the handout' },

  'slides.frame': { 'zh-Hans': '幻灯片预览', 'zh-Hant': '投影片預覽', en: 'Slide preview' },
  'slides.previous': { 'zh-Hans': '上一张', 'zh-Hant': '上一張', en: 'Previous slide' },
  'slides.next': { 'zh-Hans': '下一张', 'zh-Hant': '下一張', en: 'Next slide' },
  'slides.of': {
    'zh-Hans': '第 {number} 张，共 {count} 张',
    'zh-Hant': '第 {number} 張，共 {count} 張',
    en: 'Slide {number} of {count}',
  },
  'slides.at': {
    'zh-Hans': '第 {number} 张，共 {count} 张：{title}',
    'zh-Hant': '第 {number} 張，共 {count} 張：{title}',
    en: 'Slide {number} of {count}: {title}',
  },
  'slides.list': { 'zh-Hans': '所有幻灯片', 'zh-Hant': '所有投影片', en: 'All slides' },
  'slides.notes': { 'zh-Hans': '讲稿', 'zh-Hant': '講稿', en: 'Spoken text' },
  'slides.sentence.on-slide': {
    'zh-Hans': '把这一句放到幻灯片上',
    'zh-Hant': '把這一句放到投影片上',
    en: 'Put this sentence on the slide',
  },
  'slides.sentence.off-slide': {
    'zh-Hans': '这一句只说不上屏；不是单独标出的句子，整段不上屏',
    'zh-Hant': '這一句只說不上螢幕；不是單獨標出的句子，整段不上螢幕',
    en: 'Do not show this sentence (or its whole paragraph, if the sentence was not marked on its own)',
  },
  'slides.continued': { 'zh-Hans': '（续）', 'zh-Hant': '（續）', en: ' (cont.)' },
  'slides.overflow': { 'zh-Hans': '内容超出版面', 'zh-Hant': '內容超出版面', en: 'Content overflows' },
  'slides.grid': { 'zh-Hans': '缩略图', 'zh-Hant': '縮圖', en: 'Thumbnails' },
  'slides.grid.hint': {
    'zh-Hans': '所有幻灯片的缩略图：点一张就转到那里，也可以用方向键和回车',
    'zh-Hant': '所有投影片的縮圖：點一張就轉到那裡，也可以用方向鍵和 Enter',
    en: 'Thumbnails of all slides; click one, or use the arrow keys and Enter',
  },
  'slides.points': { 'zh-Hans': '逐条出现', 'zh-Hant': '逐條出現', en: 'One by one' },
  'slides.points.hint': {
    'zh-Hans': '放映时要点一条一条出现',
    'zh-Hant': '放映時要點一條一條出現',
    en: 'Points appear one by one during the show',
  },
  'layout.agenda': { 'zh-Hans': '目录', 'zh-Hant': '目錄', en: 'Agenda' },
  'layout.closing': { 'zh-Hans': '结束页', 'zh-Hant': '結束頁', en: 'Closing' },

  'handout.frame': { 'zh-Hans': '讲义预览', 'zh-Hant': '講義預覽', en: 'Handout preview' },
  'handout.page': {
    'zh-Hans': '第 {number} 页，共 {count} 页',
    'zh-Hant': '第 {number} 頁，共 {count} 頁',
    en: 'Page {number} of {count}',
  },
  'handout.zoom': { 'zh-Hans': '讲义大小', 'zh-Hant': '講義大小', en: 'Page size on screen' },
  'handout.zoom.width': { 'zh-Hans': '适合宽度', 'zh-Hant': '符合寬度', en: 'Fit width' },
  'handout.zoom.page': { 'zh-Hans': '整页', 'zh-Hant': '整頁', en: 'Whole page' },
  'handout.zoom.out': { 'zh-Hans': '缩小', 'zh-Hant': '縮小', en: 'Smaller' },
  'handout.zoom.in': { 'zh-Hans': '放大', 'zh-Hant': '放大', en: 'Larger' },
  'handout.zoom.actual': {
    'zh-Hans': '现在 {percent} %，点一下恢复 100 %',
    'zh-Hant': '現在 {percent} %，點一下恢復 100 %',
    en: 'Now {percent} %; click for 100 %',
  },
  'handout.overflow': {
    'zh-Hans': '第 {pages} 页内容超出版面',
    'zh-Hant': '第 {pages} 頁內容超出版面',
    en: 'Content overflows on page {pages}',
  },
  'handout.pictures': {
    'zh-Hans': '找不到图片：{names}',
    'zh-Hant': '找不到圖片：{names}',
    en: 'Picture not found: {names}',
  },
  'handout.laying-out': { 'zh-Hans': '正在排版…', 'zh-Hant': '正在排版…', en: 'Laying out…' },
  'preview.empty': {
    'zh-Hans': '写下第一行，这里就有幻灯片和讲义。',
    'zh-Hant': '寫下第一行，這裡就有投影片和講義。',
    en: 'Write the first line to see slides and handout here.',
  },
  'preview.loading': { 'zh-Hans': '正在准备预览…', 'zh-Hant': '正在準備預覽…', en: 'Preparing the preview…' },
  'preview.failed.slides': {
    'zh-Hans': '幻灯片没有加载成功。文字不受影响。',
    'zh-Hant': '投影片沒有載入成功。文字不受影響。',
    en: 'The slides did not load. Your text is safe.',
  },
  'preview.failed.handout': {
    'zh-Hans': '讲义没有加载成功。文字不受影响。',
    'zh-Hant': '講義沒有載入成功。文字不受影響。',
    en: 'The handout did not load. Your text is safe.',
  },

  'follow.label': { 'zh-Hans': '跟随', 'zh-Hant': '跟隨', en: 'Follow' },
  'follow.hint': {
    'zh-Hans': '文字、幻灯片和讲义互相跟随：停在同一句上',
    'zh-Hant': '文字、投影片和講義互相跟隨：停在同一句上',
    en: 'Keep text, slides and handout at the same sentence',
  },
} as const satisfies Readonly<Record<string, Message>>;
