import { type PlanOptions, planDeck, slideStarts } from '../deck/plan/plan.ts';
import type { Deck } from '../deck/plan/types.ts';
import { flowHandout, handoutLayout } from '../handout/flow/flow.ts';
import type { Handout, HandoutStyle } from '../handout/flow/types.ts';
import type { CleanText, Repair, RepairKind } from '../repair/clean-text.ts';
import { repair } from '../repair/repair.ts';
import { readFrontMatter } from '../speech/front-matter/front-matter.ts';
import type { ThemeNames } from '../speech/front-matter/interpret.ts';
import { parse } from '../speech/parse.ts';
import { loadReadings } from '../speech/readings.ts';
import { convertSpeech, scriptConverter } from '../speech/script.ts';
import type { HandoutLayout, Ratio, Settings } from '../speech/settings.ts';
import { DEFAULT_RATE, type DENSITIES } from '../speech/settings.ts';
import { speechSeconds } from '../speech/timing.ts';
import type { Speech } from '../speech/types.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import type { SourceRange, SourceText } from '../text/source.ts';
import { checkIntegrity, type IntegrityCheck } from './integrity.ts';
import { type OutlineEntry, outlineEntries } from './outline-entries.ts';
import { shownMarks } from './slide-marks.ts';
import { type StructureMark, structureMarks } from './structure-marks.ts';
import { repairKey, withoutRepairs } from './undo-repairs.ts';

/** What is decided outside the text. Each choice about showing it goes before that of the front matter. */
export interface CompileOptions {
  /** Kinds of repair that are switched off. */
  readonly disabled?: readonly RepairKind[];
  /** Keys (`repairKey`) of single repairs that are undone. */
  readonly undone?: readonly string[];
  /** What importing the file has noticed. */
  readonly noticed?: readonly Diagnostic[];
  /** Themes that there are; undefined: front matter may name any. */
  readonly themes?: ThemeNames;
  /** `source`: as written. */
  readonly script?: NonNullable<Settings['script']>;
  /** Characters a minute. */
  readonly rate?: number;
  /** Id of a theme. */
  readonly theme?: string;
  /** Ratio of the screen the slides are planned for. */
  readonly ratio?: Ratio;
  /** Ratio of the screen at hand: that of the slides where the front matter says so. */
  readonly screen?: Ratio;
  readonly layout?: HandoutLayout;
  readonly style?: Partial<HandoutStyle>;
  /** Whether to count the slides of each density: it plans the deck twice more. */
  readonly countSlides?: boolean;
}

/** Number of slides by density. */
export type SlideCounts = Readonly<Record<(typeof DENSITIES)[number], number>>;

/** A repair, its key, and whether it is applied. */
export interface ShownRepair extends Repair {
  readonly key: string;
  readonly applied: boolean;
}

/** Everything that one text gives. */
export interface CompileResult {
  readonly source: SourceText;
  /** The source with all repairs but those undone. */
  readonly clean: CleanText;
  /** The speech in the script it is shown in. */
  readonly speech: Speech;
  readonly title: string;
  readonly deck: Deck;
  readonly handout: Handout;
  /** All that were found, in order, also those undone. */
  readonly repairs: readonly ShownRepair[];
  /** What importing, repairing and parsing noticed. */
  readonly diagnostics: readonly Diagnostic[];
  /** Places that the editor sets in type of their own, in order. */
  readonly structure: readonly StructureMark[];
  readonly outline: readonly OutlineEntry[];
  /** Where each slide comes on: offset in the source, number from 1. */
  readonly slideStarts: readonly { readonly offset: number; readonly number: number }[];
  /** Length of the front matter with its fences; 0: none. */
  readonly frontMatterEnd: number;
  /** What the front matter says about showing the speech. */
  readonly settings: Settings;
  readonly integrity: IntegrityCheck;
  /** Time to speak all of it, at {@link CompileResult.rate}. */
  readonly seconds: number;
  /** Characters a minute. */
  readonly rate: number;
  /** Present where {@link CompileOptions.countSlides} asks for it. */
  readonly slideCounts?: SlideCounts;
}

/** A comment of the author's that asks for what its slide cannot be. */
function unmetChoice(text: string, range: SourceRange): Diagnostic {
  return {
    code: 'choice-unmet',
    severity: 'warning',
    values: { text: text.slice(range.start, range.end) },
    range,
  };
}

/**
 * The one composition of the rooms: source text → clean text, speech, slides, handout, marks for the editor, and
 * the check that both outputs hold the speech's text. Script, readings and slide starts are decided here only.
 *
 * Pure; asynchronous because the tables of a script or of readings are loaded when they are needed. Time it with a
 * clock of your own.
 */
export async function compile(source: SourceText, options: CompileOptions = {}): Promise<CompileResult> {
  const { disabled, undone = [], noticed = [], themes, theme, layout, style, ratio, screen } = options;
  const repaired = repair(source, { disabled });
  const found = { ...repaired, diagnostics: [...noticed, ...repaired.diagnostics] };
  const clean = withoutRepairs(source.text, found, undone);
  const written = parse(clean, themes);
  const { settings } = written.meta;
  const speech = await inScript(written, options.script ?? settings.script ?? 'source');
  const rate = options.rate ?? settings.rate ?? DEFAULT_RATE;
  const planned = { theme, rate, ratio, screen };
  const deck = planDeck(speech, planned);
  const starts = slideStarts(deck);
  const podium = handoutLayout(speech, { layout }) === 'podium';
  const handout = flowHandout(speech, {
    theme,
    layout,
    style,
    rate,
    slideStarts: starts,
    ...(podium && { readings: await loadReadings(namesIn(speech)) }),
  });
  const applied = new Set(clean.repairs);
  return {
    source,
    clean,
    speech,
    title: handout.title,
    deck,
    handout,
    repairs: found.repairs.map((one) => ({
      ...one,
      key: repairKey(source.text, one),
      applied: applied.has(one),
    })),
    diagnostics: [...speech.diagnostics, ...deck.unmet.map((range) => unmetChoice(source.text, range))],
    structure: [...structureMarks(written, source.text), ...shownMarks(deck)].sort(
      (a, b) => a.range.start - b.range.start,
    ),
    outline: outlineEntries(written, rate),
    slideStarts: starts,
    frontMatterEnd: readFrontMatter(source.text, clean.format).bodyStart,
    settings,
    integrity: checkIntegrity(speech, deck, handout),
    seconds: speechSeconds(speech, rate).seconds,
    rate,
    ...(options.countSlides && { slideCounts: slideCounts(speech, deck, planned) }),
  };
}

function slideCounts(speech: Speech, deck: Deck, planned: PlanOptions): SlideCounts {
  const now = speech.meta.settings.deck?.density ?? 'normal';
  const count = (density: keyof SlideCounts) =>
    (density === now ? deck : planDeck(speech, { ...planned, density })).slides.length;
  return { low: count('low'), normal: count('normal'), high: count('high') };
}

/** Persons whose names a speaker must say right. */
function namesIn({ meta }: Speech): string[] {
  return [...(meta.settings.names ?? []), ...(meta.speaker ? [meta.speaker.text] : [])];
}

/** The speech in another script; the text in the editor stays as written. */
async function inScript(speech: Speech, script: NonNullable<Settings['script']>): Promise<Speech> {
  if (script === 'source') return speech;
  const { lang, settings } = speech.meta;
  const convert = await scriptConverter(lang, {
    target: script,
    names: settings.names,
    quotes: settings.quotes,
  });
  return convertSpeech(speech, convert, script);
}
