/** Who sent a request, without knowing who. */
import { createHmac, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { GatewayContext } from '../service.ts';

/**
 * The client's address: of the socket, or what the last of our own proxies saw.
 * @param trustedProxies how many proxies of the council's own stand in front. `X-Forwarded-For` is read that many from the
 * right: what stands further left, anybody can write.
 */
export function clientAddress(context: GatewayContext, trustedProxies: number): string {
  const socket = (context.env as { incoming?: IncomingMessage } | undefined)?.incoming?.socket.remoteAddress ?? '';
  if (trustedProxies === 0) return socket;
  const forwarded = (context.req.header('X-Forwarded-For') ?? '').split(',').map((part) => part.trim());
  return forwarded.at(-trustedProxies) || socket;
}

/** A token for an address, different in every process and after every start, so that it names nobody. */
export function clientTokens(): (address: string) => string {
  const secret = randomBytes(32);
  // A network usually gives a household a whole IPv6 /64.
  const household = (address: string): string =>
    address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;
  let known = new Map<string, string>();
  return (address) => {
    const token = known.get(address) ?? createHmac('sha256', secret).update(household(address)).digest('base64url').slice(0, 22);
    if (known.size >= 10_000) known = new Map();
    known.set(address, token);
    return token;
  };
}
