/** What the finance team opens in a spreadsheet. */
import { csvCell, letOthersPass } from '@council-kit/gateway';
import { sql } from 'kysely';
import { dayInLondon } from '../day-in-london.ts';
import type { Payments } from '../payments.ts';
import type { PaymentsTables } from '../records/tables.ts';
import type { Period } from './period.ts';

const columns = ['entry', 'date', 'time', 'kind', 'fund', 'account', 'amount', 'reference', 'govuk_pay_id', 'found_by'] as const;

const pounds = (pence: number): string =>
  `${pence < 0 ? '-' : ''}${Math.trunc(Math.abs(pence) / 100)}.${String(Math.abs(pence) % 100).padStart(2, '0')}`;
/** Entries read and written at a time: some ten milliseconds. */
const slice = 250;
const hourMs = 3_600_000;
const hourInLondon = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', hour: '2-digit', hourCycle: 'h23' });

/** Day and time in London. Clocks change on the hour of UTC, so that what Intl takes its time over is asked once an hour, and not once a row. */
function londonTime(): (at: number) => readonly [day: string, time: string] {
  let known = { hour: NaN, day: '', clock: '' };
  const two = (number: number): string => String(number).padStart(2, '0');
  return (at) => {
    const hour = Math.floor(at / hourMs);
    if (hour !== known.hour) {
      const date = new Date(hour * hourMs);
      known = { hour, day: dayInLondon(date), clock: hourInLondon.format(date) };
    }
    const seconds = Math.floor((at - hour * hourMs) / 1000);
    return [known.day, `${known.clock}:${two(Math.floor(seconds / 60))}:${two(seconds % 60)}`];
  };
}

/** Every entry with money in it, oldest first, a slice at a time. Others are answered between two. Lines end in CR LF (RFC 4180); a byte order mark, since Excel reads UTF-8 by it. */
async function* paymentsCsv({ ground }: Payments, { from, to }: Period): AsyncGenerator<string> {
  yield `\ufeff${columns.join(',')}\r\n`;
  const inLondon = londonTime();
  // A slice begins where the one before ended, in the order of the index.
  for (let [at, position] = [from.getTime(), 0]; ;) {
    const rows = await ground.store
      .db<PaymentsTables>()
      .selectFrom('payments_entry')
      .innerJoin('payments_payment', 'payments_payment.id', 'payments_entry.payment')
      .select(['position', 'at', 'kind', 'fund', 'account', 'payments_entry.amount as entered', 'reference', 'pay_id', 'source'])
      .where(sql<boolean>`payments_entry.amount <> 0`)
      .where((eb) => eb(eb.refTuple('at', 'position'), '>', eb.tuple(at, position)))
      .where('at', '<', to.getTime())
      .orderBy('at')
      .orderBy('position')
      .limit(slice)
      .execute();
    // All of them in one piece: a line by itself would be a write to the network by itself.
    yield rows
      .map(({ entered, reference, pay_id: payId, source, ...row }) => {
        const texts = [row.position, ...inLondon(row.at), row.kind, row.fund, row.account].map(csvCell);
        // The amount is a number, made here: its minus is no formula.
        return `${[...texts, pounds(entered), ...[reference, payId ?? '', source].map(csvCell)].join(',')}\r\n`;
      })
      .join('');
    const last = rows.at(-1);
    if (last === undefined || rows.length < slice) return;
    ({ at, position } = last);
    await letOthersPass();
  }
}

/** The file, as it is read: never the whole of it at once. */
export function csvResponse(payments: Payments, period: Period): Response {
  const lines = paymentsCsv(payments, period);
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await lines.next();
      if (next.done) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    cancel: async () => void (await lines.return(undefined)),
  });
  return new Response(body, {
    headers: {
      'cache-control': 'no-store',
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="payments-${period.first}-${period.last}.csv"`,
    },
  });
}
