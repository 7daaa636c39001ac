import { bankHolidays } from '@council-kit/core';
import { notifyIdSchema, notifySettingsSchema, setting } from '@council-kit/gateway';
import * as v from 'valibot';
import { councilTaxChargesSchema, chargeAreaSchema } from '../contract/bill.ts';
import { reductionKinds } from '../contract/billing.ts';
import { modulusTableSchema, type ModulusTable } from './direct-debit/modulus-table.ts';
import { fundSettings, referenceSettings } from './fund-settings.ts';

const { baseAddress, contact, day, listOf, number, origin, secretText, text, texts, webAddress, wholeNumber, yesOrNo } = setting;

/** The fund that council tax is paid into, unless the settings say otherwise. */
export const defaultFund = 'council-tax';

const oneReduction = reductionKinds.map((kind) => `"${kind}"`).join(', ');

const instalmentSettings = v.strictObject({
  /** The day of the month they are due on, where the billing system does not say. 1 unless given. */
  dayOfMonth: v.optional(wholeNumber(1, 28)),
  /** How to ask for twelve instalments instead of ten. */
  twelve: v.optional(v.strictObject({ ask: texts, url: v.optional(webAddress('https://www.council.example/instalments')) })),
});

const percent = number(0, 1000);
const chargesSettings = v.strictObject({
  /** The year that begins on 1 April: 2026 for 2026-27. */
  year: wholeNumber(1993, 2200),
  nation: councilTaxChargesSchema.entries.nation,
  areas: listOf(
    v.strictObject({
      ...chargeAreaSchema.entries,
      authorities: listOf(chargeAreaSchema.entries.authorities.item, 'a list of authorities with different ids', {
        least: 1,
        key: ({ id }) => id,
      }),
    }),
    'a list of areas with different ids',
    { least: 1, key: ({ id }) => id },
  ),
  premiums: v.optional(
    v.strictObject({
      secondHome: v.optional(percent, 0),
      empty: v.optional(
        v.pipe(
          listOf(v.strictObject({ years: wholeNumber(1, 99), percent }), 'a list of years and per cent', { key: ({ years }) => years }),
          v.check(
            (steps) => steps.every(({ years }, index) => index === 0 || years > (steps[index - 1]?.years ?? 0)),
            'in the order of their years, such as [{ "years": 1, "percent": 100 }, { "years": 5, "percent": 200 }]',
          ),
        ),
        [],
      ),
    }),
  ),
  /** Where to ask for help with paying. */
  supportUrl: v.optional(webAddress('https://www.council.example/council-tax-support')),
});

const directDebitSettings = v.strictObject({
  /** As it is on statements: "NORTHGATE COUNCIL". */
  creditor: text('the council’s name as it is on bank statements, such as "NORTHGATE COUNCIL"'),
  reference: referenceSettings,
  /** Days of the month on which it collects. */
  days: listOf(wholeNumber(1, 28), 'a list of days of the month from 1 to 28, such as [1, 15]', { least: 1 }),
  /** Whether twelve instalments can be asked for with the Direct Debit. Then it is asked: ten or twelve. */
  twelve: v.optional(yesOrNo, false),
  /** Working days between telling and collecting: 10 unless agreed otherwise with the bank. */
  noticeWorkingDays: v.optional(wholeNumber(1, 30), 10),
  /** Working days to set the instruction up before it can be told: 0 where notice covers it. */
  setUpWorkingDays: v.optional(wholeNumber(0, 30), 0),
  /**
   * Bank holidays to add to those we know, such as one announced since. Bacs works by those of England and Wales in the whole country:
   * https://www.bacs.co.uk/.
   */
  bankHolidays: v.pipe(
    v.optional(listOf(day, 'a list of bank holidays, such as ["2026-12-25", "2026-12-28"]'), []),
    v.transform((added) => [...bankHolidays('england-and-wales', added)]),
  ),
  contact: v.optional(contact),
  modulusTable: v.optional(modulusTableSchema),
});

