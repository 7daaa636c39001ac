import type { GatewayContext } from '../service.ts';

/** The `Content-Type` without its parameters, in lower case. */
export function mediaType(context: GatewayContext): string {
  return (context.req.header('Content-Type') ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
