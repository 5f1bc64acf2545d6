/** Widths of the list, px. */
export const LIST_LIMITS = { min: 160, max: 420 } as const;
/** Least widths of text and preview, px. */
const LEAST = { text: 300, preview: 320 } as const;

/** How narrow and wide the preview may be beside a list of this width. */
export function previewLimits(window: number, list: number): { min: number; max: number } {
  const max = Math.max(LEAST.preview, window - list - LEAST.text);
  return { min: Math.min(LEAST.preview, max), max };
}

/**
 * Widths for a window of this width.
 *
 * @param share of the preview in what the list leaves
 */
export function paneWidths(
  window: number,
  listHidden: boolean,
  listWidth: number,
  share: number,
): { list: number; preview: number } {
  const list = listHidden ? 0 : Math.min(LIST_LIMITS.max, Math.max(LIST_LIMITS.min, listWidth || 0));
  const { min, max } = previewLimits(window, list);
  const wanted = (window - list) * (Number.isFinite(share) ? share : 0.5);
  return { list, preview: Math.round(Math.min(max, Math.max(min, wanted))) };
}
