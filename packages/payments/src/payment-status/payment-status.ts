import { requestGateway, WidgetElement } from '@council-kit/core';
import {
  baseStyles,
  buttonStyles,
  linkStyles,
  panelStyles,
  summaryListStyles,
  typographyStyles,
  warningTextStyles,
} from '@council-kit/elements/stylesheet.js';
import { hostTokens } from '@council-kit/tokens/host.js';
import { Task } from '@lit/task';
import { html, nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { paymentSchema, type Payment } from '../contract/payment.ts';
import { gatewayUrl } from '../gateway/gateway-url.ts';
import { secondsToNextQuestion, usualQuestions } from './asking-again.ts';
import { paymentStatusMessages } from './payment-status.messages.ts';
import { paymentStatusTemplate, paymentStatusTitle } from './payment-status.template.ts';

type Answer = { readonly kind: 'payment'; readonly payment: Payment } | { readonly kind: 'not-found' } | { readonly kind: 'no-answer' };

/** Calls back after some milliseconds; what it gives takes that back. */
export type After = (milliseconds: number, callback: () => void) => () => void;

const byTheClock: After = (milliseconds, callback) => {
  const timer = setTimeout(callback, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * The page that residents come back to from GOV.UK Pay: what became of their payment. It asks the council’s gateway, which asks Pay, and never trusts
 * that somebody came back. While the answer is open it asks again, less and less often, and says what to do when it takes long.
 *
 * @summary Paid, not paid and why, or still being confirmed.
 * @tag council-payment-status
 */
export class CouncilPaymentStatus extends WidgetElement {
  static override readonly tokens: string = hostTokens;
  static override readonly styles: CSSResultGroup = [
    baseStyles,
    typographyStyles,
    linkStyles,
    buttonStyles,
    summaryListStyles,
    panelStyles,
    warningTextStyles,
  ];
  static override readonly properties: PropertyDeclarations = { gateway: {}, payment: {}, clock: { attribute: false } };

  /** Address of the council's gateway: `https://payments.council.example`, or a path of this site. */
  declare gateway: string;
  /** The gateway's id of the payment. The page's `?payment=` unless given. */
  declare payment: string;
  /** The clock that it waits by, for pages that have one of their own. */
  declare clock: After;

  /** How often it has been asked since somebody looked. */
  #asked = 0;
  /** The last that is known: it stays while the next answer is on its way. */
  #known: Answer | undefined;
  #waiting: (() => void) | undefined;
  #looking: AbortController | undefined;
  /** What was last read out. */
  #announced = '';

  readonly #task: Task<readonly [string, string], Answer | undefined> = new Task(this, {
    args: () => [this.gateway, this.payment] as const,
    task: async ([gateway, payment], { signal }): Promise<Answer | undefined> => {
      this.#waiting?.();
      if (!gateway || !payment) return undefined;
      const outcome = await requestGateway(gatewayUrl(gateway, `/payments/${encodeURIComponent(payment)}`), {
        schema: paymentSchema,
        language: this.language,
        signal,
      });
      this.#asked += 1;
      if (outcome.kind === 'answer') this.#known = { kind: 'payment', payment: outcome.value };
      else if (outcome.kind === 'problem' && outcome.problem.status === 404) this.#known = { kind: 'not-found' };
      // What was known stays known.
      else if (this.#known?.kind !== 'payment') this.#known = { kind: 'no-answer' };
      this.#wait(outcome.kind === 'problem' ? outcome.retryAfter : undefined);
      return this.#known;
    },
  });

  constructor() {
    super();
    this.gateway = '';
    this.payment = '';
    this.clock = byTheClock;
  }

  override connectedCallback(): void {
    if (!this.payment && !this.hasAttribute('payment')) this.payment = new URLSearchParams(location.search).get('payment') ?? '';
    super.connectedCallback();
    this.#looking = new AbortController();
    // Somebody looks again: so do we.
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.visibilityState === 'visible' && this.#open) this.#lookAgain();
      },
      { signal: this.#looking.signal },
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#waiting?.();
    this.#looking?.abort();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (!changed.has('payment') && !changed.has('gateway')) return;
    this.#known = undefined;
    this.#asked = 0;
  }

  /** Whether another answer may come. */
  get #open(): boolean {
    const known = this.#known;
    return known?.kind === 'no-answer' || (known?.kind === 'payment' && !known.payment.state.finished);
  }

  #wait(retryAfter = 0): void {
    const seconds = this.#open ? secondsToNextQuestion(this.#asked) : undefined;
    if (seconds === undefined || !this.isConnected) return;
    this.#waiting = this.clock(Math.max(seconds, retryAfter) * 1000, () => void this.#task.run());
  }

  #lookAgain(): void {
    this.#asked = 0;
    void this.#task.run();
  }

  protected override render(): unknown {
    const { language } = this;
    const say = paymentStatusMessages.say;
    const known = this.#known;
    const page = (): { readonly title: string; readonly body: TemplateResult } => {
      if (!this.payment) return this.#plain('none-title', 'none');
      if (!known) return { title: '', body: html`<p class="council-body" aria-busy="true">${say('loading', language)}</p>` };
      if (known.kind === 'not-found') return this.#plain('not-found-title', 'not-found');
      if (known.kind === 'no-answer') return this.#plain('no-answer-title', 'no-answer', this.#again());
      const long = this.#asked > usualQuestions;
      return {
        title: paymentStatusTitle(known.payment, language),
        body: paymentStatusTemplate(known.payment, { language, long, again: this.#again(), print: this.#print() }),
      };
    };
    const { title, body } = page();
    // The answer changes by itself: its heading is read out, once for each.
    if (title !== '') this.#announced = title;
    return html`<div lang=${language}>
      ${body}
      <p class="council-visually-hidden" role="status">${this.#announced || say('loading', language)}</p>
    </div>`;
  }

  #plain(title: 'none-title' | 'not-found-title' | 'no-answer-title', text: 'none' | 'not-found' | 'no-answer', more?: TemplateResult) {
    const { language } = this;
    const heading = paymentStatusMessages.say(title, language);
    return {
      title: heading,
      body: html`<h1 class="council-heading-l">${heading}</h1>
        <p class="council-body">${paymentStatusMessages.say(text, language)}</p>
        ${more ?? nothing}`,
    };
  }

  #again(): TemplateResult {
    return html`<button type="button" class="council-button council-button--secondary" @click=${() => this.#lookAgain()}>
      ${paymentStatusMessages.say('check-again', this.language)}
    </button>`;
  }

  #print(): TemplateResult {
    return html`<button type="button" class="council-button council-button--secondary council-payment-print" @click=${() => window.print()}>
      ${paymentStatusMessages.say('print', this.language)}
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-payment-status': CouncilPaymentStatus;
  }
}
