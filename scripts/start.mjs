#!/usr/bin/env node
// `npm start`: the app on the speeches folder, on this machine only.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { module } = await runnerImport(join(root, 'src/cli/start.ts'), {
  root,
  configFile: false,
  logLevel: 'error',
});
process.exitCode = await module.start(process.argv.slice(2));
