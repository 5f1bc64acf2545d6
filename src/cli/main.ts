import { readdir, stat } from 'node:fs/promises';
import { basename, extname, isAbsolute, join, resolve } from 'node:path';
import type { Printed, Printer } from '../export/browser/pdf.ts';
import { withPictureFolder } from '../export/browser/picture-folder.ts';
import { type Language, languageOfEnvironment } from '../i18n/language.ts';
import { UserFacingError } from '../i18n/user-facing-error.ts';
import { speechOutline } from '../speech/outline.ts';
import { RATIOS } from '../speech/settings.ts';
import { speechText } from '../speech/text.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { checkReport } from './check-report.ts';
import { errorMessage, exitCodeOf } from './error-message.ts';
import { isSpeechName } from './is-speech-name.ts';
import { type LoadedSpeech, loadSpeech } from './load-speech.ts';
import { message } from './messages.ts';
import { startPrinter } from './printer.ts';
import { refuseLoss } from './refuse-loss.ts';
import { readThemes } from './themes.ts';
import { USAGE } from './usage.ts';
import { UserError } from './user-error.ts';
import { writeOutput } from './write-output.ts';

/** Where a command writes and where it stands; tests pass their own. */
export interface CliEnvironment {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder that paths typed by the user start from. */
  readonly folder: string;
  out(text: string): void;
  error(text: string): void;
}

const terminal: CliEnvironment = {
  env: process.env,
  // `npm run` changes the folder to the project's and leaves the user's own in INIT_CWD.
  folder: process.env.INIT_CWD ?? process.cwd(),
  out: (text) => void process.stdout.write(text),
  error: (text) => void process.stderr.write(text),
};

/**
 * Runs one command.
 *
 * @returns exit code: 0 good, 1 findings in the speech, 2 wrong use or unreadable file, 70 a fault of ours
 */
export async function main(argv: readonly string[], around: CliEnvironment = terminal): Promise<number> {
  const language = languageOfEnvironment(around.env);
  try {
    const args = readArguments(argv, Object.keys(readThemes()));
    if (args.command === 'help') {
      around.out(USAGE[language]);
      return 0;
    }
    return await runCommand(args, around, language);
  } catch (error) {
    if (error instanceof UserFacingError) {
      around.error(`${errorMessage(error, language)}\n`);
      return exitCodeOf(error);
    }
    around.error(`${message('fault.ours', language, { reason: (error as Error).stack ?? String(error) })}\n`);
    return 70;
  }
}

async function runCommand(args: Arguments, around: CliEnvironment, language: Language): Promise<number> {
  const path = absolute(args.path, around);
  switch (args.command) {
    case 'check': {
      const loaded = await load(path, args);
      const report = checkReport(loaded, language, { all: args.all });
      around.out(report.text);
      if (args.rendered) {
        const { renderedSlides } = await import('./rendered-slides.ts');
        const decks = await Promise.all(
          RATIOS.map(async (ratio) => [ratio, (await load(path, { ...args, ratio })).deck] as const),
        );
        around.out(await withPictureFolder(loaded, (beside) => renderedSlides(decks, beside, language)));
      }
      return report.errors > 0 ? 1 : 0;
    }
    case 'text': {
      const { speech, clean } = await load(path, args);
      const converted = args.script !== undefined && args.script !== 'source';
      around.out(`${converted ? speechText(speech) : clean.text.trimEnd()}\n`);
      return 0;
    }
    case 'model': {
      const { speech, rate } = await load(path, args);
      around.out(args.outline ? speechOutline(speech, rate) : `${JSON.stringify(speech, null, 2)}\n`);
      return 0;
    }
    case 'slides': {
      const { deck } = await load(path, args);
      around.out(`${JSON.stringify(deck, null, 2)}\n`);
      return 0;
    }
    case 'deck':
    case 'handout': {
      const out = outputPath(args, args.command, around);
      // Sheets and pages are of a PDF only.
      const only = args.paper ? '--per-page, --notes-pages' : args.pages && '--pages';
      if (only && extname(out).toLowerCase() !== '.pdf')
        throw new UserError('use.only-pdf', { option: only });
      if (extname(out).toLowerCase() === '.docx') {
        const { writeHandoutDocx } = await import('./export-office.ts');
        await writeHandoutDocx(await load(path, args), out, language, (sentence) =>
          around.error(`${sentence}\n`),
        );
        return 0;
      }
      if (extname(out).toLowerCase() === '.pptx') {
        const { writeDeckPptx } = await import('./export-office.ts');
        await writeDeckPptx(await load(path, args), out, language, (sentence) =>
          around.error(`${sentence}\n`),
        );
        return 0;
      }
      // The browser starts while the speech is read.
      const opening = startPrinter();
      opening.catch(() => undefined);
      let loaded: LoadedSpeech;
      try {
        loaded = await load(path, args);
      } catch (error) {
        await opening.then((printer) => printer.close()).catch(() => undefined);
        throw error;
      }
      const printer = await opening;
      try {
        await (args.command === 'deck' ? exportDeck : exportHandout)(
          printer,
          loaded,
          args,
          out,
          around,
          language,
        );
      } finally {
        await printer.close();
      }
      return 0;
    }
    case 'meeting': {
      const { writeMeeting } = await import('./write-meeting.ts');
      const out = outputPath(args, 'meeting', around);
      await writeMeeting(await load(path, args), out, language, (sentence) => around.error(`${sentence}\n`));
      return 0;
    }
    case 'pack': {
      const { writePack } = await import('./write-pack.ts');
      return writePack(args, around, language, (file) => load(file, { ...args, script: 'source' }));
    }
    case 'build':
      return buildFolder(path, args, around, language);
    case 'help':
      return 0;
  }
}

