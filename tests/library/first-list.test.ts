import { expect, it, vi } from 'vitest';
import { HttpLibrary } from '../../src/library/http/folder-library.ts';
import { openLibrary } from '../../src/library/open-library.ts';

const FIRST = { folder: '/speeches', speeches: [] };

it('the answer that told there is a folder is its first list; the next one is asked for', async () => {
  const asked = vi.fn(async () => Response.json(FIRST));
  vi.stubGlobal('fetch', asked);
  try {
    const library = await openLibrary({ tab: 'p', base: 'http://127.0.0.1:1/', served: false });
    expect(library).toBeInstanceOf(HttpLibrary);
    expect(await library.list()).toEqual(FIRST);
    expect(asked).toHaveBeenCalledTimes(1);
    await library.list();
    expect(asked).toHaveBeenCalledTimes(2);
  } finally {
    vi.unstubAllGlobals();
  }
});

it('a folder that is missing is not taken for an empty list', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ error: 'store.folder-missing' }, { status: 404 }));
  try {
    const library = await openLibrary({ tab: 'p', base: 'http://127.0.0.1:1/', served: false });
    await expect(library.list()).rejects.toMatchObject({ code: 'folder-missing' });
  } finally {
    vi.unstubAllGlobals();
  }
});
