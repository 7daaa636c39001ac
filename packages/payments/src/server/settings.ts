import { notifyIdSchema, notifySettingsSchema } from '@council-kit/gateway';
import * as v from 'valibot';
import { councilTaxChargesSchema } from '../contract/bill.ts';
import { instalmentPolicySchema, reductionKinds } from '../contract/billing.ts';
import { fundSchema } from '../contract/fund.ts';
import { directDebitFormSchema } from '../contract/mandate.ts';
import { modulusTableSchema } from './direct-debit/modulus-table.ts';

const webAddress = v.pipe(
  v.string('must be a whole URL, such as https://publicapi.payments.service.gov.uk'),
  v.url('a whole URL, such as https://publicapi.payments.service.gov.uk'),
  v.regex(/^https?:\/\//, 'a URL that begins with https:// or http://'),
);
const origin = v.pipe(
  v.string('an origin, such as https://www.council.example'),
  v.check(
    (text) => URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text),
    'an origin, such as https://www.council.example',
  ),
);
const whole = (from: number, to: number) => {
  const allowed = `a whole number from ${from} to ${to}`;
  return v.pipe(v.number(allowed), v.integer(allowed), v.minValue(from, allowed), v.maxValue(to, allowed));
};
const secret = (what: string) => v.pipe(v.string(what), v.nonEmpty(what));
const bothLanguages = v.strictObject({ en: v.string(), cy: v.string() });

/** Who may see the finance team's pages. */
export interface Officer {
  /** Told apart in the ledger and in logs: an account's id, not a name. */
  readonly id: string;
  readonly name: string;
}
/** Given by the council: its own sign-in. Undefined where the request is nobody's. */
export type Authorise = (request: Request) => Officer | undefined | Promise<Officer | undefined>;

/** What the settings file may hold for payments. */
export const settingsSchema = v.strictObject({
  pay: v.strictObject({
    url: v.optional(webAddress, 'https://publicapi.payments.service.gov.uk'),
    /** The API key of the council's service at GOV.UK Pay. It never leaves the gateway. */
    key: secret('the API key of the council’s service at GOV.UK Pay'),
    /** What signs webhooks. Without it webhooks are refused and payments are asked about instead. */
    webhookSecret: v.optional(secret('the signing secret of the webhook')),
    /** Less than the ten seconds after which a resident's own browser gives up, so that they are told why. */
    timeoutMs: v.optional(whole(100, 60_000), 8_000),
    /**
     * Searches at GOV.UK Pay lag behind. A payment whose creation was not answered is not created anew before it could have been found for so
     * many seconds.
     */
    searchSettlesSeconds: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(3600)), 60),
    /** What Pay is told of a payment, in its metadata: which fund it is for, and the reference that the resident typed. Nothing by default. */
    metadata: v.optional(v.array(v.picklist(['fund', 'reference'], '"fund" or "reference"')), []),
  }),
  /** What can be paid for. */
  funds: v.pipe(v.array(fundSchema), v.minLength(1, 'a list of at least one fund')),
  /** Origins of pages that residents may be led back to after paying, besides the gateway's own. */
  returnOrigins: v.optional(v.array(origin), []),
  /** Where to begin again, and where to turn. */
  startAgain: v.optional(webAddress),
  contact: v.optional(v.strictObject({ text: bothLanguages, telephone: v.optional(v.string()), email: v.optional(v.string()) })),
  /** The same reference and amount, paid within so many hours, are asked about before they are paid again. */
  paidAlreadyHours: v.optional(whole(0, 24 * 31), 24),
  /** Asks GOV.UK Pay about payments that nobody came back from. */
  mopUp: v.optional(
    v.strictObject({ everyMinutes: v.optional(whole(1, 1440), 30), ignoreHours: v.optional(v.pipe(v.number(), v.minValue(0)), 3) }),
    {},
  ),
  /** The council's billing system. */
  billing: v.optional(
    v.strictObject({
      /** `api`: asked each time. `import`: the nightly file that `importAccounts` loads. */
      source: v.optional(v.picklist(['api', 'import'], '"api" or "import"'), 'api'),
      /** Where bills are asked for and payments are posted. Without it payments stay in the ledger and its CSV. */
      url: v.optional(webAddress),
      key: v.optional(secret('the key of the billing system')),
      timeoutMs: v.optional(whole(100, 60_000), 8_000),
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
      fund: v.optional(v.string(), 'council-tax'),
      /** The order in which reductions apply. */
      order: v.optional(v.array(v.picklist(reductionKinds))),
      /** Wrong answers until an account, as one client asks for it, is locked; and for how long. */
      tries: v.optional(whole(1, 1000), 5),
      lockMinutes: v.optional(whole(1, 1440), 15),
      /** Every refusal takes at least so long, so that its time says nothing. */
      refusalMs: v.optional(whole(0, 10_000), 400),
      /** How instalments are taken, and how to ask for twelve of them. */
      instalments: v.optional(instalmentPolicySchema),
      /** What each authority asks for: the calculator needs it. */
      charges: v.optional(v.omit(councilTaxChargesSchema, ['order', 'instalments'])),
    }),
    {},
  ),
  directDebit: v.optional(v.object({ ...directDebitFormSchema.entries, modulusTable: v.optional(modulusTableSchema) })),
  staff: v.optional(
    v.strictObject({ authorise: v.custom<Authorise>((value) => typeof value === 'function', 'a function: only a program can give it') }),
  ),
});
/** See {@link settingsSchema}. */
export type PaymentsSettings = v.InferOutput<typeof settingsSchema>;
export type PaymentsSettingsInput = v.InferInput<typeof settingsSchema>;
