#!/usr/bin/env node
// npm run sizes [-- OTHER_CHECKOUT]: how many packages are installed and how large they are, of this checkout and beside it
// of another one: all of them, those a started app needs (npm install --omit=dev), and the largest. Sizes are those of the
// files, not of the blocks they take.
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
  const largest = runtime.sort((a, b) => b.bytes - a.bytes).slice(0, LARGEST);
  console.log(
    `  largest: ${largest.map(({ name, bytes }) => `${name} ${megabytes(bytes).trim()}`).join(', ')}`,
  );
}
