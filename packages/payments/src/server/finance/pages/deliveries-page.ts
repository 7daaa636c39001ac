/** What has not reached the billing system and other systems that are told of payments. */
import type { DeliveryInWords, OutboxRow, StaffRoutes } from '@council-kit/gateway';
import * as v from 'valibot';
import { pounds } from '../../../rules/pence.ts';
import type { Payments } from '../../payments.ts';
import type { PaymentsTables } from '../../records/tables.ts';
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

export function addDeliveriesPage(area: StaffRoutes, payments: Payments): void {
  area.deliveries({
    path: `${root}/deliveries`,
    title: (language) => say('title', language),
    about: (language) => say('which', language),
    describe: (rows, language) => inWords(payments, rows, language),
  });
}

async function inWords(payments: Payments, rows: readonly OutboxRow[], language: string): Promise<readonly DeliveryInWords[]> {
  const payloads = rows.map((row): Payload => {
    const payload = v.safeParse(payloadSchema, row.payload);
    return payload.success ? payload.output : {};
  });
  const references = await referencesOf(payments, payloads);
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
async function referencesOf({ ground }: Payments, payloads: readonly Payload[]): Promise<Map<string, { id: string; reference: string }>> {
  const ids = payloads.flatMap(({ payment }) => payment ?? []);
  const payIds = payloads.flatMap(({ payId }) => payId ?? []);
  const rows = await ground.store
    .db<PaymentsTables>()
    .selectFrom('payments_payment')
    .select(['id', 'reference', 'pay_id'])
    .where((eb) => eb.or([eb('id', 'in', [...ids, '']), eb('pay_id', 'in', [...payIds, ''])]))
    .execute();
  const found = new Map<string, { id: string; reference: string }>();
  for (const { id, reference, pay_id: payId } of rows)
    for (const key of [id, payId ?? '']) if (key !== '') found.set(key, { id, reference });
  return found;
}
