import { expect } from '@open-wc/testing';
import { fixture } from '@council-kit/testing/fixture.js';
import { html } from 'lit';
import { contactTemplate, type Contact } from './contact.template.ts';

async function shown(contact: Contact): Promise<readonly string[]> {
  const element = await fixture(html`<div>${contactTemplate(contact, 'en', 'Get help')}</div>`);
  return [...element.querySelectorAll('p')].map((line) => line.textContent?.replace(/\s+/g, ' ').trim() ?? '');
}
const text = { en: 'Call us on 01632 960 460, Monday to Friday', cy: 'Ffoniwch ni ar 01632 960 460' };

describe('how to reach the council', () => {
  it('says a telephone number once, as a link, where the text names it', async () => {
    expect(await shown({ text, telephone: '01632 960 460' })).to.deep.equal(['Call us on 01632 960 460, Monday to Friday']);
    const link = document.querySelector('a[href="tel:01632960460"]');
    expect(link?.textContent).to.equal('01632 960 460');
  });

  it('gives what the text does not name a line of its own', async () => {
    expect(await shown({ text, telephone: '01632 960 460', email: 'hello@council.example' })).to.deep.equal([
      'Call us on 01632 960 460, Monday to Friday',
      'hello@council.example',
    ]);
  });

  it('says only the text when there is nothing else', async () => {
    expect(await shown({ text })).to.deep.equal(['Call us on 01632 960 460, Monday to Friday']);
  });
});
