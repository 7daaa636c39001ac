/** Payments as residents make them on GOV.UK Pay, and refunds as officers make them. */
import { key as payKey, type PaymentPlatformParts } from '../council/payment-platforms.ts';
import { answered } from './live-reports.ts';
import type { PlannedPayment } from './payments-of-the-year.ts';

/** What payments are made with. */
export interface PayingCouncil {
  /** Sends to the gateway. */
  readonly send: typeof fetch;
  readonly gateway: string;
  readonly pay: PaymentPlatformParts['govuk-pay'];
  /** Sends to GOV.UK Pay's API with the council's key, as its admin tool would. */
  readonly payApi: (path: string, body: unknown) => Promise<Response>;
  /** Lets seconds pass. */
  readonly pass: (seconds: number) => void;
}

interface StartedPayment {
  readonly id: string;
  /** The reference at GOV.UK Pay. */
  readonly number: string;
}

const declinedCard = '4000000000000002';

/** Starts a payment and ends it as planned. Its id. */
export async function makePayment({ send, gateway, pay, pass }: PayingCouncil, planned: PlannedPayment, key: string): Promise<string> {
  const { language, ending, fund, reference, amount, email } = planned;
  const answer = await send(`${gateway}/payments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': language, 'idempotency-key': key },
    body: JSON.stringify({ fund, reference, amount, ...(email === undefined ? {} : { email }) }),
  });
  const { id, number: payReference } = await answered<StartedPayment>(answer, 201);
  const atPay = pay.payments.findLast((one) => one.reference === payReference)?.payment_id;
  if (atPay === undefined) throw new Error('GOV.UK Pay has no such payment.');
  // Nobody types a card number in less.
  pass(90);
  if (ending === 'paid' || ending === 'paid-not-back') pay.pay(atPay);
  else if (ending === 'declined') pay.pay(atPay, declinedCard);
  else if (ending === 'cancelled') pay.leave(atPay);
  // Pay takes a moment to confirm, which on its own clock is now.
  await pay.advance(0);
  // The return page reads the payment. A resident who closes the tab never sees it; the regular check finds out.
  if (ending !== 'paid-not-back' && ending !== 'abandoned') await answered(await send(`${gateway}/payments/${id}`), 200);
  return id;
}

/** Refunds a payment as an officer does on the finance pages. */
export async function refundPayment({ send, gateway }: PayingCouncil, id: string, amount: number): Promise<void> {
  const { available } = await answered<{ readonly available: number }>(await send(`${gateway}/staff/payments/${id}`), 200);
  const answer = await send(`${gateway}/staff/payments/${id}/refunds`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ amount: Math.min(amount, available), amountAvailable: available }),
  });
  await answered(answer, 202);
}

/**
 * The three ways in which GOV.UK Pay's records differ from ours at the end of the year, as a reconciliation shows them: a payment that we have
 * lost, a refund that was made in Pay's own admin tool, and a payment that was created twice.
 */
export function plannedDifferences({ pay, payApi }: PayingCouncil): readonly (() => Promise<void>)[] {
  const create = async (reference: string, amount: number): Promise<void> => {
    const answer = await payApi('/v1/payments', {
      amount,
      reference,
      description: 'Council tax',
      return_url: 'https://www.aldermere.example/',
    });
    pay.pay((await answered<{ readonly payment_id: string }>(answer, 201)).payment_id);
    await pay.advance(0);
  };
  /** The newest that was paid and not refunded. */
  const paid = (): (typeof pay.payments)[number] => {
    const found = pay.payments.findLast(({ state, refunds }) => state.status === 'success' && refunds.length === 0);
    if (!found) throw new Error('Nobody has paid yet.');
    return found;
  };
  return [
    () => create('LSTPMNT-BCDFGHJ', 9_450),
    async () => {
      const { payment_id: id, amount } = paid();
      await answered(
        await payApi(`/v1/payments/${id}/refunds`, { amount: Math.floor(amount / 2), refund_amount_available: amount }),
        200,
        202,
      );
    },
    () => {
      const { reference, amount } = paid();
      return create(reference, amount);
    },
  ];
}

/** GOV.UK Pay's API with the council's key. */
export function payApi(send: typeof fetch, baseUrl: string): PayingCouncil['payApi'] {
  return (path, body) =>
    send(`${baseUrl}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${payKey}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
}
