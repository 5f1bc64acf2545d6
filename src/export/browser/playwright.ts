import { createRequire } from 'node:module';

/**
 * Playwright, required and not imported: to import a CommonJS package Node reads all its source for the names it exports,
 * which here takes a third of a second of processor time (Node 20, Playwright 1.65).
 */
export const { chromium } = createRequire(import.meta.url)('playwright') as typeof import('playwright');
