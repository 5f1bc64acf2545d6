#!/usr/bin/env node
// npm run bench:peers [-- PAIRS]: what our commands cost beside other programs that make a PDF of the same text with the same
// faces, in one run, in turns: a round runs each once, and a ratio is the median of the ratios of the rounds (5 of them, or
// PAIRS). The peers are installed into a temporary folder. The figures also go into .cache/bench/peers.json.
//
// - slides: 30,000 characters; Marp and plain reveal.js get the strings of our slides, a slide each
// - handout: 30,000 characters; pagedjs-cli and Chromium's own printing get our pages' HTML
// - folder: eight speeches by `build`, beside `deck` and `handout` of each
//
// Chromium is the same for all: the one with a window, because the peers ask for it.
import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { openLoader, root } from '../scripts/typescript-loader.mjs';
import { costOf } from './process-cost.mjs';

const PEERS = { '@marp-team/marp-cli': '4.5.1', 'pagedjs-cli': '0.4.3', 'reveal.js': '6.0.2' };
const SAMPLES = [
  'anquan-shengchan-gongzuo-huiyi.txt',
  'jianxing-qunzhong-luxian.txt',
  'kaixue-dianli.md',
  'lizhang-shequ-dahui.txt',
];
const LENGTH = 30_000;

const pairs = Number(process.argv[2] ?? 5);
const folder = await mkdtemp(join(tmpdir(), 'jiangtai-peers-'));
const at = (name) => join(folder, name);
const loader = await openLoader();
const { peerFiles } = await loader.load('bench/peer-files.ts');
const { findChromium, launchOptions } = await loader.load('src/export/browser/find-chromium.ts');
const browser = await findChromium();
const flags = launchOptions(browser).args;
/** Of one value each: pagedjs-cli parts them at every comma. */
const plainFlags = flags.filter((flag) => !flag.includes(',')).join(',');
const env = {
  ...process.env,
  CHROMIUM_PATH: browser,
  CHROME_PATH: browser,
  CHROME_NO_SANDBOX: '1',
  PUPPETEER_EXECUTABLE_PATH: browser,
  PUPPETEER_SKIP_DOWNLOAD: '1',
};
const node = (...args) => costOf(process.execPath, args, { cwd: root, env });
const peer = (name, ...args) => costOf(at(`node_modules/.bin/${name}`), args, { cwd: folder, env });
const speech = (...args) => node('scripts/speech.mjs', ...args);
const printed = (page, out) => node('bench/native-print.mjs', browser, JSON.stringify(flags), page, at(out));

/** What each task costs, by what does it: ours first. */
const TASKS = {
  slides: {
    ours: () => speech('deck', at('speech.txt'), '-o', at('ours.slides.pdf')),
    Marp: () => peer('marp', '--pdf', '--allow-local-files', '--html', at('marp.md'), '-o', at('marp.pdf')),
    'reveal.js': () => printed(`${at('reveal.html')}?print-pdf`, 'reveal.pdf'),
  },
  handout: {
    ours: () => speech('handout', at('speech.txt'), '-o', at('ours.handout.pdf')),
    'pagedjs-cli': () =>
      peer('pagedjs-cli', at('pagedjs.html'), '-o', at('pagedjs.pdf'), '--browserArgs', plainFlags),
    'native print': () => printed(at('native.html'), 'native.pdf'),
  },
  folder: {
    ours: () => speech('build', at('eight'), '-o', at('built')),
    'one by one': async () => {
      const costs = [];
      for (const name of eight)
        for (const command of ['deck', 'handout'])
          costs.push(await speech(command, at(`eight/${name}`), '-o', at(`single.${command}.pdf`)));
      return {
        wall: costs.reduce((sum, { wall }) => sum + wall, 0),
        processor: costs.reduce((sum, { processor }) => sum + processor, 0),
        memory: Math.max(...costs.map(({ memory }) => memory)),
      };
    },
  },
};

const eight = [1, 2].flatMap((copy) => SAMPLES.map((name) => `${copy}-${name}`));
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
try {
  await writeFile(at('package.json'), '{"private":true}');
  const packages = Object.entries(PEERS).map(([name, version]) => `${name}@${version}`);
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--silent', ...packages], { cwd: folder, env });
  const text = (await readFile(join(root, 'speeches', SAMPLES[0]), 'utf8')).repeat(20).slice(0, LENGTH);
  await writeFile(at('speech.txt'), text);
  for (const [name, content] of Object.entries(await peerFiles(text))) await writeFile(at(name), content);
  await mkdir(at('eight'));
  for (const name of eight) await cp(join(root, 'speeches', name.slice(2)), at(`eight/${name}`));
  await cp(join(root, 'speeches/kaixue-dianli.svg'), at('eight/kaixue-dianli.svg'));

  const report = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 2 ** 30)} GB`,
    peers: PEERS,
    pairs,
    tasks: {},
  };
  for (const [task, programs] of Object.entries(TASKS)) {
    const costs = Object.fromEntries(Object.keys(programs).map((name) => [name, []]));
    // The first round fills caches that every later one finds.
    for (let round = 0; round <= pairs; round++)
      for (const [name, run] of Object.entries(programs)) {
        const cost = await run();
        if (round > 0) costs[name].push(cost);
      }
    const of = (name, what) => costs[name].map((cost) => cost[what]);
    report.tasks[task] = Object.fromEntries(
      Object.keys(programs).map((name) => [
        name,
        Object.fromEntries(
          ['wall', 'processor', 'memory'].flatMap((what) => {
            const ratios = of('ours', what).map((value, round) => value / of(name, what)[round]);
            return [
              [what, Number(median(of(name, what)).toFixed(2))],
              ...(name === 'ours' ? [] : [[`ours ÷ ${what}`, Number(median(ratios).toFixed(2))]]),
            ];
          }),
        ),
      ]),
    );
    console.log(
      `${task}${' '.repeat(22 - task.length)}wall s  processor s  memory MB   ours ÷ wall, processor, memory`,
    );
    for (const [name, cost] of Object.entries(report.tasks[task]))
      console.log(
        `  ${name.padEnd(18)}${cost.wall.toFixed(1).padStart(8)}${cost.processor.toFixed(1).padStart(13)}${cost.memory.toFixed(0).padStart(11)}${
          name === 'ours'
            ? ''
            : `          ${['wall', 'processor', 'memory'].map((what) => cost[`ours ÷ ${what}`].toFixed(2)).join(', ')}`
        }`,
      );
  }
  await mkdir(join(root, '.cache/bench'), { recursive: true });
  await writeFile(join(root, '.cache/bench/peers.json'), `${JSON.stringify(report, undefined, 2)}\n`);
} finally {
  await loader.close();
  await rm(folder, { recursive: true, force: true });
}
