/** What a definition can hold works in the widget of a payment. The pages are held to the same in `server/pages/every-rule.test.ts`. */
import { define } from '@council-kit/core';
import { fixture } from '@council-kit/testing/fixture.js';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { answeringGateway, gatewayAddress, until, words } from '../testing/answering-gateway.ts';
import { funds } from '../testing/bills.ts';
import { checked, visits, withEveryRule } from '../testing/every-rule.journey.ts';
import * as further from './further.ts';
import { CouncilPayment } from './payment.ts';

class TestEveryRule extends CouncilPayment {
  protected override async fetchFurther(): Promise<typeof further> {
    return { ...further, paymentJourney: (...given) => withEveryRule(further.paymentJourney(...given)) };
  }
}
define('test-every-rule', TestEveryRule);

function fill(root: ShadowRoot, name: string, value: string): void {
  const controls = [...root.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>(`[name="${name}"]`)];
  const choice = controls.find((each) => each instanceof HTMLInputElement && /radio|checkbox/.test(each.type) && each.value === value);
  if (choice instanceof HTMLInputElement) {
    if (!choice.checked) choice.click();
    return;
  }
  const [control] = controls;
  if (!control) throw new Error(`“${words(root, 'h1')}” has no ${name}`);
  control.value = value;
}

it('rules, conditions, several questions on a page and every kind of question', async () => {
  const gateway = answeringGateway(() => ({ fund: funds.councilTax }));
  try {
    const element = await fixture<TestEveryRule>(
      html`<test-every-rule gateway=${gatewayAddress} history="none"><a href="/pay">Pay</a></test-every-rule>`,
    );
    const root = element.shadowRoot;
    if (!root) throw new Error('there is no wall');
    const errors = (): string[] =>
      [...root.querySelectorAll('.council-error-summary-list a')].map((link) => link.textContent?.trim() ?? '');
    let answered: readonly string[] = [];
    for (const { heading, fields, errors: expected = [] } of visits) {
      const before = answered;
      await until(
        root,
        () =>
          words(root, 'h1') === heading &&
          errors().join() === before.join() &&
          Object.keys(fields).every((name) => root.querySelector(`[name="${name}"]`)),
      );
      for (const [name, value] of Object.entries(fields)) fill(root, name, value);
      root.querySelector<HTMLButtonElement>('form button')?.click();
      answered = expected;
    }
    await until(root, () => words(root, 'h1') === 'Check your payment');
    expect(words(root, 'dl')).to.equal(checked);
  } finally {
    gateway.remove();
  }
});
