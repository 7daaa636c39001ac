import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import * as v from 'valibot';
import { DraftStore } from '../../../../journeys/src/browser/draft-store.ts';
import { JourneyRun } from '../../../../journeys/src/browser/journey-run.ts';
import { directDebitFormSchema } from '../../contract/mandate.ts';
import {
  directDebitJourney,
  directDebitOutline,
  directDebitSpecials,
  questionOfMandateField,
} from '../../direct-debit/direct-debit.journey.ts';
import { sendMandate } from '../../direct-debit/send-mandate.ts';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { until } from '@council-kit/testing/until.js';
import { syntheticModulusTable } from '../../rules.ts';
import { borough, councilTax } from '../testing/borough.fixture.ts';

const directDebit = {
  creditor: 'ALDERMERE COUNCIL',
  reference: councilTax.reference,
  days: [1, 15],
  modulusTable: syntheticModulusTable,
};
const accountNumber = '98765432';
const start = (clock?: ManualClock) => borough({ payments: { directDebit }, ...(clock ? { clock } : {}) });

test('kept, handed on once, and then no account number is anywhere', async () => {
  const clock = new ManualClock('2026-11-23T10:00:00Z');
  await using council = await start(clock);
  const { account } = council.billing.households.at(9);
  const wish = {
    account,
    accountName: 'A PAYER',
    sortCode: '99-99-99',
    accountNumber: '9876 5432',
    day: 15,
    authorised: true,
    email: ' payer@example.com ',
  };
  await council.platforms.billing.faults.add({ fault: 'lost-answer', path: '/direct-debits', times: 1 });
  const answers = await Promise.all(Array.from({ length: 4 }, () => council.post('/direct-debits', wish, { 'idempotency-key': 'dd' })));
  const bodies = await Promise.all(answers.map(async (answer) => (await answer.json()) as Record<string, unknown>));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [201, 201, 201, 201],
  );
  assert.equal(new Set(bodies.map(({ reference }) => reference)).size, 1);
  const [mandate] = bodies;
  assert.deepEqual(
    [mandate?.['accountNumber'], mandate?.['sortCode'], mandate?.['firstCollection']],
    ['•••• 5432', '•• •• 99', '2026-12-15'],
  );
  assert.equal(mandate?.['confirmedBy'], 'email');
  assert.match(String(mandate?.['reference']), /^DD[A-Z]{10}$/);
  assert.doesNotMatch(JSON.stringify(bodies), /98765432|9876 5432|payer@/);
  await until(() => {
    clock.advance(20_000);
    return council.billing.mandates.length === 1 && council.platforms.billing.faults.played.length === 1;
  }, 'the council’s system has it');
  const [posted] = council.billing.mandates;
  assert.deepEqual([posted?.account_number_ending, posted?.email], ['5432', 'payer@example.com']);
  const other = await council.post('/direct-debits', { ...wish, day: 1 }, { 'idempotency-key': 'dd' });
  assert.equal(other.status, 409);
  assert.doesNotMatch(council.logged(), /98765432|9876 5432|A PAYER|payer@/);
  // On disk it was sealed, and is gone now.
  await council.stop();
  for (const file of await readdir(council.folder)) {
    const bytes = await readFile(join(council.folder, file)).catch(() => Buffer.alloc(0));
    assert.equal(bytes.includes(accountNumber), false, file);
    assert.equal(bytes.includes('A PAYER'), false, file);
    assert.equal(bytes.includes('payer@example.com'), false, file);
  }
});

