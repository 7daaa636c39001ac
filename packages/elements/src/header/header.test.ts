import { expect } from '@open-wc/testing';
import { accessible } from '@council-kit/testing/accessibility-tree.js';
import { bothWays, fixture } from '@council-kit/testing/fixture.js';
import { tabStops } from '@council-kit/testing/keyboard.js';
import { html } from 'lit';
import '../define/header.ts';
import { headerTemplate } from './header.template.ts';

describe('council-header', () => {
  bothWays(
    'is the page’s banner, with the way home and to the service’s start',
    {
      tag: 'council-header',
      attributes: { 'logo-text': 'Aldermere Council', 'service-name': 'Report a problem', 'service-url': '/report' },
      template: headerTemplate,
      options: { logoText: 'Aldermere Council', serviceName: 'Report a problem', serviceUrl: '/report' },
      inside: 'div',
    },
    async (element) => {
      const links = (await tabStops(element)) as HTMLAnchorElement[];
      expect(links.map((link) => [link.textContent.trim(), link.getAttribute('href')])).to.deep.equal([
        ['Aldermere Council', '/'],
        ['Report a problem', '/report'],
      ]);
      const node = await accessible(element.querySelector('header') as Element);
      if (node) expect(node.role).to.equal('banner');
      expect(element.querySelector('nav')).to.equal(null);
    },
  );

  it('is named by the council where the logo shows its name', async () => {
    const element = await fixture(
      html`<council-header logo-text="Aldermere Council" logo-text-hidden .logo=${html`<svg aria-hidden="true"></svg>`}></council-header>`,
    );
    const link = element.querySelector('a') as Element;
    const node = await accessible(link);
    expect(node?.name ?? link.textContent.trim()).to.equal('Aldermere Council');
  });

  it('shows a logo by its address, without a name of its own', async () => {
    const element = await fixture(html`<council-header logo-text="Aldermere Council" logo-src="javascript:alert(1)"></council-header>`);
    expect(element.querySelector('img'), 'of an address that runs script').to.equal(null);
  });
});
