#!/usr/bin/env node
// The command line: `npm run speech -- COMMAND FILE`.
import { loadCommandLine } from './built-cli.mjs';

const { main } = await loadCommandLine();
process.exitCode = await main(process.argv.slice(2));
