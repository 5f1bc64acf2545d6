#!/bin/sh
# image-size 2.1.0: a drawing whose viewBox has commas has no size, and no error says so; an <svg> in a comment has one.
#
# Expected: viewBox="0,0,400,300" is 400 × 300, as "0 0 400 300" is (SVG 2, 8.6: four numbers, separated by white space and/or a
# comma); the root element, not the comment of a drawing program before it, is measured.
# Seen: { type: 'svg' } with width and height undefined, though the type says number; 16 × 16 from the comment.
# What follows: undefined goes on into arithmetic (NaN) where a caller only guards against errors. Check for numbers.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent image-size@2.1.0
cat >run.mjs <<'CODE'
import { imageSize } from 'image-size';
const NS = 'xmlns="http://www.w3.org/2000/svg"';
const size = (svg) => {
  const { type, width, height } = imageSize(new TextEncoder().encode(svg));
  return `${type} ${width} × ${height}`;
};
const seen = [
  size(`<svg ${NS} viewBox="0 0 400 300"/>`),
  size(`<svg ${NS} viewBox="0,0,400,300"/>`),
  size(`<!-- was <svg width="16" height="16"> --><svg ${NS} width="400" height="300"/>`),
].join(', ');
console.log(`seen:     ${seen}`);
process.exit(seen === 'svg 400 × 300, svg undefined × undefined, svg 16 × 16' ? 0 : 1);
CODE
echo 'image-size 2.1.0'
echo 'expected: svg 400 × 300, svg 400 × 300, svg 400 × 300'
node run.mjs
