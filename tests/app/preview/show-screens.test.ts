import { expect, it } from 'vitest';
import { chooseScreens, type OneScreen } from '../../../src/app/preview/show-screens.ts';

const screen = (isInternal: boolean, availLeft: number): OneScreen => ({
  isInternal,
  isPrimary: availLeft === 0,
  availLeft,
  availTop: 24,
  availWidth: 1366,
  availHeight: 744,
});
const laptop = screen(true, 0);
const projector = screen(false, 1366);
const monitor = screen(false, 3286);

it('shows the slides on the other screen and the console here, below the bars of the system', () => {
  expect(chooseScreens([laptop, projector], laptop)).toEqual({
    audience: projector,
    console: { left: 0, top: 24, width: 1366, height: 744 },
  });
});

it('keeps the laptop’s own screen for the speaker, also where the app stands on the projector', () => {
  const chosen = chooseScreens([laptop, projector], projector)!;
  expect([chosen.audience, chosen.console.left]).toEqual([projector, 0]);
  expect(chooseScreens([laptop, projector, monitor], monitor)!.audience).toBe(projector);
});

it('takes any other screen where none is built in, and none where there is one only', () => {
  expect(chooseScreens([projector, monitor], projector)!.audience).toBe(monitor);
  expect(chooseScreens([laptop], laptop)).toBe(undefined);
});
