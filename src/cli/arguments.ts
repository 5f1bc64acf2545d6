import { parseArgs } from 'node:util';
import type { PaperLayout } from '../deck/show/frame.ts';
import type { PageRange } from '../export/browser/pdf.ts';
import type { HandoutStyle } from '../handout/flow/types.ts';
import { ENCODINGS, type Encoding } from '../import/bytes.ts';
import { LEFT_OUT_KINDS, type LeftOutKind } from '../import/left-out.ts';
import { presentKind, REPAIR_KINDS, type RepairKind } from '../repair/clean-text.ts';
import {
  FOLIOS,
  FONTS,
  HANDOUT_LAYOUTS,
  type HandoutLayout,
  LINE_PITCHES,
  PAPERS,
  PODIUM_SIZES,
  RATE_LIMITS,
  RATIOS,
  type Ratio,
  SCRIPTS,
} from '../speech/settings.ts';
import { isOneOf, oneOf } from './one-of.ts';
import { PACK_FORMATS, type PackArguments, packArguments } from './pack-arguments.ts';
import { UserError } from './user-error.ts';

export const COMMANDS = [
  'check',
  'text',
  'model',
  'slides',
  'deck',
  'handout',
  'meeting',
  'build',
  'pack',
] as const;
export type Command = (typeof COMMANDS)[number];

/** Options and the commands they go with; adding an option is one entry here. */
const OPTIONS = {
  output: { type: 'string', short: 'o', for: ['deck', 'handout', 'meeting', 'build', 'pack'] },
  theme: { type: 'string', for: ['slides', 'deck', 'handout', 'meeting', 'build', 'pack'] },
  script: { type: 'string', for: ['text', 'model', 'slides', 'deck', 'handout', 'meeting', 'build', 'pack'] },
  rate: { type: 'string', for: ['model', 'slides', 'deck', 'meeting', 'build', 'pack'] },
  parts: { type: 'string', for: ['pack'] },
  formats: { type: 'string', for: ['pack'] },
  labels: { type: 'string', for: ['pack'] },
  kind: { type: 'string', for: ['pack'] },
  field: { type: 'string', multiple: true, for: ['pack'] },
  break: { type: 'string', multiple: true, for: ['pack'] },
  rename: { type: 'string', for: ['pack'] },
  ceremony: { type: 'boolean', for: ['pack'] },
  layout: { type: 'string', for: ['handout', 'meeting', 'build'] },
  paper: { type: 'string', for: ['handout', 'meeting', 'build'] },
  size: { type: 'string', for: ['handout', 'meeting', 'build'] },
  pitch: { type: 'string', for: ['handout', 'meeting', 'build'] },
  folio: { type: 'string', for: ['handout', 'meeting', 'build'] },
  fonts: { type: 'string', for: ['handout', 'meeting', 'build'] },
  mirror: { type: 'boolean', for: ['handout', 'meeting', 'build'] },
  cover: { type: 'boolean', for: ['handout', 'meeting', 'build'] },
  contents: { type: 'boolean', for: ['handout', 'meeting', 'build'] },
  head: { type: 'boolean', for: ['handout', 'meeting', 'build'] },
  booklet: { type: 'boolean', for: ['handout', 'meeting', 'build'] },
  ratio: { type: 'string', for: ['deck', 'meeting', 'build', 'pack'] },
  outline: { type: 'boolean', for: ['model'] },
  rendered: { type: 'boolean', for: ['check'] },
  all: { type: 'boolean', for: ['check'] },
  notes: { type: 'boolean', for: ['deck', 'build'] },
  'per-page': { type: 'string', for: ['deck'] },
  'notes-pages': { type: 'boolean', for: ['deck'] },
  pages: { type: 'string', for: ['deck', 'handout'] },
  encoding: { type: 'string', for: COMMANDS },
  keep: { type: 'string', multiple: true, for: COMMANDS },
  help: { type: 'boolean', short: 'h', for: COMMANDS },
} as const satisfies Record<
  string,
  { type: 'string' | 'boolean'; short?: string; multiple?: boolean; for: readonly Command[] }
>;

/** What `--keep` names: damage that is left as it is, and parts of the file that are taken back. */
const KEPT_KINDS = [...REPAIR_KINDS, ...LEFT_OUT_KINDS];

export interface Arguments {
  readonly command: Command | 'help';
  /** The file, or the folder of `build`; as typed. */
  readonly path: string;
  /** The files of `pack`. */
  readonly paths: readonly string[];
  readonly pack: PackArguments;
  readonly output?: string;
  readonly theme?: string;
  readonly script: (typeof SCRIPTS)[number] | undefined;
  /** Characters a minute. */
  readonly rate?: number;
  /** Of the handout; the author's if absent. */
  readonly layout?: HandoutLayout;
  readonly style: Partial<HandoutStyle>;
  readonly ratio?: Ratio;
  readonly outline: boolean;
  /** `deck`: the spoken text behind each slide. */
  readonly notes: boolean;
  /** `deck`: how the slides stand on sheets of A4; absent: a page of the PDF is a slide. */
  readonly paper?: PaperLayout;
  /** Pages of the PDF that are written; all if absent. */
  readonly pages?: PageRange;
  /** `check`: print every repair and all that was left out. */
  readonly all: boolean;
  /** `check`: look at the slides in a browser too. */
  readonly rendered: boolean;
  /** The user's word on the encoding of a text file; found by evidence if absent. */
  readonly encoding?: Encoding;
  /** Kinds of damage that are left as they are. */
  readonly keep: readonly RepairKind[];
  /** Kinds of what reading leaves out that are taken back. */
  readonly takeBack: readonly LeftOutKind[];
}

