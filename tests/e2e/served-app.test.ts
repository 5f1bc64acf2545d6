import { writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { type RunningApp, startApp } from './running-app.ts';
import { expect, test } from './test.ts';

/** What `npm start` serves beside the API: the program's files, to its own pages, and never a speech as a document. */

let app: RunningApp;

test.beforeAll(async () => {
  app = await startApp();
  const script = '<script>top.ran = true; document.title = "ran"</script>';
  await writeFile(
    join(app.speeches, '坏.svg'),
    `<svg xmlns="http://www.w3.org/2000/svg" onload="top.ran = true; document.title='ran'">${script}</svg>`,
  );
  await writeFile(join(app.speeches, '坏.html'), script);
});
test.afterAll(async () => {
  await app?.close();
});

/** `fetch` would mend the path and forbid some headers. */
function raw(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>(
    (resolve, reject) => {
      const { port } = new URL(app.url);
      request({ host: '127.0.0.1', port, path, headers }, (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => {
          body += chunk.toString();
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      })
        .on('error', reject)
        .end();
    },
  );
}

for (const path of [
  '/',
  '/deck.html',
  '/presenter.html',
  '/prompter.html',
  '/src/app/main.ts',
  '/samples/index.json',
  '/none.html',
])
  test(`${path} comes with the policy, and goes into no frame of another page`, async () => {
    const { headers } = await raw(path);
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).toContain("frame-ancestors 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

for (const path of ['/', '/src/app/main.ts', '/samples/index.json', '/api/speeches'])
  test(`a page of another server on this machine may not read ${path}`, async () => {
    const { headers } = await raw(path, { origin: 'http://localhost:9999' });
    expect(headers['access-control-allow-origin']).toBeUndefined();
  });

test('an address whose name was made to point here gets nothing', async () => {
  for (const path of ['/', '/api/speeches', '/src/app/main.ts'])
    expect((await raw(path, { host: 'evil.example' })).status).toBe(403);
});

test('there is no other way to a speech than the API', async () => {
  const folder = `/@fs${app.speeches}`;
  for (const path of [
    // Other spellings of the one address that gives out pictures.
    '/%73peeches/%E5%9D%8F.svg',
    '/%2573peeches/%E5%9D%8F.svg',
    '/./speeches/kaixue-dianli.md?raw',
    '//speeches/kaixue-dianli.svg',
    '/a/../speeches/kaixue-dianli.svg',
    '/a/%2e%2e/speeches/kaixue-dianli.svg',
    '/a%2f..%2fspeeches%2fkaixue-dianli.svg',
    '/speeches%5ckaixue-dianli.svg',
    '/Speeches/kaixue-dianli.svg',
    '/SPEECHES',
    '/samples/../../../speeches/kaixue-dianli.svg',
    // Places on the disk.
    `${folder}/%E5%9D%8F.svg`,
    `${folder}/%E5%9D%8F.html`,
    `${folder}/kaixue-dianli.md?raw`,
    `/@fs//${app.speeches}/kaixue-dianli.md`,
    `/@id${folder}/kaixue-dianli.md`,
    `/%40fs${app.speeches}/kaixue-dianli.md`,
    `/..%2f..%2f..${app.speeches}/kaixue-dianli.md`,
  ])
    expect([path, (await raw(path)).status]).toEqual([path, 404]);
});

test('a picture of the speeches opened as a page of its own runs nothing', async ({ browser }) => {
  const page = await browser.newPage();
  const broken: string[] = [];
  page.on('console', (message) => broken.push(message.text()));
  for (const name of ['坏.svg', '坏.html']) {
    await page.goto(`${app.url}speeches/${encodeURIComponent(name)}`);
    expect(await page.title()).not.toBe('ran');
  }
  // It was the policy that stopped it.
  expect(broken.join()).toMatch(/Blocked script execution|Content Security Policy/);
  await page.goto(app.url);
  expect(
    await page.evaluate(
      async (address) => {
        const frame = document.createElement('iframe');
        frame.src = address;
        const loaded = new Promise((done) => frame.addEventListener('load', done));
        document.body.append(frame);
        await loaded;
        return 'ran' in window;
      },
      `${app.url}speeches/${encodeURIComponent('坏.svg')}`,
    ),
  ).toBe(false);
  await page.close();
});
