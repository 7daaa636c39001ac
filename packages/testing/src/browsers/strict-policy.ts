import { randomBytes } from 'node:crypto';
import type { Middleware } from '@web/dev-server-core';

/**
 * The content security policy everything we ship runs under, in councils' pages and in every page of the tests
 * (docs: a council can copy this line).
 */
export const strictPolicy = "default-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html";

/**
 * What the test runner's own page needs beside it, and why. Nothing of ours may rely on these:
 * - a nonce for inline scripts: @web/test-runner writes its settings and its log tracker into the page as inline scripts.
 *   The nonce is new for each page, and nothing in a test can learn it.
 * - `connect-src ws:`: the runner reports results through a web socket; WebKitGTK does not take `'self'` to include it.
 * No further Trusted Types policy is needed: neither mocha, chai nor axe-core writes HTML when run this way.
 */
function policyOfTestPage(nonce: string, host: string): string {
  return `${strictPolicy}; script-src 'self' 'nonce-${nonce}'; connect-src 'self' ws://${host}`;
}

/** Serves every HTML page under {@link strictPolicy}, with the exceptions listed above for the test runner's own page. */
export const underStrictPolicy: Middleware = async (context, next) => {
  await next();
  if (!context.response.is('html')) return;
  if (context.path !== '/' || typeof context.body !== 'string') {
    context.set('Content-Security-Policy', strictPolicy);
    return;
  }
  const nonce = randomBytes(16).toString('base64');
  context.body = context.body.replaceAll('<script', `<script nonce="${nonce}"`);
  context.set('Content-Security-Policy', policyOfTestPage(nonce, context.host));
};
