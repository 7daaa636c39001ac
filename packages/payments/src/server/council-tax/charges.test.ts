/** What the council decides about its bills reaches the bill, the plain page and the calculator alike. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import * as v from 'valibot';
import { billSchema, councilTaxChargesSchema, type Bill } from '../../contract/bill.ts';
import { calculate } from '../../rules/calculation.ts';
import { borough, type Borough } from '../testing/borough.fixture.ts';
import { PlainBrowser } from '../testing/browser.fixture.ts';

const ask = { en: 'Ask us for 12', cy: 'Gofynnwch i ni am 12' };
const charges = {
  year: 2026,
  nation: 'wales' as const,
  areas: [
    {
      id: 'town',
      name: { en: 'The town', cy: 'Y dref' },
      authorities: [{ id: 'council', kind: 'council' as const, name: { en: 'The council', cy: 'Y cyngor' }, bandD: 180_000 }],
    },
  ],
};
// Before the year: nobody is behind with anything.
const clock = () => new ManualClock('2026-03-28T10:00:00Z');

async function billWhere(
  council: Borough,
  holds: (bill: Bill) => boolean,
  among = 900,
): Promise<{ bill: Bill; account: string; postcode: string }> {
  for (let index = 0; index < among; index += 1) {
    const { account, postcode } = council.billing.households.at(index);
    const bill = v.parse(billSchema, await (await council.post('/council-tax/bill', { account, postcode })).json());
    if (holds(bill)) return { bill, account, postcode };
  }
  throw new Error('There is no such household.');
}

test('the order of reductions is the council’s setting: on a bill and in what the calculator is given', async () => {
  const kinds = (bill: Bill) => bill.periods[0]?.reductions.map(({ kind }) => kind) ?? [];
  const orders = [undefined, ['support', 'discount', 'premium', 'disability'] as const];
  const found = [];
  for (const order of orders) {
    await using council = await borough({ clock: clock(), payments: { councilTax: { charges, ...(order ? { order: [...order] } : {}) } } });
    const { bill } = await billWhere(council, (each) => kinds(each).includes('discount') && kinds(each).includes('support'));
    const given = v.parse(councilTaxChargesSchema, await (await council.fetch('/council-tax/charges')).json());
    const calculated = calculate({ area: 'town', band: 'D', household: 'one', adapted: true }, given);
    found.push([kinds(bill), kinds(calculated)]);
  }
  assert.deepEqual(found, [
    [
      ['discount', 'support'],
      ['disability', 'discount'],
    ],
    [
      ['support', 'discount'],
      ['discount', 'disability'],
    ],
  ]);
});

test('twelve instalments: told how to ask where the council has said it, on the bill, its plain page and the calculator', async () => {
  const instalments = { twelve: { ask, url: 'https://www.council.example/twelve' } };
  await using council = await borough({ clock: clock(), payments: { councilTax: { charges, instalments } } });
  const { bill, account, postcode } = await billWhere(council, ({ twelve }) => twelve !== undefined);
  assert.deepEqual([bill.twelve?.ask, bill.twelve?.url], [ask, instalments.twelve.url]);
  const browser = await new PlainBrowser(council.url).open('/council-tax?lang=cy');
  await browser.send({ account, postcode });
  assert.match(
    browser.html,
    /Talu mewn \d+ rhandaliad yn lle \d+[\s\S]*href="https:\/\/www\.council\.example\/twelve">\s*Gofynnwch i ni am 12/,
  );
  await browser.open('/council-tax/calculator?lang=en&band=D&household=several');
  assert.match(browser.html, /In 10[\s\S]*In 12/);
  assert.match(browser.html, /href="https:\/\/www\.council\.example\/twelve">\s*Ask us for 12/);
});

test('in Wales nobody is told of twelve instalments that the council does not offer', async () => {
  await using council = await borough({ clock: clock(), payments: { councilTax: { charges } } });
  const browser = await new PlainBrowser(council.url).open('/council-tax/calculator?lang=en&band=D&household=several');
  assert.doesNotMatch(browser.html, /In 12|12 instalments/);
  await assert.rejects(
    billWhere(council, ({ twelve }) => twelve !== undefined, 50),
    /no such household/,
  );
});
