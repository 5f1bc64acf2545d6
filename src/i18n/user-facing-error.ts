import type { MessageValues } from './message.ts';

/**
 * An error that a person can do something about. It carries a code and values, never words: whoever shows it looks
 * the code up in the messages of the room that threw it. Anything else that is thrown is a fault of the program.
 */
export class UserFacingError<Code extends string = string> extends Error {
  constructor(
    readonly code: Code,
    readonly values: MessageValues = {},
  ) {
    super(`${code} ${JSON.stringify(values)}`);
  }
}
