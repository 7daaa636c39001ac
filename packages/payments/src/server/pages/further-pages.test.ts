/** Direct Debit and calculator without a script. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { syntheticModulusTable } from '../../rules.ts';
import { borough, councilTax } from '../testing/borough.fixture.ts';
import { PlainBrowser } from '../testing/browser.fixture.ts';

const both = (text: string) => ({ en: text, cy: text });
const settings = {
  directDebit: {
    creditor: 'ALDERMERE COUNCIL',
    reference: councilTax.reference,
    days: [1, 15],
    modulusTable: syntheticModulusTable,
  },
  councilTax: {
    charges: {
      year: 2026,
      nation: 'england' as const,
      areas: [
        {
          id: 'town',
          name: both('The town'),
          authorities: [{ id: 'council', kind: 'council' as const, name: both('Aldermere Council'), bandD: 180_000 }],
        },
      ],
    },
  },
};

test('a Direct Debit, from who may to the date of the first payment; no account number is shown again, nor in a log', async () => {
  await using council = await borough({ payments: settings, clock: new ManualClock('2026-11-23T10:00:00Z') });
  const { account } = council.billing.households.at(9);
  const browser = await new PlainBrowser(council.url).open('/direct-debit');
  await browser.send({ authorised: 'no' });
  assert.match(browser.errors[0] ?? '', /cannot set it up here/);
  await browser.send({ authorised: 'yes' });
  await browser.send({ account });
  await browser.send({ 'bank-name': 'Ann Payer', 'bank-sort-code': '00-00-10', 'bank-account-number': '734447' });
  assert.match(browser.errors[0] ?? '', /does not go with this sort code/);
  await browser.send({ 'bank-name': 'Ann Payer', 'bank-sort-code': '00-00-10', 'bank-account-number': '734446' });
  assert.equal(browser.heading, 'On which day of the month do you want to pay?');
  assert.match(browser.html, /First payment on 15 December 2026/);
  await browser.send({ day: '15' });
  await browser.send({ email: '' });
  assert.equal(browser.heading, 'Check your Direct Debit');
  assert.match(browser.html, /•••• 4446/);
  assert.doesNotMatch(browser.html, /734446/);
  // To change it: it is not in the page, hidden or not, and what is left empty is kept.
  await browser.click(/Change\s*<span[^>]*>\s*account\s*</);
  assert.equal(browser.heading, 'What are the bank or building society details?');
  assert.doesNotMatch(browser.html, /734446|00-00-10|000010|Ann Payer/);
  await browser.send({ 'bank-name': 'A Payer' });
  assert.equal(browser.heading, 'Check your Direct Debit');
  assert.match(browser.html, /A Payer[\s\S]*•••• 4446/);
  await browser.send({});
  assert.equal(browser.heading, 'Your Direct Debit is set up');
  assert.match(browser.html, /15 December 2026[\s\S]*Direct Debit Guarantee[\s\S]*10 working days in advance/);
  assert.doesNotMatch(browser.html + browser.url + council.logged(), /734446|00-00-10/);
});

test('the calculator answers at an address that can be shared, says what is wrong, and works in Welsh', async () => {
  await using council = await borough({ payments: settings });
  const browser = await new PlainBrowser(council.url).open('/council-tax/calculator');
  assert.equal(browser.heading, 'Work out your council tax for 2026 to 2027');
  await browser.open('/council-tax/calculator?lang=en&asked=yes&band=&household=one');
  assert.equal(browser.status, 422);
  assert.deepEqual(browser.errors, ['Select the council tax band']);
  await browser.open('/council-tax/calculator?lang=en&band=D&household=one&unknown=%3Cscript%3E');
  assert.equal(browser.status, 200);
  assert.equal(browser.heading, 'Council tax would be £1,350.00 for the year');
  assert.match(browser.html, /<title>\s*Council tax would be £1,350\.00 for the year/);
  assert.match(browser.html, /25% of £1,800\.00 is £450\.00/);
  assert.doesNotMatch(browser.html, /unknown|<script>/);
  await browser.click(/Link to this answer/);
  assert.equal(browser.heading, 'Council tax would be £1,350.00 for the year');
  await browser.open(browser.url.replace('lang=en', 'lang=cy'));
  assert.equal(browser.heading, 'Byddai’r dreth gyngor yn £1,350.00 am y flwyddyn');
});
