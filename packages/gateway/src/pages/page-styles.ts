import type { CSSResult, TemplateResult } from 'lit';
import { html } from 'lit';
import type { Routes } from '../http/routes.ts';
import type { Site } from '../service.ts';

/** A style sheet that a service's own pages need beside the elements' style sheet, which the council's layout has. */
export class PageStyles {
  readonly #path: string;
  readonly #css: string;

  /** @param path where the gateway serves it, such as `/payments.css` */
  constructor(path: string, ...sheets: readonly CSSResult[]) {
    this.#path = path;
    this.#css = sheets.map(({ cssText }) => cssText).join('\n');
  }

  /** The link to it. Allowed in the body: https://html.spec.whatwg.org/#body-ok */
  link(site: Pick<Site, 'path'>): TemplateResult {
    return html`<link rel="stylesheet" href=${site.path(this.#path)} />`;
  }

  /** Serves it. */
  addTo({ hono }: Pick<Routes, 'hono'>): void {
    const headers = { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=3600' };
    hono.get(this.#path, () => new Response(this.#css, { headers }));
  }
}
