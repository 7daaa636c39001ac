import type { GatewaySettings } from '../settings.ts';

/**
 * Headers of every answer. `lit-html` is Lit's own Trusted Types policy: the only one that may make HTML.
 * https://lit.dev/docs/security/trusted-types/
 */
export function securityHeaders(settings: GatewaySettings): Readonly<Record<string, string>> {
  const { images, connect, frameAncestors } = settings.contentSecurity;
  const policy = [
    "default-src 'self'",
    ...(images.length > 0 ? [`img-src 'self' ${images.join(' ')}`] : []),
    ...(connect.length > 0 ? [`connect-src 'self' ${connect.join(' ')}`] : []),
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors.length > 0 ? frameAncestors.join(' ') : "'none'"}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
  ];
  return {
    'Content-Security-Policy': policy.join('; '),
    'X-Content-Type-Options': 'nosniff',
    // Not no-referrer: a form sent from such a page has `Origin: null`, and could not be told from another site's.
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'geolocation=(self), camera=(self), microphone=(), payment=()',
    ...(settings.publicUrl?.startsWith('https:') && { 'Strict-Transport-Security': 'max-age=31536000' }),
  };
}
