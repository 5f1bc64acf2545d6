#!/bin/sh
# pinyin-pro 3.29.4: 解放 is jiě fàng, but in the set phrase 解放思想 it becomes jiè fàng.
#
# Expected: jiě fàng sī xiǎng (解 is jiè only in 押解, 解送 and the like).
# Seen: the phrase is a word of its own in the dictionary, with jiè; 解放, 解放军, 解放区 are right. Two more set phrases of
# speeches that the dictionary gets wrong: 只争朝夕 zhī (for zhǐ), 两弹一星 tán (for dàn).
# What follows: a longer entry overrules what the shorter one knows better. addDict / customPinyin for set phrases.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent pinyin-pro@3.29.4
cat >run.mjs <<'CODE'
import { pinyin } from 'pinyin-pro';
const seen = ['解放', '解放思想', '只争朝夕', '两弹一星'].map((text) => pinyin(text)).join(' / ');
console.log(`seen:     ${seen}`);
process.exit(seen === 'jiě fàng / jiè fàng sī xiǎng / zhī zhēng zhāo xī / liǎng tán yì xīng' ? 0 : 1);
CODE
echo 'pinyin-pro 3.29.4'
echo 'expected: jiě fàng / jiě fàng sī xiǎng / zhǐ zhēng zhāo xī / liǎng dàn yì xīng'
node run.mjs
