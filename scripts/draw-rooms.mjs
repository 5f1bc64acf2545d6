#!/usr/bin/env node
// `npm run rooms:draw`: draws which rooms import which, as they do now, into docs/rooms.md.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cruiseImports } from './cruise.mjs';
import { APP_FLOORS, ROOMS } from './rooms.mjs';
import { root } from './typescript-loader.mjs';

const { modules } = await cruiseImports(['src', 'vite', 'bench'], root);
const rooms = ROOMS.map(({ room, floor }) => ({ name: room, floor }));
const folders = APP_FLOORS.flatMap((floor, height) =>
  floor.map((name) => ({ name: `src/app/${name}`, floor: height })),
);

writeFileSync(
  join(root, 'docs/rooms.md'),
  `# Rooms and their imports

Drawn from the code by \`npm run rooms:draw\`; \`npm run rooms\`, part of \`npm test\`, holds the code to the table in
\`scripts/rooms.mjs\`. An arrow points to what is imported. Arrows are left out where the room is also reached through another
arrow, and to \`src/text\` and \`src/i18n\`, which all rooms use.

${drawing(rooms, ['src/text', 'src/i18n'])}

Inside \`src/app\`, without \`i18n\`:

${drawing(folders, ['src/app/i18n'])}
`,
);

/** A Mermaid flow chart of groups of modules, one box a floor. */
function drawing(groups, hidden) {
  const shown = groups.filter(({ name }) => !hidden.includes(name));
  const groupOf = (path) =>
    groups.filter(({ name }) => path.startsWith(`${name}/`)).sort((a, b) => b.name.length - a.name.length)[0]
      ?.name;
  const imports = new Map(shown.map(({ name }) => [name, new Set()]));
  for (const { source, dependencies } of modules)
    for (const { resolved } of dependencies) {
      const [from, to] = [groupOf(source), groupOf(resolved)];
      if (from !== to && imports.has(from) && imports.has(to)) imports.get(from).add(to);
    }
  const reaches = (from, to, seen = new Set()) =>
    [...imports.get(from)].some(
      (next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))),
    );
  const idOf = (name) => name.replace(/\W/g, '_');
  const short = (name) => name.replace(/^src\/(app\/)?/, '');
  const lines = ['flowchart TD'];
  for (const floor of [...new Set(shown.map((one) => one.floor))].sort((a, b) => b - a)) {
    lines.push(`  subgraph floor${floor}[floor ${floor}]`);
    for (const one of shown) if (one.floor === floor) lines.push(`    ${idOf(one.name)}[${short(one.name)}]`);
    lines.push('  end');
  }
  for (const [from, targets] of imports)
    for (const to of targets) {
      const indirect = [...targets].some((other) => other !== to && reaches(other, to));
      if (!indirect) lines.push(`  ${idOf(from)} --> ${idOf(to)}`);
    }
  return ['```mermaid', ...lines, '```'].join('\n');
}
