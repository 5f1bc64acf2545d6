#!/bin/sh
# dependency-cruiser 17.4.3 beside TypeScript 7.0.2: a forbidden import passes, and the run says that all is well.
#
# Expected: a folder with two .ts files, one of which imports the other against a rule of severity `error`, exits with a
# number above 0; or, where .ts files cannot be read, an error says so.
# Seen: TypeScript 7 is outside the range the tool accepts (>=2.0.0 <7.0.0), so .ts files are no modules for it, and an
# empty set of modules has no violations: "no dependency violations found (0 modules, 0 dependencies cruised)", exit 0.
# What follows: whoever upgrades TypeScript keeps a green check of import directions that checks nothing. Count modules.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent dependency-cruiser@17.4.3 typescript@7.0.2
mkdir -p src/a src/b
echo "import { b } from '../b/b'; export const a = b;" >src/a/a.ts
echo 'export const b = 1;' >src/b/b.ts
cat >.dependency-cruiser.cjs <<'RULES'
module.exports = {
  forbidden: [{ name: 'a-not-to-b', severity: 'error', from: { path: '^src/a' }, to: { path: '^src/b' } }],
  options: {},
};
RULES
code=0
seen=$(npx depcruise src --output-type err 2>&1) || code=$?
echo "dependency-cruiser 17.4.3, typescript 7.0.2"
echo "expected: exit above 0 (a-not-to-b), or an error about .ts"
echo "seen:     exit $code,$seen"
[ "$code" -eq 0 ] && echo "$seen" | grep -q '0 modules'
