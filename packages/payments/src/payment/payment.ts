import { inLanguage, requestGateway, WidgetElement } from '@council-kit/core';
import {
  baseStyles,
  buttonStyles,
  detailsStyles,
  fieldStyles,
  linkStyles,
  textInputStyles,
  typographyStyles,
} from '@council-kit/elements/stylesheet.js';
import { buttonTemplate } from '@council-kit/elements/templates.js';
import { hostTokens } from '@council-kit/tokens/host.js';
import { contactTemplate } from '@council-kit/journeys/contact.js';
import { Task } from '@lit/task';
import { html, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type { Bill } from '../contract/bill.ts';
import { fundAnswerSchema } from '../contract/fund.ts';
import { gatewayUrl } from '../gateway/gateway-url.ts';
import { amountsOfBill } from './known-amounts.ts';
import type { PaymentFlow } from './payment-flow.ts';
import type * as Further from './payment-further.ts';
import type { PaymentSetUp } from './payment.journey.ts';
import { paymentMessages } from './payment.messages.ts';
import { referenceTemplate } from './reference.template.ts';

const say = paymentMessages.say;

/**
 * Pay the council: what for, how much, check, and on to GOV.UK Pay. One press is one payment, however often it is pressed: the same intention is
 * sent under the same key until it is answered. No card number is ever typed here.
 *
 * @summary Pay a bill of the council on GOV.UK Pay.
 * @tag council-payment
 * @fires council-payment-begun - The payment is on its way to GOV.UK Pay. Prevent it to stay on the page.
 */
export class CouncilPayment extends WidgetElement {
  static override readonly tokens: string = hostTokens;
  static override readonly styles: CSSResultGroup = [
    baseStyles,
    typographyStyles,
    linkStyles,
    fieldStyles,
    textInputStyles,
    detailsStyles,
    buttonStyles,
  ];
  static override readonly properties: PropertyDeclarations = {
    gateway: {},
    fund: {},
    reference: {},
    returnPage: { attribute: 'return-page' },
    history: {},
    bill: { attribute: false },
    flow: { state: true },
    lost: { state: true },
  };

  /** Address of the council's gateway: `https://payments.council.example`, or a path of this site. */
  declare gateway: string;
  /** What is paid for: one of the gateway's funds. `council-tax` unless given. */
  declare fund: string;
  /** The reference, where the page knows it. Then it is not asked for. */
  declare reference: string | undefined;
  /** The council's own page with `<council-payment-status>`; its origin is on the gateway's list. The gateway's page unless given. */
  declare returnPage: string | undefined;
  /** Whether pages show in the address: `hash` (default), `none`. */
  declare history: 'hash' | 'none';
  /** A bill, whose account is paid and whose amounts are offered. Of the event of `<council-tax-bill>`. */
  declare bill: Bill | undefined;
  /** Everything after the first question: from its first press on. */
  declare protected flow: PaymentFlow | undefined;
  /** What is needed to go on did not come. */
  declare protected lost: boolean;

  #listening: AbortController | undefined;
  #fetching: Promise<typeof Further> | undefined;

  readonly #setUp: Task<readonly unknown[], PaymentSetUp | undefined> = new Task(this, {
    args: () => [this.gateway, this.fund, this.reference, this.bill] as const,
    task: async (_, { signal }): Promise<PaymentSetUp | undefined> => {
      this.flow?.leave();
      this.flow = undefined;
      const { gateway, fund, bill } = this;
      if (!gateway) return undefined;
      const url = gatewayUrl(gateway, `/payments/funds/${encodeURIComponent(fund)}`);
      const outcome = await requestGateway(url, { schema: fundAnswerSchema, signal });
      if (outcome.kind !== 'answer') return undefined;
      const reference = bill?.account ?? (this.reference || undefined);
      const setUp = {
        ...outcome.value,
        ...(reference === undefined ? {} : { reference }),
        ...(bill ? { known: amountsOfBill(bill) } : {}),
      };
      // Where the reference is known the first page is another one, which is among what comes later.
      if (reference !== undefined) await this.#start(setUp);
      else this.#fetchFurther().catch(() => undefined);
      return setUp;
    },
  });

  constructor() {
    super();
    this.gateway = '';
    this.fund = 'council-tax';
    this.history = 'hash';
    this.lost = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const { signal } = (this.#listening = new AbortController());
    window.addEventListener('popstate', () => this.flow?.travelled(), { signal });
    window.addEventListener('pageshow', () => this.flow?.shownAgain(), { signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#listening?.abort();
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    this.renderRoot.addEventListener('submit', (event) => void this.#submitted(event));
    this.renderRoot.addEventListener('click', (event) => this.#clicked(event as MouseEvent));
  }

  protected override get standsIn(): boolean {
    return super.standsIn && (this.flow !== undefined || this.#setUp.value !== undefined);
  }

  protected override render(): unknown {
    const { language } = this;
    const loading = (): TemplateResult => html`<p class="council-body" role="status" aria-busy="true">${say('loading', language)}</p>`;
    return html`<div lang=${language}>
      ${this.#setUp.render({
        initial: loading,
        pending: loading,
        error: () => this.#unreachable(),
        complete: (setUp) => (setUp ? (this.flow?.render() ?? this.#firstQuestion(setUp)) : this.#unreachable()),
      })}
    </div>`;
  }

  #unreachable(): TemplateResult {
    const { language } = this;
    return html`<div role="alert"><p class="council-body">${say('unreachable', language)}</p></div>
      ${buttonTemplate({ type: 'button', name: 'act', value: 'again', text: say('again', language) })}`;
  }

  /** Drawn without what comes later, and left alone until it is answered: nothing typed is lost. */
  #firstQuestion({ fund, contact }: PaymentSetUp): TemplateResult {
    const { language } = this;
    return html`${this.lost ? html`<div role="alert"><p class="council-body">${say('unreachable', language)}</p></div>` : ''}
      <form data-step="reference" novalidate>
        <p class="council-caption">${inLanguage(fund.name, language)}</p>
        ${referenceTemplate(fund.reference, { name: 'reference', language, isPageHeading: true })}
        ${buttonTemplate({ text: say('continue', language) })}
      </form>
      ${contactTemplate(contact, language, say('contact', language))}`;
  }

  async #submitted(event: Event): Promise<void> {
    event.preventDefault();
    // Seen from outside the wall, as it is once the event has passed, its target is the widget.
    const form = event.target as HTMLFormElement;
    const setUp = this.#setUp.value;
    if (!setUp) return;
    try {
      const flow = this.flow ?? (await this.#start(setUp));
      this.lost = false;
      flow.submitted(form);
    } catch {
      this.lost = true;
    }
  }

  #clicked(event: MouseEvent): void {
    const [target] = event.composedPath();
    const button = target instanceof Element ? target.closest<HTMLButtonElement>('button[name="act"]') : null;
    if (button?.value === 'again' && !this.flow) void this.#setUp.run();
    else this.flow?.clicked(event);
  }

  async #start(setUp: PaymentSetUp): Promise<PaymentFlow> {
    const { PaymentFlow, furtherStyles } = await this.#fetchFurther();
    this.adoptFurtherStyles(furtherStyles);
    return (this.flow = new PaymentFlow(this, setUp, () => this.language));
  }

  /** Fetches what comes after the first question, once; again where it did not come. */
  #fetchFurther(): Promise<typeof Further> {
    return (this.#fetching ??= import('./payment-further.ts').catch((error: unknown) => {
      this.#fetching = undefined;
      throw error;
    }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-payment': CouncilPayment;
  }
}
