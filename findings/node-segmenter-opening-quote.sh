#!/bin/sh
# Node 20.20.2 (Intl.Segmenter, granularity sentence, zh): an opening mark after a full stop ends the sentence before it.
#
# Expected: “好！”|“再来！”|大家喊。 and 坚持到底。|（鼓掌。）: “ and （ belong to what they open.
# Seen: “好！”“|再来！”|大家喊。 and 坚持到底。（|鼓掌。）: between full stop and boundary the rules of Unicode (UAX 29, SB9 to SB11)
# let all closing marks follow, but their class Close holds the opening ones too, and in Chinese no space comes between.
# What follows: sentences cut by it begin without their quotation mark. Move opening marks over the boundary.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent node@20.20.2
cat >run.mjs <<'CODE'
const segmenter = new Intl.Segmenter('zh', { granularity: 'sentence' });
const seen = ['“好！”“再来！”大家喊。', '坚持到底。（鼓掌。）']
  .map((text) => [...segmenter.segment(text)].map((one) => one.segment).join('|'))
  .join(', ');
console.log(`Node ${process.versions.node}, ICU ${process.versions.icu}`);
console.log('expected: “好！”|“再来！”|大家喊。, 坚持到底。|（鼓掌。）');
console.log(`seen:     ${seen}`);
process.exit(seen === '“好！”“|再来！”|大家喊。, 坚持到底。（|鼓掌。）' ? 0 : 1);
CODE
node_modules/.bin/node run.mjs
