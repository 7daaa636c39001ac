import type { Routes, Site } from '@council-kit/gateway';
import { html, type TemplateResult } from 'lit';
import { councilTaxBillStyles } from '../../tax-bill/tax-bill.styles.ts';

const path = '/payments.css';

/** The link to what our pages bring beside the elements' style sheet, which the council's layout has. Allowed in the body: https://html.spec.whatwg.org/#body-ok */
export function pageStyles(site: Site): TemplateResult {
  return html`<link rel="stylesheet" href=${site.path(path)} />`;
}

/** Serves it. */
export function addPageStyles({ hono }: Routes): void {
  hono.get(
    path,
    () =>
      new Response(councilTaxBillStyles.cssText, {
        headers: { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=3600' },
      }),
  );
}
