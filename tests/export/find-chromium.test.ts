import { describe, expect, it } from 'vitest';
import { ExportError } from '../../src/export/browser/export-error.ts';
import { findChromium, type Machine } from '../../src/export/browser/find-chromium.ts';

/** A machine that has the files named, and records what was run on it. */
function machine(
  files: readonly string[],
  changes: Partial<Machine> & { installs?: Record<string, string> } = {},
) {
  const there = new Set(files);
  const ran: string[] = [];
  const made: Machine = {
    env: { PATH: '/bin:/usr/local/bin' },
    platform: 'linux',
    isRoot: false,
    exists: async (path) => there.has(path),
    execute: async (program, args) => {
      const line = [program, ...args].join(' ');
      ran.push(line);
      const installed = Object.entries(changes.installs ?? {}).find(([part]) => line.includes(part));
      if (installed === undefined) throw new Error('no network');
      there.add(installed[1]);
    },
    playwrightPath: () => '/root/.cache/ms-playwright/chrome',
    say: () => undefined,
    ...changes,
  };
  return { machine: made, ran };
}

describe('finding a browser', () => {
  it('takes the one the environment names, before an installed one', async () => {
    const { machine: m } = machine(['/opt/mine', '/bin/chromium'], {
      env: { CHROME_PATH: '/opt/mine', PATH: '/bin' },
    });
    expect(await findChromium(m)).toBe('/opt/mine');
  });

  it('says so when the environment names one that is not there', async () => {
    const { machine: m } = machine(['/bin/chromium'], { env: { CHROMIUM_PATH: '/gone', PATH: '/bin' } });
    await expect(findChromium(m)).rejects.toMatchObject({ code: 'browser.named-missing' });
  });

  it('takes an installed one, before Playwright’s own', async () => {
    const { machine: m, ran } = machine([
      '/usr/local/bin/google-chrome',
      '/root/.cache/ms-playwright/chrome',
    ]);
    expect(await findChromium(m)).toBe('/usr/local/bin/google-chrome');
    expect(ran).toEqual([]);
  });

  it('prefers one without a window for printing, where it is installed', async () => {
    const { machine: m, ran } = machine(['/bin/chromium', '/bin/chromium-headless-shell'], {
      env: { PATH: '/bin' },
    });
    expect(await findChromium(m, true)).toBe('/bin/chromium-headless-shell');
    expect(await findChromium(m)).toBe('/bin/chromium');
    const { machine: other } = machine(['/bin/chromium'], { env: { PATH: '/bin' } });
    expect(await findChromium(other, true)).toBe('/bin/chromium');
    expect(ran).toEqual([]);
  });

  it('takes Playwright’s own when none is installed', async () => {
    const { machine: m } = machine(['/root/.cache/ms-playwright/chrome']);
    expect(await findChromium(m)).toBe('/root/.cache/ms-playwright/chrome');
  });

  it('finds Edge on an office PC', async () => {
    const edge = 'Microsoft\\Edge\\Application\\msedge.exe';
    const { machine: m } = machine([], {
      platform: 'win32',
      env: { 'ProgramFiles(x86)': 'C:\\Program Files (x86)' },
      exists: async (path) => path.endsWith(edge),
    });
    expect(await findChromium(m)).toContain(edge);
  });

  it('installs with the system’s package manager as root', async () => {
    const { machine: m, ran } = machine([], {
      isRoot: true,
      installs: { 'update -qq': '/x', chromium: '/bin/chromium' },
    });
    expect(await findChromium(m)).toBe('/bin/chromium');
    expect(ran.every((line) => line.startsWith('apt-get'))).toBe(true);
  });

  it('downloads Playwright’s when it may not install', async () => {
    const { machine: m, ran } = machine([], {
      installs: { 'playwright/cli.js install': '/root/.cache/ms-playwright/chrome' },
    });
    expect(await findChromium(m)).toBe('/root/.cache/ms-playwright/chrome');
    expect(ran.some((line) => line.startsWith('apt-get'))).toBe(false);
  });

  it('ends with one clear sentence when nothing helps', async () => {
    const { machine: m } = machine([], { isRoot: true });
    const error = await findChromium(m).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ExportError);
    expect(error).toMatchObject({ code: 'browser.none' });
  });
});
