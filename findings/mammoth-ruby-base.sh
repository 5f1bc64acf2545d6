#!/bin/sh
# mammoth 1.13.0: of a word with a reading over it (拼音指南 in Word), not only the reading but the word itself is lost.
#
# Expected: 彧 stays where the reading yù is not supported: a reader that knows no w:ruby still has w:rubyBase in it.
# Seen: 荀<彧>是谋士 becomes 荀是谋士, in HTML and in raw text; a message names w:ruby as ignored, not that text is gone. The
# same wish is open for the Python edition of the library.
# What follows: precisely the names that a speaker needs help with disappear from a speech. Take w:rubyBase oneself.
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
const zip = new JSZip();
zip.file('[Content_Types].xml', `<Types xmlns="${OFFICE}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`);
zip.file('_rels/.rels', `<Relationships xmlns="${OFFICE}/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`);
const run = (text) => `<w:r><w:t>${text}</w:t></w:r>`;
const look = '<w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="12"/><w:hpsRaise w:val="22"/><w:hpsBaseText w:val="21"/><w:lid w:val="zh-CN"/></w:rubyPr>';
const ruby = `<w:r><w:ruby>${look}<w:rt>${run('yù')}</w:rt><w:rubyBase>${run('彧')}</w:rubyBase></w:ruby></w:r>`;
zip.file('word/document.xml', `<w:document xmlns:w="${OFFICE}/wordprocessingml/2006/main"><w:body><w:p>${run('荀')}${ruby}${run('是谋士')}</w:p><w:sectPr/></w:body></w:document>`);
const buffer = await zip.generateAsync({ type: 'nodebuffer' });
const html = await mammoth.convertToHtml({ buffer });
const raw = await mammoth.extractRawText({ buffer });
console.log(`seen:     ${html.value}, ${raw.value.trim()} (${html.messages.map((one) => one.message).join('; ')})`);
process.exit(html.value === '<p>荀是谋士</p>' && raw.value.trim() === '荀是谋士' ? 0 : 1);
CODE
echo 'mammoth 1.13.0'
echo 'expected: <p>荀彧是谋士</p>, 荀彧是谋士'
node run.mjs
