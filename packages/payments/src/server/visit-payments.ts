/** Going through payments in the background, a page at a time: what asks GOV.UK Pay about each. */
import { letOthersPass } from '@council-kit/gateway';
import type { Payments } from './payments.ts';
import type { PaymentRow } from './records/tables.ts';

/** Payments read at a time. */
export const visitedAtOnce = 200;

export interface Visit {
  /** At most {@link visitedAtOnce} payments that come after one, in an order that does not change meanwhile. Fewer are the last. */
  page(after: PaymentRow | undefined): Promise<readonly PaymentRow[]>;
  /** What it throws is logged with {@link Visit.failed}: the next run comes to this payment again. */
  each(row: PaymentRow): Promise<unknown>;
  readonly failed: string;
  readonly signal?: AbortSignal | undefined;
}

export async function visitPayments({ ground: { log } }: Payments, { page, each, failed, signal }: Visit): Promise<void> {
  for (let after: PaymentRow | undefined; ; await letOthersPass()) {
    const rows = await page(after);
    for (const row of rows) {
      if (signal?.aborted) return;
      try {
        await each(row);
      } catch (error) {
        log.warn({ err: error, payment: row.id }, failed);
      }
    }
    after = rows.at(-1);
    if (rows.length < visitedAtOnce) return;
  }
}
