/** What the guard looks at of a request. */
export interface GuardedRequest {
  readonly remoteAddress: string | undefined;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`, which a page cannot forge; older browsers do not send it. */
  readonly fetchSite: string | undefined;
}

/**
 * True for a request of this machine's own app and nobody else.
 *
 * Three doors are shut: other machines (address), web pages whose name was made to point here (Host: DNS
 * rebinding), and web pages that simply send a request to us (Origin, Sec-Fetch-Site). A request without
 * an Origin is a plain navigation, a picture, or a program on this machine.
 */
export function isOwnRequest({ remoteAddress, host, origin, fetchSite }: GuardedRequest): boolean {
  if (!isLoopbackAddress(remoteAddress) || !isLoopbackHost(host)) return false;
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return false;
  return origin === undefined || originHost(origin) === host?.toLowerCase();
}

/** 127.0.0.0/8, ::1, and the former inside IPv6. */
export function isLoopbackAddress(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127(\.\d{1,3}){3}$|^::1$/i.test(address);
}

/** A Host header that names this machine: localhost, 127.x.x.x or [::1], with or without a port. */
export function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i.test(host);
}

function originHost(origin: string): string | undefined {
  // "null" is what sandboxed and local pages send.
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
