import { html } from 'hono/html';

/** Escaped HTML, as `hono/html` makes it. */
export type Html = ReturnType<typeof html>;

/** What every page of the sandbox sends: nothing but itself may run, be framed or be asked. */
const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** A page of the desk. `root` is the relative way to the desk's own `/`, so that a desk works under any path. */
export async function page(title: string, root: string, content: Html, status = 200): Promise<Response> {
  const document = await html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${title} – test platform</title>
        <link rel="stylesheet" href="${root}sandbox/style.css" />
      </head>
      <body>
        <p class="banner"><strong>Test platform.</strong> This is not a council. Nothing sent here reaches anybody.</p>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
  return new Response(String(document), { status, headers: pageHeaders });
}

/** A page that says what went wrong. */
export function problemPage(title: string, root: string, sentence: string, status: number): Promise<Response> {
  return page(
    title,
    root,
    html`<p>${sentence}</p>
      <p><a href="${root || './'}">All that was received</a></p>`,
    status,
  );
}

/** The style sheet, at `/sandbox/style.css` of every desk. Deliberately like no council's and not GOV.UK's: striped, monospaced, plain. */
export function styleSheet(): Response {
  const css = `:root { color-scheme: light dark; }
body { margin: 0; font: 1rem/1.5 ui-monospace, monospace; }
main { max-width: 75rem; margin: 0 auto; padding: 0 1rem 3rem; overflow-wrap: anywhere; }
.banner { margin: 0; padding: .5rem 1rem; color: #000; background: repeating-linear-gradient(135deg, #ffe9a8 0 1.5rem, #ffd966 1.5rem 3rem); border-bottom: 3px solid #000; }
.scroll { overflow-x: auto; overflow-wrap: normal; }
table { border-collapse: collapse; }
caption { text-align: left; font-weight: bold; padding: .5rem 0; }
th, td { text-align: left; vertical-align: top; border: 1px solid GrayText; padding: .25rem .5rem; }
td { white-space: pre-wrap; }
label { display: block; font-weight: bold; margin-top: 1rem; }
input, select, textarea, button { font: inherit; box-sizing: border-box; max-width: 100%; padding: .25rem; min-height: 2.75rem; }
textarea { width: 40rem; min-height: 8rem; }
button { margin-top: 1rem; padding: .25rem 1rem; }
img { max-width: 20rem; max-height: 15rem; }
dt { font-weight: bold; }
dd { margin: 0 0 .5rem; }
.lines { white-space: pre-wrap; }
.message { border: 3px double; padding: 0 1rem; margin: 1rem 0; max-width: 45rem; }
.message blockquote { margin: 1rem 0; padding-left: 1rem; border-left: .5rem solid GrayText; }
.error { border: 3px solid; padding: .5rem 1rem; font-weight: bold; }
`;
  return new Response(css, {
    headers: { 'content-type': 'text/css; charset=utf-8', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' },
  });
}

/** An answer of the control API. */
export function json(value: unknown, status = 200): Response {
  return new Response(`${JSON.stringify(value, null, 1)}\n`, {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' },
  });
}

/** Whether a caller would rather read a page than JSON: a browser says so. */
export const wantsPage = (request: Request): boolean => (request.headers.get('accept') ?? '').includes('text/html');

/** Whether a form was posted from a page of another origin. Only browsers send the header, and only they can be tricked. */
export function isForeign(request: Request): boolean {
  const origin = request.headers.get('origin');
  return origin !== null && origin !== `http://${request.headers.get('host') ?? ''}`;
}
