#!/bin/sh
# opencc-js 1.4.2: 新征程 (new journey) becomes 新徵程 in every Traditional target, while 征程 alone stays 征程.
#
# Expected: 征 in the sense of an expedition keeps its form in Traditional Chinese: 新征程, as 征程 and 長征 do; 徵 is the
# 徵 of 徵求, 特徵.
# Seen: the longest match of the phrase tables takes 新征 as a word of its own and writes 新徵.
# What follows: one of the commonest phrases of formal speeches of the Mainland comes out wrong. Protect it.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent opencc-js@1.4.2
cat >run.mjs <<'CODE'
import { Converter } from 'opencc-js';
const seen = ['t', 'tw', 'twp', 'hk'].map((to) => [to, Converter({ from: 'cn', to })('征程 新征程 长征')]);
for (const [to, text] of seen) console.log(`seen:     cn → ${to}: ${text}`);
process.exit(seen.every(([, text]) => text === '征程 新徵程 長征') ? 0 : 1);
CODE
echo 'opencc-js 1.4.2'
echo "expected: 征程 新征程 長征"
node run.mjs
