import { rendered } from '@council-kit/testing/fixture.js';
import { expect } from '@open-wc/testing';
import { html, render, type TemplateResult } from 'lit';
import { CouncilElement } from './council-element.ts';

/** A greeting: the least that an element of the kit can be. */
class TestGreeting extends CouncilElement {
  static override readonly properties = { name: {} };
  declare name: string | undefined;
  started = 0;
  synchronised = 0;

  protected override template(): TemplateResult {
    return html`<p>Hello ${this.name}</p>`;
  }
  protected override connectBehaviour(signal: AbortSignal): void {
    this.started += 1;
    signal.addEventListener('abort', () => (this.started -= 1));
  }
  protected override sync(): void {
    this.synchronised += 1;
    const paragraph = this.querySelector('p');
    paragraph?.setAttribute('class', 'synchronised');
  }
}
customElements.define('test-greeting', TestGreeting);

async function shown(...children: Node[]): Promise<{ element: TestGreeting; place: HTMLElement }> {
  const place = document.createElement('div');
  const element = document.createElement('test-greeting') as TestGreeting;
  element.name = 'Ann';
  element.append(...children);
  document.body.append(place);
  place.append(element);
  await rendered(place);
  return { element, place };
}
const words = (text: string): Element => Object.assign(document.createElement('p'), { textContent: text });

/** An element with attributes and children. */
const made = (tag: string, attributes: Readonly<Record<string, string>> = {}, ...children: (string | Node)[]): Element => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};
const filler: Readonly<Record<string, () => Node[]>> = {
  '<br>': () => [made('br')],
  '<br data-mce-bogus>': () => [made('br', { 'data-mce-bogus': '1' })],
  '<p></p>': () => [made('p')],
  '<p><br></p> twice, with blanks': () => [document.createTextNode('\n'), made('p', {}, made('br')), made('p', { class: 'x' }, made('br'))],
  '<p>&nbsp;</p>': () => [made('p', {}, '\u00a0')],
  '&nbsp;': () => [document.createTextNode('\u00a0')],
  '&#8203;': () => [document.createTextNode('\u200b')],
  'U+FEFF, U+2060 and U+00AD': () => [document.createTextNode('\ufeff\u2060\u00ad')],
  '<span></span>': () => [made('span')],
  '<div><span dir><font> </font></span></div>': () => [made('div', {}, made('span', { dir: 'ltr' }, made('font', {}, ' ')))],
  'a comment': () => [document.createComment(' wp:html ')],
  'a comment in a paragraph': () => [made('p', {}, document.createComment(' more '))],
};
const written: Readonly<Record<string, () => Node>> = {
  words: () => document.createTextNode('Send'),
  'words in a paragraph': () => made('p', {}, made('span', {}, 'Send')),
  'a control': () => made('input'),
  'a picture': () => made('p', {}, made('img')),
  'an empty element that is referred to': () => made('div', { id: 'later' }),
  'a part of one of our templates': () => made('div', { class: 'council-form-group' }),
  'a custom element': () => made('x-field'),
  'a place where a template puts something later': () => made('span', {}, document.createComment('?lit$123$')),
};

describe('CouncilElement', () => {
  it('generates where it has no children, blanks being none', async () => {
    const { element, place } = await shown(document.createTextNode('\n  '));
    expect(element.textContent).to.equal('Hello Ann');
    element.name = 'Bob';
    await element.updateComplete;
    expect(element.textContent).to.equal('Hello Bob');
    place.remove();
  });

  for (const [name, nodes] of Object.entries(filler)) {
    it(`takes what an editor left in an empty element for no children: ${name}`, async () => {
      const { element, place } = await shown(...nodes());
      expect(element.innerHTML.replace(/<!--.*?-->/g, '')).to.equal('<p class="synchronised">Hello Ann</p>');
      place.remove();
    });
  }

  for (const [name, node] of Object.entries(written)) {
    it(`takes for children: ${name}`, async () => {
      const child = node();
      const { element, place } = await shown(child);
      expect([...element.childNodes]).to.deep.equal([child]);
      place.remove();
    });
  }

  it('leaves children alone that were written', async () => {
    const written = words('Good morning');
    const { element, place } = await shown(written);
    element.name = 'Bob';
    await element.updateComplete;
    expect([...element.childNodes]).to.deep.equal([written]);
    place.remove();
  });

  it('generates anew as a clone, and as a part of a page that was saved', async () => {
    const { element, place } = await shown();
    const copy = element.cloneNode(true) as TestGreeting;
    copy.name = 'Bob';
    place.append(copy);
    await rendered(place);
    expect(copy.textContent).to.equal('Hello Bob');
    copy.name = 'Cid';
    await copy.updateComplete;
    expect([copy.querySelectorAll('p').length, copy.textContent, element.textContent]).to.deep.equal([1, 'Hello Cid', 'Hello Ann']);
    place.remove();
  });

  it('waits for a framework that takes its own output over', async () => {
    const place = document.createElement('div');
    document.body.append(place);
    const element = document.createElement('test-greeting') as TestGreeting;
    element.setAttribute('defer-hydration', '');
    place.append(element);
    await rendered(place);
    expect([element.childNodes.length, element.started]).to.deep.equal([0, 0]);
    element.removeAttribute('defer-hydration');
    await element.updateComplete;
    expect([element.textContent?.trim(), element.started]).to.deep.equal(['Hello', 1]);
    place.remove();
  });

  it('starts its behaviour once, and again when it has been moved', async () => {
    const { element, place } = await shown();
    expect(element.started).to.equal(1);
    element.remove();
    expect(element.started).to.equal(0);
    place.append(element);
    expect(element.started).to.equal(1);
    expect(element.textContent).to.equal('Hello Ann');
    place.remove();
  });

  it('synchronises when somebody else renders its children again, and not because of itself', async () => {
    const place = document.createElement('div');
    document.body.append(place);
    const show = (paragraph: TemplateResult | undefined): void => {
      render(html`<test-greeting><span>${paragraph}</span></test-greeting>`, place);
    };
    show(undefined);
    await rendered(place);
    const element = place.querySelector<TestGreeting>('test-greeting') as TestGreeting;
    const before = element.synchronised;
    show(html`<p>Again</p>`);
    // Mutations are told in a microtask.
    await Promise.resolve();
    expect(element.querySelector('p')?.className).to.equal('synchronised');
    await new Promise((done) => setTimeout(done));
    expect(element.synchronised).to.equal(before + 1);
    place.remove();
  });
});
