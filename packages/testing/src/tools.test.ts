/** The tools themselves: each must find what is planted for it. */
import '@council-kit/elements/define/text-input.js';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { accessibilityViolations, expectAccessible } from './accessibility.ts';
import { accessible } from './accessibility-tree.ts';
import { fixture, page } from './fixture.ts';
import { danglingReferences } from './id-references.ts';
import { click, focused, press, tabStops, type } from './keyboard.ts';
import { setViewport } from './viewport.ts';

describe('id references', () => {
  it('finds nothing wrong with references that resolve', async () => {
    const place = await page(
      html`<label for="a">A</label><input id="a" aria-describedby="b c" />
        <p id="b"></p>
        <p id="c"></p>
        <a href="#b">B</a><a href="#">Top</a>`,
    );
    expect(danglingReferences(place)).to.deep.equal([]);
  });

  for (const [what, template] of [
    ['a label', html`<label for="nowhere">A</label>`],
    [
      'one id of several',
      html`<input aria-describedby="here nowhere" />
        <p id="here"></p>`,
    ],
    ['a link', html`<a href="#nowhere">A</a>`],
    ['a list', html`<input list="nowhere" />`],
  ] as const) {
    it(`finds ${what} that names nothing`, async () => {
      const found = danglingReferences(await page(template));
      expect(found).to.have.length(1);
      expect(found[0]).to.contain('nowhere');
    });
  }

  it('does not let a reference in a shadow root resolve outside it', async () => {
    const place = await page(
      html`<p id="outside"></p>
        <div></div>`,
    );
    const label = document.createElement('label');
    label.htmlFor = 'outside';
    place.querySelector('div')?.attachShadow({ mode: 'open' }).append(label);
    expect(danglingReferences(place)).to.have.length(1);
  });

  it('finds an id given twice', async () => {
    expect(
      danglingReferences(
        await page(
          html`<p id="twice"></p>
            <p id="twice"></p>`,
        ),
      ),
    ).to.have.length(1);
  });
});

describe('accessibility', () => {
  it('finds an input without a name', async () => {
    const found = await accessibilityViolations(await page(html`<input />`));
    expect(found.join()).to.contain('label');
  });

  it('finds nothing in a labelled input', async () => {
    await expectAccessible(await page(html`<label for="a">A</label><input id="a" />`));
  });

  it('tells what Chromium tells assistive technology', async () => {
    const input = await fixture(html`<input aria-label="Amount" required aria-description="In pounds" value="3" />`);
    const node = await accessible(input);
    if (!node) return; // Firefox and WebKit tell no driver
    expect(node).to.deep.include({ role: 'textbox', name: 'Amount', description: 'In pounds', value: '3' });
    expect(node.states).to.have.property('required', true);
  });
});

describe('keyboard and mouse', () => {
  it('types, presses chords and clicks with trusted events', async () => {
    const place = await page(html`<input id="one" /><button>Go</button><input id="two" />`);
    const [one, two] = [...place.querySelectorAll('input')];
    const trusted: boolean[] = [];
    place.addEventListener('keydown', ({ isTrusted }) => trusted.push(isTrusted));
    place.addEventListener('click', ({ isTrusted }) => trusted.push(isTrusted));
    if (!one || !two) throw new Error('no inputs');
    await click(one);
    await type('Siân £1');
    expect(one.value).to.equal('Siân £1');
    await press('Tab', 'Tab');
    expect(focused()).to.equal(two);
    await press('Shift+Tab', 'Shift+Tab');
    expect(focused()).to.equal(one);
    await press('End', 'Backspace'); // tabbing into an input selects what is in it
    expect(one.value).to.equal('Siân £');
    expect(trusted.every(Boolean)).to.equal(true);
  });

  it('lists the tab stops of an element', async () => {
    const place = await page(
      html`<div><a href="#">A</a><input /><button disabled>no</button></div>
        <button>after</button>`,
    );
    const stops = await tabStops(place.querySelector('div') as Element);
    expect(stops.map(({ localName }) => localName)).to.deep.equal(['a', 'input']);
  });

  it('sizes the viewport, or says that it cannot', async () => {
    const done = await setViewport(320, 640);
    expect(innerWidth === 320).to.equal(done);
  });
});
