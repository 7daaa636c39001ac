import { plantPrototypes } from '@council-kit/testing/planted-prototypes.js';
import { fixture } from '@council-kit/testing/fixture.js';
import { expect, waitUntil } from '@open-wc/testing';
import { html } from 'lit';
import '../define/report-issue.ts';
import answers from '../testing/recorded-answers.json' with { type: 'json' };
import type { CouncilReportIssue } from './report-issue.ts';

describe('<council-report-issue> in a page with Prototype.js and its like', () => {
  const ownFetch = window.fetch;
  let back: (() => void) | undefined;
  afterEach(() => {
    back?.();
    window.fetch = ownFetch;
  });

  it('asks its questions, and sends lists as lists', async () => {
    // Written before the page's libraries change how: a gateway is another program.
    const text = (value: unknown): string => JSON.stringify(value);
    const [form, place, nearby, created] = [
      answers.form,
      answers.en.place.body,
      answers.en.nothingNearby.body,
      answers.en.created.body,
    ].map(text);
    let sent = '';
    window.fetch = async (input, init) => {
      const { pathname } = new URL(String(input));
      if (pathname.endsWith('/reports')) sent = String(init?.body);
      const body = pathname.endsWith('/form')
        ? form
        : pathname.endsWith('/place')
          ? place
          : pathname.endsWith('/nearby')
            ? nearby
            : created;
      return new Response(body, { status: 200, headers: { 'content-type': 'application/json' } });
    };
    back = plantPrototypes();
    const element = await fixture<CouncilReportIssue>(
      html`<council-report-issue gateway="https://gateway.example" history="none" drafts="tab"></council-report-issue>`,
    );
    const root = element.shadowRoot;
    if (!root) throw new Error('there is no wall');
    const sees = (heading: string): Promise<void> =>
      waitUntil(() => root.querySelector('h1')?.textContent?.includes(heading), heading, { timeout: 8000 });
    const control = (selector: string): HTMLInputElement => root.querySelector<HTMLInputElement>(selector) ?? expect.fail(selector);
    const go = (): void =>
      [...root.querySelectorAll<HTMLButtonElement>('.council-journey-form button.council-button')]
        .findLast((button) => button.type === 'submit' && !button.name)
        ?.click();
    await sees('What do you want to report?');
    control('[name="service"][value="pothole"]').click();
    go();
    await sees('Where is it?');
    control('[name="where-words"]').value = 'opposite 12 Mill Lane';
    go();
    await sees('Pothole');
    for (const [name, value] of [
      ['position', 'edge'],
      ['size', 'plate'],
      ['depth', 'unsure'],
    ] as const)
      control(`[name="pothole-${name}"][value="${value}"]`).click();
    control('[name="description"]').value = 'Two holes';
    go();
    await sees('Add photos');
    go();
    await sees('How can we contact you');
    go();
    await sees('Check your report');
    go();
    await sees('Report sent');
    back();
    const report = JSON.parse(sent) as { photos: unknown; service_code: string };
    expect([report.service_code, report.photos]).to.deep.equal(['pothole', []]);
  });
});
