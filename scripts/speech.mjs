#!/usr/bin/env node
// The command line: `npm run speech -- COMMAND FILE`.
import { openLoader } from './typescript-loader.mjs';

const loader = await openLoader();
const { main } = await loader.load('src/cli/main.ts');
process.exitCode = await main(process.argv.slice(2));
await loader.close();
