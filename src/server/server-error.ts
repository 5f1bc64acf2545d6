import { UserFacingError } from '../i18n/user-facing-error.ts';
import type { ServerMessageKey } from './messages.ts';

/** Why the server cannot start; its code is the key of the sentence for the person at the terminal. */
export class ServerError extends UserFacingError<ServerMessageKey> {
  override readonly name = 'ServerError';
}
