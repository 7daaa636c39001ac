/** A part of the year, as it was lived: requests on their days, and the jobs in between. */
import { join } from 'node:path';
import { createGateway } from '@council-kit/gateway';
import { finance } from '@council-kit/finance/server';
import { payments } from '@council-kit/payments/server';
import { defaultServices } from '@council-kit/reports';
import { createService } from '@council-kit/reports/server';
import type { Gazetteer } from '@council-kit/sandbox';
import { createBackOffice } from '../council/back-office.ts';
import { createPaymentPlatforms, financeSettings, paymentSettings } from '../council/payment-platforms.ts';
import { reportSettings } from '../council/report-settings.ts';
import { layout } from '../site/layout.ts';
import { Calendar } from './calendar.ts';
import { Chance } from './chance.ts';
import { inProcess } from './in-process.ts';
import { makePayment, payApi, plannedDifferences, refundPayment } from './live-payments.ts';
import { OfficerUpdates, PhotoAlbum, sendReport } from './live-reports.ts';
import { foundAfterMs, planPayments } from './payments-of-the-year.ts';
import { planReports } from './reports-of-the-year.ts';
import { Settled } from './settled.ts';
import { refusedDescriptions } from './words.ts';
import { YearClock } from './year-clock.ts';

const day = 86_400_000;

/** How much happens in a year. */
export interface Amounts {
  readonly reports: number;
  readonly payments: number;
  readonly refunds: number;
  readonly refusedReports: number;
  readonly unknownAccounts: number;
  readonly refusedEmails: number;
}

export interface Part {
  /** A folder of its own. */
  readonly dataFolder: string;
  /** The site that will show the year: `http://127.0.0.1:3000`. */
  readonly site: string;
  /** The gateway's path in the site. */
  readonly gatewayPath: string;
  /** The day that the year ends on, milliseconds since 1970. */
  readonly today: number;
  /** Of the whole year. */
  readonly amounts: Amounts;
  /** Which of the year's payments, oldest first: from the first index up to the second. */
  readonly payments: readonly [number, number];
  /** Whether it has the reports too. */
  readonly reports: boolean;
}

export async function livePart({ dataFolder, site, gatewayPath, today, amounts, ...part }: Part, gazetteer: Gazetteer): Promise<void> {
  const from = today - 365 * day;
  const until = today - 2 * 3_600_000;
  const clock = new YearClock(from);
  const now = (): number => clock.now().getTime();
  const paymentPlatforms = createPaymentPlatforms({ dataFolder, gazetteer, now });
  const backOffice = createBackOffice({ kinds: defaultServices, keepIn: join(dataFolder, 'back-office.jsonl'), now: () => clock.now() });
  const platforms = inProcess({ 'back-office': backOffice, ...paymentPlatforms }, refuseReport);
  const settled = new Settled();
  const gatewayUrl = `${site}${gatewayPath}`;
  const gateway = createGateway({
    page: layout,
    clock,
    fetch: platforms.fetch,
    syncWrites: false,
    settings: {
      logLevel: 'silent',
      publicUrl: gatewayUrl,
      dataFolder: join(dataFolder, 'gateway'),
      // A year passes in seconds, and everybody comes from this computer.
      rateLimit: { readsPerMinute: 10_000_000, writesPerMinute: 10_000_000 },
    },
    services: [
      ...(part.reports ? [createService(await reportSettings(platforms.baseUrl('back-office'), 86_400))] : []),
      payments(paymentSettings((name) => platforms.baseUrl(name), site)),
      finance(financeSettings),
      settled.service,
    ],
  });
  await gateway.start();
  const send: typeof fetch = (input, init) => gateway.fetch(new Request(input, init));

  const calendar = new Calendar();
  const album = new PhotoAlbum(send, gatewayUrl);
  const officers = new OfficerUpdates(backOffice, catchUp);
  const reports = { count: amounts.reports, refused: amounts.refusedReports, from, to: until };
  for (const planned of part.reports ? await planReports(defaultServices, reports, new Chance(1)) : []) {
    // Another process opens photos, so upload them a day ahead. The gateway keeps a photo without a report for two days.
    let photos: Promise<readonly string[]> = Promise.resolve([]);
    calendar.add(planned.at - day, () => {
      photos = album.upload(planned);
      // Thrown where the report needs them.
      photos.catch(() => undefined);
    });
    calendar.add(planned.at, async () => {
      const reference = await sendReport(send, gatewayUrl, planned, await photos);
      for (const update of planned.updates) calendar.add(update.at, () => officers.make(reference, update));
    });
  }

  const council = {
    send,
    gateway: gatewayUrl,
    pay: paymentPlatforms['govuk-pay'],
    payApi: payApi(platforms.fetch, platforms.baseUrl('govuk-pay')),
    pass: (seconds: number) => clock.set(now() + seconds * 1000),
  };
  const plan = { ...amounts, count: amounts.payments, from, to: until };
  const allPayments = planPayments(paymentPlatforms.billing.households, plan, new Chance(2));
  for (const [index, planned] of [...allPayments.entries()].slice(...part.payments))
    calendar.add(planned.at, async () => {
      const id = await makePayment(council, planned, `year-${String(index)}`);
      const { refund } = planned;
      if (refund) calendar.add(refund.at, () => refundPayment(council, id, refund.amount));
      if (planned.ending === 'paid-not-back') calendar.add(planned.at + foundAfterMs, catchUp);
    });
  if (part.payments[1] === amounts.payments)
    for (const [index, happen] of plannedDifferences(council).entries()) calendar.add(until - (20 - 5 * index) * day, happen);

  // Once a week everything that waits for its time gets it: jobs, retries, settlements, expiry.
  for (let at = from + 7 * day; at < today + 7 * day; at += 7 * day) {
    await calendar.liveUntil(Math.min(at, until), (time) => clock.set(time));
    clock.set(Math.min(at, today));
    await catchUp();
  }
  await gateway.stop();
  for (const platform of [backOffice, ...Object.values(paymentPlatforms)]) platform.close();

  /** Everything that is due by now is done. */
  async function catchUp(): Promise<void> {
    await paymentPlatforms['govuk-pay'].advance(0);
    await paymentPlatforms['govuk-notify'].advance(0);
    clock.runDue();
    await settled.wait(now);
  }
}

/** The back office says no to these, as one does that has stopped taking a kind of report. */
async function refuseReport(name: string, request: Request): Promise<Response | undefined> {
  if (name !== 'back-office' || request.method !== 'POST') return undefined;
  const text = (await request.clone().text()).replaceAll('+', ' ');
  if (!refusedDescriptions.some((description) => text.includes(description))) return undefined;
  return Response.json([{ code: 400, description: 'This service is not taken any more' }], { status: 400 });
}
