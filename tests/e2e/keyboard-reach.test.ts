import { type AppPage, REAL } from './app-page.ts';
import { expect, test } from './test.ts';
import { oneVisit } from './visit.ts';

/**
 * Whatever can be pressed, chosen or written in has a way to it by keys: Tab from one to the next, arrows inside
 * bars, menus, tabs and lists. Every view is walked, and what a pointer could use is counted.
 */

let own: AppPage;

/** What the walk knows, kept in the page. */
interface Walk {
  /** What a pointer could use now. */
  readonly wanted: readonly Element[];
  /** What keys have come to, in that order. */
  readonly come: Element[];
}
type Walking = Window & { walk: Walk };

/** Longest way through a frame, in stops. */
const IN_FRAME = 40;

/**
 * What keys do not come to, on either of two walks: on its way one may pass a button while it is disabled, as “next” is
 * on the last slide.
 *
 * @returns what is in view, can be operated by a pointer and was never come to
 */
async function unreached(): Promise<string[]> {
  const missed = await walk();
  if (missed.length === 0) return [];
  const again = await walk();
  return missed.filter((one) => again.includes(one));
}

/**
 * Walks the page by keys, from what has the keyboard now: from each place come to, every key that leads on is pressed, Tab
 * everywhere first, until nothing is left to come to.
 */
async function walk(): Promise<string[]> {
  const { page } = own;
  await page.evaluate(() => {
    const above = (one: Node): Node | null => one.parentNode ?? (one as ShadowRoot).host ?? null;
    const all: Element[] = [];
    const collect = (root: ParentNode) => {
      for (const one of root.querySelectorAll('*')) {
        all.push(one);
        if (one.shadowRoot) collect(one.shadowRoot);
      }
    };
    collect(document);
    // A dialogue that is open holds everything else back; so does a panel that is not the chosen one.
    const modal = all.find((one) => one.matches('dialog:modal')) ?? document;
    const usable = (one: Element): boolean => {
      let inside = false;
      for (let at: Node | null = one; at; at = above(at)) {
        if (at instanceof Element && at.matches('[inert], [aria-hidden="true"]')) return false;
        inside ||= at === modal;
      }
      return inside;
    };
    const wanted = all.filter(
      (one) =>
        one.matches(
          'a[href], button, input, select, textarea, summary, [role="button"], [role="menuitem"], [role="tab"], [role="separator"], [contenteditable="true"]',
        ) &&
        !one.matches(':disabled, [aria-disabled="true"], [type="file"]') &&
        one.checkVisibility({ visibilityProperty: true }) &&
        usable(one),
    );
    (window as unknown as Walking).walk = { wanted, come: [] };
  });
  /** Notes what has the keyboard. @returns what kind of place it is */
  const note = () =>
    page.evaluate(() => {
      const { come } = (window as unknown as Walking).walk;
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      if (!at || at === document.body) return 'nowhere';
      if (!come.includes(at)) come.push(at);
      // Of radio buttons Tab comes to the chosen one; arrows go through the rest, and choose.
      if (at instanceof HTMLInputElement && at.type === 'radio')
        for (const one of (at.getRootNode() as ParentNode).querySelectorAll(`input[name="${at.name}"]`))
          if (!come.includes(one)) come.push(one);
      return at.localName === 'iframe' ? 'frame' : 'place';
    });
  /** Goes back to a place come to before. @returns the keys that lead on from it; nothing when there is no such place */
  const back = (at: number) =>
    page.evaluate((at) => {
      const one = (window as unknown as Walking).walk.come[at];
      if (!one) return undefined;
      // A sentence's button is seen only while the keyboard is at its sentence.
      if (one.localName === 'button' && !one.checkVisibility({ visibilityProperty: true }))
        (one.previousElementSibling as HTMLElement | null)?.focus();
      (one as HTMLElement).focus();
      const keys = ['Tab', 'Shift+Tab'];
      // In a tab list arrows choose, and what was not chosen is hidden: once around, and all is as before.
      if (one.matches('[role="tab"]'))
        return [...keys, ...Array.from(one.parentElement!.querySelectorAll('[role="tab"]'), () => 'Around')];
      // In a field or on a separator arrows change the value.
      if (one.matches('input, select, textarea, [role="separator"], [contenteditable="true"]')) return keys;
      // The lit sentence is the way into a list of them: there are others on either side of it.
      if (one.matches('span[role="button"]')) return [...keys, 'ArrowUp', 'ArrowDown'];
      return [...keys, 'ArrowRight', 'ArrowDown'];
    }, at);
  const missing = () =>
    page.evaluate(() => {
      const { wanted, come } = (window as unknown as Walking).walk;
      return wanted.some((one) => !come.includes(one) && one.isConnected);
    });
  await note();
  for (const round of ['Tab', 'others'])
    for (let at = 0; await missing(); at++) {
      const keys = await back(at);
      if (!keys) break;
      for (const [nth, key] of keys.entries()) {
        if ((key === 'Tab') !== (round === 'Tab')) continue;
        if (key !== 'Around' || keys[nth - 1] !== 'Around') await back(at);
        await page.keyboard.press(key === 'Around' ? 'ArrowRight' : key);
        let kind = await note();
        for (let steps = 0; kind === 'frame' && key.endsWith('Tab') && steps < IN_FRAME; steps++) {
          await page.keyboard.press(key);
          kind = await note();
        }
      }
    }
  return page.evaluate(() => {
    const { wanted, come } = (window as unknown as Walking).walk;
    return wanted
      .filter((one) => !come.includes(one) && one.isConnected)
      .map((one) => {
        const host = (one.getRootNode() as ShadowRoot).host?.localName ?? '';
        const name = one.getAttribute('data-testid') ?? one.getAttribute('data-item') ?? one.id;
        return `${host} ${one.localName} ${name} “${(one.textContent ?? '').trim().slice(0, 20)}”`;
      });
  });
}

