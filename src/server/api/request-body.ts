import type { IncomingMessage } from 'node:http';
import { LibraryError } from '../../library/library-error.ts';

/**
 * The JSON object in a request's body.
 *
 * @param limit bytes
 * @throws LibraryError `too-large` beyond the limit, `bad-request` for anything else than a
 *   JSON object sent as such (a form of another page cannot send that type)
 */
export async function readBody(request: IncomingMessage, limit: number): Promise<Record<string, unknown>> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw new LibraryError('bad-request', { what: 'content-type' });
  const tooLarge = (size: number) => new LibraryError('too-large', { size, limit });
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limit) throw tooLarge(announced);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge(size);
    chunks.push(chunk);
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    if (typeof body === 'object' && body !== null) return body as Record<string, unknown>;
  } catch {
    // told below
  }
  throw new LibraryError('bad-request', { what: 'json' });
}

/** A member of the body that must be text which UTF-8 can hold. */
export function textMember(body: Record<string, unknown>, key: string): string {
  const value = body[key];
  if (typeof value !== 'string') throw new LibraryError('bad-request', { what: key });
  // Half a surrogate pair would be written as another character.
  if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(value))
    throw new LibraryError('bad-request', { what: key });
  return value;
}

/** A member of the body that must be bytes in base64. */
export function bytesMember(body: Record<string, unknown>, key: string): Uint8Array {
  const value = body[key];
  if (typeof value !== 'string' || value.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(value))
    throw new LibraryError('bad-request', { what: key });
  return Buffer.from(value, 'base64');
}
