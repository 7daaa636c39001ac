import { expect } from '@open-wc/testing';
import { fixture } from '@council-kit/testing/fixture.js';
import { html } from 'lit';
import '../define/report-status.ts';
import { gatewayAddress, recordedGateway, type Instead } from '../testing/recorded-gateway.ts';
import type { CouncilReportStatus } from './report-status.ts';

let gateway: ReturnType<typeof recordedGateway> | undefined;
afterEach(() => {
  gateway?.remove();
  document.documentElement.lang = 'en';
});

async function follow(reference: string, instead?: Instead): Promise<{ element: CouncilReportStatus; root: ShadowRoot }> {
  gateway = recordedGateway(instead);
  const element = await fixture<CouncilReportStatus>(
    html`<council-report-status gateway=${gatewayAddress} reference=${reference}><a href="/follow">Follow</a></council-report-status>`,
  );
  const root = element.shadowRoot;
  if (!root) throw new Error('there is no wall');
  return { element, root };
}

/** Waits for what a change in a tree brings about. */
function until(root: Node, holds: () => boolean): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise((done) => {
    const observer = new MutationObserver(() => {
      if (!holds()) return;
      observer.disconnect();
      queueMicrotask(done);
    });
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

const text = (root: ParentNode, selector: string): string => root.querySelector(selector)?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

describe('<council-report-status>', () => {
  it('shows the status and the updates, newest first, in the order they are read', async () => {
    const { root } = await follow('7q2km 9xh4y');
    await until(root, () => root.querySelector('ol') !== null);
    expect(text(root, 'h1')).to.equal('Report 7Q2KM-9XH4Y');
    expect(text(root, 'dl')).to.contain('Being worked on').and.to.contain('Mill Lane, Northgate');
    expect(text(root, 'ol li')).to.contain('23 November 2026 at 10:00am').and.to.contain('A crew is on its way.');
    expect(gateway?.asked.map(({ path }) => path)).to.deep.equal(['/reports/7Q2KM-9XH4Y']);
  });

  it('speaks the language of the page, also when that changes', async () => {
    const { root } = await follow('7Q2KM-9XH4Y');
    await until(root, () => root.querySelector('ol') !== null);
    document.documentElement.lang = 'cy';
    await until(root, () => text(root, 'dl').includes('Gwaith ar y gweill'));
    expect(text(root, 'h1')).to.equal('Adroddiad 7Q2KM-9XH4Y');
  });

  it('asks for a reference, says what is wrong with one, and keeps what was typed', async () => {
    const { root } = await follow('');
    await until(root, () => root.querySelector('form') !== null);
    const send = (typed: string): void => {
      const input = root.querySelector<HTMLInputElement>('#reference');
      if (input) input.value = typed;
      root.querySelector<HTMLButtonElement>('button')?.click();
    };
    send('');
    await until(root, () => text(root, '#reference-error').includes('Enter your report’s reference'));
    send('AB-12');
    await until(root, () => text(root, '#reference-error').includes('The reference must have 10 letters and numbers'));
    expect(root.querySelector<HTMLInputElement>('#reference')?.value).to.equal('AB-12');
    send('00000 00000');
    await until(root, () => text(root, '#reference-error').includes('We cannot find a report with this reference'));
    send('7Q2KM9XH4Y');
    await until(root, () => root.querySelector('ol') !== null);
  });

  it('says that nobody answers, and tries again on a press', async () => {
    let down = true;
    const { root } = await follow('7Q2KM-9XH4Y', () => {
      if (down) throw new TypeError('Failed to fetch');
      return undefined;
    });
    await until(root, () => root.querySelector('[role="alert"]') !== null);
    expect(text(root, '[role="alert"]')).to.contain('did not answer');
    down = false;
    root.querySelector<HTMLButtonElement>('button')?.click();
    await until(root, () => root.querySelector('ol') !== null);
  });

  it('keeps the page’s own words until there is something instead', async () => {
    gateway = recordedGateway();
    const element = document.createElement('council-report-status');
    element.setAttribute('gateway', gatewayAddress);
    element.append('Follow a report');
    document.body.append(element);
    const { shadowRoot } = element;
    if (!shadowRoot) throw new Error('there is no wall');
    await until(shadowRoot, () => shadowRoot.querySelector('form') !== null);
    expect(element.textContent).to.equal('Follow a report');
    element.remove();
  });
});
