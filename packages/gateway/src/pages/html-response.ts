import type { Language } from '@council-kit/core';
import type { TemplateResult } from 'lit';
import { renderToString } from './render.ts';

export interface HtmlResponseOptions {
  readonly status?: number;
  readonly language?: Language;
  readonly headers?: HeadersInit;
}

/** A whole page. Not kept by any cache unless `headers` say so: it may show what a resident answered. */
export function htmlResponse(page: TemplateResult, { status = 200, language, headers: given }: HtmlResponseOptions = {}): Response {
  const headers = new Headers(given);
  headers.set('Content-Type', 'text/html; charset=utf-8');
  if (language) headers.set('Content-Language', language);
  if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  const html = renderToString(page);
  return new Response(/^\s*<!doctype/i.test(html) ? html.trimStart() : `<!doctype html>${html}`, { status, headers });
}
