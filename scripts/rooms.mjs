// The one table of rooms and of who may import whom; docs/ARCHITECTURE.md, Rooms, says the same in words.
// `npm run rooms` holds the code to it, `npm run rooms:draw` draws what is imported (docs/rooms.md).

const GROUND = ['src/text', 'src/i18n'];

/**
 * From the lowest floor up: a room's folder, its floor, and the rooms that it imports, all of which stand above it in this
 * table, so that there is no circle. Rooms that it does not name are out of its reach on whatever floor they are. A
 * folder inside another room's folder (src/deck/plan) is a room of its own.
 */
export const ROOMS = [
  { room: 'src/text', floor: 0, imports: [] },
  { room: 'src/i18n', floor: 0, imports: [] },
  { room: 'src/page', floor: 0, imports: [] },
  { room: 'src/fonts', floor: 0, imports: [] },
  { room: 'src/single-file', floor: 1, imports: ['src/page'] },
  { room: 'src/import', floor: 1, imports: GROUND },
  { room: 'src/repair', floor: 1, imports: GROUND },
  { room: 'src/speech', floor: 2, imports: [...GROUND, 'src/repair'] },
  { room: 'src/library', floor: 2, imports: [...GROUND, 'src/import'] },
  { room: 'src/deck/plan', floor: 3, imports: [...GROUND, 'src/speech'] },
  { room: 'src/deck/state', floor: 3, imports: GROUND },
  {
    room: 'src/deck',
    floor: 3,
    imports: [...GROUND, 'src/page', 'src/fonts', 'src/speech', 'src/deck/plan', 'src/deck/state'],
  },
  { room: 'src/handout/flow', floor: 3, imports: [...GROUND, 'src/speech'] },
  {
    room: 'src/handout',
    floor: 3,
    imports: [...GROUND, 'src/page', 'src/fonts', 'src/speech', 'src/handout/flow'],
  },
  { room: 'src/pack', floor: 3, imports: [...GROUND, 'src/repair', 'src/speech'] },
  { room: 'src/pack/show', floor: 3, imports: [...GROUND, 'src/page', 'src/fonts', 'src/pack'] },
  {
    room: 'src/compile',
    floor: 4,
    imports: [...GROUND, 'src/repair', 'src/speech', 'src/deck/plan', 'src/handout/flow'],
  },
  {
    room: 'src/stage',
    floor: 4,
    imports: [
      ...GROUND,
      'src/page',
      'src/fonts',
      'src/speech',
      'src/deck',
      'src/deck/plan',
      'src/deck/state',
    ],
  },
  {
    room: 'src/export',
    floor: 4,
    imports: [
      ...GROUND,
      'src/page',
      'src/fonts',
      'src/single-file',
      'src/import',
      'src/speech',
      'src/deck',
      'src/deck/plan',
      'src/handout',
      'src/handout/flow',
      'src/stage',
      'src/pack',
      'src/pack/show',
    ],
  },
  { room: 'src/server', floor: 4, imports: [...GROUND, 'src/import', 'src/library'] },
  { room: 'src/app', floor: 5, imports: 'all below', but: ['src/server'] },
  { room: 'src/cli', floor: 5, imports: 'all below', but: [] },
  { room: 'src/gallery', floor: 5, imports: 'all below', but: ['src/server'] },
  { room: 'vite', floor: 5, imports: 'all below', but: [] },
  { room: 'scripts', floor: 5, imports: [], but: [] },
  { room: 'bench', floor: 6, imports: 'all below', but: ['src/app', 'src/cli', 'src/gallery', 'vite'] },
].map((row, _, rows) =>
  row.imports === 'all below'
    ? {
        ...row,
        imports: rows
          .filter((one) => one.floor < row.floor && !row.but.includes(one.room))
          .map(({ room }) => room),
      }
    : row,
);

/** Folders of `src/app`, from the lowest floor up. A folder imports from lower floors only; `main.ts` starts the shell. */
export const APP_FLOORS = [
  ['preferences'],
  ['i18n'],
  ['ui', 'navigation'],
  ['settings', 'tasks', 'outline', 'editor', 'workers'],
  ['session'],
  ['messages', 'view-sync', 'preview'],
  ['repairs', 'versions', 'linked-files', 'pack'],
  ['library'],
  ['shell'],
];

/**
 * Packages that only some places import, `node:` for the modules of Node itself; paths without extension name a file. Tests
 * import what they need, so `tests` is not looked at.
 */
export const PACKAGES = [
  { name: 'vite', only: ['vite', 'bench', 'scripts', 'src/server/built-pages'] },
  { name: 'node:', only: ['src/server', 'src/cli', 'src/export/browser', 'vite', 'bench', 'scripts'] },
  { name: 'playwright', only: ['src/export/browser', 'bench', 'scripts'] },
  { name: 'harfbuzzjs', only: ['src/export'] },
  { name: 'wawoff2', only: ['src/export/fonts'] },
  { name: 'lit', only: ['src/deck/show', 'src/stage', 'src/app', 'src/gallery'] },
  { name: 'reveal.js', only: ['src/deck/show'] },
  { name: 'pagedjs', only: ['src/handout/paginate'] },
];

const escaped = (path) => path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** Matches what lies in one of some folders, or is one of some files, named without extension. */
const inside = (paths) => (paths.length === 0 ? '^$' : `^(${paths.map(escaped).join('|')})(/|\\.)`);

/** Rooms inside the folder of another one. */
const innerRooms = (room) => ROOMS.map((one) => one.room).filter((other) => other.startsWith(`${room}/`));

/** Rules for dependency-cruiser: one for each room, each folder of the app and each package of the table. */
export const RULES = [
  ...ROOMS.map(({ room, imports }) => ({
    name: room,
    severity: 'error',
    from: { path: inside([room]), pathNot: inside(innerRooms(room)) },
    to: {
      path: inside(
        ROOMS.map((one) => one.room).filter((other) => other !== room && !imports.includes(other)),
      ),
      // A folder in it may be a room that is within reach.
      pathNot: inside(
        [room, ...imports].filter((one) => ROOMS.some((other) => one.startsWith(`${other.room}/`))),
      ),
    },
  })),
  ...APP_FLOORS.flatMap((floor, index) =>
    floor.map((folder) => ({
      name: `src/app/${folder}`,
      severity: 'error',
      from: { path: inside([`src/app/${folder}`]) },
      to: {
        path: '^src/app/',
        pathNot: inside([folder, ...APP_FLOORS.slice(0, index).flat()].map((one) => `src/app/${one}`)),
      },
    })),
  ),
  {
    name: 'a floor for each folder of src/app',
    severity: 'error',
    from: {},
    to: { path: '^src/app/[^/]+/', pathNot: inside(APP_FLOORS.flat().map((one) => `src/app/${one}`)) },
  },
  ...PACKAGES.map(({ name, only }) => ({
    name: `package ${name}`,
    severity: 'error',
    from: { pathNot: inside([...only, 'tests', 'node_modules']) },
    to: name === 'node:' ? { dependencyTypes: ['core'] } : { path: `^(node_modules/)?${escaped(name)}(/|$)` },
  })),
  { name: 'no circle', severity: 'error', from: {}, to: { circular: true } },
];
