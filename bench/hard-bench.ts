export { HARD_KINDS, hardFile } from '../tests/hard-texts.ts';
export { readMutated as readHard } from '../tests/mutated-files.ts';
