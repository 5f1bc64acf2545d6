#!/usr/bin/env node
// Run after every change of dependencies: `node scripts/complete-lock.mjs`.
//
// A lock made on one machine can leave out the optional packages of other platforms (a formatter's or a
// compiler's binaries). `npm ci` then refuses the lock, here and everywhere. This writes the missing
// entries: version, os, cpu, libc and `optional`, as the registry states them.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const path = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(path, 'utf8'));
let added = 0;
for (const entry of Object.values({ ...lock.packages })) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    // A range needs npm's own resolution; only exact versions (platform binaries) are completed here.
    if (lock.packages[key] !== undefined || !/^\d/.test(version)) continue;
    const facts = factsOf(name, version);
    const dev = entry.dev === true ? { dev: true } : {};
    lock.packages[key] = { version, ...facts, ...dev, optional: true };
    added++;
  }
}
/** What the registry states of a platform package; where it does not answer, what the package's name says. */
function factsOf(name, version) {
  try {
    const fields = ['os', 'cpu', 'libc', 'license', 'engines'];
    const answer = execFileSync('npm', ['view', '--json', `${name}@${version}`, ...fields], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return JSON.parse(answer || '{}');
  } catch {
    const [, os, cpu, abi] =
      /-(android|darwin|freebsd|linux|win32)-(arm64|arm|x64|ia32)(?:-(\w+))?$/.exec(name) ?? [];
    if (os === undefined)
      throw new Error(`${name}@${version}: the registry does not answer and the name says no platform`);
    return { os: [os], cpu: [cpu], ...(os === 'linux' ? { libc: [abi === 'musl' ? 'musl' : 'glibc'] } : {}) };
  }
}

const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
lock.packages = Object.fromEntries(sorted);
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`package-lock.json: ${added} platform packages added`);
