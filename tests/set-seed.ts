import fc from 'fast-check';
import { SEED } from './seed.ts';

// Of every property that gives no seed of its own.
fc.configureGlobal({ seed: SEED });
