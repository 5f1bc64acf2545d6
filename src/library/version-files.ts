import { VERSION_REASONS, type VersionEntry, type VersionReason } from './protocol.ts';

/** Folder of the kept states, in the folder of speeches and in an archive: `.versions/NAME/…`. */
export const VERSIONS_FOLDER = '.versions';

/** The text is in `TIME-xxxx.REASON.txt`; a label is `TIME-xxxx.label` beside it. */
const FILE = /^((\d{1,16})-[0-9a-f]{4})\.([a-z-]+)\.txt$/;

/** What the name of a version's file says. */
export interface VersionFile {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly reason: VersionReason;
}

/** @returns undefined for any other file */
export function versionFile(file: string): VersionFile | undefined {
  const [, id, time, written] = FILE.exec(file) ?? [];
  const reason = VERSION_REASONS.find((known) => known === written);
  return id === undefined || reason === undefined ? undefined : { id, time: Number(time), reason };
}

export function versionFileName({ id, reason }: Pick<VersionEntry, 'id' | 'reason'>): string {
  return `${fileId(id)}.${reason}.txt`;
}

/** Name of the file with the user's name for a version. */
export function labelFileName(id: string): string {
  return `${fileId(id)}.label`;
}

/** In a browser a version is known by its time alone. */
function fileId(id: string): string {
  return id.includes('-') ? id : `${id}-0000`;
}
