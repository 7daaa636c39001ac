import type { Started } from './gateway.ts';

/** A browser without scripts, of sorts: cookies, forms, redirects. */
export class Browser {
  readonly #gateway: Started;
  readonly #cookies = new Map<string, string>();
  url = '';
  html = '';
  status = 0;

  constructor(gateway: Started) {
    this.#gateway = gateway;
  }

  async open(path: string): Promise<this> {
    return this.#follow(path, { headers: { accept: 'text/html' } });
  }

  /** Fills the page's form in and presses its button; fields not named keep what the page has. */
  async send(fields: readonly (readonly [string, string | Blob])[], button?: readonly [string, string]): Promise<this> {
    const start = this.html.search(/<form[^>]*method="post"/);
    const html = this.html.slice(start, this.html.indexOf('</form>', start));
    const action = /<form[^>]*action="([^"]*)"/.exec(html)?.[1] ?? this.url;
    const form = new FormData();
    for (const [tag] of html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
      const name = unescape(/name="([^"]*)"/.exec(tag)?.[1] ?? '');
      if (!fields.some(([own]) => own === name)) form.append(name, unescape(/value="([^"]*)"/.exec(tag)?.[1] ?? ''));
    }
    for (const [name, value] of fields)
      if (typeof value === 'string') form.append(name, value);
      else form.append(name, value, 'IMG_1.jpg');
    if (button) form.append(...button);
    return this.#follow(unescape(action), {
      method: 'POST',
      body: form,
      headers: { accept: 'text/html', origin: new URL(this.#gateway.url).origin },
    });
  }

  get heading(): string {
    return (/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(this.html)?.[1] ?? '').replace(/<[^>]*>/g, '').trim();
  }

  get errors(): string[] {
    const summary = /<ul class="[^"]*error-summary[^"]*"[^>]*>([\s\S]*?)<\/ul>/.exec(this.html)?.[1] ?? '';
    return [...summary.matchAll(/<a[^>]*>([\s\S]*?)<\/a>/g)].map(([, text = '']) => unescape(text.trim()));
  }

  async #follow(path: string, init: RequestInit): Promise<this> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) };
    const answer = await this.#gateway.fetch(path, { ...init, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      this.#cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1));
    }
    const location = answer.headers.get('location');
    if (answer.status === 303 && location) return this.#follow(location, { headers: { accept: 'text/html' } });
    this.url = path;
    this.status = answer.status;
    this.html = await answer.text();
    return this;
  }
}

const unescape = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
