import { LibraryError } from '../library-error.ts';
import { MAX_LABEL, type VersionDraft, type VersionEntry } from '../protocol.ts';
import { versionsToDrop, visibleCharacters } from '../version-thinning.ts';
import type { RecordAccess, RecordStore } from './record-store.ts';

interface KeptVersion extends VersionEntry {
  readonly text: string;
}

/** Kept states of the speeches of this browser, under `NAME/TIME`. */
export class BrowserVersions {
  /** @param now ms since 1970 */
  constructor(
    private readonly records: RecordStore,
    private readonly now: () => number,
  ) {}

  /** Newest first. */
  list(name: string): Promise<VersionEntry[]> {
    return this.records.transact('readonly', async (records) =>
      (await versionsOf(records, name)).map(({ text: _, ...entry }) => entry),
    );
  }

  text(name: string, id: string): Promise<string> {
    return this.records.transact('readonly', async (records) => (await versionOf(records, name, id)).text);
  }

  /** See `Library.keepVersion`. */
  keep(name: string, { text, reason, label, time }: VersionDraft): Promise<VersionEntry> {
    return this.records.transact('readwrite', async (records) => {
      if (!(await records.get('entries', name))) throw new LibraryError('not-found', { name });
      const known = await versionsOf(records, name);
      const named = label?.trim().slice(0, MAX_LABEL);
      const twins = time === undefined ? known.slice(0, 1) : known.filter((other) => other.time === time);
      const twin = twins.find((other) => other.text === text);
      const kept: KeptVersion = twin
        ? { ...twin, ...(named && { label: named }) }
        : this.begin(text, reason, named, this.timeFor(known, time));
      await records.put('versions', keyOf(name, kept.id), kept);
      const others = known.filter((other) => other.id !== kept.id);
      for (const id of versionsToDrop([kept, ...others], this.now()))
        await records.delete('versions', keyOf(name, id));
      const { text: _, ...entry } = kept;
      return entry;
    });
  }

  /** @param label empty takes the name away */
  label(name: string, id: string, label: string): Promise<void> {
    return this.records.transact('readwrite', async (records) => {
      const { label: _, ...version } = await versionOf(records, name, id);
      const named = label.trim().slice(0, MAX_LABEL);
      await records.put('versions', keyOf(name, id), { ...version, ...(named && { label: named }) });
    });
  }

  /** Part of a transaction: the versions follow their speech. What stood there before goes. */
  async move(records: RecordAccess, name: string, to: string): Promise<void> {
    if (name === to) return;
    await this.drop(records, to);
    for (const version of await versionsOf(records, name)) {
      await records.put('versions', keyOf(to, version.id), version);
      await records.delete('versions', keyOf(name, version.id));
    }
  }

  /** Part of a transaction: the versions go for good. */
  async drop(records: RecordAccess, name: string): Promise<void> {
    for (const { id } of await versionsOf(records, name)) await records.delete('versions', keyOf(name, id));
  }

  /** @param wanted its own time, of a version from elsewhere */
  private timeFor(known: readonly VersionEntry[], wanted: number | undefined): number {
    // Never before one that is there: a clock that was set back must not put the newest state last.
    if (wanted === undefined) return Math.max(this.now(), (known[0]?.time ?? 0) + 1);
    let time = Math.min(wanted, this.now());
    while (known.some((other) => other.time === time)) time++;
    return time;
  }

  private begin(
    text: string,
    reason: VersionEntry['reason'],
    label: string | undefined,
    time: number,
  ): KeptVersion {
    const characters = visibleCharacters(text);
    return { id: String(time), time, reason, characters, text, ...(label && { label }) };
  }
}

const keyOf = (name: string, id: string) => `${name}/${id}`;

async function versionsOf(records: RecordAccess, name: string): Promise<KeptVersion[]> {
  const found = (await records.all<KeptVersion>('versions', keyOf(name, ''))).map(([, version]) => version);
  return found.sort((a, b) => b.time - a.time);
}

async function versionOf(records: RecordAccess, name: string, id: string): Promise<KeptVersion> {
  const version = await records.get<KeptVersion>('versions', keyOf(name, id));
  if (!version) throw new LibraryError('not-found', { name });
  return version;
}
