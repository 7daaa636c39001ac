import { WidgetElement } from '@council-kit/core';
import { detailsStyles } from '@council-kit/elements/stylesheet.js';
import { JourneyController, journeyStyles } from '@council-kit/journeys';
import { hostTokens } from '@council-kit/tokens/host.js';
import type { CSSResultGroup, PropertyDeclarations, PropertyValues } from 'lit';
import type { Bill } from '../contract/bill.ts';
import type * as Further from './further.ts';
import { PaymentBegunEvent } from './payment-events.ts';
import { paymentService, type PaymentService } from './payment-service.ts';

/**
 * Pay the council: what for, how much, check, and on to GOV.UK Pay. One press is one payment, however often it is pressed: the same intention is
 * sent under the same key until it is answered. No card number is ever typed here.
 *
 * @summary Pay a bill of the council on GOV.UK Pay.
 * @tag council-payment
 * @fires council-journey-step - A page is shown. Tells its address, and nothing of what was answered.
 * @fires council-payment-begun - The payment is on its way to GOV.UK Pay. Prevent it to stay on the page.
 */
export class CouncilPayment extends WidgetElement {
  static override readonly tokens: string = hostTokens;
  static override readonly styles: CSSResultGroup = [...journeyStyles, detailsStyles];
  static override readonly properties: PropertyDeclarations = {
    gateway: {},
    fund: {},
    reference: {},
    returnPage: { attribute: 'return-page' },
    history: {},
    bill: { attribute: false },
  };

  /** Address of the council's gateway: `https://payments.council.example`, or a path of this site. */
  declare gateway: string;
  /** What is paid for: one of the gateway's funds. `council-tax` unless given. */
  declare fund: string;
  /** The reference, where the page knows it. Then it is not asked for. */
  declare reference: string | undefined;
  /** The council's own page with `<council-payment-status>`; its origin is on the gateway's list. The gateway's page unless given. */
  declare returnPage: string | undefined;
  /** How steps show in the page's address: `hash` (default), `query`, `none`. */
  declare history: 'hash' | 'query' | 'none';
  /** A bill, whose account is paid and whose amounts are offered. Of the event of `<council-tax-bill>`. */
  declare bill: Bill | undefined;

  #payment: PaymentService | undefined;

  readonly #controller = new JourneyController(this, () => {
    const payment = this.#payment;
    if (!payment) return undefined;
    return {
      service: payment.service,
      submit: (...sent) => payment.submit(this.returnPage, ...sent),
      runner: () => this.fetchFurther(),
      further: () => import('@council-kit/journeys/further.js'),
      history: this.history,
    };
  });

  constructor() {
    super();
    this.gateway = '';
    this.fund = 'council-tax';
    this.history = 'hash';
    this.addEventListener('council-journey-continue', (event) => {
      if (!this.dispatchEvent(new PaymentBegunEvent(event.reference ?? '', event.href))) event.preventDefault();
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!(['gateway', 'fund', 'reference', 'bill'] as const).some((name) => changed.has(name))) return;
    const { gateway, fund, reference, bill } = this;
    // Another bill is another journey, from its beginning.
    this.#payment = gateway ? paymentService({ gateway, fund, reference, bill, further: () => this.fetchFurther() }) : undefined;
  }

  /** Fetches what comes after the first question. A loader keeps what it gave, and asks again for what did not come. */
  protected fetchFurther(): Promise<typeof Further> {
    return import('./further.ts');
  }

  protected override render(): unknown {
    return this.#controller.render();
  }

  protected override get standsIn(): boolean {
    return super.standsIn && this.#controller.begun;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-payment': CouncilPayment;
  }
}
