import { requestGateway, safeUrl, WidgetElement, type FieldError } from '@council-kit/core';
import {
  baseStyles,
  buttonStyles,
  detailsStyles,
  errorSummaryStyles,
  fieldStyles,
  linkStyles,
  summaryListStyles,
  tableStyles,
  textInputStyles,
  typographyStyles,
} from '@council-kit/elements/stylesheet.js';
import { hostTokens } from '@council-kit/tokens/host.js';
import { Task } from '@lit/task';
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type TemplateResult } from 'lit';
import { billSchema, type Bill, type BillQuestion } from '../contract/bill.ts';
import { fundAnswerSchema, type FundAnswer } from '../contract/fund.ts';
import { gatewayUrl } from '../gateway/gateway-url.ts';
import { PressOutcome } from '../page/press-outcome.ts';
import { PayBillEvent } from './pay-bill-event.ts';
import { billQuestionTemplate, checkBillQuestion } from './bill-question.template.ts';
import { billMessages } from './tax-bill.messages.ts';
import { councilTaxBillStyles } from './tax-bill.styles.ts';
import { billTemplate } from './tax-bill.template.ts';

/** What came of asking for a bill. */
type Found =
  | { readonly kind: 'bill'; readonly bill: Bill }
  | { readonly kind: 'errors'; readonly errors: readonly FieldError[] }
  /** Locked out, or the billing system is down: the gateway's own sentence. */
  | { readonly kind: 'told'; readonly message: string }
  | { readonly kind: 'unreachable' };

/**
 * A council tax bill that explains itself. Asks for account number and postcode, or shows the `bill` it is given. Each figure opens to the
 * arithmetic behind it. What is typed goes to the council's gateway, in the body of a request, and nowhere else; nothing is stored.
 *
 * @summary What is on the bill, what is due when, and why.
 * @tag council-tax-bill
 * @fires council-pay-bill - The resident wants to pay. Carries the bill; prevent it to stay on the page, else the widget goes to `pay-page`.
 */
export class CouncilTaxBill extends WidgetElement {
  static override readonly tokens: string = hostTokens;
  static override readonly styles: CSSResultGroup = [
    baseStyles,
    typographyStyles,
    linkStyles,
    tableStyles,
    fieldStyles,
    textInputStyles,
    buttonStyles,
    errorSummaryStyles,
    summaryListStyles,
    detailsStyles,
    councilTaxBillStyles,
  ];
  static override readonly properties: PropertyDeclarations = {
    gateway: {},
    fund: {},
    payPage: { attribute: 'pay-page' },
    directDebitPage: { attribute: 'direct-debit-page' },
    bill: { attribute: false },
    question: { state: true },
    errors: { state: true },
  };

  /** Address of the council's gateway: `https://payments.council.example`, or a path of this site. */
  declare gateway: string;
  /** The fund that council tax is paid into: it says what the account number looks like. `council-tax` unless given. */
  declare fund: string;
  /** The council's own page with `<council-payment>`. */
  declare payPage: string | undefined;
  /** The council's own page with `<council-direct-debit>`. */
  declare directDebitPage: string | undefined;
  /** A bill to show without asking. */
  declare bill: Bill | undefined;
  declare protected question: BillQuestion | undefined;
  declare protected errors: readonly FieldError[];

