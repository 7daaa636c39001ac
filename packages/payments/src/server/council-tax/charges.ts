import type { CouncilTaxCharges } from '../../contract/bill.ts';
import type { PaymentsSettings } from '../settings.ts';

/** All that a bill can be worked out from, of nobody in particular; undefined where the council has not said what its authorities ask for. */
export function chargesOf({ councilTax }: Pick<PaymentsSettings, 'councilTax'>): CouncilTaxCharges | undefined {
  const { charges, order, instalments } = councilTax;
  return charges && { ...charges, ...(order ? { order } : {}), ...(instalments ? { instalments } : {}) };
}
