/** A browser without scripts, of sorts: cookies, forms, redirects within the council's site. */
export class PlainBrowser {
  readonly #origin: string;
  /** By name and path, as a browser keeps them. */
  readonly #cookies = new Map<string, { readonly path: string; readonly pair: string }>();
  /** Every address, in order, with those that only led on. */
  readonly visited: string[] = [];
  url = '';
  html = '';
  status = 0;

  constructor(origin: string) {
    this.#origin = origin;
  }

  async open(path: string): Promise<this> {
    return this.#follow(new URL(path, this.#origin).href, {});
  }

  /** Fills the page's first form in, by name, and sends it. What the page has filled in stays. */
  async send(fields: Readonly<Record<string, string>>): Promise<this> {
    const start = this.html.search(/<form[^>]*method="post"/);
    if (start === -1) throw new Error(`There is no form: ${this.heading}`);
    const html = this.html.slice(start, this.html.indexOf('</form>', start));
    const form = new URLSearchParams();
    for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
      const attribute = (name: string): string | undefined => plain(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]);
      const [name, type] = [attribute('name'), attribute('type')];
      if (name === undefined || name in fields || ((type === 'radio' || type === 'checkbox') && !/ checked/.test(tag))) continue;
      form.append(name, attribute('value') ?? '');
    }
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    const action = plain(/<form[^>]* action="([^"]*)"/.exec(html)?.[1]) ?? '';
    return this.#follow(new URL(action || this.url, this.url).href, { method: 'POST', body: form });
  }

  /** Goes where a link with these words leads. */
  async click(words: RegExp): Promise<this> {
    for (const [, href = '', text = ''] of this.html.matchAll(/<a\s[^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g))
      if (words.test(text)) return this.#follow(new URL(plain(href) ?? '', this.url).href, {});
    throw new Error(`There is no link ${String(words)} on “${this.heading}”.`);
  }

  get heading(): string {
    return (plain(/<h1[^>]*>([\s\S]*?)<\/h1>/.exec(this.html)?.[1]) ?? '').replace(/<[^>]*>/g, '').trim();
  }

  /** What stands in a text field. */
  value(name: string): string | undefined {
    return plain(new RegExp(`<input(?=[^>]* name="${name}")[^>]* value="([^"]*)"`).exec(this.html)?.[1]);
  }

  get errors(): string[] {
    const summary = /<ul class="[^"]*error-summary[^"]*"[^>]*>([\s\S]*?)<\/ul>/.exec(this.html)?.[1] ?? '';
    return [...summary.matchAll(/<a[^>]*>([\s\S]*?)<\/a>/g)].map(([, text]) => (plain(text) ?? '').trim());
  }

  async #follow(url: string, init: RequestInit): Promise<this> {
    const cookie = [...this.#cookies.values()].flatMap(({ path, pair }) => (isUnder(new URL(url).pathname, path) ? [pair] : [])).join('; ');
    const headers = { accept: 'text/html', ...(cookie ? { cookie } : {}), ...(init.method ? { origin: this.#origin } : {}) };
    const answer = await fetch(url, { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const path = /; Path=([^;]*)/i.exec(line)?.[1] ?? '/';
      this.#cookies.set(`${pair.slice(0, pair.indexOf('='))}\n${path}`, { path, pair });
    }
    const location = answer.headers.get('location');
    this.visited.push(url, location ?? '');
    this.url = url;
    if (location !== null) {
      const next = new URL(location, url).href;
      // Another site's page is where this browser stops.
      if (new URL(next).origin === this.#origin) return this.#follow(next, {});
      this.url = next;
    }
    this.status = answer.status;
    // Templates break their tags before the bracket.
    this.html = (await answer.text()).replace(/\s+>/g, '>');
    return this;
  }
}

const plain = (text: string | undefined): string | undefined =>
  text
    ?.replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** https://www.rfc-editor.org/rfc/rfc6265#section-5.1.4 */
const isUnder = (path: string, cookiePath: string): boolean =>
  path === cookiePath || (path.startsWith(cookiePath) && (cookiePath.endsWith('/') || path[cookiePath.length] === '/'));
