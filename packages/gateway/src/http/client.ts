/** Tells clients apart without knowing who they are. docs/decisions/0008-client-tokens.md */
import { createHmac } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { isIP, isIPv4 } from 'node:net';
import type { Clock, GatewayContext } from '../service.ts';

/**
 * The client's network: an IPv4 address, or the /64 of an IPv6 address, which a provider gives to one household. However the address
 * is written, the network is written in one way. Empty where the server knows no address.
 * @param trustedProxies how many proxies of the council's own stand in front. `X-Forwarded-For` is read that many from the right:
 * anybody can write what stands to the left of that.
 */
export function clientNetwork(context: GatewayContext, trustedProxies: number): string {
  const socket = (context.env as { incoming?: IncomingMessage } | undefined)?.incoming?.socket.remoteAddress ?? '';
  const forwarded = trustedProxies === 0 ? undefined : forwardedAddress(context.req.header('X-Forwarded-For') ?? '', trustedProxies);
  return (forwarded === undefined ? undefined : networkOf(forwarded)) ?? networkOf(socket) ?? '';
}

/** The entry so many from the right; undefined where there are fewer. Reads from the end: the list may be as long as a header can be. */
function forwardedAddress(header: string, fromRight: number): string | undefined {
  let end = header.length;
  for (let left = fromRight; end >= 0; left--) {
    const start = header.lastIndexOf(',', end - 1);
    if (left === 1) return header.slice(start + 1, end).trim();
    if (start === -1) return undefined;
    end = start;
  }
  return undefined;
}

/**
 * The network of an address as sockets and proxies write it: `192.0.2.1`, `192.0.2.1:50123`, `2001:db8::1`, `[2001:db8::1]:50123`,
 * `fe80::1%eth0`, `::ffff:192.0.2.1`. Undefined where it is no address.
 */
export function networkOf(written: string): string | undefined {
  // An address, a zone and a port are shorter.
  if (written.length > 100) return undefined;
  const [, bracketed, withPort] = /^"?(?:\[([^\]]+)\](?::\d{1,5})?|(\d+\.\d+\.\d+\.\d+):\d{1,5})"?$/.exec(written) ?? [];
  const address = (bracketed ?? withPort ?? written).replace(/%.*$/, '');
  if (isIPv4(address)) return address;
  if (isIP(address) !== 6) return undefined;
  const groups = groupsOf(address);
  // IPv4-mapped: https://www.rfc-editor.org/rfc/rfc4291#section-2.5.5.2
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    const [high = 0, low = 0] = groups.slice(6);
    return [high >> 8, high & 0xff, low >> 8, low & 0xff].join('.');
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(':')}::/64`;
}

/** The eight groups of a right IPv6 address. */
function groupsOf(address: string): number[] {
  const hexadecimal = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...bytes: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(0, 4).map(Number);
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  });
  const [before = '', after] = hexadecimal.split('::').map((half) => half);
  const read = (half: string): number[] => (half === '' ? [] : half.split(':').map((group) => parseInt(group, 16)));
  const [start, end] = [read(before), read(after ?? '')];
  return [...start, ...Array.from({ length: 8 - start.length - end.length }, () => 0), ...end];
}

/** Tokens kept, so that a client's next request costs no hash. */
const MOST_KNOWN = 10_000;
const DAY = 86_400_000;

/**
 * A token for a network: the same in all processes with this key, another each day (UTC), so that what is kept of one day says nothing
 * about the next.
 * @param key derived from the gateway's secret
 */
export function clientTokens(key: Buffer, clock: Clock): (network: string) => string {
  let known = new Map<string, string>();
  let today = NaN;
  let dayKey = key;
  return (network) => {
    const day = Math.floor(clock.now().getTime() / DAY);
    if (day !== today) {
      known = new Map();
      today = day;
      dayKey = createHmac('sha256', key).update(String(day)).digest();
    }
    const before = known.get(network);
    if (before !== undefined) return before;
    const token = createHmac('sha256', dayKey).update(network).digest('base64url').slice(0, 22);
    if (known.size >= MOST_KNOWN) known = new Map();
    known.set(network, token);
    return token;
  };
}