/** What the settings file may hold for payments. */
export const settingsSchema = v.strictObject({
  pay: v.strictObject({
    url: v.optional(baseAddress('https://publicapi.payments.service.gov.uk'), 'https://publicapi.payments.service.gov.uk'),
    /** The API key of the council's service at GOV.UK Pay. It never leaves the gateway. */
    key: secretText('the API key of the council’s service at GOV.UK Pay'),
    /** What signs webhooks. Without it webhooks are refused and payments are asked about instead. */
    webhookSecret: v.optional(secretText('the signing secret of the webhook, as GOV.UK Pay shows it', 8)),
    /** Less than the ten seconds after which a resident's own browser gives up, so that they are told why. */
    timeoutMs: v.optional(wholeNumber(100, setting.longestAnswerMs), 8_000),
    /**
     * Searches at GOV.UK Pay lag behind. A payment whose creation was not answered is not created anew before it could have been found for so
     * many seconds.
     */
    searchSettlesSeconds: v.optional(number(0, 3600), 60),
    /** What Pay is told of a payment, in its metadata: which fund it is for, and the reference that the resident typed. Nothing by default. */
    metadata: v.optional(listOf(v.picklist(['fund', 'reference'], '"fund" or "reference"'), 'a list of "fund", "reference" or both'), []),
  }),
  /** What can be paid for. */
  funds: listOf(fundSettings, 'a list of funds with different ids', { least: 1, key: ({ id }) => id }),
  /** Origins of pages that residents may be led back to after paying, besides the gateway's own. */
  returnOrigins: v.optional(listOf(origin(), 'a list of origins, such as ["https://www.council.example"]'), []),
  /** Where to begin again, and where to turn. */
  startAgain: v.optional(webAddress('https://www.council.example/council-tax')),
  contact: v.optional(contact),
  /** The same reference and amount, paid within so many hours, are asked about before they are paid again. */
  paidAlreadyHours: v.optional(wholeNumber(0, 24 * 31), 24),
  /** Asks GOV.UK Pay about payments that nobody came back from. */
  mopUp: v.optional(
    v.strictObject({ everyMinutes: v.optional(wholeNumber(1, 1440), 30), ignoreHours: v.optional(number(0, 24 * 30), 3) }),
    {},
  ),
  /** The council's billing system. */
  billing: v.optional(
    v.strictObject({
      /** `api`: asked each time. `import`: the nightly file that `importAccounts` loads. */
      source: v.optional(v.picklist(['api', 'import'], '"api" or "import"'), 'api'),
      /** Where bills are asked for and payments are posted. Without it payments stay in the ledger and its CSV. */
      url: v.optional(baseAddress('https://billing.council.example/api')),
      key: v.optional(secretText('the key of the billing system')),
      timeoutMs: v.optional(wholeNumber(100, setting.longestAnswerMs), 8_000),
    }),
  ),
  /**
   * GOV.UK Notify, to send receipts by email in the council's own words. Without it the address goes to GOV.UK Pay, which sends its own
   * confirmation where that is turned on.
   */
  notify: v.optional(
    v.strictObject({
      ...notifySettingsSchema.entries,
      /** The ids of the template in each language. What they can say: `((amount))`, `((paid_for))` and the rest, in the README. */
      receipt: v.strictObject({ en: notifyIdSchema, cy: notifyIdSchema }),
      replyTo: v.optional(notifyIdSchema),
    }),
  ),
  councilTax: v.optional(
    v.strictObject({
      /** The fund that council tax is paid into. */
      fund: v.optional(text('the id of a fund, such as "council-tax"'), defaultFund),
      /** The order in which reductions apply. */
      order: v.optional(listOf(v.picklist(reductionKinds, oneReduction), `a list of ${oneReduction}`)),
      /** Wrong guesses until an account, as one client asks for it, is locked; and for how long. */
      tries: v.optional(wholeNumber(1, 1000), 5),
      lockMinutes: v.optional(wholeNumber(1, 1440), 15),
      /** Every refusal takes at least so long, so that its time says nothing. A resident's browser gives up after ten seconds. */
      refusalMs: v.optional(wholeNumber(0, 5_000), 400),
      /** How instalments are taken, and how to ask for twelve of them. */
      instalments: v.optional(instalmentSettings),
      /** What each authority asks for: the calculator needs it. */
      charges: v.optional(chargesSettings),
    }),
    {},
  ),
  directDebit: v.optional(directDebitSettings),
});
/** What {@link settingsSchema} gives: files are named, and not read yet. */
export type ParsedPaymentsSettings = v.InferOutput<typeof settingsSchema>;
export type PaymentsSettingsInput = v.InferInput<typeof settingsSchema>;

type DirectDebitSettings = Omit<NonNullable<ParsedPaymentsSettings['directDebit']>, 'modulusTable'>;
/** The settings with what is in the files that they name. */
export type PaymentsSettings = Omit<ParsedPaymentsSettings, 'directDebit'> & {
  readonly directDebit?: (DirectDebitSettings & { readonly modulusTable?: ModulusTable }) | undefined;
};
