/** A path of the gateway as a whole address. A `<base>` of the page's own does not lead it astray. */
export function gatewayUrl(gateway: string, path: string): string {
  return new URL(`${gateway.replace(/\/+$/, '')}${path}`, location.href).href;
}
