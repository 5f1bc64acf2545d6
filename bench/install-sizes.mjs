#!/usr/bin/env node
// npm run sizes [-- OTHER_CHECKOUT]: how many packages are installed and how large they are, of this checkout and beside it
// of another one: all of them, those a started app needs (npm install --omit=dev), and the largest; and how large the built
// app is that was started last. Sizes are those of the files, not of the blocks they take.
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const LARGEST = 6;
const root = dirname(dirname(fileURLToPath(import.meta.url)));

function sizeOf(path) {
  const info = lstatSync(path);
  if (!info.isDirectory()) return info.size;
  // Packages of packages have a line of their own.
  const names = readdirSync(path).filter((name) => name !== 'node_modules');
  return names.reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}

function packagesOf(checkout) {
  const lock = JSON.parse(readFileSync(join(checkout, 'package-lock.json'), 'utf8'));
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '' && existsSync(join(checkout, path)))
    .map(([path, { dev = false, devOptional = false }]) => ({
      name: path.replace(/^.*node_modules\//, ''),
      runtime: !dev && !devOptional,
      bytes: sizeOf(join(checkout, path)),
    }));
}

/** The built app that was started last, with its fonts; undefined when none was. */
function builtSize(checkout) {
  const cache = join(checkout, '.cache');
  const names = existsSync(cache) ? readdirSync(cache).filter((name) => name.startsWith('pages-')) : [];
  const [newest] = names.map((name) => join(cache, name)).sort((a, b) => timeOf(b) - timeOf(a));
  if (newest === undefined) return undefined;
  const fonts = readdirSync(join(newest, 'assets')).filter((name) => /\.woff2?$/.test(name));
  return {
    bytes: sizeOf(newest),
    fonts: fonts.length,
    fontBytes: fonts.reduce((total, name) => total + sizeOf(join(newest, 'assets', name)), 0),
  };
}
const timeOf = (path) => lstatSync(path).mtimeMs;

const sum = (packages) => packages.reduce((total, { bytes }) => total + bytes, 0);
const megabytes = (bytes) => `${(bytes / 1e6).toFixed(1).padStart(7)} MB`;

for (const checkout of [root, ...process.argv.slice(2)].map((path) => resolve(path))) {
  const all = packagesOf(checkout);
  const runtime = all.filter((one) => one.runtime);
  console.log(checkout);
  for (const [what, packages] of [
    ['installed', all],
    ['needed to run', runtime],
  ])
    console.log(
      `  ${what.padEnd(14)}${String(packages.length).padStart(5)} packages ${megabytes(sum(packages))}`,
    );
  const built = builtSize(checkout);
  if (built)
    console.log(
      `  ${'built app'.padEnd(14)}${' '.repeat(14)} ${megabytes(built.bytes)}, ${built.fonts} fonts of ${megabytes(built.fontBytes).trim()}`,
    );
  const largest = runtime.sort((a, b) => b.bytes - a.bytes).slice(0, LARGEST);
  console.log(
    `  largest: ${largest.map(({ name, bytes }) => `${name} ${megabytes(bytes).trim()}`).join(', ')}`,
  );
}
