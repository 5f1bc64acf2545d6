/** What leans on the phrase before it, and so never begins a line of a heading. */
const LEANS_BACK =
  /^(?:(?![\p{Ps}\p{Pi}])[\p{P}\s]|[的之地得了着著过過们們於于]$|[馆館员員者部局厅廳处處室院校率性化型式区區县縣市省镇鎮乡鄉村队隊组組站厂廠店班界]$)/u;
/** What leans on the phrase after it, and so never ends a line of a heading. */
const LEANS_FORWARD = /(?:[“‘（《「『【〔]|^[在对對向为為把被和与與及同跟以各每第全本该該]|[·—])$/u;
/** A number stays with its unit and with what it counts. */
const DIGIT_END = /[\d%‰]$/u;
const DIGIT_START = /^[\d.,]/u;
const HAN = /\p{Script=Han}/u;
/** Words of one character that stand alone; any other single characters in a row are one unknown word. */
const ALONE =
  /^[是有要不也都就还還更最又再才只我你他她它这這那来來去上下中个個大小多少从從到让讓给給等使将將所并並且或但而则則可能会會]$/u;
/** What a dictionary takes out of 體現|在, 展現|在: behind half of a verb it is not the word “now”. */
const NOT_NOW = /^[现現]在$/u;
/** A phrase longer than this may be broken inside: it has numbers and words in a chain. */
const LONGEST = 12;

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/**
 * Cuts a text into phrases between which a line may break: whole words, with the marks and particles that
 * lean on them, and numbers with their units (GB/T 9704—2012 7.3.1: a title is broken by meaning). Joined,
 * they are the text.
 */
export function phrases(text: string): string[] {
  const found: string[] = [];
  /** The last segment, when it is one Han that may be half of a word the segmenter does not know. */
  let half = false;
  for (const { segment } of words.segment(text)) {
    const last = found.at(-1);
    const single = segment.length === 1 && HAN.test(segment) && !ALONE.test(segment);
    if (last !== undefined && (holds(last, segment) || (half && (single || NOT_NOW.test(segment))))) {
      found[found.length - 1] = last + segment;
      half = false;
    } else {
      found.push(segment);
      half = single;
    }
  }
  return found;
}

function holds(last: string, next: string): boolean {
  if (LEANS_BACK.test(next) || LEANS_FORWARD.test(last)) return true;
  if (DIGIT_END.test(last) && HAN.test(next[0] ?? '')) return true;
  return last.length + next.length <= LONGEST && DIGIT_START.test(next) && HAN.test(last.at(-1) ?? '');
}
