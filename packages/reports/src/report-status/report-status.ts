import { requestGateway, WidgetElement } from '@council-kit/core';
import {
  baseStyles,
  buttonStyles,
  errorSummaryStyles,
  fieldStyles,
  linkStyles,
  summaryListStyles,
  tagStyles,
  textInputStyles,
  typographyStyles,
} from '@council-kit/elements/stylesheet.js';
import { hostTokens } from '@council-kit/tokens/host.js';
import { Task } from '@lit/task';
import { html, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import { followedReportSchema, type FollowedReport } from '../contract/report-answers.ts';
import { gatewayUrl } from '../report-issue/gateway-url.ts';
import { readReference } from '../rules/reference.ts';
import { reportStatusMessages } from './report-status.messages.ts';
import { reportStatusStyles } from './report-status.styles.ts';
import { referenceFormTemplate, reportStatusTemplate } from './report-status.template.ts';

type Found = { readonly kind: 'report'; readonly report: FollowedReport } | { readonly kind: 'not-found' | 'unreachable' };

/**
 * Follows a report by its reference: its status and the council's updates, nothing of the person who made it. Without a
 * reference it takes the page's `?reference=`, or asks for one.
 *
 * @summary What became of a report.
 * @tag council-report-status
 */
export class CouncilReportStatus extends WidgetElement {
  static override readonly tokens: string = hostTokens;
  static override readonly styles: CSSResultGroup = [
    baseStyles,
    typographyStyles,
    linkStyles,
    fieldStyles,
    textInputStyles,
    buttonStyles,
    errorSummaryStyles,
    summaryListStyles,
    tagStyles,
    reportStatusStyles,
  ];
  static override readonly properties: PropertyDeclarations = { gateway: {}, reference: {}, error: { state: true } };

  /** Address of the council's gateway: `https://reports.council.example`, or a path of this site. */
  declare gateway: string;
  /** Of the report, however it is written. */
  declare reference: string;
  declare protected error: string | undefined;

  readonly #task: Task<readonly [string, string, string], Found | undefined> = new Task(this, {
    args: () => [this.gateway, this.reference, this.language] as const,
    task: async ([gateway, written, language], { signal }) => {
      const reference = readReference(written);
      if (!gateway || !written) return undefined;
      if (reference === undefined) return { kind: 'not-found' };
      const outcome = await requestGateway(gatewayUrl(gateway, `/reports/${reference}`), {
        schema: followedReportSchema,
        language,
        signal,
      });
      if (outcome.kind === 'answer') return { kind: 'report', report: outcome.value };
      return { kind: outcome.kind === 'problem' && outcome.problem.status === 404 ? 'not-found' : 'unreachable' };
    },
  });

  constructor() {
    super();
    this.gateway = '';
    this.reference = '';
  }

  override connectedCallback(): void {
    if (!this.reference && !this.hasAttribute('reference')) this.reference = new URLSearchParams(location.search).get('reference') ?? '';
    super.connectedCallback();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // After a press: on what came of it.
    if (changed.has('error') && this.error) this.renderRoot.querySelector<HTMLElement>('#reference')?.focus();
  }

  protected override render(): unknown {
    const { language } = this;
    const say = reportStatusMessages.say;
    return html`<div lang=${language}>
      ${this.#task.render({
        initial: () => this.#form(),
        pending: () => html`<p class="council-body" role="status">${say('loading', language)}</p>`,
        complete: (found) => {
          if (!found) return this.#form(this.error);
          if (found.kind === 'report') return reportStatusTemplate(found.report, language);
          if (found.kind === 'not-found')
            return this.#form(say(readReference(this.reference) === undefined ? 'wrong' : 'not-found', language));
          return html`<div role="alert"><p class="council-body">${say('unreachable', language)}</p></div>
            <button type="button" class="council-button" @click=${() => void this.#task.run()}>${say('again', language)}</button>`;
        },
        error: () => html`<div role="alert"><p class="council-body">${say('unreachable', language)}</p></div>`,
      })}
    </div>`;
  }

  #form(error?: string): TemplateResult {
    return html`<div @submit=${(event: SubmitEvent) => this.#submit(event)}>
      ${referenceFormTemplate({ language: this.language, action: '', value: this.reference, error })}
    </div>`;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const written = String(new FormData(event.target as HTMLFormElement).get('reference') ?? '').trim();
    this.error = written === '' ? reportStatusMessages.say('empty', this.language) : undefined;
    // The same again is asked again.
    if (written !== '' && written === this.reference) void this.#task.run();
    this.reference = written;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-report-status': CouncilReportStatus;
  }
}
