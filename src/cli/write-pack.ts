import { mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, isAbsolute, join, resolve } from 'node:path';
import { packDocx } from '../export/pack/pack-docx.ts';
import { type PackFile, packFiles, zipFiles } from '../export/pack/pack-files.ts';
import type { Language } from '../i18n/language.ts';
import { buildPack, labelSetOf } from '../pack/build-pack.ts';
import { checkLedger, type LedgerFault, ledgerCounts } from '../pack/ledger.ts';
import type { Pack, PackOptions, PackSpeech } from '../pack/types.ts';
import { scriptConverter } from '../speech/script.ts';
import type { Arguments } from './arguments.ts';
import { isSpeechName } from './is-speech-name.ts';
import type { LoadedSpeech } from './load-speech.ts';
import { message } from './messages.ts';
import { refuseLoss } from './refuse-loss.ts';
import { UserError } from './user-error.ts';
import { writeOutput } from './write-output.ts';

/** Kinds of file that `pack` writes; without extension it is a folder. */
const KINDS = ['.zip', '.docx', ''] as const;

/**
 * Writes the papers of a meeting: one .zip or folder of Word files, or all in one Word file; whole or not at all.
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
    throw new UserError('use.output-kind', { extension, command: 'pack', allowed: '.zip, .docx, DIR' });
  const absolute = (path: string) => (isAbsolute(path) ? path : resolve(around.folder, path));
  const out = absolute(args.output);
  const speeches: PackSpeech[] = [];
  for (const path of await speechFiles(args.paths.map(absolute))) {
    const loaded = await load(path);
    refuseLoss(loaded.integrity.source, out);
    speeches.push(await packSpeech(loaded, args));
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
  if (extension === '.docx') await writeOutput(out, oneFile(pack, speeches, options, out));
  else {
    const made = packFiles(pack, speeches, options);
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

async function packSpeech({ path, clean, speech, rate, slideStarts }: LoadedSpeech, args: Arguments) {
  const { lang, settings } = speech.meta;
  const target = args.script ?? settings.script ?? 'source';
  const convert =
    target === 'source'
      ? undefined
      : await scriptConverter(lang, { target, names: settings.names, quotes: settings.quotes });
  return { name: basename(path), clean, speech, rate, slideStarts, ...(convert && { convert }) };
}

function oneFile(pack: Pack, speeches: readonly PackSpeech[], options: PackOptions, out: string): Uint8Array {
  const fault = checkLedger(pack, speeches, options);
  if (fault) throw refusal(fault, out);
  const written = packDocx(pack);
  if (written.fault) throw refusal(written.fault, out);
  return written.bytes;
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
