/* eslint-disable lit/binding-positions, lit/no-invalid-html -- the same test for several tags, by static templates */
import { fixture } from '@council-kit/testing/fixture.js';
import { expect, waitUntil } from '@open-wc/testing';
import { html, unsafeStatic } from 'lit/static-html.js';
import './define.ts';

/** What may come in place of the first answer. */
const answers: Readonly<Record<string, () => Response | Promise<Response>>> = {
  'no connection, or refused by CORS or a policy': () => Promise.reject(new TypeError('Failed to fetch')),
  'not found': () => new Response('Not found', { status: 404 }),
  'a fault': () => Response.json({ title: 'There is a problem', status: 500 }, { status: 500 }),
  'a page in place of an answer': () => new Response('<!doctype html><title>Sign in</title>', { headers: { 'content-type': 'text/html' } }),
};
const tags: readonly (readonly [tag: string, asksFirst: boolean])[] = [
  ['council-report-issue', true],
  ['council-report-status', false],
];

describe('a widget whose first answer does not come', () => {
  const own = { fetch: window.fetch, warn: console.warn };
  let told = '';
  beforeEach(() => {
    told = '';
    console.warn = (...words: unknown[]) => (told += words.map(String).join(' '));
  });
  afterEach(() => Object.assign(window, { fetch: own.fetch }));
  afterEach(() => (console.warn = own.warn));

  const shown = (element: HTMLElement): boolean =>
    element.querySelector('a')?.checkVisibility() === true &&
    (element.shadowRoot === null || element.shadowRoot.querySelector('slot') !== null);

  for (const [tag, asksFirst] of tags) {
    for (const light of [false, true]) {
      it(`keeps the page’s own link without a gateway, and says so in the console: ${tag}${light ? ', in the page' : ''}`, async () => {
        const element = await fixture(html`<${unsafeStatic(tag)} ?light=${light}><a href="/plain">Plain pages</a></${unsafeStatic(tag)}>`);
        expect(shown(element)).to.equal(true);
        expect(told).to.contain(`<${tag}> needs the attribute gateway`);
        expect(element.querySelector('h1') ?? element.shadowRoot?.querySelector('h1') ?? null).to.equal(null);
      });
    }
    for (const [name, answer] of asksFirst ? Object.entries(answers) : []) {
      it(`keeps the page’s own link, and speaks of no answers: ${tag}, ${name}`, async () => {
        window.fetch = async () => answer();
        const element = await fixture(
          html`<${unsafeStatic(tag)} gateway="https://gateway.example" history="none"><a href="/plain">Plain pages</a></${unsafeStatic(tag)}>`,
        );
        await waitUntil(() => element.shadowRoot?.querySelector('button'), 'a way to try again');
        expect(shown(element)).to.equal(true);
        expect(element.shadowRoot?.textContent).not.to.contain('Your answers');
      });
    }
  }
});
