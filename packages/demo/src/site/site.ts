import type { Language } from '@council-kit/core';
import { renderToString, type PageLayout } from '@council-kit/gateway';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { trimTrailingSlash } from 'hono/trailing-slash';
import type { Asset } from './assets.ts';
import { inLanguageOf } from './languages.ts';
import { accessibilityPage, cookiesPage, notFoundPage, privacyPage } from './pages/about.pages.ts';
import { addressPage, answeredAddressPage } from './pages/address.page.ts';
import { calculatorPage, councilTaxPage, directDebitPage, paymentPage } from './pages/council-tax.page.ts';
import { followPage } from './pages/follow.page.ts';
import { homePage } from './pages/home.page.ts';
import { movedPage } from './pages/moved.page.ts';
import type { Addresses, SitePageMaker } from './pages/page.ts';
import { reportPage } from './pages/report.page.ts';

/** What the widget asks of a page, and no more: scripts of one's own, Lit's policy, no other origin. */
const policy = [
  "default-src 'self'",
  // The pictures a resident has just chosen are shown from memory.
  "img-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const pages: Readonly<Record<string, SitePageMaker>> = {
  '/': homePage,
  '/report': reportPage,
  '/follow': followPage,
  '/address': addressPage,
  '/moved': movedPage,
  '/council-tax': councilTaxPage,
  '/council-tax/calculator': calculatorPage,
  '/direct-debit': directDebitPage,
  '/payment': paymentPage,
  '/accessibility': accessibilityPage,
  '/privacy': privacyPage,
  '/cookies': cookiesPage,
};

/** The council's own site: its pages and files, with the gateway mounted beside them. */
export function createSite(
  gateway: (request: Request) => Response | Promise<Response>,
  layout: PageLayout,
  assets: ReadonlyMap<string, Asset>,
  addresses: Addresses,
): Hono {
  const app = new Hono();
  app.mount(addresses.gateway, gateway);
  // `/cy/` is `/cy`: people and other sites add a slash.
  app.use(trimTrailingSlash());
  app.use(async (context, next) => {
    await next();
    context.header('Content-Security-Policy', policy);
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'same-origin');
  });

  const answer = async (maker: SitePageMaker, language: Language, path: string, query: URLSearchParams): Promise<Response> => {
    const page = maker(language, addresses, query);
    const html = await renderToString(
      layout({ ...page, language, languageLinks: { en: inLanguageOf(path, 'en'), cy: inLanguageOf(path, 'cy') } }),
    );
    return new Response(html, {
      status: page.status ?? 200,
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
    });
  };

  for (const [path, maker] of Object.entries(pages)) {
    for (const language of ['en', 'cy'] as const) {
      app.get(inLanguageOf(path, language), (context) => answer(maker, language, path, new URL(context.req.url).searchParams));
    }
  }
  for (const language of ['en', 'cy'] as const) {
    const path = inLanguageOf('/address', language);
    app.post(path, bodyLimit({ maxSize: 16_384 }), async (context) =>
      answer(answeredAddressPage(await context.req.formData()), language, '/address', new URL(context.req.url).searchParams),
    );
  }
  app.get('*', (context) => {
    const { pathname } = new URL(context.req.url);
    const asset = assets.get(pathname);
    if (!asset) return answer(notFoundPage, pathname.startsWith('/cy/') ? 'cy' : 'en', '/', new URLSearchParams());
    if (context.req.header('if-none-match') === asset.etag) return context.body(null, 304);
    return context.body(asset.body, 200, {
      'content-type': asset.type,
      etag: asset.etag,
      'cache-control': asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    });
  });
  return app;
}
