#!/bin/sh
# mammoth 1.13.0: the text that a field of the short form (w:fldSimple) shows is left out; that of the long form stays.
#
# Expected: both spellings of one field (ECMA-376 part 1, 17.16.2: simple and complex fields) give the same text.
# Seen: 第3页 by w:fldChar is kept; by w:fldSimple, which holds the same runs, it becomes 第页. A message says that an
# element was ignored.
# What follows: dates and numbers filled in by a program that writes the short form are missing. Rewrite w:fldSimple first.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent mammoth@1.13.0 jszip@3.10.2
cat >run.mjs <<'CODE'
import JSZip from 'jszip';
import mammoth from 'mammoth';
const OFFICE = 'http://schemas.openxmlformats.org';
async function html(field) {
  const zip = new JSZip();
  zip.file('[Content_Types].xml', `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`);
  zip.file('_rels/.rels', `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`);
  zip.file('word/document.xml', `<w:document xmlns:w="${OFFICE}/wordprocessingml/2006/main"><w:body><w:p>${run('见第')}${field}${run('页')}</w:p><w:sectPr/></w:body></w:document>`);
  return (await mammoth.convertToHtml({ buffer: await zip.generateAsync({ type: 'nodebuffer' }) })).value;
}
const run = (text) => `<w:r><w:t>${text}</w:t></w:r>`;
const mark = (type) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
const complex = await html(`${mark('begin')}<w:r><w:instrText> PAGEREF a </w:instrText></w:r>${mark('separate')}${run('3')}${mark('end')}`);
const simple = await html(`<w:fldSimple w:instr=" PAGEREF a ">${run('3')}</w:fldSimple>`);
console.log(`seen:     ${complex} (complex), ${simple} (simple)`);
process.exit(complex === '<p>见第3页</p>' && simple === '<p>见第页</p>' ? 0 : 1);
CODE
echo 'mammoth 1.13.0'
echo 'expected: <p>见第3页</p> (complex), <p>见第3页</p> (simple)'
node run.mjs
