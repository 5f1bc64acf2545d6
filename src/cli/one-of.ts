import { UserError } from './user-error.ts';

/** Whether a value is one of those allowed. */
export function isOneOf<T extends string>(value: string, allowed: readonly T[]): value is T {
  return (allowed as readonly string[]).includes(value);
}

/**
 * The value of an option that allows some only; undefined stays undefined.
 *
 * @throws UserError `use.option-value`, which names those allowed
 */
export function oneOf<T extends string>(
  option: string,
  value: string | undefined,
  allowed: readonly T[],
): T | undefined {
  if (value === undefined || isOneOf(value, allowed)) return value;
  throw new UserError('use.option-value', { option, value, allowed: allowed.join(', ') });
}
