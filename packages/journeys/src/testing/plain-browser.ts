import { parse, defaultTreeAdapter, type DefaultTreeAdapterMap } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

function* descend(node: Node): Generator<Element> {
  for (const child of 'childNodes' in node ? node.childNodes : []) {
    if (defaultTreeAdapter.isElementNode(child)) yield child;
    yield* descend(child);
  }
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

/** What is written in a node, blanks as one. */
function words(node: Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(words).join('') : '';
}

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What to fill in: a text, the values of choices to tick, or files. A control that is not named keeps what the page put there. */
export type Filling = Readonly<Record<string, string | readonly string[] | readonly File[]>>;

/** How requests are answered: a gateway's `fetch`. */
export type Answerer = (request: Request) => Promise<Response>;

/**
 * A browser without scripts: cookies, redirects and forms as HTML has them. It sends what the page's own HTML says, so what a page does
 * not carry is lost here as it would be for a resident.
 */
export class PlainBrowser {
  readonly #answer: Answerer;
  readonly #cookies: Map<string, string>;
  /** Whether cookies are kept. */
  cookiesAllowed = true;
  status = 0;
  url = '';
  html = '';
  headers = new Headers();
  #document: Node = parse('');

  constructor(answer: Answerer, cookies: Map<string, string> = new Map()) {
    this.#answer = answer;
    this.#cookies = cookies;
  }

  /** Another tab of the same browser. */
  newTab(): PlainBrowser {
    return new PlainBrowser(this.#answer, this.#cookies);
  }

  get cookies(): Map<string, string> {
    return this.#cookies;
  }

  async open(address: string, init: RequestInit = {}): Promise<this> {
    this.url = new URL(address, this.url || 'http://council.test').href;
    let request = new Request(this.url, init);
    for (let redirects = 0; redirects < 10; redirects += 1) {
      if (this.#cookies.size > 0) request.headers.set('Cookie', [...this.#cookies].map((pair) => pair.join('=')).join('; '));
      if (request.method === 'POST' && !request.headers.has('Origin')) request.headers.set('Origin', new URL(this.url).origin);
      const response = await this.#answer(request);
      if (this.cookiesAllowed) for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
      const location = response.headers.get('Location');
      if (response.status < 300 || response.status > 399 || location === null) {
        this.status = response.status;
        this.headers = response.headers;
        this.html = await response.text();
        this.#document = parse(this.html);
        return this;
      }
      this.url = new URL(location, this.url).href;
      request = new Request(this.url);
    }
    throw new Error(`redirected without end, to ${this.url}`);
  }

  #keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    if (attributes.some((each) => /^max-age=0$/i.test(each))) this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }

  get address(): string {
    return new URL(this.url).pathname.split('/').slice(3).join('/');
  }

  get title(): string {
    return tidy(this.#text('title'));
  }

  get heading(): string {
    return tidy(this.#text('h1'));
  }

  /** Everything a reader sees. */
  get text(): string {
    return tidy(this.#text('body'));
  }

  get errors(): string[] {
    const list = this.#all().find((element) => attribute(element, 'class')?.includes('council-error-summary-list'));
    return list ? [...descend(list)].filter(({ tagName }) => tagName === 'li').map((item) => tidy(words(item))) : [];
  }

  link(text: string): string {
    const link = this.#all().find((element) => element.tagName === 'a' && tidy(words(element)).startsWith(text));
    const href = link && attribute(link, 'href');
    if (href === undefined) throw new Error(`“${this.heading}” has no link “${text}”`);
    return href;
  }

  async follow(text: string): Promise<this> {
    return this.open(this.link(text));
  }

  /** The link or button back, filled in before; false where the page has none. */
  async back(filling: Filling = {}): Promise<boolean> {
    const back = this.#all().find((element) => attribute(element, 'class') === 'council-back-link');
    if (back === undefined) return false;
    const [href, name = '', value = ''] = ['href', 'name', 'value'].map((each) => attribute(back, each));
    await (href === undefined ? this.send(filling, { name, value }) : this.open(href));
    return true;
  }

  /** The form as it would be sent, untouched. */
  formData(): FormData {
    const data = new FormData();
    for (const element of this.#controls()) {
      const name = attribute(element, 'name');
      if (name === undefined || name === '' || attribute(element, 'disabled') !== undefined) continue;
      const type = element.tagName === 'input' ? (attribute(element, 'type') ?? 'text') : element.tagName;
      if (type === 'button' || type === 'submit' || type === 'file') continue;
      if ((type === 'radio' || type === 'checkbox') && attribute(element, 'checked') === undefined) continue;
      if (type === 'textarea') data.append(name, words(element).replace(/\r?\n/g, '\r\n'));
      else if (type === 'select') {
        const options = [...descend(element)].filter(({ tagName }) => tagName === 'option');
        const chosen = options.find((option) => attribute(option, 'selected') !== undefined) ?? options[0];
        data.append(name, chosen ? (attribute(chosen, 'value') ?? words(chosen)) : '');
      } else data.append(name, attribute(element, 'value') ?? (type === 'radio' || type === 'checkbox' ? 'on' : ''));
    }
    return data;
  }

  /** The names of the controls the page has. */
  get controlNames(): string[] {
    return [...new Set(this.#controls().flatMap((element) => attribute(element, 'name') ?? []))];
  }

  /** Fills in the page's form and presses a button: the one that goes on, or the one of that name and value. */
  async send(filling: Filling = {}, button?: { readonly name: string; readonly value: string }): Promise<this> {
    const data = this.formData();
    const names = this.controlNames;
    for (const [name, value] of Object.entries(filling)) {
      if (!names.includes(name)) throw new Error(`“${this.heading}” has no control “${name}”: it has ${names.join(', ')}`);
      data.delete(name);
      for (const each of typeof value === 'string' ? [value] : value) data.append(name, each);
    }
    if (button) data.append(button.name, button.value);
    return this.post(data);
  }

  /** Posts to where the page's form goes. */
  async post(data: FormData, init: RequestInit = {}): Promise<this> {
    return this.open(this.formAction, { method: 'POST', body: data, ...init });
  }

  get formAction(): string {
    return attribute(this.#form(), 'action') ?? this.url;
  }

  #all(): Element[] {
    return [...descend(this.#document)];
  }

  #form(): Element {
    const form = this.#all().find(({ tagName }) => tagName === 'form');
    if (form === undefined) throw new Error(`“${this.heading}” (${String(this.status)}) has no form: ${this.text.slice(0, 200)}`);
    return form;
  }

  #controls(): Element[] {
    return [...descend(this.#form())].filter(({ tagName }) => ['input', 'textarea', 'select', 'button'].includes(tagName));
  }

  #text(tag: string): string {
    const element = this.#all().find(({ tagName }) => tagName === tag);
    return element ? words(element) : '';
  }
}
