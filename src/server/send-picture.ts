import { createReadStream } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { finished } from 'node:stream';

/** An SVG opened on its own must not run scripts with the rights of the app. */
const PICTURE_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";

/**
 * Sends a picture of a speech.
 *
 * @param path a file that may be sent
 * @param type its media type
 * @throws the system's error when the file cannot be opened; nothing was sent then
 */
export async function sendPicture(response: ServerResponse, path: string, type: string): Promise<void> {
  const file = createReadStream(path);
  await new Promise<void>((resolve, reject) => {
    file.once('error', reject);
    file.once('open', () => resolve());
  });
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': PICTURE_POLICY,
    'cross-origin-resource-policy': 'same-origin',
  });
  file.pipe(response);
  finished(file, (error) => error && response.destroy());
  response.on('close', () => file.destroy());
}
