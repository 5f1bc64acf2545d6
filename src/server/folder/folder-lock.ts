import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { mkdir, readdir, rm, rmdir, stat, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { LibraryError } from '../../library/library-error.ts';
import { hiddenFolder } from './hidden-folder.ts';

/** What the server keeps for itself in the folder of speeches. */
export const BOOKKEEPING = '.jiangtai';
/** `lock-MACHINE-PID-RANDOM`; who holds it is in the name, because a name appears at once and content later. */
const LOCK = /^lock-([0-9a-f]{12})-(\d+)-[0-9a-f]{16}$/;

/** Pause before the lock is tried again, ms: between this and twice as long, so that two do not meet again and again. */
const PAUSE = 10;
/** A holder says that it lives so often, ms. */
const HEARTBEAT = 1000;
/** A holder of which nothing is known, and whose lock does not change for so many looks … */
const SILENT_LOOKS = 50;
/** … and so long, ms, has died. Measured by the one who waits: clocks of two machines need not agree. */
const SILENCE = 10_000;
/** What waits in one process may follow each other under one lock for so long, ms. */
const FAIRNESS = 100;
/** So often somebody may delete the empty folder between two calls before something else must be wrong. */
const ATTEMPTS = 20;
/** Nothing is waited for longer, ms. */
const PATIENCE = 30_000;

/** Locks that this process holds. */
const own = new Set<string>();

/** The machine since it was started, as far as process ids mean the same: a container has its own. */
const MACHINE = createHash('sha256')
  .update([hostname(), ...linuxFacts()].join('\n'))
  .digest('hex')
  .slice(0, 12);

function linuxFacts(): string[] {
  try {
    return [readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'), readlinkSync('/proc/self/ns/pid')];
  } catch {
    return [];
  }
}

/**
 * One lock for a folder of speeches, among all processes and machines that write to it. Whatever checks a file and then
 * writes it does both under this lock.
 *
 * There is no system call for that which works on network drives and in Node (docs/adr/0011-lock-by-file-names.md). A
 * holder has a file of its own name in `.jiangtai`. To take the lock: no other such file is there; make one's own; still no
 * other is there. If one is, both delete theirs and try again later. Names are never used twice, so deleting the file of a
 * process that died can never hit a lock that is held.
 */
export class FolderLock {
  private readonly waiting: {
    /** @returns reports the outcome: when the lock is given back, so that nothing of ours is seen in the folder */
    run(check: () => Promise<void>): Promise<() => void>;
    fail(error: unknown): void;
  }[] = [];
  private working = false;
  /** Whether a process died in the middle of its work since this one looked last; at first that is not known. */
  private interrupted = true;
  /** Locks of holders that cannot be asked: how they looked when they last changed. */
  private readonly silent = new Map<string, { stamp: number; since: number; looks: number }>();

  /**
   * @param root real path of the folder
   * @param recover finishes what a process that died has left, before anything else is done under the lock
   */
  constructor(
    private readonly root: () => Promise<string>,
    private readonly recover: (root: string) => Promise<void> = async () => undefined,
  ) {}

  /**
   * Does something that no other process does meanwhile.
   *
   * @param work gets a check to call right before the last step: it throws when the lock was lost, because this process
   *   stood still for too long
   * @throws LibraryError `busy` when the lock is not free for half a minute; the system's error where no lock can be made
   */
  hold<Result>(work: (check: () => Promise<void>) => Promise<Result>): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({
        run: (check) =>
          work(check).then(
            (result) => () => resolve(result),
            (error: unknown) => () => reject(error),
          ),
        fail: reject,
      });
      if (!this.working) void this.workOff();
    });
  }

  /** Takes the lock for all that wait here, and again after a while: another process may wait, too. */
  private async workOff(): Promise<void> {
    this.working = true;
    while (this.waiting.length > 0) {
      try {
        await this.holdFor(FAIRNESS);
      } catch (error) {
        for (const { fail } of this.waiting.splice(0)) fail(error);
      }
    }
    this.working = false;
  }

  /** @param time nothing more is begun after it, ms */
  private async holdFor(time: number): Promise<void> {
    const root = await this.root();
    const folder = await hiddenFolder(root, BOOKKEEPING);
    const path = await this.acquire(folder);
    const end = performance.now() + time;
    const reports: (() => void)[] = [];
    const heartbeat = setInterval(() => {
      const now = new Date();
      utimes(path, now, now).catch(() => undefined);
    }, HEARTBEAT);
    const check = async () => {
      await stat(path).catch(() => {
        throw new LibraryError('busy');
      });
    };
    try {
      if (this.interrupted) {
        await this.recover(root);
        this.interrupted = false;
      }
      do reports.push(await this.waiting.shift()!.run(check));
      while (this.waiting.length > 0 && performance.now() < end);
    } finally {
      clearInterval(heartbeat);
      await rm(path, { force: true }).catch(() => undefined);
      own.delete(path);
      // Nothing of ours lies about among the user's files; it stays where something else is in it.
      await rmdir(folder).catch(() => undefined);
      for (const report of reports) report();
    }
  }

  private async acquire(folder: string): Promise<string> {
    const end = performance.now() + PATIENCE;
    for (;;) {
      if (await this.isFree(folder, '')) {
        const name = `lock-${MACHINE}-${process.pid}-${randomBytes(8).toString('hex')}`;
        const path = join(folder, name);
        own.add(path);
        try {
          await create(path, folder);
          if (await this.isFree(folder, name)) return path;
          await rm(path, { force: true });
        } catch (error) {
          own.delete(path);
          await rm(path, { force: true }).catch(() => undefined);
          throw error;
        }
        own.delete(path);
      }
      if (performance.now() > end) throw new LibraryError('busy');
      await new Promise((resolve) => setTimeout(resolve, PAUSE * (1 + Math.random())));
    }
  }

  /** @param mine name of one's own lock, or empty */
  private async isFree(folder: string, mine: string): Promise<boolean> {
    const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [] as string[];
      throw error;
    });
    let free = true;
    for (const name of names) {
      if (name === mine || !LOCK.test(name)) continue;
      const path = join(folder, name);
      if (await this.hasDied(path, name)) {
        await rm(path, { force: true });
        this.interrupted = true;
      } else free = false;
    }
    return free;
  }

  private async hasDied(path: string, name: string): Promise<boolean> {
    const [, machine = '', pid = ''] = LOCK.exec(name) ?? [];
    if (machine === MACHINE) {
      if (Number(pid) === process.pid) return !own.has(path);
      if (!isRunning(Number(pid))) return true;
    }
    // On another machine, or the process id was given to another program since.
    const stamp = await stat(path).then(
      ({ mtimeMs }) => mtimeMs,
      () => -1,
    );
    const before = this.silent.get(name);
    if (before === undefined || before.stamp !== stamp) {
      this.silent.set(name, { stamp, since: performance.now(), looks: 0 });
      return false;
    }
    before.looks++;
    return before.looks > SILENT_LOOKS && performance.now() - before.since > SILENCE;
  }
}

/** Makes a lock's file, and the folder for it: whoever held the lock before has deleted that where it was empty. */
async function create(path: string, folder: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(path, '', { flag: 'wx' });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || attempt === ATTEMPTS) throw error;
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}
