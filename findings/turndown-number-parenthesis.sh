#!/bin/sh
# turndown 7.2.5 (back by marked 18.2.1): a paragraph that begins with "1) " comes back as a list, its number gone from
# the text.
#
# Expected: what would be a list in Markdown is escaped; "1. 提高认识" is ("1\. "). CommonMark takes ")" as well as ".".
# Seen: "1) 提高认识" stays as it is and is <ol><li> on the way back. An open pull request of the project names this.
# What follows: points of a speech numbered 1) 2) 3) by hand change from text to generated numbers. Escape ")" oneself.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent turndown@7.2.5 marked@18.2.1
cat >run.mjs <<'CODE'
import { marked } from 'marked';
import TurndownService from 'turndown';
const back = (html) => marked(new TurndownService().turndown(html)).replace(/\n/g, '');
const [point, bracket] = [back('<p>1. 提高认识</p>'), back('<p>1) 提高认识</p>')];
console.log(`seen:     ${point}, ${bracket}`);
process.exit(point === '<p>1. 提高认识</p>' && bracket === '<ol><li>提高认识</li></ol>' ? 0 : 1);
CODE
echo 'turndown 7.2.5, marked 18.2.1'
echo 'expected: <p>1. 提高认识</p>, <p>1) 提高认识</p>'
node run.mjs
