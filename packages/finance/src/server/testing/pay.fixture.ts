import type { Borough } from './borough.fixture.ts';

/** A payment that was begun and paid, as its resident would: its id here, and Pay's. */
export async function paid(
  council: Borough,
  wish: Record<string, unknown> = {},
): Promise<{ id: string; payId: string; reference: string }> {
  const { body, status } = await council.begin({ again: true, ...wish });
  if (status !== 201) throw new Error(`It was not begun: ${status}`);
  const payment = council.govukPay.payments.at(-1);
  if (!payment) throw new Error('Pay has no payment');
  council.govukPay.pay(payment.payment_id);
  await council.fetch(`/payments/${body.id}/return`);
  return { id: body.id, payId: payment.payment_id, reference: payment.reference };
}
