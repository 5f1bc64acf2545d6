#!/usr/bin/env node
// `npm run docx:lines [-- FILES]`: where lines and pages end in the Word handout, as LibreOffice lays it out, against our own
// pages as PDF; of the samples, or of the files that are named. DETAILS=1 prints the lines that end elsewhere.
// Needs soffice (libreoffice-writer), pdftotext (poppler-utils), and the fonts Noto CJK and Liberation.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join, resolve } from 'node:path';
import { diffChars } from 'diff';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { root } from '../scripts/typescript-loader.mjs';

/** Faces with the widths of those that our pages have, in place of those that the file names. */
const STAND_INS = {
  仿宋_GB2312: 'Noto Serif CJK SC',
  楷体_GB2312: 'Noto Serif CJK SC',
  方正小标宋简体: 'Noto Serif CJK SC',
  宋体: 'Noto Serif CJK SC',
  黑体: 'Noto Sans CJK SC',
  標楷體: 'Noto Serif CJK TC',
  新細明體: 'Noto Serif CJK TC',
  微軟正黑體: 'Noto Sans CJK TC',
  'Times New Roman': 'Liberation Serif',
};

const folder = mkdtempSync(join(tmpdir(), 'jiangtai-lines-'));
const fonts = join(folder, 'fonts.conf');
const run = (command, ...argv) =>
  execFileSync(command, argv, {
    encoding: 'utf8',
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, FONTCONFIG_FILE: command === 'soffice' ? fonts : process.env.FONTCONFIG_FILE },
  });

/** Letters, digits and Han of each line of each page: extraction loses some marks at the ends of lines. */
function pagesOf(pdf) {
  return run('pdftotext', '-layout', pdf, '-')
    .split('\f')
    .slice(0, -1)
    .map((page) =>
      page
        .split('\n')
        .filter((line) => !/^\s*— ?\d+ ?—\s*$/.test(line))
        .map((line) => line.replace(/[^\p{L}\p{N}]/gu, ''))
        .filter((line) => line !== ''),
    );
}

/** Characters before the end of each piece. */
function ends(pieces) {
  let at = 0;
  return pieces.map((piece) => {
    at += piece.length;
    return at;
  });
}

/** For each place of one text the same place of the other; nothing where they differ. */
function places(one, other) {
  const found = new Map();
  let [at, there] = [0, 0];
  for (const { value, added, removed } of diffChars(one, other)) {
    if (!added && !removed) for (let i = 0; i <= value.length; i++) found.set(at + i, there + i);
    if (!added) at += value.length;
    if (!removed) there += value.length;
  }
  return found;
}

/** The file for LibreOffice, which reads this property the wrong way round (docs/export.md). */
function forLibreOffice(path) {
  const files = unzipSync(readFileSync(path));
  const styles = strFromU8(files['word/styles.xml']);
  files['word/styles.xml'] = strToU8(
    styles.replace('<w:overflowPunct w:val="0"/>', '<w:overflowPunct w:val="1"/>'),
  );
  writeFileSync(path, zipSync(files));
}

const named = process.argv.slice(2).map((path) => resolve(process.env.INIT_CWD ?? '.', path));
const samples = readdirSync(join(root, 'speeches'))
  .filter((name) => /\.(?:txt|md)$/.test(name) && name !== 'README.md')
  .map((name) => join(root, 'speeches', name));
const sum = { lines: [0, 0], pages: [0, 0] };
const share = ([part, whole]) => `${part}/${whole} (${((part / whole) * 100).toFixed(1)} %)`;
try {
  const aliases = Object.entries(STAND_INS).map(
    ([name, face]) =>
      `<match target="pattern"><test name="family"><string>${name}</string></test><edit name="family" mode="assign" binding="same"><string>${face}</string></edit></match>`,
  );
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>${aliases.join('')}</fontconfig>`,
  );
  for (const path of named.length > 0 ? named : samples) {
    const stem = join(folder, basename(path, extname(path)));
    run('node', 'scripts/speech.mjs', 'handout', path, '-o', `${stem}.pdf`);
    run('node', 'scripts/speech.mjs', 'handout', path, '-o', `${stem}.word.docx`);
    forLibreOffice(`${stem}.word.docx`);
    run('soffice', '--headless', '--convert-to', 'pdf', '--outdir', folder, `${stem}.word.docx`);
    const [own, word] = [pagesOf(`${stem}.pdf`), pagesOf(`${stem}.word.pdf`)];
    const text = own.flat().join('');
    const place = places(text, word.flat().join(''));
    const count = (ours, theirs, kind) => {
      const known = new Set(ends(theirs));
      const all = ends(ours);
      const other = all.filter((end) => !known.has(place.get(end)));
      sum[kind][0] += all.length - other.length;
      sum[kind][1] += all.length;
      return { result: [all.length - other.length, all.length], other };
    };
    const lines = count(own.flat(), word.flat(), 'lines');
    const pages = count(
      own.map((page) => page.join('')),
      word.map((page) => page.join('')),
      'pages',
    );
    console.log(
      `${basename(path)}: line ends ${share(lines.result)}, page ends ${share(pages.result)}, ${own.length} and ${word.length} pages`,
    );
    if (process.env.DETAILS)
      for (const end of lines.other)
        console.log(`  ${text.slice(Math.max(0, end - 24), end)}|${text.slice(end, end + 6)}`);
  }
  console.log(`all: line ends ${share(sum.lines)}, page ends ${share(sum.pages)}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
