/** Size of the window of a test, CSS px: a small laptop's, or `APP_WINDOW=1920x1080`. */
export const WINDOW = sizeIn(process.env.APP_WINDOW ?? '1366x768');

function sizeIn(text: string): { width: number; height: number } {
  const [, width, height] = /^(\d+)x(\d+)$/.exec(text) ?? [];
  if (!width || !height) throw new Error(`APP_WINDOW=${text}: a size is like 1920x1080`);
  return { width: Number(width), height: Number(height) };
}
