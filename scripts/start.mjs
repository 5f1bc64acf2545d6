#!/usr/bin/env node
// `npm start`: the app on the speeches folder, on this machine only.
import { openLoader } from './typescript-loader.mjs';

const loader = await openLoader();
const { start } = await loader.load('src/server/start.ts');
process.exitCode = await start(process.argv.slice(2));
await loader.close();
