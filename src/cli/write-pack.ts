import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, join, resolve } from 'node:path';
import { packDocx } from '../export/pack/pack-docx.ts';
import { type PackFile, packFiles, zipFiles } from '../export/pack/pack-files.ts';
import { DEFAULT_LOOK, packDeck, packPptx, type SlideLook } from '../export/pack/pack-slides.ts';
import { packSpeech } from '../export/pack/pack-speech.ts';
import type { Language } from '../i18n/language.ts';
import { buildPack, labelSetOf } from '../pack/build-pack.ts';
import { checkFile, checkLedger, checkSlides, type LedgerFault, ledgerCounts } from '../pack/ledger.ts';
import type { Pack, PackOptions, PackSpeech } from '../pack/types.ts';
import type { Arguments } from './arguments.ts';
import { isSpeechName } from './is-speech-name.ts';
import type { LoadedSpeech } from './load-speech.ts';
import { message } from './messages.ts';
import { PackPrinting } from './pack-printing.ts';
import { refuseLoss } from './refuse-loss.ts';
import { readRenamedLabels } from './renamed-labels.ts';
import { UserError } from './user-error.ts';
import { writeOutput } from './write-output.ts';

/** Kinds of file that `pack` writes; without extension it is a folder. */
const KINDS = ['.zip', '.docx', '.pdf', '.pptx', ''] as const;

/**
 * Writes the papers of a meeting: one .zip or folder of files, or all in one Word file or PDF, or the slides alone; whole or not at all.
 *
 * @param load reads a speech as it is written
 * @throws UserError where a file cannot be read or written, or the ledger of a paper does not close
 */
export async function writePack(
  args: Arguments,
  around: { readonly folder: string; error(text: string): void },
  language: Language,
  load: (path: string) => Promise<LoadedSpeech>,
): Promise<number> {
  if (args.output === undefined) throw new UserError('use.no-output', { example: 'pack.zip' });
  const extension = extname(args.output).toLowerCase();
  if (!(KINDS as readonly string[]).includes(extension))
    throw new UserError('use.output-kind', {
      extension,
      command: 'pack',
      allowed: '.zip, .docx, .pdf, .pptx, DIR',
    });
  const absolute = (path: string) => (isAbsolute(path) ? path : resolve(around.folder, path));
  const out = absolute(args.output);
  const isPptx = extension === '.pptx';
  const parts = isPptx ? (args.pack.parts ?? ['slides']) : args.pack.parts;
  const wantsSlides = parts?.includes('slides') ?? false;
  const isOne = extension === '.docx' || extension === '.pdf' || isPptx;
  const slidesAlone = wantsSlides && parts?.every((part) => part === 'slides') === true;
  if (isOne && (isPptx || wantsSlides) && (!slidesAlone || extension === '.docx'))
    throw new UserError('pack.slides-apart', { path: out });
  const speeches: PackSpeech[] = [];
  let look: SlideLook | undefined;
  const paths = await speechFiles(args.paths.map(absolute));
  for (const path of paths) {
    const loaded = await load(path);
    refuseLoss(loaded.integrity.source, out);
    look ??= loaded.deck;
    speeches.push(await packSpeech(loaded, basename(path), args.script));
  }
  const first = speeches[0]?.speech.meta;
  const script = args.script ?? first?.settings.script ?? 'source';
  const labels = args.pack.labels ?? labelSetOf(first?.lang ?? 'zh-Hans', script);
  const { formats, renameFile, ...chosen } = args.pack;
  const options: PackOptions = {
    ...chosen,
    ...(parts && { parts }),
    labels,
    ...(renameFile !== undefined && { renamed: await readRenamedLabels(absolute(renameFile), labels) }),
  };
  const late = chosen.breaks.find(({ after }) => after > speeches.length);
  if (late) throw new UserError('pack.break', { after: late.after, count: speeches.length });
  const pack = buildPack(speeches, options);
  for (const { reason } of pack.empty) around.error(`${message(`pack.${reason}`, language)}\n`);
  if (pack.papers.length + pack.slides.length === 0) throw new UserError('pack.nothing', { path: out }, 1);
  const printing = new PackPrinting(paths[0] ?? out);
  try {
    if (isOne) {
      const fault = checkLedger(pack, speeches, options);
      if (fault) throw refusal(fault, out);
      const { bytes, fault: wrong } = await oneFile(pack, extension, look ?? DEFAULT_LOOK, printing);
      if (wrong) throw refusal(wrong, out);
      await writeOutput(out, bytes);
    } else {
      const made = await packFiles(pack, speeches, {
        ...options,
        docx: formats.includes('docx'),
        ...(look && { look }),
        ...(formats.includes('pdf') && { print: printing.papers, printSlides: printing.slides }),
      });
      if ('fault' in made) throw refusal(made.fault, out);
      if (extension === '.zip') await writeOutput(out, zipFiles(made.files));
      else await writeFolder(out, made.files);
    }
  } finally {
    await printing.close();
  }
  if (printing.overflowing > 0)
    around.error(
      `${message('export.overflow', language, { count: printing.overflowing, which: message('pack.slides', language) })}\n`,
    );
  const { source, label, typed } = ledgerCounts(pack);
  const values = {
    path: out,
    count: pack.papers.length + (pack.slides.length > 0 ? 1 : 0),
    source,
    label,
    typed,
  };
  around.error(`${message('pack.written', language, values)}\n`);
  return 0;
}

/** Files as given; of a folder its speeches, by name. */
async function speechFiles(paths: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const path of paths) {
    const info = await stat(path).catch(() => undefined);
    if (!info?.isDirectory()) {
      files.push(path);
      continue;
    }
    const names = (await readdir(path)).filter(isSpeechName).sort();
    if (names.length === 0) throw new UserError('build.empty', { path });
    files.push(...names.map((name) => join(path, name)));
  }
  return files;
}

/** All papers, or the slides, as one file, and what is wrong with its text. */
async function oneFile(
  pack: Pack,
  extension: string,
  look: SlideLook,
  printing: PackPrinting,
): Promise<{ readonly bytes: Uint8Array; readonly fault?: LedgerFault | undefined }> {
  if (extension === '.docx') return packDocx(pack);
  if (extension === '.pptx') return packPptx(pack, look);
  if (pack.slides.length > 0) {
    const { pdf, text } = await printing.slides(packDeck(pack, look));
    return { bytes: pdf, fault: checkSlides(pack.slides, text) };
  }
  const [printed] = await printing.papers([pack]);
  const { pdf = new Uint8Array(), text = '' } = printed ?? {};
  return { bytes: pdf, fault: checkFile(pack.papers, text) };
}

function refusal({ paper, reason, text }: LedgerFault, path: string): UserError {
  return new UserError('pack.fault', { path, paper, reason, text }, 1);
}

/** Writes all files beside the folder first, so that a full disk leaves the folder as it was. */
async function writeFolder(out: string, files: readonly PackFile[]): Promise<void> {
  let unfinished: string | undefined;
  try {
    await mkdir(dirname(out), { recursive: true });
    unfinished = await mkdtemp(`${out}.`);
    for (const { name, bytes } of files) await writeFile(join(unfinished, name), bytes);
    await mkdir(out, { recursive: true });
    for (const { name } of files) await rename(join(unfinished, name), join(out, name));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UserError('file.cannot-write', { path: out, code });
  } finally {
    if (unfinished !== undefined) await rm(unfinished, { recursive: true, force: true });
  }
}
