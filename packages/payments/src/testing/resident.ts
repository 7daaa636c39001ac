/** A resident at `<council-payment>`, for tests in a browser. */
import { fixture } from '@council-kit/testing/fixture.js';
import { html } from 'lit';
import '../define/payment.ts';
import type { PaymentBegunEvent } from '../payment/payment-events.ts';
import type { CouncilPayment } from '../payment/payment.ts';
import { answeringGateway, gatewayAddress, until, type Answer, type Asked } from './answering-gateway.ts';
import { funds } from './bills.ts';
import { payments } from './payments.ts';

let gateway: ReturnType<typeof answeringGateway> | undefined;
let begun: Promise<PaymentBegunEvent>;
let leave: AbortController;

/** Call it in a file of tests: nobody leaves the test's page, and each test begins where nothing is asked or typed. */
export function eachResidentStays(): void {
  beforeEach(() => {
    leave = new AbortController();
    begun = new Promise((done) => {
      const stay = (event: PaymentBegunEvent): void => {
        event.preventDefault();
        done(event);
      };
      document.addEventListener('council-payment-begun', stay, { signal: leave.signal });
    });
  });
  afterEach(() => {
    gateway?.remove();
    leave.abort();
    document.documentElement.lang = 'en';
    history.replaceState(null, '', location.pathname + location.search);
  });
}

/** The payment that is on its way. */
export const onItsWay = (): Promise<PaymentBegunEvent> => begun;

/** What was sent to begin payments. */
export const sent = (): Asked[] => gateway?.asked.filter(({ method }) => method === 'POST') ?? [];

/** A resident at the widget. */
export class Resident {
  readonly element: CouncilPayment;
  readonly root: ShadowRoot;

  private constructor(element: CouncilPayment, root: ShadowRoot) {
    this.element = element;
    this.root = root;
  }

  static async arrives(
    begins: Answer = () => payments.created,
    options: Partial<Pick<CouncilPayment, 'fund' | 'bill' | 'reference' | 'returnPage'>> = {},
    first = 'h1',
  ): Promise<Resident> {
    gateway = answeringGateway((asked) => {
      if (asked.path === '/payments/funds/council-tax')
        return { fund: funds.councilTax, contact: { text: { en: 'Call us', cy: 'Ffoniwch ni' }, telephone: '01632 960 460' } };
      return asked.path === '/payments/funds/parking-fine' ? { fund: funds.parkingFine } : begins(asked);
    });
    const { fund = 'council-tax', bill, reference, returnPage } = options;
    const element = await fixture<CouncilPayment>(
      html`<council-payment gateway=${gatewayAddress} fund=${fund} .bill=${bill} .reference=${reference} .returnPage=${returnPage}
        ><a href="/pay">Pay</a></council-payment
      >`,
    );
    if (!element.shadowRoot) throw new Error('there is no wall');
    const resident = new Resident(element, element.shadowRoot);
    await resident.sees(first);
    return resident;
  }

  sees(selector: string, text = ''): Promise<void> {
    return until(this.root, () =>
      [...this.root.querySelectorAll(selector)].some((each) => each.textContent?.replace(/\s+/g, ' ').includes(text)),
    );
  }

  get errors(): string[] {
    return [...this.root.querySelectorAll('.council-error-summary-list a')].map((link) => link.textContent?.trim() ?? '');
  }

  control(name: string): HTMLInputElement {
    const control = this.root.querySelector<HTMLInputElement>(`[name="${name}"]`);
    if (!control) throw new Error(`no control is named ${name}`);
    return control;
  }

  go(name?: string, value?: string): void {
    if (name !== undefined && value !== undefined) this.control(name).value = value;
    this.root.querySelector<HTMLButtonElement>('form button')?.click();
  }

  /** A press was worked on, which takes promises alone: the next press is not taken for a second press of the same. */
  isAnswered(): Promise<unknown> {
    return new Promise((done) => setTimeout(done));
  }

  press(text: string): void {
    [...this.root.querySelectorAll<HTMLElement>('button, a')].find((each) => each.textContent?.includes(text))?.click();
  }

  async toCheck(): Promise<void> {
    this.go('reference', '501 231 231');
    await this.sees('h1', 'How much');
    this.go('amount-other', '£180.23');
    await this.sees('h1', 'receipt');
    this.go('email', 'ann@example.com');
    await this.sees('h1', 'Check your payment');
  }
}