/**
 * Reads the command line.
 *
 * @param themes ids of the themes there are
 * @throws UserError (exit code 2) for an unknown command or option, a value that cannot be, a missing file
 */
export function readArguments(argv: readonly string[], themes: readonly string[]): Arguments {
  const { values, positionals } = parse(argv);
  const base = {
    path: '',
    paths: [],
    pack: { typed: {}, breaks: [], ceremony: false, formats: PACK_FORMATS },
    script: undefined,
    style: {},
    outline: false,
    rendered: false,
    notes: false,
    keep: [],
    takeBack: [],
    all: false,
  } as const;
  if (values.help) return { ...base, command: 'help' };
  const [command, ...paths] = positionals;
  if (command === undefined) throw new UserError('use.no-command');
  if (!isOneOf(command, COMMANDS)) throw new UserError('use.unknown-command', { command });
  for (const option of Object.keys(values) as (keyof typeof OPTIONS)[]) {
    if (!(OPTIONS[option].for as readonly string[]).includes(command))
      throw new UserError('use.option-for', { option: `--${option}`, command });
  }
  if (command === 'pack' && paths.length === 0) throw new UserError('use.no-file');
  if (command !== 'pack' && paths.length !== 1)
    throw new UserError('use.one-file', { what: command === 'build' ? 'DIR' : 'FILE' });
  const kept = (values.keep ?? [])
    .flatMap((kinds) => kinds.split(','))
    .map((kind) => oneOf('--keep', presentKind(kind), KEPT_KINDS) as (typeof KEPT_KINDS)[number]);
  return {
    command,
    path: paths[0] as string,
    paths,
    pack: packArguments(values),
    output: values.output,
    theme: oneOf('--theme', values.theme, themes),
    script: oneOf('--script', values.script, SCRIPTS),
    rate: rate(values.rate),
    layout: oneOf('--layout', values.layout, HANDOUT_LAYOUTS),
    style: {
      paper: oneOf('--paper', values.paper?.toLowerCase(), PAPERS),
      size: oneOf('--size', values.size, PODIUM_SIZES),
      linePitch: oneOf('--pitch', values.pitch, LINE_PITCHES),
      folio: oneOf('--folio', values.folio, FOLIOS),
      fonts: oneOf('--fonts', values.fonts, FONTS) ?? 'bundled',
      mirror: values.mirror,
      cover: values.cover,
      contents: values.contents,
      runningHead: values.head,
      booklet: values.booklet,
    },
    ratio: oneOf('--ratio', values.ratio, RATIOS),
    outline: values.outline ?? false,
    rendered: values.rendered ?? false,
    all: values.all ?? false,
    notes: values.notes ?? false,
    paper: paper(values),
    pages: pageRange(values.pages),
    encoding: oneOf('--encoding', values.encoding?.toLowerCase(), ENCODINGS),
    keep: kept.filter((kind) => isOneOf(kind, REPAIR_KINDS)),
    takeBack: kept.filter((kind) => isOneOf(kind, LEFT_OUT_KINDS)),
  };
}

/** Numbers of slides on a sheet. */
const PER_PAGE = ['1', '2', '3', '6'] as const;

/** @throws UserError for a number of slides that there is no sheet for, or options that exclude each other */
function paper(values: {
  readonly 'per-page'?: string;
  readonly 'notes-pages'?: boolean;
  readonly notes?: boolean;
}): PaperLayout | undefined {
  const perPage = oneOf('--per-page', values['per-page'], PER_PAGE);
  const notes = values['notes-pages'] ?? false;
  const chosen = Object.entries({ '--notes': values.notes, '--notes-pages': notes, '--per-page': perPage })
    .filter(([, value]) => value)
    .map(([option]) => option);
  if (chosen.length > 1) throw new UserError('use.not-together', { option: chosen[0]!, other: chosen[1]! });
  if (perPage === undefined && !notes) return undefined;
  return { perPage: Number(perPage ?? 1) as PaperLayout['perPage'], notes };
}

/** `3` or `2-5`. */
function pageRange(value: string | undefined): PageRange | undefined {
  if (value === undefined) return undefined;
  const [, first = '', last = first] = /^(\d{1,4})(?:[-–](\d{1,4}))?$/.exec(value.trim()) ?? [];
  const range = { from: Number(first), to: Number(last) };
  if (first === '' || range.from < 1 || range.to < range.from)
    throw new UserError('use.option-value', { option: '--pages', value, allowed: '3, 2-5' });
  return range;
}

function parse(argv: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(OPTIONS).map(([name, { for: _, ...option }]) => [name, option]),
  ) as { [K in keyof typeof OPTIONS]: Omit<(typeof OPTIONS)[K], 'for'> };
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    const option = /'([^']+)'/.exec(message)?.[1] ?? '';
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new UserError('use.unknown-option', { option });
    throw new UserError('use.option-needs-value', { option });
  }
}

function rate(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (/^\d+$/.test(value) && number >= RATE_LIMITS.min && number <= RATE_LIMITS.max) return number;
  throw new UserError('use.option-value', {
    option: '--rate',
    value,
    allowed: `${RATE_LIMITS.min}–${RATE_LIMITS.max}`,
  });
}
