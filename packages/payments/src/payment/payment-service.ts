import { fetchedSpecial, type Journey, type RunnableService, type Submit } from '@council-kit/journeys';
import type { Bill } from '../contract/bill.ts';
import { fundAnswerSchema } from '../contract/fund.ts';
import type { NewPayment } from '../contract/payment.ts';
import { gatewayUrl } from '../gateway/gateway-url.ts';
import { readOnce } from '../gateway/read-once.ts';
import { amountSchema, typedSchema } from './answer-schemas.ts';
import type * as Further from './further.ts';
import { amountsOfBill } from './known-amounts.ts';
import { paymentSteps, type PaymentSetUp } from './payment-steps.ts';
import { contactHeading } from './payment.messages.ts';
import { referenceTemplate } from './reference.template.ts';

/** What a payment is made from. */
export interface PaymentServiceOptions {
  readonly gateway: string;
  readonly fund: string;
  readonly reference: string | undefined;
  readonly bill: Bill | undefined;
  /** Fetches what only later pages take. */
  readonly further: () => Promise<typeof Further>;
}

/** A payment as the widget runs it. */
export interface PaymentService {
  readonly service: RunnableService;
  /** @param returnPage the council's own page with `<council-payment-status>` */
  submit(returnPage: string | undefined, ...sent: Parameters<Submit>): ReturnType<Submit>;
}

/** A payment of a fund, which the gateway describes. */
export function paymentService({ gateway, fund, bill, further, ...given }: PaymentServiceOptions): PaymentService {
  const ask = readOnce(gatewayUrl(gateway, `/payments/funds/${encodeURIComponent(fund)}`), fundAnswerSchema);
  const reference = bill?.account ?? (given.reference || undefined);
  const known = bill && amountsOfBill(bill);
  const setUp = async (): Promise<PaymentSetUp> => ({
    ...(await ask()),
    ...(reference === undefined ? {} : { reference }),
    ...(known ? { known } : {}),
  });
  const paid = new Set<string>();
  const keyOf = ({ reference, amount }: NewPayment): string => JSON.stringify([reference, amount]);
  let fetched: typeof Further | undefined;
  const later = async (): Promise<typeof Further> => (fetched ??= await further());
  return {
    service: {
      outline: { ...outline, name: `pay-${fund}` },
      oneKeyFor: 'answers',
      // What sends the answers has been fetched by then.
      questionOf: (field) => fetched?.questionOfField(field) ?? field,
      async journey(answers) {
        const now = await setUp();
        // The first page does not wait for what the later ones say.
        if (!fetched && reference === undefined && Object.keys(answers).length === 0) return firstJourney(now);
        const { intentionOf, paymentJourney } = await later();
        const intention = intentionOf(answers, now);
        return paymentJourney(now, answers, { again: intention !== undefined && paid.has(keyOf(intention)) });
      },
      specials: {
        'payment-reference': fetchedSpecial(typedSchema, async () => (await later()).referenceKind((await ask()).fund), {
          template: referenceTemplate,
        }),
        'payment-amount': fetchedSpecial(amountSchema, async () => (await later()).amountKind((await ask()).fund, known ?? {})),
      },
    },
    async submit(returnPage, answers, context) {
      const { submitPayment } = await later();
      const paidAlready = (intention: NewPayment): void => void paid.add(keyOf(intention));
      return submitPayment(answers, { gateway, setUp: await setUp(), returnPage, paidAlready }, context);
    },
  };
}

const title = { en: 'Payment', cy: 'Taliad' };
const outline: Journey = { name: 'pay', title, steps: [], check: { title, button: title } };

/** As much of the journey as its first page needs. */
function firstJourney(setUp: PaymentSetUp): Journey {
  const { fund, contact } = setUp;
  return {
    ...outline,
    name: `pay-${fund.id}`,
    title: fund.name,
    caption: fund.name,
    steps: paymentSteps(setUp),
    ...(contact ? { contact: { ...contact, heading: contactHeading } } : {}),
  };
}