/** The speech file, read and compiled as the command line says. */
function load(path: string, args: Arguments): Promise<LoadedSpeech> {
  const { encoding, keep, takeBack, script, rate, theme, layout, style, ratio } = args;
  const themes = readThemes();
  return loadSpeech(path, {
    encoding,
    takeBack,
    disabled: keep,
    themes,
    script,
    rate,
    theme,
    layout,
    style,
    ratio,
  });
}

/** Writes one file of one speech and says so. */
type Export = (
  printer: Printer,
  loaded: LoadedSpeech,
  args: Arguments,
  out: string,
  around: CliEnvironment,
  language: Language,
) => Promise<void>;

const exportDeck: Export = async (printer, loaded, args, out, around, language) => {
  const { deck, integrity } = loaded;
  refuseLoss(integrity.source, out);
  refuseLoss(integrity.notes, out);
  const { paper, pages, notes } = args;
  const printed = await withPictureFolder(loaded, (path) =>
    paper ? printer.paper(deck, path, { ...paper, ...pages }) : printer.deck(deck, path, notes, pages),
  );
  await finish(out, printed, around, language);
};

const exportHandout: Export = async (printer, loaded, args, out, around, language) => {
  const { handout, integrity } = loaded;
  refuseLoss(integrity.source, out);
  refuseLoss(integrity.handout, out);
  const printed = await withPictureFolder(loaded, (path) => printer.handout(handout, path, args.pages));
  await finish(out, printed, around, language);
};

async function finish(
  out: string,
  printed: Printed,
  around: CliEnvironment,
  language: Language,
): Promise<void> {
  if (printed.overflowing.length > 0) {
    const values = { count: printed.overflowing.length, which: printed.overflowing.join(', ') };
    around.error(`${message('export.overflow', language, values)}\n`);
  }
  if (printed.missingPictures.length > 0) {
    const values = { which: printed.missingPictures.join(', ') };
    around.error(`${message('export.pictures', language, values)}\n`);
  }
  await writeOutput(out, printed.pdf);
  around.error(`${message('export.done', language, { path: out, count: printed.pages })}\n`);
}

async function buildFolder(
  folder: string,
  args: Arguments,
  around: CliEnvironment,
  language: Language,
): Promise<number> {
  if (args.output === undefined) throw new UserError('use.no-output', { example: 'out' });
  const info = await stat(folder).catch(() => undefined);
  if (info === undefined) throw new UserError('file.missing', { path: folder });
  if (!info.isDirectory()) throw new UserError('file.not-folder', { path: folder });
  const names = (await readdir(folder)).filter((name) => isSpeechName(name)).sort();
  if (names.length === 0) throw new UserError('build.empty', { path: folder });
  const printer = await startPrinter();
  let code = 0;
  try {
    for (const name of names) {
      const problems = new Set<string>();
      // One bad file must not keep the others from being made.
      const failed = (error: unknown) => {
        if (!(error instanceof UserFacingError)) throw error;
        problems.add(`${name}: ${errorMessage(error, language)}\n`);
        code = Math.max(code, exitCodeOf(error));
      };
      const saidOfHandout: string[] = [];
      try {
        const loaded = await load(join(folder, name), args);
        const out = join(absolute(args.output, around), basename(name, extname(name)));
        // Slides and pages are printed beside each other; what is said of the pages waits for its turn.
        const quiet = { ...around, error: (line: string) => void saidOfHandout.push(line) };
        await Promise.all([
          exportDeck(printer, loaded, args, `${out}.slides.pdf`, around, language).catch(failed),
          exportHandout(printer, loaded, args, `${out}.handout.pdf`, quiet, language).catch(failed),
        ]);
      } catch (error) {
        failed(error);
      }
      for (const line of [...saidOfHandout, ...problems]) around.error(line);
    }
  } finally {
    await printer.close();
  }
  return code;
}

function absolute(path: string, around: CliEnvironment): string {
  return isAbsolute(path) ? path : resolve(around.folder, path);
}

/** Kinds of file that a command writes. */
const OUTPUT_KINDS = { deck: ['.pdf', '.pptx'], handout: ['.pdf', '.docx'], meeting: ['.html'] } as const;

function outputPath(args: Arguments, command: keyof typeof OUTPUT_KINDS, around: CliEnvironment): string {
  if (args.output === undefined)
    throw new UserError('use.no-output', { example: command + OUTPUT_KINDS[command][0] });
  const extension = extname(args.output).toLowerCase();
  const allowed: readonly string[] = OUTPUT_KINDS[command];
  if (!allowed.includes(extension))
    throw new UserError('use.output-kind', {
      extension: extension || args.output,
      command,
      allowed: allowed.join(', '),
    });
  return absolute(args.output, around);
}
