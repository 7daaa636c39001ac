import { inTime, safeUrl, WidgetElement } from '@council-kit/core';
import {
  choicesTemplate,
  choiceStyles,
  fetchedSpecial,
  JourneyController,
  journeyStyles,
  type Accepted,
  type RunnableService,
} from '@council-kit/journeys';
import { hostTokens } from '@council-kit/tokens/host.js';
import { nothing, type CSSResultGroup, type PropertyDeclarations, type PropertyValues, type TemplateResult } from 'lit';
import type * as Further from './further.ts';
import { ReportGateway } from './gateway.ts';
import { journeyOfForm, reportIssueOutline } from './journey-of-form.ts';
import { nearbyQuestionOf, noneSchema } from './special/nearby-question.ts';
import { placeAnswerSchema } from './special/place-answer.ts';

/**
 * Report a problem to the council: what it is, where, details, photos, contact, and a reference at the end. It asks the
 * council's gateway for everything and no one else for anything. What is written inside the tag (a link to the same service as
 * plain pages) stays until it runs.
 *
 * @summary A resident reports fly-tipping, a pothole, a street light …
 * @tag council-report-issue
 * @fires council-journey-step - A page is shown. Tells its address, and nothing of what was answered.
 * @fires council-journey-submitted - The report is kept by the council. Tells its reference.
 */
export class CouncilReportIssue extends WidgetElement {
  static override readonly tokens: string = hostTokens;
  static override readonly styles: CSSResultGroup = [...journeyStyles, ...choiceStyles];
  static override readonly properties: PropertyDeclarations = {
    gateway: {},
    drafts: {},
    draftHours: { type: Number, attribute: 'draft-hours' },
    history: {},
    languages: {},
    statusPage: { attribute: 'status-page' },
  };

  /** Address of the council's gateway: `https://reports.council.example`, or a path of this site. */
  declare gateway: string;
  /** Where answers not yet sent are kept: `none` (default), `tab`, `device`. */
  declare drafts: 'none' | 'tab' | 'device';
  /** Hours after the last change that they are kept. 24 unless given. */
  declare draftHours: number;
  /** How steps show in the page's address: `hash` (default), `query`, `none`. */
  declare history: 'hash' | 'query' | 'none';
  /** Languages its own switch offers, with blanks between: `en cy`. None unless given. */
  declare languages: string;
  /** The council's own page with `<council-report-status>`: the reference is added as `?reference=`. The gateway's page unless given. */
  declare statusPage: string | undefined;

  #service: RunnableService | undefined;
  #asks: ReportGateway | undefined;
  #further: typeof Further | undefined;

  readonly #controller = new JourneyController(this, () => {
    const asks = this.#asks;
    if (!asks || !this.#service) return undefined;
    return {
      service: this.#service,
      submit: async (answers, context) => (await this.#fetchFurther()).sendReport(asks, answers, context),
      prepareFile: async (file, options) => (await this.#fetchFurther()).preparePhoto(file, options),
      upload: async (file, context) => (await this.#fetchFurther()).uploadPhoto(asks.url('/uploads'), file, context),
      confirmation: (accepted, language) => this.#confirmation(accepted, language),
      runner: () => this.#fetchFurther(),
      further: () => this.#fetchFurther(),
      choices: choicesTemplate,
      drafts: this.drafts,
      draftHours: this.draftHours,
      history: this.history,
      languages: this.languages.split(/\s+/).filter(Boolean),
    };
  });

  constructor() {
    super();
    this.gateway = '';
    this.drafts = 'none';
    this.draftHours = 24;
    this.history = 'hash';
    this.languages = '';
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has('gateway')) return;
    const asks = (this.#asks = this.gateway ? new ReportGateway(this.gateway) : undefined);
    this.#service = asks && this.#serviceOf(asks);
  }

  protected override render(): unknown {
    return this.#controller.render();
  }

  protected override get standsIn(): boolean {
    return this.#controller.begun;
  }

  #serviceOf(asks: ReportGateway): RunnableService {
    return {
      outline: reportIssueOutline,
      journey: async (answers, language) => {
        const question = nearbyQuestionOf(answers);
        const near = question && inTime(this.#fetchFurther()).then(({ askNearby }) => askNearby(asks, question, { language }));
        return journeyOfForm(await asks.form(), answers, { nearby: ((await near) ?? []).length > 0 });
      },
      // What sends the report has been fetched by then.
      questionOf: (field, answers) => this.#further?.questionOfField(field, answers) ?? field,
      specials: {
        'report-place': fetchedSpecial(placeAnswerSchema, async () => {
          const { askPlace, reportPlace } = await this.#fetchFurther();
          return reportPlace((position, asking) => askPlace(asks, position, asking), { mapUrl: asks.url('/reports/map') });
        }),
        'reports-nearby': fetchedSpecial(noneSchema, async () => {
          const { askNearby, reportsNearby } = await this.#fetchFurther();
          return reportsNearby((question, asking) => askNearby(asks, question, asking), {
            followUrl: (reference, language) => this.#followUrl(reference, language),
          });
        }),
      },
    };
  }

  /** What comes after the first question, fetched while that is read. A loader keeps what it gave, and asks again for what did not come. */
  async #fetchFurther(): Promise<typeof Further> {
    return (this.#further ??= await import('./further.ts'));
  }

  #followUrl(reference: string, language: string, given?: unknown): string {
    const own = safeUrl(this.statusPage);
    const page = own ?? safeUrl(typeof given === 'string' ? given : undefined) ?? this.#asks?.url(`/reports/${reference}`) ?? '';
    const url = new URL(page, location.href);
    // The gateway's page goes on in the language of the form; the council's own has one.
    if (own === undefined) url.searchParams.set('lang', language);
    else url.searchParams.set('reference', reference);
    return url.href;
  }

  #confirmation({ reference, details }: Accepted, language: string): TemplateResult | typeof nothing {
    // Nothing is received before it was sent, and what sends it is fetched with the rest.
    if (!this.#further) return nothing;
    return this.#further.confirmationTemplate(this.#followUrl(reference, language, details?.['follow_url']), language);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-report-issue': CouncilReportIssue;
  }
}
