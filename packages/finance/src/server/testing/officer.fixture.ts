/** An officer's browser without scripts: signed in by a header, with the forms of the page before them. */
import type { Borough } from './borough.fixture.ts';

const plain = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

export class OfficerBrowser {
  readonly #council: Borough;
  readonly #name: string;
  path = '';
  html = '';
  status = 0;
  headers = new Headers();

  constructor(council: Borough, name = 'sam') {
    this.#council = council;
    this.#name = name;
  }

  async open(path: string): Promise<this> {
    return await this.#follow(path);
  }

  /** Sends a form of the page, what stands in it and these fields: the first that posts, or the one whose HTML has these words. */
  async send(fields: Readonly<Record<string, string>> = {}, words: RegExp = /<form/): Promise<this> {
    const form = [...this.html.matchAll(/<form[^>]*method="post"[\s\S]*?<\/form>/g)].map(([text]) => text).find((text) => words.test(text));
    if (form === undefined) throw new Error(`There is no such form on “${this.heading}”: ${String(words)}`);
    const body = new URLSearchParams();
    for (const [tag] of form.matchAll(/<input[^>]*>/g)) {
      const [name, value] = ['name', 'value'].map((each) => new RegExp(`\\s${each}="([^"]*)"`).exec(tag)?.[1]);
      if (name !== undefined && !(name in fields)) body.append(plain(name), plain(value ?? ''));
    }
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    return await this.#follow(plain(/action="([^"]*)"/.exec(form)?.[1] ?? this.path), { method: 'POST', body });
  }

  /** Goes where a link with these words leads. */
  async click(words: RegExp): Promise<this> {
    for (const [, href = '', text = ''] of this.html.matchAll(/<a\s[^>]*?href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g))
      if (words.test(plain(text))) return await this.#follow(plain(href));
    throw new Error(`There is no link ${String(words)} on “${this.heading}”.`);
  }

  get heading(): string {
    return this.#textOf(/<h1[^>]*>([\s\S]*?)<\/h1>/);
  }

  get errors(): string[] {
    const summary = /<ul class="[^"]*error-summary[^"]*"[^>]*>([\s\S]*?)<\/ul>/.exec(this.html)?.[1] ?? '';
    return [...summary.matchAll(/<a[^>]*>([\s\S]*?)<\/a>/g)].map(([, text = '']) => plain(text).trim());
  }

  /** What stands in the page, in one line. */
  get text(): string {
    return plain(/<main[\s\S]*<\/main>/.exec(this.html)?.[0].replace(/<[^>]*>/g, ' ') ?? '').replace(/\s+/g, ' ');
  }

  /** The references of the payments in a list. */
  get references(): string[] {
    return [...this.html.matchAll(/>([A-Z]{7}-[A-Z]{7})<\/a/g)].map(([, reference = '']) => reference);
  }

  #textOf(pattern: RegExp): string {
    return plain(pattern.exec(this.html)?.[1]?.replace(/<[^>]*>/g, '') ?? '').trim();
  }

  async #follow(path: string, init: RequestInit = {}): Promise<this> {
    const { origin } = new URL(this.#council.url);
    const headers = { accept: 'text/html', 'x-officer': this.#name, ...(init.method ? { origin } : {}) };
    const answer = await this.#council.fetch(path, { ...init, headers });
    const location = answer.headers.get('location');
    this.path = path;
    if (location !== null) return await this.#follow(location);
    this.status = answer.status;
    this.headers = answer.headers;
    this.html = (await answer.text()).replace(/\s+>/g, '>');
    return this;
  }
}
