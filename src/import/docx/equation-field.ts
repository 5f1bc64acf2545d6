import { raisedText } from '../../text/raised.ts';
import { type Run, unread } from '../document.ts';

/** A command of an EQ field with its options and arguments. */
interface Command {
  readonly name: string;
  readonly options: readonly string[];
  readonly parts: readonly (readonly Piece[])[];
}
type Piece = string | Command;

/** Commands of EQ fields nest two or three deep. */
const DEEPEST = 12;

/**
 * The text of an EQ field, which word processors draw from its code (17.16.5.21 is silent on it; the commands are
 * those of Word's own help): `\f(2,3)` → 2/3, `\o\ac(○,1)` → ①, `\x(优)` → 优, `\s\up 3(2)` → ². A reading above
 * characters, as 拼音指南 writes it, becomes a ruby. What loses its layout is reported as `formula`.
 *
 * @param code of the field, `EQ` included
 * @param text makes a run in the look of the field
 */
export function equationField(code: string, text: (text: string) => Run): Run[] {
  const source = code.replace(/^\s*eq\b/i, '').replace(/\\\*\s*(?:"[^"]*"|[^\s\\(]+)/g, ' ');
  const pieces = new EquationParser(source).pieces(0);
  const writer = new EquationWriter(text);
  writer.write(pieces);
  const { runs } = writer;
  const words = runs.map((run) => (run.kind === 'text' ? run.text : '')).join('');
  return writer.flattened && words !== '' ? [...runs, unread('formula', words)] : runs;
}

class EquationParser {
  private at = 0;

  constructor(private readonly source: string) {}

  /** Up to the separator or bracket that ends the argument, which is left standing. */
  pieces(depth: number): Piece[] {
    const pieces: Piece[] = [];
    let text = '';
    const close = () => {
      if (text.trim() !== '') pieces.push(text.trim());
      text = '';
    };
    for (let open = 0; this.at < this.source.length; ) {
      const character = this.source[this.at]!;
      if (character === '\\') {
        const next = this.source[this.at + 1] ?? '';
        if (/[a-z]/i.test(next) && depth < DEEPEST) {
          close();
          pieces.push(this.command(depth));
          continue;
        }
        text += next; // an escaped sign
        this.at += 2;
        continue;
      }
      if (open === 0 && depth > 0 && /[,;，；)]/.test(character)) break;
      if (character === '(') open++;
      else if (character === ')') open = Math.max(0, open - 1);
      text += character;
      this.at++;
    }
    close();
    return pieces;
  }

  private command(depth: number): Command {
    const option = /\\([a-z]+|.)\s*(?:(\d+(?:\.\d+)?)\s*)?/iy;
    const words: string[] = [];
    for (;;) {
      option.lastIndex = this.at;
      const match = option.exec(this.source);
      if (match === null) break;
      // `\lc\{`: the bracket that an option names.
      words.push(match[1]!.toLowerCase());
      this.at = option.lastIndex;
    }
    const parts: Piece[][] = [];
    if (this.source[this.at] === '(') {
      do {
        this.at++;
        parts.push(this.pieces(depth + 1));
      } while (/[,;，；]/.test(this.source[this.at] ?? ''));
      if (this.source[this.at] === ')') this.at++;
    }
    return { name: words[0] ?? '', options: words.slice(1), parts };
  }
}

/** A ring around a character is one sign with it. */
const RINGS = /^[○〇◯]$/;
const BIG_SIGNS: Readonly<Record<string, string>> = { su: '∑', pr: '∏', in: '∫' };

class EquationWriter {
  readonly runs: Run[] = [];
  /** Something that stood above something else was written in a line. */
  flattened = false;

  constructor(private readonly text: (text: string) => Run) {}

  write(pieces: readonly Piece[]): void {
    for (const piece of pieces) {
      if (typeof piece === 'string') this.runs.push(this.text(piece));
      else this.command(piece);
    }
  }

