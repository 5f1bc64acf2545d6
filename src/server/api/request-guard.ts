import type { IncomingMessage } from 'node:http';

/** What is known of who sends a request, and what for. */
export interface GuardedRequest {
  readonly remoteAddress: string | undefined;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`, which a page cannot forge; older browsers do not send it. */
  readonly fetchSite: string | undefined;
  /** `Sec-Fetch-Dest`: what the answer is wanted for, `image` or `document` say. */
  readonly fetchDest: string | undefined;
}

export function guardedRequest({ socket, headers }: IncomingMessage): GuardedRequest {
  const header = (name: string) => (typeof headers[name] === 'string' ? headers[name] : undefined);
  return {
    remoteAddress: socket.remoteAddress,
    host: headers.host,
    origin: headers.origin,
    fetchSite: header('sec-fetch-site'),
    fetchDest: header('sec-fetch-dest'),
  };
}

/**
 * True for a request of the app on this machine. Refused are other machines (address), web pages whose host name was made
 * to point here (Host: DNS rebinding), and web pages of other origins (Origin, Sec-Fetch-Site). A request without an Origin
 * is a plain navigation, a picture, or a program on this machine.
 */
export function isOwnRequest(request: GuardedRequest): boolean {
  if (!isAddressedToThisMachine(request)) return false;
  const { host, origin, fetchSite } = request;
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return false;
  return origin === undefined || originHost(origin) === host?.toLowerCase();
}

/** True for a request from this machine that names it by `localhost` or number: never by a name that somebody chose. */
export function isAddressedToThisMachine({ remoteAddress, host }: GuardedRequest): boolean {
  return isLoopbackAddress(remoteAddress) && isLoopbackHost(host);
}

/**
 * False for what a browser asks for because a page shows it (a picture, a frame, a document): whoever writes a speech
 * chooses the addresses of its pictures and links. `fetch` and `EventSource` send `empty`; older browsers and programs
 * send nothing.
 */
export function isScriptRequest({ fetchDest }: GuardedRequest): boolean {
  return fetchDest === undefined || fetchDest === 'empty';
}

/** 127.0.0.0/8, ::1, and the former inside IPv6. */
function isLoopbackAddress(address: string | undefined): boolean {
  return address !== undefined && /^(::ffff:)?127(\.\d{1,3}){3}$|^::1$/i.test(address);
}

/** A Host header that names this machine: localhost, 127.x.x.x or [::1], with or without a port. */
function isLoopbackHost(host: string | undefined): boolean {
  return host !== undefined && /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i.test(host);
}

function originHost(origin: string): string | undefined {
  // "null" is what sandboxed and local pages send.
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
