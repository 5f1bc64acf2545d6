#!/bin/sh
# @mozilla/readability 0.6.0 (jsdom 27.0.0): a Chinese section heading with the year of the title in it is left out.
#
# Expected: all <h2> of an article are in what parse() gives; only a heading that repeats the title may be left out.
# Seen: title 2024年政府工作报告, headings 一、2023年工作回顾 / 二、2024年主要预期目标 / 三、重点任务: the second is gone. Title
# and heading are compared word by word, where words are what is left between characters other than a–z, 0–9 and _: of
# Chinese text nothing is left but 2024, so the two count as the same. Without a number the opposite is seen: not even a
# heading that repeats the title is known again.
# What follows: yearly reports lose a heading without any sign. Count the headings before and after.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent @mozilla/readability@0.6.0 jsdom@27.0.0
cat >run.mjs <<'CODE'
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
const paragraph = '<p>过去一年，面对复杂形势，我们坚持稳中求进，扎实推进各项工作，人民生活得到改善，社会保持稳定。</p>';
function headings(title, names) {
  const sections = names.map((name) => `<h2>${name}</h2>${paragraph.repeat(5)}`).join('');
  const page = `<!doctype html><html lang="zh-CN"><head><title>${title}</title></head><body><article>${sections}</article></body></html>`;
  const { content } = new Readability(new JSDOM(page).window.document).parse();
  return [...content.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, name]) => name).join(' / ');
}
const year = headings('2024年政府工作报告', ['一、2023年工作回顾', '二、2024年主要预期目标', '三、重点任务']);
const plain = headings('政府工作报告', ['政府工作报告', '一、工作回顾']);
console.log(`seen:     ${year}`);
console.log(`seen:     ${plain} (title 政府工作报告)`);
process.exit(year === '一、2023年工作回顾 / 三、重点任务' && plain === '政府工作报告 / 一、工作回顾' ? 0 : 1);
CODE
echo '@mozilla/readability 0.6.0'
echo 'expected: 一、2023年工作回顾 / 二、2024年主要预期目标 / 三、重点任务'
echo 'expected: 一、工作回顾 (title 政府工作报告)'
node run.mjs
