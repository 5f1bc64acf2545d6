import type { MessageValues } from '../i18n/message.ts';
import { UserFacingError } from '../i18n/user-facing-error.ts';
import type { MessageKey } from './messages.ts';

/** An error of a command that its user can do something about; shown as one sentence in the user's language. */
export class UserError extends UserFacingError<MessageKey> {
  override readonly name = 'UserError';

  constructor(
    code: MessageKey,
    values: MessageValues = {},
    /** 1 = findings in the speech, 2 = wrong use or unreadable file. */
    readonly exitCode: 1 | 2 = 2,
  ) {
    super(code, values);
  }
}
