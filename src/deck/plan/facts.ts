import { matchingText } from './matching-text.ts';
import { pairedStretches, type Stretch } from './paired-marks.ts';

/**
 * What planning finds out about a paragraph from its text alone, each when it is first asked for. Kept by text: an
 * edit leaves all paragraphs but one as they are, and these are not looked at again.
 */
export class Facts {
  private readonly found = new Map<string, unknown>();
  private knownPlain: string | undefined;
  private knownQuoted: readonly Stretch[] | undefined;
  private knownInside: Uint8Array | undefined;

  constructor(readonly text: string) {}

  /** `matchingText` of the text: the same offsets. */
  get plain(): string {
    this.knownPlain ??= matchingText(this.text);
    return this.knownPlain;
  }

  /** What is quoted: marks with a stop between them. Words in marks without one are a term. */
  get quoted(): readonly Stretch[] {
    this.knownQuoted ??= pairedStretches(this.text, '“「『').filter(({ from, to }) =>
      /[，。；！？]/u.test(this.text.slice(from + 1, to - 1)),
    );
    return this.knownQuoted;
  }

  /** True inside what is quoted, its two borders aside. */
  isQuoted(offset: number): boolean {
    if (this.knownInside === undefined) {
      this.knownInside = new Uint8Array(this.text.length);
      for (const { from, to } of this.quoted) this.knownInside.fill(1, from + 1, to);
    }
    return this.knownInside[offset] === 1;
  }

  /** The answer to a question that only the text decides, by the question's name. */
  once<Answer>(question: string, answer: () => Answer): Answer {
    if (!this.found.has(question)) this.found.set(question, answer());
    return this.found.get(question) as Answer;
  }
}

/** So many paragraphs are remembered: more than a long speech has. */
const REMEMBERED = 4000;
const remembered = new Map<string, Facts>();

/**
 * The facts of a paragraph.
 *
 * @param key text, and whatever else of the paragraph an answer depends on
 */
export function factsOf(key: string, text: string): Facts {
  const known = remembered.get(key);
  if (known) return known;
  if (remembered.size >= REMEMBERED) remembered.clear();
  const facts = new Facts(text);
  remembered.set(key, facts);
  return facts;
}
