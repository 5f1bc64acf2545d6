import { expect as playwrightExpect } from '@playwright/test';

/** How long something may take to appear, ms: says nothing of the product, the machine may be busy. */
const LIMIT = 30_000;
/** Pauses between two looks, ms; the last one is repeated. */
const PAUSES = [30, 60, 100];

type Poll = typeof playwrightExpect.poll;
type PollOptions = Parameters<Poll>[1];
type Check = (...expected: unknown[]) => void;

/**
 * `expect.poll` that looks more often than Playwright's and for which a look that throws is only too early, as for a
 * file not yet written.
 */
function poll(look: () => unknown, given?: PollOptions): unknown {
  const options = typeof given === 'string' ? { message: given } : (given ?? {});
  const { message, timeout = LIMIT, intervals = PAUSES } = options;
  const matchers = (negated: boolean) =>
    new Proxy(
      {},
      {
        get: (_target, matcher: string) =>
          matcher === 'not'
            ? matchers(!negated)
            : (...expected: unknown[]) =>
                playwrightExpect(async () => {
                  const seen = playwrightExpect(await look(), message);
                  const checks = (negated ? seen.not : seen) as unknown as Record<string, Check>;
                  checks[matcher]!(...expected);
                }).toPass({ timeout, intervals }),
      },
    );
  return matchers(false);
}

/** Playwright's `expect` with a `poll` of ours. */
export const expect: typeof playwrightExpect = new Proxy(playwrightExpect, {
  get: (target, name, receiver) => (name === 'poll' ? poll : Reflect.get(target, name, receiver)),
});
