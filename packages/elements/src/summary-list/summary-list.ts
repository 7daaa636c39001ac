import { CouncilElement } from '@council-kit/core';
import type { PropertyDeclarations, TemplateResult } from 'lit';
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
  static override readonly properties: PropertyDeclarations = {
    rows: { converter: itemList('council-summary-list') },
    cardTitle: { attribute: 'card-title' },
    cardHeadingLevel: { type: Number, attribute: 'card-heading-level' },
    cardActions: { attribute: 'card-actions', converter: itemList('council-summary-list') },
  };

  /** `[{ "key": { "text": … }, "value": { "text": … }, "actions": { "items": [{ "text": "Change", "visuallyHiddenText": …, "href": … }] } }]` */
  declare rows: readonly SummaryListRow[];
  /** Puts the list into a card of this title. */
  declare cardTitle: Content | undefined;
  declare cardHeadingLevel: HeadingLevel | undefined;
  /** What can be done with the whole card. */
  declare cardActions: readonly SummaryListAction[];

  constructor() {
    super();
    this.rows = [];
    this.cardActions = [];
  }

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
