/** What other services of the gateway see of payments: through the ports, and without importing them. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFinal, serviceStatuses } from '@council-kit/core';
import {
  accountItemSchema,
  accountSource,
  charger,
  chargeSchema,
  type Charger,
  type AccountSource,
  type Problem,
  type Service,
} from '@council-kit/gateway';
import * as v from 'valibot';
import { paymentStates } from '../contract/payment.ts';
import { serviceStatusOf } from './offers.ts';
import { borough } from './testing/borough.fixture.ts';

/** A service that books skips and wants to be paid. */
function skipHire(): { readonly service: Service; charger(): Charger; source(): AccountSource } {
  let ports: Parameters<Service['setUp']>[0]['ports'] | undefined;
  const found = <Offer>(all: readonly Offer[] | undefined): Offer => {
    const [first] = all ?? [];
    assert.ok(first);
    return first;
  };
  return {
    service: { name: 'skips', setUp: (context) => ((ports = context.ports), {}) },
    charger: () => found(ports?.all(charger)),
    source: () => found(ports?.all(accountSource)),
  };
}

test('another service charges for a booking, and learns when it is paid and refunded', async () => {
  const skips = skipHire();
  await using council = await borough({ also: [skips.service] });
  const charge = skips.charger();
  assert.deepEqual(charge.funds, ['council-tax', 'parking']);
  const request = { fund: 'parking', reference: 'AL12345678', amount: 3_500, language: 'cy' } as const;
  const started = v.parse(chargeSchema, await charge.start(request, 'booking-1'));
  assert.deepEqual([started.status, started.paid, started.refunded], ['waiting-for-you', 0, 0]);
  assert.equal(started.payAt, `${council.url}/payments/${started.id}/pay`);
  // The same booking again is the same charge.
  assert.equal((await charge.start(request, 'booking-1')).id, started.id);
  assert.equal(council.govukPay.payments.length, 1);
  assert.equal(council.govukPay.payments[0]?.language, 'cy');
  council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '');
  const read = (): Promise<unknown> => council.fetch(`/payments/${started.id}/return`);
  await read();
  assert.deepEqual(await charge.state(started.id), { id: started.id, status: 'done', paid: 3_500, refunded: 0 });
  await council.staff(`/staff/payments/${started.id}/refunds`, { amount: 1_000, amountAvailable: 3_500 });
  assert.deepEqual(await charge.state(started.id), { id: started.id, status: 'done', paid: 3_500, refunded: 1_000 });
  assert.equal(await charge.state('no-such-charge-at-all-'), undefined);
});

test('a booking that cannot be charged is refused in words, and nothing is started', async () => {
  const skips = skipHire();
  await using council = await borough({ also: [skips.service] });
  const request = { fund: 'parking', reference: 'AL12345678', amount: 3_500, language: 'en' } as const;
  const refused = async (change: Record<string, unknown>): Promise<[number, readonly string[]]> => {
    const problem = await skips
      .charger()
      .start({ ...request, ...change }, `booking-${JSON.stringify(change)}`)
      .then(
        () => assert.fail('it was charged'),
        (error: unknown) => (error as Problem).details,
      );
    return [problem.status, (problem.errors ?? []).map(({ field }) => field)];
  };
  assert.deepEqual(await refused({ amount: 50 }), [422, ['amount']]);
  assert.deepEqual(await refused({ reference: '7' }), [422, ['reference']]);
  assert.deepEqual(await refused({ fund: 'skips' }), [404, []]);
  assert.deepEqual(await refused({ returnTo: 'https://evil.example/' }), [400, []]);
  assert.equal(council.govukPay.payments.length, 0);
});

test('an account sees what was paid, and nothing for a link that leads nowhere', async () => {
  const skips = skipHire();
  await using council = await borough({ also: [skips.service] });
  const { body } = await council.begin();
  const items = (): Promise<readonly unknown[]> =>
    skips.source().items(
      [
        { kind: 'payment', ref: body.id },
        { kind: 'payment', ref: 'AAAAAAAAAAAAAAAAAAAAAA' },
        { kind: 'report', ref: body.id },
      ],
      AbortSignal.timeout(5_000),
    );
  const [item, ...others] = await items();
  assert.deepEqual(others, []);
  const parsed = v.parse(accountItemSchema, item);
  assert.deepEqual([parsed.status, parsed.title.cy, parsed.amount], ['waiting-for-you', 'Y dreth gyngor', 18_500]);
  assert.equal((await council.fetch(parsed.href)).status, 200);
});

test('every state of a payment has a status, and exactly the finished ones are final', () => {
  for (const state of paymentStates) assert.ok(serviceStatuses.includes(serviceStatusOf[state]), state);
  assert.deepEqual(
    paymentStates.filter((state) => isFinal(serviceStatusOf[state])),
    ['success', 'failed', 'cancelled', 'error', 'not-created'],
  );
});
