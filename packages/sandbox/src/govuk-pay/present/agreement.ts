import type { Agreement } from '../agreement.ts';
import { presentCard } from './payment.ts';

/** An agreement as GET /v1/agreements/{id} answers it. */
export const presentAgreement = (agreement: Agreement): Record<string, unknown> => ({
  agreement_id: agreement.agreement_id,
  reference: agreement.reference,
  description: agreement.description,
  status: agreement.status,
  created_date: new Date(agreement.created).toISOString(),
  ...(agreement.payment_instrument
    ? {
        payment_instrument: {
          card_details: presentCard(agreement.payment_instrument.card),
          created_date: agreement.payment_instrument.created_date,
          type: 'card',
        },
      }
    : {}),
  ...(agreement.user_identifier === undefined ? {} : { user_identifier: agreement.user_identifier }),
  ...(agreement.cancelled_date === undefined ? {} : { cancelled_date: agreement.cancelled_date }),
});
