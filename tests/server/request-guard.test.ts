import { describe, expect, it } from 'vitest';
import { isOwnRequest, isScriptRequest } from '../../src/server/api/request-guard.ts';

const own = {
  remoteAddress: '127.0.0.1',
  host: '127.0.0.1:5173',
  origin: 'http://127.0.0.1:5173',
  fetchSite: 'same-origin',
  fetchDest: 'empty',
};

describe('isOwnRequest', () => {
  it.each([
    ['the app', {}],
    ['a program without Origin', { origin: undefined, fetchSite: undefined }],
    ['an address typed by the user', { origin: undefined, fetchSite: 'none' }],
    ['by name', { host: 'localhost:5173', origin: 'http://localhost:5173' }],
    ['over IPv6', { remoteAddress: '::1', host: '[::1]:5173', origin: 'http://[::1]:5173' }],
    ['IPv4 inside IPv6', { remoteAddress: '::ffff:127.0.0.1' }],
  ])('lets %s in', (_, change) => expect(isOwnRequest({ ...own, ...change })).toBe(true));

  it.each([
    ['another machine', { remoteAddress: '192.168.1.7' }],
    ['an address that only begins like ours', { remoteAddress: '127.0.0.1.evil.example' }],
    ['no address', { remoteAddress: undefined }],
    ['a name made to point here (DNS rebinding)', { host: 'evil.example:5173' }],
    ['a name that begins like ours', { host: 'localhost.evil.example' }],
    ['no Host', { host: undefined }],
    ['another page', { origin: 'https://evil.example' }],
    ['another port of this machine', { origin: 'http://127.0.0.1:9999' }],
    ['a sandboxed page', { origin: 'null' }],
    ['a picture in another page', { origin: undefined, fetchSite: 'cross-site' }],
    ['another port without Origin', { origin: undefined, fetchSite: 'same-site' }],
  ])('keeps %s out', (_, change) => expect(isOwnRequest({ ...own, ...change })).toBe(false));
});

describe('isScriptRequest', () => {
  it.each(['empty', undefined])('%s may be a request of the app itself', (fetchDest) =>
    expect(isScriptRequest({ ...own, fetchDest })).toBe(true),
  );
  it.each(['image', 'iframe', 'document', 'style', 'script', 'object', 'audio'])(
    '%s is wanted by an address in a page',
    (fetchDest) => expect(isScriptRequest({ ...own, fetchDest })).toBe(false),
  );
});
