import { compile } from '../../compile/compile.ts';
import { packDocx } from '../../export/pack/pack-docx.ts';
import { packFiles, zipFiles } from '../../export/pack/pack-files.ts';
import type { SlideLook } from '../../export/pack/pack-slides.ts';
import { packSpeech } from '../../export/pack/pack-speech.ts';
import { buildPack, packQuestions } from '../../pack/build-pack.ts';
import { checkLedger, ledgerCounts } from '../../pack/ledger.ts';
import type { PackSpeech } from '../../pack/types.ts';
import type { PackAnswer, PackQuestion, PackReply, PackRequest } from './pack-client.ts';

addEventListener('message', async ({ data }: MessageEvent<PackRequest>) => {
  const { number } = data;
  let reply: PackReply;
  try {
    reply = { number, answer: await answer(data) };
  } catch (error) {
    reply = { number, error: error instanceof Error ? error.message : String(error) };
  }
  postMessage(reply);
});

async function answer({ speeches: texts, screen, options, file }: PackQuestion): Promise<PackAnswer> {
  const speeches: PackSpeech[] = [];
  let look: SlideLook | undefined;
  for (const { disabled, undone, ...source } of texts) {
    const compiled = await compile(source, { disabled, undone, screen, script: 'source' });
    look ??= compiled.deck;
    speeches.push(await packSpeech(compiled, source.name));
  }
  const pack = buildPack(speeches, options);
  const shown = { pack, questions: packQuestions(speeches), counts: ledgerCounts(pack) };
  const fault = checkLedger(pack, speeches, options);
  if (fault) return { ...shown, fault };
  if (file === undefined) return shown;
  if (file === 'docx') return { ...shown, ...packDocx(pack) };
  const made = await packFiles(pack, speeches, { ...options, docx: true, ...(look && { look }) });
  return 'fault' in made ? { ...shown, fault: made.fault } : { ...shown, bytes: zipFiles(made.files) };
}
