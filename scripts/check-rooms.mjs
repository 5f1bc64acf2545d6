#!/usr/bin/env node
// `npm run rooms`: every import is to a lower floor (scripts/rooms.mjs), and no modules import each other in a circle.
// node scripts/check-rooms.mjs [FOLDER]: of another folder that is laid out like the project, for tests.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cruiseImports } from './cruise.mjs';
import { root } from './typescript-loader.mjs';

/** There are more modules than this; fewer means that the parser no longer sees them. */
const FEWEST = 400;

const project = resolve(process.argv[2] ?? root);
const folders = ['src', 'vite', 'bench', 'scripts'].filter((name) => existsSync(join(project, name)));
const { modules, summary } = await cruiseImports(folders, project);
const ours = modules.filter(({ source }) => /^(src|vite|bench|scripts)\//.test(source));
const violations = summary.violations;
for (const { rule, from, to, cycle } of violations)
  console.error(`${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`);
if (ours.length < FEWEST) console.error(`only ${ours.length} modules were seen: the check checks nothing`);
console.log(
  `${ours.length} modules, ${summary.totalDependenciesCruised} imports, ${violations.length} not allowed`,
);
if (violations.length > 0 || ours.length < FEWEST) process.exitCode = 1;
