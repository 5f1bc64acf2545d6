#!/usr/bin/env node
// The command line: `npm run speech -- COMMAND FILE`.
import { loadProgram } from './built-program.mjs';

const { program } = await loadProgram('cli', 'src/cli/main.ts');
process.exitCode = await program.main(process.argv.slice(2));
