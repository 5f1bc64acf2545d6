import type { KnipConfig } from 'knip';

/** Unused files, exports and dependencies: `npm test` asks for none. */
const config: KnipConfig = {
  entry: [
    'src/{app,deck/show,handout/paginate,pack/show,stage/presenter,gallery}/main.ts',
    'src/cli/main.ts',
    'src/single-file/start.ts',
    'src/export/meeting/{main,inside/bar,inside/pages}.ts',
    'src/server/start.ts',
    'src/**/*.worker.ts',
    'scripts/*.mjs',
    'bench/*.{mjs,ts}',
    'tests/**/*.test.ts',
    'tests/pagedjs-baseline/*.ts',
    // Named by index.html.
    'src/app/ui/tokens.css',
  ],
  project: ['{src,tests,bench,vite,scripts}/**/*.{ts,mjs,css}'],
  // A type or constant may be exported for the reader of a signature alone.
  ignoreExportsUsedInFile: true,
  ignoreDependencies: [
    // Named by its name only: the parser of dependency-cruiser (scripts/check-rooms.mjs).
    '@swc/core',
    // Its file is read and brought into the page by the accessibility tests.
    'axe-core',
  ],
  compilers: {
    // Faces come into the build by the style sheets.
    css: (text: string) =>
      [...text.matchAll(/@import\s+(?:url\()?['"]([^'"]+)['"]|url\(['"]?([^'")]+)['"]?\)/g)]
        .map(([, sheet, file]) => `import '${sheet ?? file}';`)
        .filter((line) => !line.includes('data:'))
        .join('\n'),
  },
};

export default config;