/** Repairs of two kinds and findings, one of them with its fix: a few rows have every control that hundreds have. */
const SHORT = `在讲习班上的讲话

同志们:

一、学习

要学习,要真学&nbsp;，学习是根本。“没有收尾的引号。

三、落实

我们服务群众,要落实到底。
`;

test('every control of the panels: repairs and findings, settings, find and replace', async ({
  openSpeech,
}) => {
  own = await openSpeech('duan.txt', SHORT, 1366, 768, 'slides');
  const { page, byTestId } = own;
  await expect.poll(() => byTestId('badge-proof').getAttribute('data-state')).toBe('good');
  await expect.poll(() => own.deck.locator('section.present').count()).toBe(1);
  await expect.poll(() => byTestId('repair-bar').locator('p').textContent()).toContain('4 处');
  await byTestId('repairs-show').focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => byTestId('repair-panel').isVisible()).toBe(true);
  expect(await unreached()).toEqual([]);
  await byTestId('repairs-show').focus();
  await page.keyboard.press('Enter');
  await byTestId('button-settings').focus();
  await page.keyboard.press('Enter');
  expect(await unreached()).toEqual([]);
  await byTestId('settings-slides').focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => byTestId('faces').isVisible()).toBe(true);
  expect(await unreached()).toEqual([]);
  await byTestId('settings-close').focus();
  await page.keyboard.press('Enter');
  await page.locator('.cm-content').focus();
  await page.keyboard.press('Control+f');
  await expect.poll(() => page.locator('.cm-search').isVisible()).toBe(true);
  expect(await unreached()).toEqual([]);
});