  readonly #form: Task<readonly [string, string], FundAnswer | undefined> = new Task(this, {
    args: () => [this.bill ? '' : this.gateway, this.fund] as const,
    task: async ([gateway, fund], { signal }) => {
      if (!gateway) return undefined;
      const url = gatewayUrl(gateway, `/payments/funds/${encodeURIComponent(fund)}`);
      const outcome = await requestGateway(url, { schema: fundAnswerSchema, signal });
      return outcome.kind === 'answer' ? outcome.value : undefined;
    },
  });
  readonly #asked: Task<readonly [BillQuestion | undefined], Found | undefined> = new Task(this, {
    args: () => [this.question] as const,
    task: async ([question], { signal }): Promise<Found | undefined> => {
      if (!question) return undefined;
      const { language } = this;
      const outcome = await requestGateway(gatewayUrl(this.gateway, '/council-tax/bill'), {
        schema: billSchema,
        language,
        signal,
        body: question,
      });
      if (outcome.kind === 'answer') return { kind: 'bill', bill: outcome.value };
      if (outcome.kind === 'unreachable') return outcome;
      const { status, errors = [], title, detail } = outcome.problem;
      if (errors.length > 0) return { kind: 'errors', errors };
      const message = [title, detail].filter(Boolean).join('. ');
      return status === 404 ? { kind: 'errors', errors: [{ field: 'account', message }] } : { kind: 'told', message };
    },
  });

  readonly #outcome = new PressOutcome(this);

  constructor() {
    super();
    this.gateway = '';
    this.fund = 'council-tax';
    this.errors = [];
  }

  protected override get needsGateway(): boolean {
    return this.bill === undefined;
  }

  protected override render(): unknown {
    const { language, bill } = this;
    return html`<div lang=${language} @submit=${(event: SubmitEvent) => this.#submit(event)}>
      ${bill ? this.#bill(bill) : this.#asking(language)}
    </div>`;
  }

  #asking(language: string): TemplateResult {
    const say = billMessages.say;
    const loading = (): TemplateResult => html`<p class="council-body" role="status" aria-busy="true">${say('loading', language)}</p>`;
    const alert = (message: string, again: () => void): TemplateResult =>
      html`<div role="alert"><p class="council-body">${message}</p></div>
        <button type="button" class="council-button" @click=${again}>${say('again', language)}</button>`;
    return html`${this.#form.render({
      initial: loading,
      pending: loading,
      error: () => nothing,
      complete: (answer) => {
        if (!answer) return alert(say('unreachable', language), () => void this.#form.run());
        const form = (errors: readonly FieldError[]): TemplateResult =>
          billQuestionTemplate({ language, format: answer.fund.reference, values: this.question ?? this.#typed, errors });
        return this.#asked.render({
          initial: () => form(this.errors),
          pending: loading,
          error: () => nothing,
          complete: (found) => {
            if (!found) return form(this.errors);
            if (found.kind === 'errors') return form(this.errors.length > 0 ? this.errors : found.errors);
            if (found.kind === 'bill') return this.#bill(found.bill);
            const message = found.kind === 'told' ? found.message : say('unreachable', language);
            return html`<h1 class="council-heading-l">${say('ask-title', language)}</h1>
              ${alert(message, () => this.#ask())}`;
          },
        });
      },
    })}`;
  }

  #bill(bill: Bill): TemplateResult {
    const { language } = this;
    const say = billMessages.say;
    return html`${billTemplate(bill, {
      language,
      ...(this.directDebitPage ? { directDebitHref: this.directDebitPage } : {}),
      payButton: html`<button type="button" class="council-button" @click=${() => this.#pay(bill)}>${say('pay', language)}</button>`,
    })}
    ${
      this.bill
        ? nothing
        : html`<button type="button" class="council-button council-button--secondary" @click=${() => this.#startAgain()}>
            ${say('another', language)}
          </button>`
    }`;
  }

  /** What is in the fields while it has not been asked with. */
  #typed: BillQuestion = { account: '', postcode: '' };

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const format = this.#form.value?.fund.reference;
    if (!format) return;
    const data = new FormData(event.target as HTMLFormElement);
    const question = { account: String(data.get('account') ?? ''), postcode: String(data.get('postcode') ?? '') };
    this.#typed = question;
    this.errors = checkBillQuestion(question, format, this.language);
    this.question = this.errors.length > 0 ? undefined : question;
    this.#outcome.pressed();
  }

  #ask(): void {
    this.#outcome.pressed();
    void this.#asked.run();
  }

  #startAgain(): void {
    this.#typed = { account: '', postcode: '' };
    this.question = undefined;
    this.#outcome.pressed();
  }

  #pay(bill: Bill): void {
    const page = safeUrl(this.payPage);
    if (this.dispatchEvent(new PayBillEvent(bill)) && page) location.assign(new URL(page, location.href));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-tax-bill': CouncilTaxBill;
  }
}
