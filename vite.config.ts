import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { carriedPrograms } from './vite/carried-programs-plugin.ts';
import { contentSecurityPolicy } from './vite/content-security-policy.ts';
import { licenses } from './vite/license-plugin.ts';
import { sampleSpeeches } from './vite/sample-speeches-plugin.ts';
import { samplesPlugin } from './vite/samples-plugin.ts';
import { speechFolderPlugin } from './vite/speech-folder-plugin.ts';
import { wawoff2WithoutEval } from './vite/wawoff2-plugin.ts';

const root = import.meta.dirname ?? process.cwd();

export default defineConfig({
  base: './',
  // A page that is not there is an error, not the app again inside its own frame.
  appType: 'mpa',
  // The policy first: it goes with every answer of the others.
  plugins: [
    contentSecurityPolicy(),
    speechFolderPlugin(),
    samplesPlugin(),
    sampleSpeeches(),
    carriedPrograms(),
    licenses(),
  ],
  build: {
    target: 'es2022',
    // Fonts stay files of their own: a page loads only those it needs.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        index: resolve(root, 'index.html'),
        deck: resolve(root, 'deck.html'),
        handout: resolve(root, 'handout.html'),
        meeting: resolve(root, 'meeting.html'),
        pack: resolve(root, 'pack.html'),
        speaker: resolve(root, 'presenter.html'),
        prompter: resolve(root, 'prompter.html'),
        themes: resolve(root, 'themes.html'),
      },
      output: {
        codeSplitting: {
          groups: [
            // The pages share nearly all of it: in five files it would be five requests of each.
            // Small modules that most pages share; the large ones stay with those that need them.
            { name: 'shared', test: /\/src\/.*\.ts$/, minShareCount: 3, maxModuleSize: 4000, priority: 1 },
            { name: 'lit', test: /node_modules[\\/](?:lit|@lit|lit-html|lit-element)[\\/]/ },
          ],
        },
      },
    },
  },
  worker: { format: 'es', plugins: () => [wawoff2WithoutEval()] },
  optimizeDeps: { rolldownOptions: { plugins: [wawoff2WithoutEval()] } },
  server: {
    host: '127.0.0.1',
    // Pages of other origins may not read what is served here.
    cors: false,
    // Speeches are watched by their own API; a save must never look like a change of the program.
    watch: { ignored: ['**/speeches/**', '**/.cache/**', '**/tests/**'] },
  },
});
