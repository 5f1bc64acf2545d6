// Imports of the project's modules, as dependency-cruiser sees them.
import { cruise } from 'dependency-cruiser';
import { RULES } from './rooms.mjs';

/**
 * @param folders what is looked at, from `baseDir`
 * @param baseDir the project, or a folder laid out like it
 * @returns dependency-cruiser's result: modules with their imports, and violations of the table
 */
export async function cruiseImports(folders, baseDir) {
  const { output } = await cruise(folders, {
    baseDir,
    validate: true,
    ruleSet: { forbidden: RULES },
    // TypeScript 7 has no parser that can be called; without another one nothing is seen, and nothing is said.
    parser: 'swc',
    // Imports of types count, too.
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  });
  return output;
}
