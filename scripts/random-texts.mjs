#!/usr/bin/env node
// npm run random-texts -- TEXTS [FIRST SEED]: that many random plain texts and as many random Markdown texts, one a seed, read
// from bytes, repaired, parsed, planned and laid out. Fails on a visible character that is lost or doubled on the way.
import { openLoader } from './typescript-loader.mjs';

const TEXTS = Number(process.argv[2] ?? 20_000);
const FIRST = Number(process.argv[3] ?? 1);
/** Faults that are printed. */
const SHOWN = 20;

const { load, close } = await openLoader();
const { faultOfRandomText } = await load('tests/random-texts.ts');
let faults = 0;
for (const format of ['plain', 'markdown']) {
  const before = faults;
  for (let seed = FIRST; seed < FIRST + TEXTS; seed++) {
    const fault = faultOfRandomText(seed, format);
    if (fault !== undefined && ++faults <= SHOWN) console.error(`${format}, seed ${seed}: ${fault}`);
  }
  console.log(`${TEXTS} ${format} texts, seeds ${FIRST} to ${FIRST + TEXTS - 1}: ${faults - before} faults`);
}
await close();
process.exitCode = faults > 0 ? 1 : 0;
