import type { DiagramKind } from './diagram.ts';
import { pairsIn } from './pairs.ts';

/** 既要X，又要Y · 不仅X，更Y · 一手抓X，一手抓Y: two halves of one weight. */
export const PAIR: DiagramKind = {
  layout: 'pair',
  trigger: /既(?!然|有|定|往).{1,16}[又也还]|不[仅但光].{1,16}[而更还]|一手.{1,14}一手/u,
  find: (paragraph) =>
    pairsIn(paragraph, {
      pattern:
        /((?:既(?!然|有|定|往)(?:要|是)?|不[仅但光](?:仅)?(?:要|是)?|一手)[^，。；：！？]{2,16})[，、]?((?:又要|又是|又|也要|也是|也|还要|还|而且|更要|更是|更|一手)[^，。；：！？]{2,16})(?=[，。；！]|$)/u,
      subject: 16,
      roles: ['item', 'item'],
      score: 5,
      apart: 5,
    }),
  fallback: 'points',
};