test.describe('with the slides', () => {
  const visit = oneVisit(async ({ own, app }) => {
    await own.prepare(1366, 768, 'slides');
    await own.page.goto(`${app.url}#file=${REAL}`);
    await own.ready();
  });
  test.beforeEach(() => {
    ({ own } = visit);
  });

  test('every control of the page', async () => {
    // From the text, where Tab must not be caught.
    await own.page.locator('.cm-content').focus();
    expect(await unreached()).toEqual([]);
  });

  test('every control of the menus and dialogues, which the keys open and Escape closes', async () => {
    const { page, byTestId } = own;
    const real = page.locator('a[data-name="jianxing-qunzhong-luxian.txt"]');
    const key = (name: string) => page.keyboard.press(name);
    const toMenu = async () => {
      await real.focus();
      await key('Tab');
      await key('Enter');
    };
    await toMenu();
    // Tab closes a menu: its entries are walked by arrows.
    const items = await page.locator('menu-button [role="menuitem"]:visible').count();
    expect(items).toBeGreaterThan(3);
    const come = new Set<string | null>();
    for (let step = 0; step < items; step++) {
      come.add(await page.locator('menu-button [role="menuitem"]:focus').getAttribute('data-item'));
      await key('ArrowDown');
    }
    expect(come.size).toBe(items);
    await key('Escape');

    await byTestId('button-new').focus();
    await key('Enter');
    await expect.poll(() => byTestId('new-dialog').isVisible()).toBe(true);
    for (let start = 0; start < 3; start++) {
      expect(await unreached()).toEqual([]);
      await page.locator('new-speech-dialog input[type="radio"]:checked').focus();
      await key('ArrowRight');
    }
    await key('Escape');
    await expect.poll(() => byTestId('new-dialog').isVisible()).toBe(false);

    await real.focus();
    await key('F2');
    await expect.poll(() => byTestId('name-dialog').isVisible()).toBe(true);
    expect(await unreached()).toEqual([]);
    await key('Escape');

    await toMenu();
    while ((await page.locator('menu-button [data-item="versions"]:focus').count()) === 0)
      await key('ArrowDown');
    await key('Enter');
    await expect.poll(() => byTestId('versions-dialog').isVisible()).toBe(true);
    expect(await unreached()).toEqual([]);
    await key('Escape');

    await page.locator('a[data-name="kaixue-dianli.md"]').focus();
    await key('Delete');
    await expect.poll(() => byTestId('removed-undo').count()).toBe(1);
    await byTestId('list-menu').locator('button').first().focus();
    await key('Enter');
    while ((await page.locator('menu-button [data-item="removed"]:focus').count()) === 0)
      await key('ArrowDown');
    await key('Enter');
    await expect.poll(() => page.locator('removed-dialog li').count()).toBe(1);
    expect(await unreached()).toEqual([]);
    await page.locator('removed-dialog li button').first().focus();
    await key('Enter');
    await expect.poll(() => page.locator('a[data-name="kaixue-dianli.md"]').count()).toBe(1);
  });
});

test.describe('with the handout', () => {
  const visit = oneVisit(async ({ own, app }) => {
    await own.prepare(1366, 768, 'handout');
    await own.page.goto(`${app.url}#file=${REAL}`);
    await own.ready();
  });
  test.beforeEach(() => {
    ({ own } = visit);
  });

  test('Enter on the pages goes to the sentence at their top', async () => {
    const { page, handout } = own;
    await page.locator('#handout-frame').focus();
    for (let presses = 0; presses < 4; presses++) await page.keyboard.press('PageDown');
    const top = () => handout.locator('html').evaluate((root) => root.scrollTop);
    await expect.poll(top).toBeGreaterThan(600);
    // The browser may still glide there, a little in every frame.
    await handout.locator('html').evaluate(async (root) => {
      for (let still = 0, at = -1; still < 10; at = root.scrollTop) {
        await new Promise((done) => requestAnimationFrame(done));
        still = root.scrollTop === at ? still + 1 : 0;
      }
    });
    await page.keyboard.press('Enter');
    const place = () =>
      handout.locator('html').evaluate(() => {
        const [first] = CSS.highlights.get('jiangtai-sentence') ?? [];
        return first ? Math.abs((first as Range).getBoundingClientRect().top) : Number.POSITIVE_INFINITY;
      });
    await expect.poll(place).toBeLessThan(400);
  });

  test('every control of the page', async () => {
    // From the text, where Tab must not be caught.
    await own.page.locator('.cm-content').focus();
    expect(await unreached()).toEqual([]);
  });
});
