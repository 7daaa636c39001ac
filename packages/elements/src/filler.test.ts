import { rendered } from '@council-kit/testing/fixture.js';
import { expect } from '@open-wc/testing';
import './define.ts';

const tags = [
  'back-link',
  'button',
  'checkboxes',
  'combobox',
  'date-input',
  'details',
  'error-summary',
  'file-upload',
  'footer',
  'header',
  'inset-text',
  'language-navigation',
  'notification-banner',
  'pagination',
  'panel',
  'phase-banner',
  'radios',
  'select',
  'skip-link',
  'summary-list',
  'tag',
  'text-input',
  'textarea',
  'warning-text',
];
const items = JSON.stringify([{ value: '1', text: 'One' }]);

/** The HTML that a tag writes in a page, around these children. */
async function htmlOf(tag: string, ...children: Node[]): Promise<string> {
  const place = document.createElement('div');
  const element = document.createElement(`council-${tag}`);
  for (const [name, value] of Object.entries({ name: 'n', label: 'Full name', legend: 'Which?', text: 'Words', summary: 'More', items }))
    element.setAttribute(name, value);
  element.append(...children);
  place.append(element);
  document.body.append(place);
  await rendered(place);
  const html = element.innerHTML.replace(/council-field-\d+/g, 'council-field');
  place.remove();
  return html;
}

describe('what an editor leaves in an empty tag', () => {
  for (const tag of tags) {
    it(`is generated over: council-${tag}`, async () => {
      expect(customElements.get(`council-${tag}`)).not.to.equal(undefined);
      const right = await htmlOf(tag);
      const paragraph = document.createElement('p');
      paragraph.append(document.createElement('br'));
      expect(await htmlOf(tag, document.createElement('br'))).to.equal(right);
      expect(await htmlOf(tag, paragraph, document.createTextNode('\u200b'))).to.equal(right);
    });
  }
});
