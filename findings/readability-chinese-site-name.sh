#!/bin/sh
# @mozilla/readability 0.6.0 (jsdom 27.0.0): the name of the site is taken off an English page title, never off a Chinese one.
#
# Expected: "在庆祝大会上的讲话 - 某某网" gives the title 在庆祝大会上的讲话, as "Remarks at the opening of the new city library -
# Example News" gives the remarks.
# Seen: the whole title stays: a title of four words or fewer counts as too short to be one, and words are counted by
# spaces, so that any Chinese title is one word.
# What follows: site names get into titles. Cut them off oneself.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent @mozilla/readability@0.6.0 jsdom@27.0.0
cat >run.mjs <<'CODE'
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
const body = '<p>过去一年，面对复杂形势，我们坚持稳中求进，扎实推进各项工作，人民生活得到改善，社会保持稳定。</p>'.repeat(6);
const title = (text) =>
  new Readability(new JSDOM(`<!doctype html><title>${text}</title><article>${body}</article>`).window.document).parse().title;
const seen = [title('Remarks at the opening of the new city library - Example News'), title('在庆祝大会上的讲话 - 某某网')];
console.log(`seen:     ${seen.join(', ')}`);
process.exit(seen.join() === 'Remarks at the opening of the new city library,在庆祝大会上的讲话 - 某某网' ? 0 : 1);
CODE
echo '@mozilla/readability 0.6.0'
echo 'expected: Remarks at the opening of the new city library, 在庆祝大会上的讲话'
node run.mjs
