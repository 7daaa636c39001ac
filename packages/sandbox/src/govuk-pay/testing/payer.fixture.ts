/** A browser without scripts. */
export class Payer {
  readonly cookies = new Map<string, string>();
  readonly #origin: string;
  html = '';
  url = '';

  constructor(baseUrl: string) {
    this.#origin = new URL(baseUrl).origin;
  }

  async open(url: string, form?: Record<string, string>): Promise<this> {
    const response = await fetch(url, {
      redirect: 'manual',
      // As a browser says it of a form on a page of the same site.
      headers: { ...(form ? { origin: this.#origin } : {}), cookie: [...this.cookies].map((pair) => pair.join('=')).join('; ') },
      ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      this.cookies.set(name, value);
    }
    this.url = url;
    const location = response.headers.get('location');
    if (location !== null && new URL(location, url).origin === this.#origin) return this.open(new URL(location, url).href);
    this.url = location ?? url;
    this.html = await response.text();
    return this;
  }

  get heading(): string {
    return /<h1>(.*?)<\/h1>/.exec(this.html)?.[1] ?? '';
  }
}
