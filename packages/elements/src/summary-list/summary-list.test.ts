import { expect } from '@open-wc/testing';
import { accessible } from '@council-kit/testing/accessibility-tree.js';
import { bothWays, fixture } from '@council-kit/testing/fixture.js';
import { html } from 'lit';
import '../define/summary-list.ts';
import type { CouncilSummaryList } from './summary-list.ts';
import { stylesheet } from '../stylesheet.ts';
import { summaryListTemplate } from './summary-list.template.ts';

const rows = [
  {
    key: { text: 'What is it?' },
    value: { text: 'Fly-tipping' },
    actions: { items: [{ text: 'Change', href: '/what', visuallyHiddenText: 'what it is' }] },
  },
  {
    key: { text: 'Where is it?' },
    value: { text: 'Mill Lane' },
    actions: {
      items: [
        { text: 'Change', href: '/where', visuallyHiddenText: 'where it is' },
        { text: 'Show on a map', href: '/map' },
      ],
    },
  },
  { key: { text: 'Reported on' }, value: { text: '23 November 2026' } },
];
const template = summaryListTemplate;
const inside = 'div';

/** Names as the tree of Chromium tells them; elsewhere the words, which come to the same here. */
async function names(element: Element): Promise<string[]> {
  const names = [];
  for (const link of element.querySelectorAll('a')) {
    names.push((await accessible(link))?.name ?? link.textContent.replace(/\s+/g, ' ').trim());
  }
  return names;
}

/** Hidden words are out of the flow, where browsers drop blanks: names are looked at as they are with the styles. */
const { adoptedStyleSheets } = document;
before(() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(stylesheet.map(({ cssText }) => cssText).join(''));
  document.adoptedStyleSheets = [...adoptedStyleSheets, sheet];
});
after(() => {
  document.adoptedStyleSheets = adoptedStyleSheets;
});

describe('council-summary-list', () => {
  const plain = { tag: 'council-summary-list', template, inside, attributes: { rows: JSON.stringify(rows) }, options: { rows } } as const;

  bothWays('says what each link changes', plain, async (element: CouncilSummaryList) => {
    expect(await names(element)).to.deep.equal(['Change what it is', 'Change where it is', 'Show on a map']);
    expect([...element.querySelectorAll('a')].map((link) => link.getAttribute('href'))).to.deep.equal(['/what', '/where', '/map']);
  });

  bothWays('lists several actions, and leaves one alone', plain, (element: CouncilSummaryList) => {
    expect([...element.querySelectorAll('ul')].map(({ children }) => children.length)).to.deep.equal([2]);
    expect(element.querySelectorAll('dt')).to.have.length(3);
    expect(element.querySelectorAll('.council-summary-list-row--no-actions dt')[0]?.textContent).to.equal('Reported on');
  });

  bothWays(
    'tells the links of one card from those of another',
    {
      ...plain,
      attributes: { rows: JSON.stringify(rows), 'card-title': 'Photo 1', 'card-actions': '[{"text":"Remove","href":"/remove"}]' },
      options: { rows, card: { title: { text: 'Photo 1' }, actions: { items: [{ text: 'Remove', href: '/remove' }] } } },
    },
    async (element: CouncilSummaryList) => {
      expect(element.querySelector('h2')?.textContent).to.equal('Photo 1');
      expect(await names(element)).to.deep.equal([
        'Remove (Photo 1)',
        'Change what it is (Photo 1)',
        'Change where it is (Photo 1)',
        'Show on a map (Photo 1)',
      ]);
    },
  );

  it('shows what residents typed as they typed it, and nothing else', async () => {
    const element = await fixture(
      html`<council-summary-list
        .rows=${[{ key: { text: 'Details' }, value: { text: 'One\n<img src=x onerror=alert(1)>\nTwo' } }]}
      ></council-summary-list>`,
    );
    expect(element.querySelector('img')).to.equal(null);
    expect(element.querySelector('dd')?.textContent).to.equal('One\n<img src=x onerror=alert(1)>\nTwo');
  });

  it('does not lead to addresses that run script', async () => {
    const element = await fixture(
      html`<council-summary-list
        rows='[{"key":{"text":"A"},"value":{"text":"B"},"actions":{"items":[{"text":"C","href":"java\\nscript:alert(1)"}]}}]'
      ></council-summary-list>`,
    );
    expect(element.querySelector('a')?.getAttribute('href')).to.equal('#');
  });

  it('is empty until a framework has its rows', async () => {
    const element = await fixture<CouncilSummaryList>(html`<council-summary-list .rows=${undefined}></council-summary-list>`);
    expect(element.querySelectorAll('dt')).to.have.length(0);
    element.rows = rows;
    await element.updateComplete;
    expect(element.querySelectorAll('dt')).to.have.length(3);
  });

  it('leaves out rows that are not there', async () => {
    const element = await fixture(html`${summaryListTemplate({ rows: [null, false, rows[2], undefined] })}`);
    expect(element.querySelectorAll('dt')).to.have.length(1);
  });
});
