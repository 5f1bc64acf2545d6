import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ImportError } from '../../src/import/import-error.ts';
import { RevisionConflict, SpeechClient } from '../../src/library/http/speech-client.ts';
import { type FolderState, MAX_BODY_BYTES } from '../../src/library/protocol.ts';
import { SpeechApi } from '../../src/server/api/speech-api.ts';
import { SpeechFolder } from '../../src/server/folder/speech-folder.ts';

let around: string;
let folder: string;
let server: Server;
let api: SpeechApi;
let base: string;
let client: SpeechClient;

beforeEach(async () => {
  around = await mkdtemp(join(tmpdir(), 'jiangtai-api-'));
  folder = join(around, 'speeches');
  await mkdir(folder);
  await writeFile(join(folder, '开学.txt'), '开学第一课\r\n\r\n同学们：\r\n');
  await writeFile(join(folder, 'README.md'), '# not a speech');
  await writeFile(join(folder, '图.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  await writeFile(join(around, 'secret.txt'), 'secret');
  api = new SpeechApi(new SpeechFolder(folder));
  server = createServer((incoming, response) => {
    if (!api.handle(incoming, response)) response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  client = new SpeechClient(base);
});
afterEach(async () => {
  api.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await rm(around, { recursive: true, force: true });
});

/** A raw request: `fetch` would mend the path and forbid some headers. */
function raw(method: string, path: string, headers: Record<string, string> = {}, body = '') {
  return new Promise<{ status: number; body: string; type: string; policy: string }>((resolve, reject) => {
    const { port } = server.address() as AddressInfo;
    const outgoing = request({ port, host: '127.0.0.1', method, path, headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          body: text,
          type: response.headers['content-type'] ?? '',
          policy: String(response.headers['content-security-policy'] ?? ''),
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

describe('reading', () => {
  it('lists the speeches, without what explains the folder', async () => {
    const { folder: name, speeches } = await client.list();
    expect(name).toBe('speeches');
    expect(speeches).toMatchObject([{ name: '开学.txt', title: '开学第一课' }]);
  });

  it('reads a speech with \\n line ends and its revision', async () => {
    const file = await client.read('开学.txt');
    expect(file.text).toBe('开学第一课\n\n同学们：\n');
    expect(file.revision).toBe((await client.list()).speeches[0]?.revision);
  });

  it('says what a file is that is no text', async () => {
    await writeFile(join(folder, 'x.txt'), Buffer.from('%PDF-1.7\n'));
    await expect(client.read('x.txt')).rejects.toEqual(new ImportError('pdf', {}));
  });

  it('says when a file or the folder is not there', async () => {
    await expect(client.read('无.txt')).rejects.toMatchObject({ code: 'not-found' });
    await rm(folder, { recursive: true });
    await expect(client.list()).rejects.toMatchObject({ code: 'folder-missing' });
  });
});

describe('writing', () => {
  it('replaces the text, keeps line ends, gives the new revision', async () => {
    const { revision } = await client.read('开学.txt');
    const written = await client.write('开学.txt', '开学第一课\n\n同学们，老师们：\n', revision);
    expect(await readFile(join(folder, '开学.txt'), 'utf8')).toBe('开学第一课\r\n\r\n同学们，老师们：\r\n');
    expect((await client.read('开学.txt')).revision).toBe(written.revision);
  });

  it('refuses to write over a change that was not seen, and tells it', async () => {
    const { revision } = await client.read('开学.txt');
    await writeFile(join(folder, '开学.txt'), '别人写的');
    const refusal: unknown = await client
      .write('开学.txt', '我写的', revision)
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(RevisionConflict);
    expect((refusal as RevisionConflict).current.text).toBe('别人写的');
    expect(await readFile(join(folder, '开学.txt'), 'utf8')).toBe('别人写的');
  });

  it('of two writes at once from one state only one wins', async () => {
    const { revision } = await client.read('开学.txt');
    const results = await Promise.allSettled(
      ['甲', '乙', '丙'].map((text) => client.write('开学.txt', text, revision)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await readdir(folder)).sort()).toEqual(['README.md', '图.svg', '开学.txt']);
  });

  it('W10: keeps the first bytes of a file whose encoding has to change', async () => {
    const gbk = Buffer.from([
      0xcd, 0xac, 0xd6, 0xbe, 0xc3, 0xc7, 0xa3, 0xba, 0xb4, 0xf3, 0xbc, 0xd2, 0xba, 0xc3, 0xa3, 0xa1,
    ]);
    await writeFile(join(folder, '旧.txt'), gbk);
    const { revision, encoding } = await client.read('旧.txt');
    expect(encoding).toBe('gb18030');
    const written = await client.write('旧.txt', '同志们：早上好！', revision);
    expect(written.encoding).toBe('utf-8');
    expect(await readFile(join(folder, written.original as string))).toEqual(gbk);
    expect((await client.write('旧.txt', '一', written.revision)).original).toBeUndefined();
  });

  it('creates a speech, once', async () => {
    await client.create('新 讲话.txt', '');
    expect((await client.read('新 讲话.txt')).text).toBe('');
    await expect(client.create('新 讲话.txt', '二')).rejects.toMatchObject({ code: 'exists' });
    await expect(client.create('../a.txt', '')).rejects.toMatchObject({ code: 'bad-name' });
    await expect(client.create('a.html', '')).rejects.toMatchObject({ code: 'wrong-extension' });
  });

  it('needs a revision, JSON, and text that UTF-8 can hold', async () => {
    const path = `/api/speeches/${encodeURIComponent('开学.txt')}`;
    const json = { 'content-type': 'application/json' };
    expect((await raw('PUT', path, json, '{"text":"x"}')).status).toBe(400);
    expect((await raw('PUT', path, { ...json, 'if-match': '"0"' }, 'x')).status).toBe(400);
    expect(
      (await raw('PUT', path, { 'content-type': 'text/plain', 'if-match': '"0"' }, '{"text":"x"}')).status,
    ).toBe(400);
    expect((await raw('PUT', path, { ...json, 'if-match': '"0"' }, '{"text":"\\ud800"}')).status).toBe(400);
    expect((await raw('DELETE', path)).status).toBe(400);
    for (const time of ['"now"', '-1', '1.5', '1e99'])
      expect(
        (
          await raw(
            'POST',
            path.replace('speeches', 'speech-versions'),
            json,
            `{"text":"x","reason":"opened","time":${time}}`,
          )
        ).status,
      ).toBe(400);
    expect((await raw('POST', path, json, '{"rename":"../x.txt"}')).status).toBe(400);
    expect((await raw('POST', path, json, '{"duplicate":"x.exe"}')).status).toBe(400);
    expect((await raw('POST', path, { 'content-type': 'text/plain' }, '{"rename":"x.txt"}')).status).toBe(
      400,
    );
    expect((await raw('DELETE', '/api/removed-speeches/..%2f..', { 'if-match': '*' })).status).toBe(404);
    expect(await readFile(join(folder, '开学.txt'), 'utf8')).toContain('同学们');
  });

  it('W4: a server that takes a text and does not answer counts as gone, and holds nothing up', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const impatient = new SpeechClient(`http://127.0.0.1:${port}/`, 'page-a', 50);
    await expect(impatient.write('开学.txt', '一', 'abc')).rejects.toMatchObject({ code: 'no-server' });
    await expect(impatient.read('开学.txt')).rejects.toMatchObject({ code: 'no-server' });
    silent.closeAllConnections();
    await new Promise((resolve) => silent.close(resolve));
  });

  it('a page that goes away in the middle of sending leaves the file, and no complaint in the log', async () => {
    const { revision } = await client.read('开学.txt');
    const complained = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const { port } = server.address() as AddressInfo;
    const path = `/api/speeches/${encodeURIComponent('开学.txt')}`;
    const headers = {
      'content-type': 'application/json',
      'if-match': `"${revision}"`,
      'content-length': '50',
    };
    const gone = new Promise<void>((resolve) => {
      server.once('request', (incoming) => incoming.once('close', () => setImmediate(resolve)));
    });
    const outgoing = request({ port, host: '127.0.0.1', method: 'PUT', path, headers });
    outgoing.on('error', () => undefined);
    outgoing.write('{"text":"', () => outgoing.destroy());
    await gone;
    expect(await readFile(join(folder, '开学.txt'), 'utf8')).toContain('同学们');
    expect(complained).not.toHaveBeenCalled();
    complained.mockRestore();
  });

  it('stops at 5 MB, announced or not', async () => {
    const { revision } = await client.read('开学.txt');
    const path = `/api/speeches/${encodeURIComponent('开学.txt')}`;
    const headers = { 'content-type': 'application/json', 'if-match': `"${revision}"` };
    const announced = await raw('PUT', path, { ...headers, 'content-length': String(MAX_BODY_BYTES + 1) });
    expect(announced).toMatchObject({ status: 413 });
    expect(JSON.parse(announced.body)).toMatchObject({ error: 'store.too-large' });
    const long = 'x'.repeat(MAX_BODY_BYTES);
    const chunked = await raw(
      'PUT',
      path,
      { ...headers, 'transfer-encoding': 'chunked' },
      `{"text":"${long}"}`,
    );
    expect(chunked).toMatchObject({ status: 413 });
    await expect(client.write('开学.txt', long, revision)).rejects.toMatchObject({ code: 'too-large' });
    expect(await readFile(join(folder, '开学.txt'), 'utf8')).toContain('同学们');
  });
});

describe('the folder’s walls', () => {
  it.each([
    '/api/speeches/..%2fsecret.txt',
    '/api/speeches/%2e%2e%2fsecret.txt',
    '/api/speeches/..%5csecret.txt',
    '/api/speeches/../../secret.txt',
    '/api/speeches/%2fetc%2fpasswd',
    '/api/speeches/a%00.txt',
    '/api/speeches/%ff.txt',
    '/speeches/..%2fsecret.txt',
    '/speeches/../secret.txt',
    `/speeches/${encodeURIComponent('开学.txt')}`,
    '/speeches/',
    '/api/speech-bytes/..%2fsecret.txt',
    '/api/speech-bytes/README.txt',
    '/api/speech-versions/..%2f',
    `/api/speech-versions/${encodeURIComponent('开学.txt')}/..%2f..%2f..%2fsecret.txt`,
    '/api/speech-versions/%ff.txt',
    '/api/removed-speeches/x',
  ])('%s gives nothing', async (path) => {
    const { status, body } = await raw('GET', path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain('secret"');
    expect(body).not.toContain('同学们');
  });

  it('a link that leads out is refused, for reading and writing; one inside is followed', async () => {
    await symlink(join(around, 'secret.txt'), join(folder, 'out.txt'));
    await symlink(join(folder, '开学.txt'), join(folder, 'in.txt'));
    await expect(client.read('out.txt')).rejects.toMatchObject({ code: 'outside-folder' });
    await expect(client.write('out.txt', 'x', 'abc')).rejects.toMatchObject({ code: 'outside-folder' });
    expect(await readFile(join(around, 'secret.txt'), 'utf8')).toBe('secret');
    expect((await client.list()).speeches.map(({ name }) => name)).toEqual(['in.txt', '开学.txt']);
    const { revision } = await client.read('in.txt');
    await client.write('in.txt', '改了', revision);
    expect(await readFile(join(folder, '开学.txt'), 'utf8')).toBe('改了');
  });

  it('serves pictures, which cannot run scripts', async () => {
    const picture = await raw('GET', `/speeches/${encodeURIComponent('图.svg')}`);
    expect(picture).toMatchObject({ status: 200, type: 'image/svg+xml' });
    expect(picture.policy).toMatch(/default-src 'none'.*sandbox/);
  });

  it('R8: reports which tab wrote a file last, until somebody else does', async () => {
    const page = new SpeechClient(base, 'page-a');
    await page.create('谁写的.txt', '甲');
    const before = Date.now();
    await page.write('谁写的.txt', '乙', (await page.read('谁写的.txt')).revision);
    const { writer } = await client.read('谁写的.txt');
    expect(writer?.tab).toBe('page-a');
    expect(writer?.time).toBeGreaterThanOrEqual(before);
    await writeFile(join(folder, '谁写的.txt'), '丙');
    expect((await client.read('谁写的.txt')).writer).toBeUndefined();
  });

  it('R11: of many superseded drafts the last are sent, and malformed stamps are ignored', async () => {
    const page = new SpeechClient(base, 'page-a');
    await page.create('多少稿.txt', '甲');
    const supersedes = Array.from({ length: 100 }, (_, index) => ({ tab: `page-${index}`, time: index }));
    await page.write('多少稿.txt', '乙', (await page.read('多少稿.txt')).revision, { supersedes });
    const pages = (await client.read('多少稿.txt')).vector?.map(({ tab }) => tab);
    expect([pages?.length, pages?.at(-2), pages?.at(-1)]).toEqual([20, 'page-99', 'page-a']);
    const { revision } = await client.read('多少稿.txt');
    const headers = { 'content-type': 'application/json', 'if-match': `"${revision}"` };
    const odd = 'page-b 5, page-d 8, ../x 6, page-c 9';
    await fetch(new URL(`api/speeches/${encodeURIComponent('多少稿.txt')}`, base), {
      method: 'PUT',
      headers: { ...headers, 'x-jiangtai-writer': odd },
      body: '{"text":"丙"}',
    });
    const { writer, vector } = await client.read('多少稿.txt');
    expect(writer).toEqual({ tab: 'page-b', time: 5 });
    expect(vector?.slice(-3).map(({ tab }) => tab)).toEqual(['page-99', 'page-a', 'page-b']);
    expect(vector?.some(({ tab }) => tab === 'page-c' || tab.includes('x'))).toBe(false);
  });

  it('a file from outside is kept byte for byte, and read in the encoding the user names', async () => {
    // 同志们好 in GB18030.
    const bytes = Uint8Array.from([0xcd, 0xac, 0xd6, 0xbe, 0xc3, 0xc7, 0xba, 0xc3]);
    await client.addFile('国标.txt', bytes);
    expect(new Uint8Array(await readFile(join(folder, '国标.txt')))).toEqual(bytes);
    expect(await client.read('国标.txt')).toMatchObject({ text: '同志们好', encoding: 'gb18030' });
    expect((await client.read('国标.txt', 'big5')).text).not.toBe('同志们好');
    await expect(client.addFile('国标.txt', bytes)).rejects.toMatchObject({ code: 'exists' });
    await expect(client.addFile('图.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47]))).rejects.toMatchObject({
      code: 'picture',
    });
    await client.addFile('相片.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47]));
    await expect(client.addFile('a.exe', bytes)).rejects.toMatchObject({ code: 'wrong-extension' });
    expect(await raw('GET', `/api/speeches/${encodeURIComponent('国标.txt')}?encoding=ebcdic`)).toMatchObject(
      {
        status: 400,
      },
    );
  });

  it.each<Record<string, string>>([
    { host: 'evil.example' },
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site' },
  ])('%j is forbidden', async (headers) => {
    expect((await raw('GET', '/api/speeches', headers)).status).toBe(403);
    expect((await raw('POST', '/api/speeches', headers, '{}')).status).toBe(403);
    const path = `/api/speeches/${encodeURIComponent('开学.txt')}`;
    expect((await raw('DELETE', path, { 'if-match': '*', ...headers })).status).toBe(403);
    expect((await raw('GET', '/api/speech-search?q=', headers)).status).toBe(403);
    expect((await raw('GET', '/api/removed-speeches', headers)).status).toBe(403);
  });

  it('other paths are not ours', async () => {
    expect((await raw('GET', '/api/speeches-of-others')).status).toBe(404);
  });
});

describe('the feed', () => {
  it('tells the revisions at the start and after a change by anybody', async () => {
    const response = await fetch(new URL('api/speech-events', base));
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let said = '';
    const next = async (): Promise<FolderState> => {
      for (;;) {
        const match = /data: (.*)\n\n/.exec(said);
        if (match) {
          said = said.slice(match.index + match[0].length);
          return JSON.parse(match[1]!) as FolderState;
        }
        said += (await reader.read()).value ?? '';
      }
    };
    const first = await next();
    expect(Object.keys(first.revisions)).toEqual(['开学.txt']);
    await writeFile(join(folder, '新.txt'), '一');
    expect(Object.keys((await next()).revisions)).toEqual(['开学.txt', '新.txt']);
    await writeFile(join(folder, '开学.txt'), '改了');
    expect((await next()).revisions['开学.txt']).not.toBe(first.revisions['开学.txt']);
    await rm(join(folder, '新.txt'));
    expect(Object.keys((await next()).revisions)).toEqual(['开学.txt']);
    await reader.cancel();
  });
});

describe('under attack', () => {
  const json = { 'content-type': 'application/json' };

  it.each<Record<string, string>>([
    { host: 'localhost.evil.example' },
    { host: '127.0.0.1.nip.io' },
    { host: '127.0.0.1@evil.example' },
    { host: '0x7f.1' },
    { host: '2130706433' },
    { host: '[::ffff:10.0.0.1]' },
    { host: '192.168.1.2' },
    { origin: 'http://127.0.0.1:1' },
    { origin: 'http://localhost' },
    { origin: 'file://' },
    { origin: 'x' },
    { origin: 'http://127.0.0.1.evil.example' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': '' },
  ])('a write with %j is forbidden', async (headers) => {
    const path = `/api/speeches/${encodeURIComponent('开学.txt')}`;
    for (const [method, body] of [
      ['POST', '{"rename":"x.txt"}'],
      ['PUT', '{"text":"x"}'],
      ['DELETE', ''],
    ] as const)
      expect([
        method,
        (await raw(method, path, { ...json, 'if-match': '*', ...headers }, body)).status,
      ]).toEqual([method, expect.toSatisfy((status: number) => status === 403 || status === 400)]);
    expect(await readFile(join(folder, '开学.txt'), 'utf8')).toContain('同学们');
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    '',
    'text/json',
  ])('what a form of another page can send (%s) is not understood', async (type) => {
    const headers = { 'content-type': type };
    expect((await raw('POST', '/api/speeches', headers, '{"name":"x.txt","text":"x"}')).status).toBe(400);
    const path = `/api/speeches/${encodeURIComponent('开学.txt')}`;
    expect((await raw('POST', path, headers, '{"rename":"x.txt"}')).status).toBe(400);
    expect((await raw('POST', `${path}?_method=DELETE`, headers, '{}')).status).toBe(400);
    expect((await readdir(folder)).sort()).toEqual(['README.md', '图.svg', '开学.txt']);
  });

  it('names of other systems, of links and of nothing never get a file', async () => {
    const names = [
      '../x.txt',
      '..\\x.txt',
      'a/b.txt',
      'C:x.txt',
      'x.txt::$DATA',
      'x.txt:y.txt',
      'x.txt.',
      'x.txt ',
      ' x.txt',
      '.x.txt',
      '~$x.txt\u0000.txt',
      'con.txt',
      'NUL.md',
      'com1.讲话.txt',
      'lpt9.txt',
      'a\u202etxt.exe.txt',
      'a\u200b.txt',
      'a\n.txt',
      `${'长'.repeat(200)}.txt`,
      '.txt',
      '',
      'x.exe',
      'x.html',
      '.versions',
      '.trash/x.txt',
    ];
    for (const name of names) {
      const body = JSON.stringify({ name, text: 'x' });
      expect([name, (await raw('POST', '/api/speeches', json, body)).status]).toEqual([name, 400]);
      const move = JSON.stringify({ rename: name });
      const path = `/api/speeches/${encodeURIComponent('开学.txt')}`;
      expect([name, (await raw('POST', path, json, move)).status]).toEqual([name, 400]);
    }
    expect((await readdir(folder)).sort()).toEqual(['README.md', '图.svg', '开学.txt']);
    expect(await readdir(around)).toEqual(['secret.txt', 'speeches']);
  });

  it('links out of the folder in the places of versions, bin and originals are not written through', async () => {
    const out = join(around, 'out');
    await mkdir(out);
    for (const hidden of ['.versions', '.trash', '.originals']) await symlink(out, join(folder, hidden));
    const { revision } = await client.read('开学.txt');
    const path = encodeURIComponent('开学.txt');
    await raw('POST', `/api/speech-versions/${path}`, json, '{"text":"x","reason":"opened"}');
    await raw('DELETE', `/api/speeches/${path}`, { 'if-match': '*' });
    await client.write('开学.txt', '改', revision).catch(() => undefined);
    expect(await readdir(out)).toEqual([]);
    expect(await readdir(folder)).toContain('开学.txt');
  });

  it('a bug of ours is told with the name of the speech, and the server goes on', async () => {
    const complained = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const broken = vi.spyOn(SpeechFolder.prototype, 'read').mockRejectedValueOnce(new TypeError('bug'));
    await expect(client.read('开学.txt')).rejects.toMatchObject({
      code: 'unreadable',
      values: { name: '开学.txt' },
    });
    expect((await client.read('开学.txt')).text).toContain('同学们');
    expect(complained).toHaveBeenCalledOnce();
    broken.mockRestore();
    complained.mockRestore();
  });

  it('bodies that are no object, or hostile ones, change nothing', async () => {
    for (const body of [
      'null',
      '[]',
      '"x"',
      '1',
      '{',
      '{"name":{"toString":"x"},"text":"x"}',
      '{"__proto__":{"name":"x.txt","text":"x"}}',
      `${'['.repeat(50_000)}`,
    ])
      expect([body.slice(0, 20), (await raw('POST', '/api/speeches', json, body)).status]).toEqual([
        body.slice(0, 20),
        400,
      ]);
    expect((await readdir(folder)).sort()).toEqual(['README.md', '图.svg', '开学.txt']);
  });

  it('of a thousand writes at once each is whole, and the last state is one of theirs', async () => {
    const { revision } = await client.read('开学.txt');
    // On a busy machine the last answer comes after the twenty seconds that a client of the app waits.
    const patient = new SpeechClient(base, 'page-a', 110_000);
    const answers = await Promise.allSettled(
      Array.from({ length: 1000 }, (_, number) =>
        patient.write('开学.txt', `第${number}个`.repeat(100), revision),
      ),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(
      answers
        .filter(({ status }) => status === 'rejected')
        .every((answer) => (answer as PromiseRejectedResult).reason instanceof RevisionConflict),
    ).toBe(true);
    const { text } = await client.read('开学.txt');
    const [, number] = /^第(\d+)个/.exec(text) ?? [];
    expect(text).toBe(`第${number}个`.repeat(100));
    expect((await readdir(folder)).sort()).toEqual(['README.md', '图.svg', '开学.txt']);
  });
});
