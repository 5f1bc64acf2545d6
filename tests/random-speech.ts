import type { TextFormat } from '../src/text/source.ts';

/**
 * Random texts of every sign that markup has, of words that mean something to the parser, of rare characters and odd
 * white space. The same seed gives the same text.
 */
export function randomSpeech(seed: number, format: TextFormat): string {
  const random = randomNumbers(seed);
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)]!;
  const pieces: string[] = [];
  for (let left = 1 + Math.floor(random() * 60); left > 0; left--) {
    const kind = random();
    if (kind < 0.4) pieces.push(pick(WORDS));
    else if (kind < 0.7) pieces.push(pick(SIGNS));
    else pieces.push(pick(format === 'plain' || random() < 0.6 ? SPACES : CONSTRUCTS));
  }
  return pieces.join('');
}

/** Numbers from 0 up to 1, by the generator mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const SIGNS =
  '* ** *** = == === > >= # ## - -- --- + _ __ [ ] < > | ~ ~~~ \\ ` ``` ○ □ ■ ● • & &amp; &lt; ( ) ! ![ ]( [^1] [^1]: <!-- --> <br> 1. 2. 1) 一、 （一） 一是 二是 首先 第一， “ ” 「 」 《 》 （ ） ， 。 ； ： ！ ？ … —— · ①'.split(
    ' ',
  );
const WORDS =
  '同志们 学习 落实 人民 发展 张三 2024年5月1日 讲话 a b x y 1 2 30% 10 abc 彧（yù） 掌声 （掌声） 谢谢大家 附件： 各位代表： 㐂 𠮷 嘅 龘 é 😀 ｜ ＃ ＊ ０ Ａ 图1 表1 http://a.cn/b 在全县大会上的讲话 要加强学习，要敢于担当。'.split(
    ' ',
  );
const SPACES = [' ', '  ', '\n', '\n', '\n', '\n\n', '\t', '\u3000', '\u00a0', '\u2028', '\u200b', '\r', '\v', '\n\t- ', '\n> ', '\n# ']; // biome-ignore format: one list
/** 圙 stands where nothing is text: in the title of a target, in a picture's alternative text. */
const CONSTRUCTS = [
  '\n\n| 甲 | 乙 |\n| --- | :-: |\n| 丙 | 丁\\|戊 |\n\n',
  '\n---\n',
  '\n```\n甲 # 乙\n```\n',
  '[链接](http://a.cn/b "圙")',
  '![圙](a.png "圙")',
  '\n\n![圙](a.png)\n图1 会场\n\n',
  '**重点**',
  '*斜体*',
  '==要点==',
  '甲[^1]',
  '\n\n[^1]: 注释\n    再说\n\n',
  '\n\n[^2]: 无人引用\n\n',
  '<!-- 批注 -->',
  '\n<!-- 两行\n批注 -->\n',
  '\n\n<!-- notes only -->\n\n',
  '\n\n<!-- slide only -->\n\n',
  '\n\n<!-- print only -->\n\n',
  '\n- 甲\n  - 乙\n',
  '\n1. 甲\n2. 乙\n',
  '\n标题\n===\n',
  '\n> 引文\n> —— 某人\n',
  '\\*',
];
