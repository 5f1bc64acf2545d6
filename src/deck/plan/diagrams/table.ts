import { CHANGE } from './change.ts';
import { CONDITION } from './condition.ts';
import { CONTRAST } from './contrast.ts';
import type { DiagramKind } from './diagram.ts';
import { FIGURES } from './figures.ts';
import { LADDER } from './ladder.ts';
import { PAIR } from './pair.ts';
import { PARALLEL } from './parallel.ts';
import { QUESTION_ANSWER } from './question.ts';
import { STEPS } from './steps.ts';
import { TERMS_OF_DOCUMENTS } from './terms.ts';
import { TIMELINE } from './timeline.ts';
import { WALL } from './wall.ts';

/**
 * All diagrams, in the order of preference (docs/slides.md). Adding one: a file of its own with its trigger and
 * condition, an entry here, a template in show/layouts, fixtures in tests/fixtures/deck/diagrams.
 */
export const DIAGRAMS: readonly DiagramKind[] = [
  FIGURES,
  CHANGE,
  WALL,
  PARALLEL,
  TERMS_OF_DOCUMENTS,
  CONTRAST,
  PAIR,
  CONDITION,
  QUESTION_ANSWER,
  LADDER,
  TIMELINE,
  STEPS,
];