test('an answer that is lost, then a corrected instruction: one instruction, its reference, and which one it is', async () => {
  await using council = await start();
  const terms = v.parse(directDebitFormSchema, await (await council.fetch('/direct-debits/form')).json());
  const { account } = council.billing.households.at(9);
  const run = new JourneyRun({
    service: {
      outline: directDebitOutline,
      journey: () => directDebitJourney(terms),
      questionOf: questionOfMandateField,
      specials: directDebitSpecials(terms, async () => 'plausible'),
    },
    submit: (answers, context) => sendMandate(council.url, answers, context),
    drafts: new DraftStore('direct-debit', 'none', 1),
    language: 'en',
    changed: () => undefined,
  });
  const press = async (answers: Readonly<Record<string, string>>): Promise<void> => {
    const form = new FormData();
    for (const [name, value] of Object.entries(answers)) form.set(name, value);
    await run.press(form);
  };
  const [ownFetch, ownLocation] = [globalThis.fetch, globalThis.location];
  // What a page gives: its address.
  Object.assign(globalThis, { location: new URL(council.url) });
  try {
    await run.start();
    await press({ authorised: 'yes' });
    await press({ account });
    await press({ 'bank-name': 'A PAYER', 'bank-sort-code': '99-99-99', 'bank-account-number': accountNumber });
    await press({ day: '1' });
    await press({ email: '' });
    globalThis.fetch = async (...asked) => {
      await ownFetch(...asked);
      globalThis.fetch = ownFetch;
      throw new TypeError('connection reset');
    };
    await press({});
    assert.deepEqual([run.shown.kind, run.shown.kind === 'obstacle' && run.shown.obstacle.kind], ['obstacle', 'not-sent']);
    await run.goTo({ address: 'day', changing: true }, 'push');
    await press({ day: '15', _changing: '1' });
    await press({});
    assert.ok(run.shown.kind === 'confirmation', JSON.stringify(run.shown));
    assert.match(run.shown.accepted.reference, /^DD[A-Z]{10}$/);
    assert.equal(run.shown.accepted.earlier, true);
    await until(() => council.billing.mandates.length > 0, 'the council’s system has it');
    await council.stop();
    assert.deepEqual(
      council.billing.mandates.map(({ day }) => day),
      [1],
    );
  } finally {
    Object.assign(globalThis, { fetch: ownFetch, location: ownLocation });
  }
});

test('what is wrong is said at its field; plausible is never called correct', async () => {
  await using council = await start();
  const { account } = council.billing.households.at(9);
  const right = { account, accountName: 'A Payer', sortCode: '999999', accountNumber, day: 1, authorised: true };
  for (const [wrong, field] of [
    [{ account: '1' }, 'account'],
    [{ accountName: '' }, 'accountName'],
    [{ accountName: '12345678' }, 'accountName'],
    [{ sortCode: '12' }, 'sortCode'],
    [{ accountNumber: '12' }, 'accountNumber'],
    [{ day: 2 }, 'day'],
    [{ authorised: false }, 'authorised'],
    [{ email: 'payer' }, 'email'],
  ] as const) {
    const answer = await council.post('/direct-debits', { ...right, ...wrong }, { 'idempotency-key': `k-${field}` });
    const body = (await answer.json()) as { errors: { field: string }[] };
    assert.deepEqual([answer.status, body.errors.map((error) => error.field)], [422, [field]], JSON.stringify(wrong));
  }
  assert.equal((await council.post('/direct-debits', right)).status, 400);
  const checked = await council.post('/direct-debits/bank-details', { sortCode: '999999', accountNumber });
  assert.deepEqual(await checked.json(), { result: 'unknown' });
  assert.equal((await council.post('/direct-debits/bank-details', { sortCode: '', accountNumber: 'x' })).status, 422);
  const form = (await (await council.fetch('/direct-debits/form')).json()) as Record<string, unknown>;
  assert.deepEqual([form['creditor'], form['noticeWorkingDays'], form['modulusTable']], ['ALDERMERE COUNCIL', 10, undefined]);
  assert.equal(council.billing.mandates.length, 0);
});

test('ten or twelve instalments: asked where the council takes both, and handed on; ignored where it does not', async () => {
  const wish = { accountName: 'A Payer', sortCode: '999999', accountNumber, day: 1, authorised: true, instalments: 12 };
  for (const [twelve, handedOn] of [
    [true, 12],
    [false, undefined],
  ] as const) {
    const clock = new ManualClock('2026-11-23T10:00:00Z');
    await using council = await borough({ payments: { directDebit: { ...directDebit, twelve } }, clock });
    const { account } = council.billing.households.at(9);
    assert.equal((await council.post('/direct-debits', { ...wish, account }, { 'idempotency-key': 'k' })).status, 201);
    await until(() => {
      clock.advance(20_000);
      return council.billing.mandates.length === 1;
    }, 'the council’s system has it');
    assert.equal(council.billing.mandates[0]?.instalments, handedOn);
    const { instalments: _, ...without } = { ...wish, account };
    const answer = await council.post('/direct-debits', without, { 'idempotency-key': 'l' });
    const { errors = [] } = (await answer.json()) as { errors?: { field: string }[] };
    assert.deepEqual([answer.status, errors.map(({ field }) => field)], twelve ? [422, ['instalments']] : [201, []]);
  }
});
