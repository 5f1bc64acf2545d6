import { join } from 'node:path';

/** Environment variables that name a browser, in order of precedence. */
export const BROWSER_VARIABLES = [
  'CHROMIUM_PATH',
  'PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH',
  'CHROME_PATH',
] as const;

/** Program names of Chromium and its kin, looked up on PATH. */
export const BROWSER_PROGRAMS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
] as const;

/**
 * … and before them, for what nobody looks at: Chromium without a window of its own starts in half the processor time, and
 * writes the same pages (measured in Chromium 156).
 */
export const WINDOWLESS_PROGRAMS = ['chromium-headless-shell', 'chrome-headless-shell'] as const;

/**
 * Places where installers put Chrome, Chromium and Edge on a system where they are not on PATH.
 * Edge comes with every Windows since 10, so an office PC always has one of these.
 *
 * @param platform `process.platform`
 * @param env environment with `ProgramFiles`, `LOCALAPPDATA`, `HOME`
 */
export function installedPlaces(
  platform: string,
  env: Readonly<Record<string, string | undefined>>,
): string[] {
  if (platform === 'darwin') {
    const apps = ['/Applications', join(env.HOME ?? '', 'Applications')];
    const programs = [
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Chromium.app/Contents/MacOS/Chromium',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
    return apps.flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  if (platform === 'win32') {
    const roots = [env.LOCALAPPDATA, env.ProgramFiles, env['ProgramFiles(x86)']].filter(
      (root) => root !== undefined,
    );
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Chromium\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return roots.flatMap((root) => programs.map((program) => join(root, program)));
  }
  return [
    '/usr/bin/chromium',
    '/snap/bin/chromium',
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
  ];
}
