import type { DiagramKind } from './diagram.ts';
import { pairsIn } from './pairs.ts';

/** 不是X，而是Y: what is denied pale, what is meant strong. */
export const CONTRAST: DiagramKind = {
  layout: 'contrast',
  trigger: /不(?:是|在于|靠|看).{1,24}而(?:是|在于|靠|看)/u,
  find: (paragraph) =>
    pairsIn(paragraph, {
      pattern:
        /(不(?:是|在于|靠|看)[^，。；：！？]{1,16})[，、]?(而(?:是|在于|靠|看)[^，。；：！？]{1,18})(?=[，。；！]|$)/u,
      subject: 16,
      roles: ['not', 'but'],
      score: 5.5,
    }),
  fallback: 'points',
};
