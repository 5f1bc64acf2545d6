import type { Deck, Slide, SlideContent, SlideLayout, SlideText } from '../../src/deck/plan/types.ts';

const NOWHERE = { start: 0, end: 0 };
const text = (words: string, marker?: string): SlideText => ({
  inlines: [{ kind: 'text', text: words, range: NOWHERE }],
  range: NOWHERE,
  ...(marker && { marker }),
});
const texts = (words: readonly string[]) => words.map((word) => text(word));

/** 90 characters, as titles of meetings can be. */
const LONG_TITLE =
  '关于深入学习贯彻党的二十大精神进一步加强和改进新形势下城乡基层治理工作扎实推进网格化管理和精细化服务全面提升人民群众获得感幸福感安全感的若干问题在全县领导干部专题研讨班开班式上的讲话摘要';
const ENGLISH =
  'Internationalization of grass-roots self-government: responsibilities, accountability, transparency';
const ADDRESS =
  'https://www.example.gov.cn/documents/2024/04/18/a-very-long-address-without-any-place-to-break.html';
const RARE = '𠮷野家的㐂字，龘靐齉爩，还有〇和𪚥';
const EMOJI = '🎉 庆祝👨‍👩‍👧‍👦家庭日，人人👍🏽点赞 ❤️';

function slide(layout: SlideLayout, name: string, title: string | undefined, content: SlideContent): Slide {
  return {
    id: `${layout}-${name}`,
    layout,
    ...(title !== undefined && { title: text(title) }),
    content,
    notes: [],
    continued: false,
    range: NOWHERE,
    seconds: 1,
    options: [layout],
  };
}

const table = (
  rows: number,
  columns: number,
  cell: (row: number, column: number) => string,
): SlideContent => ({
  table: {
    headRows: 1,
    align: Array.from({ length: columns }, (_, column) => (column === 0 ? 'left' : 'right')),
    rows: Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => text(cell(row, column))),
    ),
  },
});

const picture = (src: string, alt = ''): SlideContent => ({ image: { src, alt } });

/** Pictures beside the deck that these slides ask for: names and sizes in px. */
export const HOSTILE_PICTURES = [
  { name: 'wide.svg', width: 8000, height: 500 },
  { name: 'high.svg', width: 300, height: 9000 },
  { name: 'tiny.svg', width: 4, height: 4 },
] as const;

/** Slides a plan may hold at worst, or that text of every kind makes of ordinary ones. */
export const HOSTILE_DECK: Deck = {
  title: LONG_TITLE,
  lang: 'zh-Hans',
  theme: 'dang-hong',
  ratio: '16:9',
  unmet: [],
  slides: [
    slide('cover', 'long', LONG_TITLE, {
      lines: texts(['——在2024年全县领导干部会议上的讲话', '县委书记　某某某']),
    }),
    slide('cover', 'english', ENGLISH, {
      lines: texts(['The Honourable Bartholomew Featherstonehaugh-Cholmondeley']),
    }),
    slide('cover', 'rare', RARE, { lines: texts([EMOJI]) }),
    slide('cover', 'bare', undefined, {}),
    slide('section', 'long', LONG_TITLE, {}),
    slide('section', 'english', ENGLISH, {}),
    { ...slide('section', 'marker', undefined, {}), title: text('总体要求和基本原则', '第十二部分') },
    slide('agenda', 'english', undefined, { points: texts([ENGLISH, 'Duties', 'Thanks']) }),
    slide('points', 'english', ENGLISH, { points: texts([ENGLISH, 'Short one']) }),
    slide('points', 'address', '网址', { points: texts([ADDRESS, '请大家登录查看']) }),
    slide('points', 'rare', RARE, { points: texts([RARE, EMOJI]) }),
    // The longest a point is (FIT.asked), under the longest title.
    slide('points', 'asked-for', LONG_TITLE.slice(0, 51), {
      points: texts(['要把群众满意不满意作为第一标准，'.repeat(8).slice(0, 120)]),
    }),
    slide('points', 'long-title', LONG_TITLE, { points: texts(['要加强学习', '要敢于担当']) }),
    slide('points', 'markup', '<img src=x onerror=alert(1)>', {
      points: texts(['<script>alert(1)</script>', '&amp; &lt;']),
    }),
    slide('cards', 'english', 'Three duties', {
      points: texts(['Accountability', 'Transparency', 'Self-government']),
    }),
    slide('cards', 'rare', EMOJI, { points: texts(['𠮷祥', '👨‍👩‍👧‍👦家']) }),
    slide('quote', 'english', undefined, {
      quote: { text: text(`“${ENGLISH}.”`), speaker: text('Anonymous') },
    }),
    slide('quote', 'rare', RARE, { quote: { text: text(`“${RARE}”`) } }),
    slide(
      'table',
      'columns',
      '十二个月',
      table(4, 12, (row, column) => (row === 0 ? `${column + 1}月` : `${row * column}`)),
    ),
    slide(
      'table',
      'rare',
      RARE,
      table(4, 3, (row, column) => ['𠮷', '🎉', 'Total'][(row + column) % 3]!),
    ),
    slide('image', 'missing', '没有的图', picture('missing.png', '去年秋天广场上的人们')),
    slide('image', 'nameless', '没有的图', picture('folder/%E7%85%A7%E7%89%87.jpg')),
    slide(
      'image',
      'outside',
      '别处的图',
      picture(
        'https://example.com/x.png',
        '别的网站上的图片，描述得很长很长，长到一行放不下，所以要折到第二行去',
      ),
    ),
    slide('image', 'broken', '坏图', picture('data:image/png;base64,AAAA', '坏了')),
    slide('image', 'wide', '很宽的图', picture('wide.svg')),
    slide('image', 'high', LONG_TITLE, picture('high.svg')),
    slide('image', 'tiny', undefined, picture('tiny.svg')),
    slide('text', 'english', ENGLISH, { lines: texts([ENGLISH]) }),
    slide('closing', 'english', undefined, {
      lines: texts(['Thank you all for your attention and your patience', 'Thank you']),
    }),
    slide('closing', 'label', undefined, {}),
  ],
};
