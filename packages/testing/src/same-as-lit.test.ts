import { expect } from '@open-wc/testing';
import { html, nothing, render, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { expectSameAsLit } from './same-as-lit.ts';

/** The nodes of fixed HTML, as a browser parses what a server wrote. */
function parsed(written: TemplateResult): Node[] {
  const place = document.createElement('div');
  render(written, place);
  return [...place.childNodes];
}

const form = html`<p class="a">${'Two'} ${'texts'}</p>
  <input .value=${live('Ann')} ?required=${true} name="name" />`;
const area = html`<textarea .value=${'one\ntwo'}></textarea>`;
const box = html`<input type="checkbox" .checked=${false} title=${nothing} />`;

describe('comparing what a server writes with what Lit builds', () => {
  it('takes a property written as an attribute, and texts that Lit keeps apart, for the same', () => {
    expectSameAsLit(parsed(html`<p class="a">Two texts</p>`), html`<p class="a">${'Two'} ${'texts'}</p>`);
    expectSameAsLit(
      parsed(html`<input value="Ann" required name="name" />`),
      html`<input .value=${live('Ann')} ?required=${true} name="name" />`,
    );
    expectSameAsLit(
      parsed(
        html`<textarea>
one
two</textarea>`,
      ),
      area,
    );
    expectSameAsLit(parsed(html`<input type="checkbox" />`), box);
  });

  const element = (written: TemplateResult): Node[] => parsed(written).filter((node) => node.nodeType === Node.ELEMENT_NODE);
  for (const [what, written, template] of [
    ['an attribute', element(html`<p class="b">Two texts</p>`), html`<p class="a">Two texts</p>`],
    ['an attribute too many', element(html`<p class="a" id="x">Two texts</p>`), html`<p class="a">Two texts</p>`],
    ['a text', element(html`<p>Two or three texts</p>`), html`<p>${'Two'} texts</p>`],
    ['an element', element(html`<p>Two <b>texts</b></p>`), html`<p>Two texts</p>`],
    ['a value', element(html`<input value="Anne" />`), html`<input .value=${'Ann'} />`],
    ['a textarea’s text', element(html`<textarea>one two</textarea>`), area],
    ['a box that should be empty', element(html`<input type="checkbox" checked="false" />`), box],
    ['a property that is missing', element(html`<input name="a" />`), html`<input name="a" ?disabled=${true} />`],
    ['a control that is missing', element(html`<p class="a">Two texts</p>`), form],
  ] as readonly (readonly [string, Node[], TemplateResult])[]) {
    it(`finds ${what} that differs`, () => {
      expect(() => expectSameAsLit(written, template)).to.throw('The server and Lit render different HTML');
    });
  }
});
