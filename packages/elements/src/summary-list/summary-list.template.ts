import { safeUrl } from '@council-kit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { classes, type Content } from '../field/content.ts';
import { headingTemplate, type HeadingLevel } from '../page/heading.template.ts';

export interface SummaryListAction {
  readonly text: Content;
  readonly href?: string;
  /** What the action is for, read out only: "Change" of what. */
  readonly visuallyHiddenText?: string;
  readonly classes?: string;
}

export interface SummaryListActions {
  readonly items?: readonly SummaryListAction[];
  readonly classes?: string;
}

export interface SummaryListRow {
  readonly key: { readonly text: Content; readonly classes?: string };
  /** For an answer that is missing: a link that asks for it, instead of an empty value with "Change" beside it. */
  readonly value: { readonly text?: Content; readonly classes?: string };
  readonly actions?: SummaryListActions;
  readonly classes?: string;
}

/** Names and meanings follow https://design-system.service.gov.uk/components/summary-list/ */
export interface SummaryListOptions {
  readonly rows: readonly (SummaryListRow | null | undefined | false)[];
  /** A card around the list, with a title that its actions are told apart by. */
  readonly card?: {
    readonly title?: { readonly text: Content; readonly headingLevel?: HeadingLevel; readonly classes?: string };
    readonly actions?: SummaryListActions;
    readonly classes?: string;
  };
  /** `council-summary-list--no-border` for lists without lines. */
  readonly classes?: string;
  readonly lang?: string;
}

function actionTemplate(action: SummaryListAction, cardTitle?: Content): TemplateResult {
  const subject = action.visuallyHiddenText ? ` ${action.visuallyHiddenText}` : '';
  return html`<a class=${classes('council-link', 'council-link--no-visited', action.classes)} href=${safeUrl(action.href) || '#'}
    >${action.text}${
      subject || cardTitle
        ? html`<span class="council-visually-hidden">${subject}${cardTitle ? html` (${cardTitle})` : nothing}</span>`
        : nothing
    }</a
  >`;
}

/** One action is a link, several are a list: a list of one is noise. */
function actionsTemplate(items: readonly SummaryListAction[], cardTitle?: Content): TemplateResult {
  const [first] = items;
  return first !== undefined && items.length === 1
    ? actionTemplate(first, cardTitle)
    : html`<ul class="council-summary-list-actions-list">
        ${items.map((item) => html`<li class="council-summary-list-actions-list-item">${actionTemplate(item, cardTitle)}</li>`)}
      </ul>`;
}

function rowTemplate(row: SummaryListRow, anyActions: boolean, cardTitle?: Content): TemplateResult {
  const items = row.actions?.items ?? [];
  return html`<div
    class=${classes('council-summary-list-row', anyActions && items.length === 0 && 'council-summary-list-row--no-actions', row.classes)}
  >
    <dt class=${classes('council-summary-list-key', row.key.classes)}>${row.key.text}</dt>
    <dd class=${classes('council-summary-list-value', row.value.classes)}>${row.value.text ?? nothing}</dd>
    ${
      items.length > 0
        ? html`<dd class=${classes('council-summary-list-actions', row.actions?.classes)}>${actionsTemplate(items, cardTitle)}</dd>`
        : nothing
    }
  </div>`;
}

/** Answers given, each with its question and the way to change it. */
export function summaryListTemplate(options: SummaryListOptions): TemplateResult {
  const { card } = options;
  const rows = options.rows.filter((row) => !!row);
  const anyActions = rows.some((row) => (row.actions?.items?.length ?? 0) > 0);
  const list = html`<dl class=${classes('council-summary-list', options.classes)}>
    ${rows.map((row) => rowTemplate(row, anyActions, card?.title?.text))}
  </dl>`;
  if (!card) return list;
  const actions = card.actions?.items ?? [];
  return html`<div class=${classes('council-summary-card', card.classes)}>
    <div class="council-summary-card-title-wrapper">
      ${
        card.title
          ? headingTemplate(card.title.headingLevel ?? 2, card.title.text, classes('council-summary-card-title', card.title.classes))
          : nothing
      }
      ${
        actions.length > 0
          ? html`<div class=${classes('council-summary-card-actions', card.actions?.classes)}>
              ${actionsTemplate(actions, card.title?.text)}
            </div>`
          : nothing
      }
    </div>
    <div class="council-summary-card-content">${list}</div>
  </div>`;
}
