#!/bin/sh
# opencc-js 1.4.2: 带头发展 (take the lead in development) becomes 帶頭髮展: 发 of 发展 turns into hair.
#
# Expected: 帶頭發展, 治理發展, 增長發展, 團結發展: 发展 is 發展 in every sense, and 发 is 髮 in the sense of hair only.
# Seen: tables are read from the left, longest first, so the last character of one word and the first of the next are
# taken together where they happen to be in a table: 头发, 理发, 长发, 金发 (头发 + 展). 团结发展 is right, as 团结 is in one
# too. Cases of this kind are known to OpenCC, which repairs them one entry at a time.
# What follows: 发展 stands in every formal speech, and after 带头, 龙头, 治理, 增长 it comes out wrong. Convert words that one
# has cut oneself, or look for 髮展 in the result.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent opencc-js@1.4.2
cat >run.mjs <<'CODE'
import { Converter } from 'opencc-js';
const text = '团结发展 带头发展 龙头发展 治理发展 增长发展 黄金发展期';
const seen = ['t', 'tw', 'hk'].map((to) => [to, Converter({ from: 'cn', to })(text)]);
for (const [to, converted] of seen) console.log(`seen:     cn → ${to}: ${converted}`);
const wrong = '團結發展 帶頭髮展 龍頭髮展 治理髮展 增長髮展 黃金髮展期';
process.exit(seen.every(([, converted]) => converted === wrong) ? 0 : 1);
CODE
echo 'opencc-js 1.4.2'
echo 'expected: 團結發展 帶頭發展 龍頭發展 治理發展 增長發展 黃金發展期'
node run.mjs
