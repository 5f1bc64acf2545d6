#!/bin/sh
# pinyin-pro 3.29.4: 校长 (head of a school) is read xiào cháng fà as soon as 发言 (speaks) follows.
#
# Expected: xiào zhǎng fā yán. Alone, 校长 and 发言 are both read right.
# Seen: the segmentation that is the default takes 长发 (long hair) out of the middle: 校 | 长发 | 言, "xiào cháng fà yán"; so
# with 行长, 县长, 市长. segmentit: 1 and 2 do the same; 3 (the fewest words) is right here.
# What follows: the most usual sentence of a programme, somebody of rank speaks, gets two wrong readings of four. Do not
# take readings of common characters from it unseen.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent pinyin-pro@3.29.4
cat >run.mjs <<'CODE'
import { pinyin, segment } from 'pinyin-pro';
const seen = ['校长', '发言', '校长发言', '市长发言'].map((text) => pinyin(text)).join(' / ');
console.log(`seen:     ${seen} (${segment('校长发言').map((one) => one.origin).join(' | ')})`);
process.exit(seen === 'xiào zhǎng / fā yán / xiào cháng fà yán / shì cháng fà yán' ? 0 : 1);
CODE
echo 'pinyin-pro 3.29.4'
echo 'expected: xiào zhǎng / fā yán / xiào zhǎng fā yán / shì zhǎng fā yán (校长 | 发言)'
node run.mjs
