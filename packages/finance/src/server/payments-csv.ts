/** What the finance team opens in a spreadsheet. */
import { dayInLondon } from '@council-kit/core';
import { csvCell } from '@council-kit/gateway';
import type { Finance } from './finance.ts';
import type { Period } from './period.ts';

const columns = ['entry', 'date', 'time', 'kind', 'fund', 'account', 'amount', 'reference', 'govuk_pay_id', 'found_by'] as const;

const pounds = (pence: number): string =>
  `${pence < 0 ? '-' : ''}${Math.trunc(Math.abs(pence) / 100)}.${String(Math.abs(pence) % 100).padStart(2, '0')}`;
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

/** Every entry that is money, oldest first. Lines end in CR LF (RFC 4180). Excel knows UTF-8 by the byte order mark. */
async function* paymentsCsv({ ledger }: Finance, { from, to }: Period): AsyncGenerator<string> {
  yield `\ufeff${columns.join(',')}\r\n`;
  const inLondon = londonTime();
  for await (const rows of ledger.moneyEntries(from, to)) {
    // In one piece: a line by itself would be a write to the network by itself.
    yield rows
      .map(({ entered, reference, pay_id: payId, source, ...row }) => {
        const texts = [row.position, ...inLondon(row.at), row.kind, row.fund, row.account].map(csvCell);
        // The amount is a number made here, so its minus starts no formula.
        return `${[...texts, pounds(entered), ...[reference, payId ?? '', source].map(csvCell)].join(',')}\r\n`;
      })
      .join('');
  }
}

/** The file, as it is read: never the whole of it at once. */
export function csvResponse(finance: Finance, period: Period): Response {
  const lines = paymentsCsv(finance, period);
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
