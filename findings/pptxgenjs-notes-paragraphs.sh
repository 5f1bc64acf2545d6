#!/bin/sh
# pptxgenjs 4.0.1: lines of speaker notes are one paragraph, with bare line ends inside its text.
#
# Expected: addNotes('甲\n乙') gives two paragraphs (a:p), as addText('甲\n乙') on a slide does; or a:br between them.
# Seen: one a:p with one a:t, which holds "甲\r\n乙": to DrawingML a line end within a:t is no break.
# What follows: a speech put into the notes, paragraph by paragraph, can arrive as one long paragraph. Write the notes part
# oneself where paragraphs matter.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent pptxgenjs@4.0.1 jszip@3.10.2
cat >run.mjs <<'CODE'
import JSZip from 'jszip';
import PptxGenJS from 'pptxgenjs';
const deck = new PptxGenJS();
const slide = deck.addSlide();
slide.addText('第一段\n第二段', { x: 1, y: 1, w: 5, h: 1 });
slide.addNotes('第一段\n第二段');
const zip = await JSZip.loadAsync(await deck.write({ outputType: 'nodebuffer' }));
async function texts(part) {
  const xml = await zip.file(part).async('string');
  const paragraphs = [...xml.matchAll(/<a:p>(.*?)<\/a:p>/gs)].map(([, inner]) =>
    [...inner.matchAll(/<a:t>(.*?)<\/a:t>/gs)].map(([, text]) => text).join(''),
  );
  return JSON.stringify(paragraphs.filter((text) => text.includes('段')));
}
const [shown, notes] = [await texts('ppt/slides/slide1.xml'), await texts('ppt/notesSlides/notesSlide1.xml')];
console.log(`seen:     slide ${shown}, notes ${notes}`);
process.exit(shown === '["第一段","第二段"]' && notes === '["第一段\\r\\n第二段"]' ? 0 : 1);
CODE
echo 'pptxgenjs 4.0.1'
echo 'expected: slide ["第一段","第二段"], notes ["第一段","第二段"]'
node run.mjs