  private command(command: Command): void {
    const { name, options, parts } = command;
    const [first = [], second = []] = parts;
    switch (name) {
      case 'o':
        this.overstrike(command);
        return;
      case 's': {
        const how = options.includes('do') ? 'subscript' : 'superscript';
        for (const part of parts) {
          const words = this.words(part);
          this.add(raisedText(words, how) ?? words);
        }
        return;
      }
      case 'f':
        this.flattened = true;
        this.add(`${this.words(first)}/${this.words(second)}`);
        return;
      case 'r': {
        this.flattened = true;
        const inside = this.words(parts.at(-1) ?? []);
        const degree = parts.length > 1 ? this.words(first) : '';
        this.add(
          `${raisedText(degree, 'superscript') ?? degree}√${inside.length > 1 ? `(${inside})` : inside}`,
        );
        return;
      }
      case 'i': {
        this.flattened = true;
        const sign = options.map((option) => BIG_SIGNS[option]).find((found) => found !== undefined) ?? '∫';
        this.add(sign + parts.map((part) => this.words(part)).join(' '));
        return;
      }
      case 'b': {
        const [open, close] = brackets(options);
        this.add(open + parts.map((part) => this.words(part)).join(',') + close);
        return;
      }
      case 'a':
        this.flattened = parts.length > 1 || this.flattened;
        this.add(parts.map((part) => this.words(part)).join(' '));
        return;
      case 'l':
        this.add(parts.map((part) => this.words(part)).join(','));
        return;
      case 'd': // moves what follows; shows nothing
        return;
      default: // \x, and anything else that only decorates
        for (const part of parts) this.write(part);
    }
  }

  /** Characters on top of each other: in a ring, with a reading, in two rows (合并字符), or struck over. */
  private overstrike({ parts }: Command): void {
    const [first = [], second = []] = parts;
    const ring = parts.length === 2 && RINGS.test(this.words(first));
    if (ring) {
      const inside = this.words(second);
      const number = /^\d{1,2}$/.test(inside) ? Number(inside) : 0;
      this.add(number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : inside);
      return;
    }
    const raised = isRaised(first);
    if (parts.length === 2 && raised && !isShifted(second)) {
      const [base, reading] = [this.words(second), this.plain(first)];
      if (base !== '' && reading !== '') this.runs.push({ kind: 'ruby', base, reading });
      return;
    }
    this.add(parts.map((part) => this.plain(part)).join(''));
  }

  private add(words: string): void {
    if (words !== '') this.runs.push(this.text(words));
  }

  /** The words of an argument in one line. */
  private words(pieces: readonly Piece[]): string {
    const inner = new EquationWriter(this.text);
    inner.write(pieces);
    this.flattened ||= inner.flattened;
    return inner.runs
      .map((run) =>
        run.kind === 'text' ? run.text : run.kind === 'ruby' ? `${run.base}（${run.reading}）` : '',
      )
      .join('');
  }

  /** As {@link words}; what is only moved up or down stays on the line. */
  private plain(pieces: readonly Piece[]): string {
    return pieces
      .map((piece) =>
        typeof piece !== 'string' && piece.name === 's'
          ? piece.parts.map((part) => this.plain(part)).join('')
          : this.words([piece]),
      )
      .join('');
  }
}

function isShifted(pieces: readonly Piece[]): boolean {
  const [only] = pieces;
  return pieces.length === 1 && typeof only === 'object' && only.name === 's';
}

function isRaised(pieces: readonly Piece[]): boolean {
  const [only] = pieces;
  return isShifted(pieces) && (only as Command).options.includes('up');
}

/** Brackets around an argument: ( ) unless `\lc`, `\rc` or `\bc` name others. */
function brackets(options: readonly string[]): readonly [string, string] {
  const named = (option: string): string | undefined => {
    const index = options.indexOf(option);
    return index < 0 ? undefined : options[index + 1];
  };
  const both = named('bc');
  if (both !== undefined) return [both, CLOSING[both] ?? both];
  const [left, right] = [named('lc'), named('rc')];
  return left === undefined && right === undefined ? ['(', ')'] : [left ?? '', right ?? ''];
}

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };
