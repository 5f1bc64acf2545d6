import { resolve } from 'node:path';
import { defineConfig } from 'vite';

const root = import.meta.dirname ?? process.cwd();

export default defineConfig({
  base: './',
  build: {
    target: 'es2022',
    // Font slices stay files of their own: a page loads only those it needs.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: {
        index: resolve(root, 'index.html'),
        deck: resolve(root, 'deck.html'),
        handout: resolve(root, 'handout.html'),
      },
    },
  },
  server: { host: '127.0.0.1' },
});
