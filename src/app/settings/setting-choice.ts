import type { SettingPath } from '../../speech/setting-edit.ts';

/** The user's choice of how the speech is shown; undefined: as usual. */
export interface SettingChoice {
  readonly path: SettingPath;
  readonly value: string | number | boolean | undefined;
}
