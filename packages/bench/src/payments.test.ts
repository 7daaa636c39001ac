import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measurePayments } from './payments.ts';

test(
  'lost answers, doubled and shuffled webhooks, a gateway that is killed: to the penny, and nothing twice',
  { timeout: 180_000 },
  async (context) => {
    const figures = await measurePayments({ payments: 250, kills: 2, residents: 12, seed: 7 });
    context.diagnostic(JSON.stringify(figures));
    const { createdTwice, postedTwice, differences, toldWrong, paidAtPay, paidInLedger, refundedAtPay, refundedInLedger, posted } = figures;
    assert.deepEqual(
      { createdTwice, postedTwice, differences, toldWrong },
      { createdTwice: 0, postedTwice: 0, differences: 0, toldWrong: 0 },
    );
    assert.deepEqual([paidInLedger, refundedInLedger, posted], [paidAtPay, refundedAtPay, paidAtPay - refundedAtPay]);
    assert.ok(figures.kills === 2 && figures.faults > 20 && refundedAtPay > 0 && figures.webhooks > 250);
  },
);
