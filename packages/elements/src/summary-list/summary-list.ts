import { CouncilElement } from '@council-kit/core';
import type { TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Content } from '../field/content.ts';
import { itemList } from '../field/item-list.ts';
import { contentOf, listOf } from '../page/content-of.ts';
import type { HeadingLevel } from '../page/heading.template.ts';
import { summaryListTemplate, type SummaryListRow, type SummaryListAction } from './summary-list.template.ts';

/**
 * Answers given, each with its question and the way to change it; in a card where there are several lists.
 *
 * @summary Answers given, with ways to change them.
 * @tag council-summary-list
 */
export class CouncilSummaryList extends CouncilElement {
  /** `[{ "key": { "text": … }, "value": { "text": … }, "actions": { "items": [{ "text": "Change", "visuallyHiddenText": …, "href": … }] } }]` */
  @property({ converter: itemList('council-summary-list') }) rows: readonly SummaryListRow[] = [];
  /** Puts the list into a card of this title. */
  @property({ attribute: 'card-title' }) cardTitle: Content | undefined;
  @property({ type: Number, attribute: 'card-heading-level' }) cardHeadingLevel: HeadingLevel | undefined;
  /** What can be done with the whole card. */
  @property({ attribute: 'card-actions', converter: itemList('council-summary-list') }) cardActions: readonly SummaryListAction[] = [];

  protected override template(): TemplateResult {
    return summaryListTemplate({
      rows: listOf(this.rows),
      card: this.cardTitle
        ? { title: { text: contentOf(this.cardTitle), headingLevel: this.cardHeadingLevel }, actions: { items: listOf(this.cardActions) } }
        : undefined,
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-summary-list': CouncilSummaryList;
  }
}
