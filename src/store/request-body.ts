import type { IncomingMessage } from 'node:http';
import { MAX_BODY_BYTES } from './protocol.ts';
import { StoreError } from './store-error.ts';

/**
 * The JSON object in a request's body.
 *
 * @throws StoreError `too-large` beyond {@link MAX_BODY_BYTES}, `bad-request` for anything else than a
 *   JSON object sent as such (a form of another page cannot send that type)
 */
export async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? ''))
    throw new StoreError('bad-request', { what: 'content-type' });
  const tooLarge = (size: number) => new StoreError('too-large', { size, limit: MAX_BODY_BYTES });
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > MAX_BODY_BYTES) throw tooLarge(announced);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw tooLarge(size);
    chunks.push(chunk);
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    if (typeof body === 'object' && body !== null) return body as Record<string, unknown>;
  } catch {
    // told below
  }
  throw new StoreError('bad-request', { what: 'json' });
}

/** A member of the body that must be text which UTF-8 can hold. */
export function textMember(body: Record<string, unknown>, key: string): string {
  const value = body[key];
  if (typeof value !== 'string') throw new StoreError('bad-request', { what: key });
  // Half a surrogate pair would be written as another character.
  if (/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(value))
    throw new StoreError('bad-request', { what: key });
  return value;
}
