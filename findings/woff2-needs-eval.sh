#!/bin/sh
# wawoff2 2.0.1 and woff2-encoder 2.0.0: WOFF2 in WebAssembly cannot be read where code may not be made of strings.
#
# Expected: a page whose policy allows WebAssembly ('wasm-unsafe-eval') but no eval reads a WOFF2 font with them: what they
# carry is WebAssembly, and neither manual names another need. Node's --disallow-code-generation-from-strings sets the same
# limit: WebAssembly still runs.
# Seen: both make functions of strings for the glue between JavaScript and WebAssembly, at load: EvalError, before any font is
# looked at. wawoff2 also leaves a rejection behind that nobody can catch; woff2-encoder throws where nobody can catch it, and never answers.
# What follows: who cuts fonts in a page with such a policy takes the eval out when building, or allows it in one worker only.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent wawoff2@2.0.1 woff2-encoder@2.0.0 @fontsource/lato@5.3.0
cat >read.mjs <<'JS'
import { readFileSync } from 'node:fs';
const font = readFileSync('node_modules/@fontsource/lato/files/lato-latin-400-normal.woff2');
const wasm = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
let left = 0;
process.on('unhandledRejection', () => left++);
process.on('uncaughtException', () => left++);
const attempts = {
  WebAssembly: async () => (await WebAssembly.compile(wasm)) && 'runs',
  wawoff2: async () => (await (await import('wawoff2')).default.decompress(font)).length,
  'woff2-encoder': async () => (await (await import('woff2-encoder/decompress')).default(font)).length,
};
const seen = [];
for (const [name, attempt] of Object.entries(attempts)) {
  const late = new Promise((done) => setTimeout(done, 3000, 'no answer'));
  seen.push(`${name}: ${await Promise.race([attempt().catch((error) => error.name), late])}`);
}
console.log(`${seen.join(', ')}, left behind: ${left > 0}`);
process.exit(0);
JS
free=$(node read.mjs)
limited=$(node --disallow-code-generation-from-strings read.mjs)
echo "wawoff2 2.0.1, woff2-encoder 2.0.0, Node $(node --version)"
echo "without the limit: $free"
echo "expected with it:  the same"
echo "seen with it:      $limited"
echo "$free" | grep -q 'WebAssembly: runs, wawoff2: [0-9]*, woff2-encoder: [0-9]*, left behind: false'
echo "$limited" | grep -q 'WebAssembly: runs, wawoff2: EvalError, woff2-encoder: \(EvalError\|no answer\), left behind: true'
