/** What has not reached the billing system and other systems that are told of payments. */
import type { DeliveryInWords, OutboxRow, StaffRoutes } from '@council-kit/gateway';
import * as v from 'valibot';
import { pounds } from '@council-kit/payments/rules.js';
import type { Finance } from '../finance.ts';
import { root } from '../finance-area.ts';
import { deliveriesMessages } from './deliveries.messages.ts';
import { pathOf } from './story-page.ts';

const say = deliveriesMessages.say;

/** Of whatever kind: what of it says which payment it is about. */
const payloadSchema = v.object({
  payment: v.optional(v.string()),
  payId: v.optional(v.string()),
  refund: v.optional(v.string()),
  amount: v.optional(v.number()),
});
type Payload = v.InferOutput<typeof payloadSchema>;

export function addDeliveriesPage(area: StaffRoutes, finance: Finance): void {
  area.deliveries({
    outbox: () => finance.ledger.outbox,
    path: `${root}/deliveries`,
    title: (language) => say('title', language),
    about: (language) => say('which', language),
    describe: (rows, language) => inWords(finance, rows, language),
  });
}

async function inWords(finance: Finance, rows: readonly OutboxRow[], language: string): Promise<readonly DeliveryInWords[]> {
  const payloads = rows.map((row): Payload => {
    const payload = v.safeParse(payloadSchema, row.payload);
    return payload.success ? payload.output : {};
  });
  const references = await referencesOf(finance, payloads);
  return rows.map(({ kind }, index) => {
    const payload = payloads[index] ?? {};
    const payment = references.get(payload.payment ?? payload.payId ?? '');
    return {
      what: kindInWords(kind, payload, language),
      about: payment && { text: payment.reference, path: `${root}${pathOf(payment)}` },
    };
  });
}

function kindInWords(kind: string, { refund, amount = 0 }: Payload, language: string): string {
  const places = { amount: pounds(Math.abs(amount)), kind };
  if (kind === 'post-payment') {
    if (refund === undefined) return say('kind-payment', language);
    return say(amount < 0 ? 'kind-refund' : 'kind-refund-failed', language, places);
  }
  if (kind === 'read-payment' || kind === 'hand-on-mandate' || kind === 'email-receipt') return say(`kind-${kind}`, language);
  return say('kind-other', language, places);
}

/** By our id and by Pay's: which payments they are about. */
async function referencesOf({ ledger }: Finance, payloads: readonly Payload[]): Promise<Map<string, { id: string; reference: string }>> {
  const found = new Map<string, { id: string; reference: string }>();
  const ids = payloads.flatMap(({ payment, payId }) => payment ?? payId ?? []);
  for (const { id, reference, pay_id: payId } of await ledger.withIds(ids))
    for (const key of [id, payId ?? '']) if (key !== '') found.set(key, { id, reference });
  return found;
}
