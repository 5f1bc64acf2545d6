import type { OfficePicture } from '../../../src/export/ooxml/pictures.ts';

/** One pixel. */
const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);

/** Pictures for the addresses that fixtures and samples name. */
export const PICTURES: ReadonlyMap<string, OfficePicture> = new Map([
  ['a.png', { bytes: PNG, type: 'image/png', width: 4000, height: 3000 }],
  [
    'kaixue-dianli.svg',
    {
      bytes: PNG.slice(),
      type: 'image/png',
      width: 640,
      height: 400,
      drawing: new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    },
  ],
]);
