/** What a definition can hold works on the pages of a payment. The widget is held to the same in `payment/every-rule.test.ts`. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { createGateway, listen, Routes } from '@council-kit/gateway';
import { journeyPages } from '@council-kit/journeys/server';
import { paymentSpecials } from '../../payment/payment-answers.ts';
import { paymentJourney } from '../../payment/payment.journey.ts';
import { funds } from '../../testing/bills.ts';
import { checked, visits, withEveryRule } from '../../testing/every-rule.journey.ts';
import { PlainBrowser } from '../testing/browser.fixture.ts';

test('rules, conditions, several questions on a page and every kind of question', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'council-every-rule-'));
  const setUp = { fund: funds.councilTax };
  const gateway = createGateway({
    settings: { dataFolder: folder, logLevel: 'silent', port: 0 },
    services: [
      {
        name: 'pay',
        setUp(ground) {
          const routes = new Routes();
          routes.hono.route(
            '/',
            journeyPages({
              ground,
              path: '/pay',
              service: { journey: withEveryRule(paymentJourney(setUp)), specials: paymentSpecials(setUp) },
              submit: async () => ({ kind: 'unreachable' }),
            }),
          );
          return { routes };
        },
      },
    ],
  });
  const listening = await listen(gateway);
  try {
    const browser = await new PlainBrowser(listening.url).open('/pay');
    for (const { heading, fields, errors } of visits) {
      assert.equal(browser.heading, heading);
      await browser.send(fields);
      assert.deepEqual(browser.errors, errors ?? [], heading);
    }
    assert.equal(browser.heading, 'Check your payment');
    const list = /<dl[\s\S]*<\/dl>/.exec(browser.html)?.[0] ?? '';
    const said = list
      .replace(/<[^>]*>/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    assert.equal(said, checked);
  } finally {
    await listening.stop();
    await rm(folder, { recursive: true, force: true });
  }
});
