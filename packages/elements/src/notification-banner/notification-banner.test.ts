import { expect } from '@open-wc/testing';
import { accessible } from '@council-kit/testing/accessibility-tree.js';
import { bothWays, fixture, page } from '@council-kit/testing/fixture.js';
import { focused } from '@council-kit/testing/keyboard.js';
import { html } from 'lit';
import '../define/notification-banner.ts';
import type { CouncilNotificationBanner } from './notification-banner.ts';
import { notificationBannerTemplate } from './notification-banner.template.ts';

const banner = (place: Element): HTMLElement => {
  const found = place.querySelector<HTMLElement>('.council-notification-banner');
  if (!found) throw new Error('there is no banner');
  return found;
};
const inside = 'div';
const template = notificationBannerTemplate;
const tag = 'council-notification-banner';
const text = 'The update is published';

describe('council-notification-banner', () => {
  bothWays('is a region named by its title', { tag, template, inside, attributes: { text }, options: { text } }, async (element) => {
    expect(banner(element).getAttribute('role')).to.equal('region');
    expect(focused()).to.equal(null);
    const node = await accessible(banner(element));
    if (node) expect([node.role, node.name]).to.deep.equal(['region', 'Important']);
  });

  bothWays(
    'tells a success at once and takes the focus, once',
    { tag, template, inside, attributes: { text, type: 'success' }, options: { text, type: 'success' as const } },
    (element) => {
      expect(banner(element).getAttribute('role')).to.equal('alert');
      expect(focused()).to.equal(banner(element));
      banner(element).blur();
      expect(banner(element).hasAttribute('tabindex')).to.equal(false);
      element.parentElement?.append(element);
      expect(focused(), 'after it was moved').to.equal(null);
    },
  );

  bothWays(
    'leaves the focus where it is when told to',
    {
      tag,
      template,
      inside,
      attributes: { text, type: 'success', 'disable-auto-focus': true },
      options: { text, type: 'success' as const, disableAutoFocus: true },
    },
    () => {
      expect(focused()).to.equal(null);
    },
  );

  it('takes the focus when it becomes a success', async () => {
    const element = await fixture<CouncilNotificationBanner>(
      html`<council-notification-banner text="Saving"></council-notification-banner>`,
    );
    element.type = 'success';
    element.text = 'Saved';
    await element.updateComplete;
    expect(focused()).to.equal(banner(element));
  });

  it('names itself by its own title where there are two', async () => {
    const place = await page(
      html`<council-notification-banner text="One"></council-notification-banner>
        <council-notification-banner text="Two" title-text="Bins"></council-notification-banner>`,
    );
    const names = [...place.querySelectorAll('[aria-labelledby]')].map(
      (element) => document.getElementById(element.getAttribute('aria-labelledby') ?? '')?.textContent,
    );
    expect(names).to.deep.equal(['Important', 'Bins']);
  });

  it('speaks Welsh in a Welsh page', async () => {
    const place = await page(
      html`<div lang="cy">
        <council-notification-banner text="…"></council-notification-banner
        ><council-notification-banner type="success" disable-auto-focus text="…"></council-notification-banner>
      </div>`,
    );
    expect([...place.querySelectorAll('h2')].map(({ textContent }) => textContent)).to.deep.equal(['Pwysig', 'Llwyddiant']);
  });

  it('shows what was assigned as words, whatever it is', async () => {
    const element = await fixture(html`<council-notification-banner .text=${{ an: 'object' }}></council-notification-banner>`);
    expect(element.querySelector('p')?.textContent).to.equal('[object Object]');
  });
});
