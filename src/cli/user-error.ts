import type { MessageKey } from './messages.ts';

/**
 * An error the user can do something about. It is shown as one sentence in the user's language;
 * anything else that is thrown is a fault of ours and shown as such.
 */
export class UserError extends Error {
  override readonly name = 'UserError';

  constructor(
    readonly key: MessageKey,
    readonly values: Readonly<Record<string, string | number>> = {},
    /** 1 = findings in the speech, 2 = wrong use or unreadable file. */
    readonly exitCode: 1 | 2 = 2,
  ) {
    super(`${key} ${JSON.stringify(values)}`);
  }
}
