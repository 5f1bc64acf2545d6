import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, join, resolve } from 'node:path';
import { packDocx } from '../export/pack/pack-docx.ts';
import { type PackFile, type PaperPrinter, packFiles, zipFiles } from '../export/pack/pack-files.ts';
import { packSpeech } from '../export/pack/pack-speech.ts';
import type { Language } from '../i18n/language.ts';
import { buildPack, labelSetOf } from '../pack/build-pack.ts';
import { checkFile, checkLedger, type LedgerFault, ledgerCounts } from '../pack/ledger.ts';
import type { Pack, PackOptions, PackSpeech } from '../pack/types.ts';
import type { Arguments } from './arguments.ts';
import { isSpeechName } from './is-speech-name.ts';
import type { LoadedSpeech } from './load-speech.ts';
import { message } from './messages.ts';
import { startPrinter } from './printer.ts';
import { refuseLoss } from './refuse-loss.ts';
import { UserError } from './user-error.ts';
import { writeOutput } from './write-output.ts';

/** Kinds of file that `pack` writes; without extension it is a folder. */
const KINDS = ['.zip', '.docx', '.pdf', ''] as const;

/**
 * Writes the papers of a meeting: one .zip or folder of Word files, or all in one Word file or PDF; whole or not at all.
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
    throw new UserError('use.output-kind', { extension, command: 'pack', allowed: '.zip, .docx, .pdf, DIR' });
  const absolute = (path: string) => (isAbsolute(path) ? path : resolve(around.folder, path));
  const out = absolute(args.output);
  const speeches: PackSpeech[] = [];
  const paths = await speechFiles(args.paths.map(absolute));
  for (const path of paths) {
    const loaded = await load(path);
    refuseLoss(loaded.integrity.source, out);
    speeches.push(await packSpeech(loaded, basename(path), args.script));
  }
  const first = speeches[0]?.speech.meta;
  const script = args.script ?? first?.settings.script ?? 'source';
  const options: PackOptions = {
    ...args.pack,
    labels: args.pack.labels ?? labelSetOf(first?.lang ?? 'zh-Hans', script),
  };
  const pack = buildPack(speeches, options);
  if (pack.empty.length > 0) around.error(`${message('pack.empty', language)}\n`);
  if (pack.papers.length === 0) throw new UserError('pack.nothing', { path: out }, 1);
  const print = (packs: readonly Pack[]) => printPapers(packs, paths[0] ?? out);
  if (extension === '.docx' || extension === '.pdf') {
    const fault = checkLedger(pack, speeches, options);
    if (fault) throw refusal(fault, out);
    const { bytes, fault: wrong } = extension === '.docx' ? packDocx(pack) : await printedFile(pack, print);
    if (wrong) throw refusal(wrong, out);
    await writeOutput(out, bytes);
  } else {
    const { formats } = args.pack;
    const made = await packFiles(pack, speeches, {
      ...options,
      docx: formats.includes('docx'),
      ...(formats.includes('pdf') && { print }),
    });
    if ('fault' in made) throw refusal(made.fault, out);
    if (extension === '.zip') await writeOutput(out, zipFiles(made.files));
    else await writeFolder(out, made.files);
  }
  const { source, label, typed } = ledgerCounts(pack);
  const values = { path: out, count: pack.papers.length, source, label, typed };
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

/** All papers as one PDF, and what is wrong with its text. */
async function printedFile(
  pack: Pack,
  print: PaperPrinter,
): Promise<{ readonly bytes: Uint8Array; readonly fault: LedgerFault | undefined }> {
  const [printed] = await print([pack]);
  const { pdf = new Uint8Array(), text = '' } = printed ?? {};
  return { bytes: pdf, fault: checkFile(pack.papers, text) };
}

async function printPapers(packs: readonly Pack[], speechPath: string) {
  const printer = await startPrinter();
  try {
    return await printer.papers(packs, speechPath);
  } finally {
    await printer.close();
  }
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
