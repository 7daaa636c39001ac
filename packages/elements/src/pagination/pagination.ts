import { CouncilElement } from '@council-kit/core';
import { nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { itemList } from '../field/item-list.ts';
import { listOf } from '../page/content-of.ts';
import { numberedPages } from './numbered-pages.ts';
import { paginationTemplate, type PaginationItem, type PaginationLink, type PaginationOptions } from './pagination.template.ts';

/**
 * The way between the pages of a long list, or of a guide. Says nothing where there is one page.
 *
 * @summary The way between pages.
 * @tag council-pagination
 */
export class CouncilPagination extends CouncilElement {
  static override readonly properties: PropertyDeclarations = {
    current: { type: Number },
    total: { type: Number },
    pattern: {},
    items: { converter: itemList('council-pagination') },
    previousHref: { attribute: 'previous-href' },
    previousText: { attribute: 'previous-text' },
    previousLabel: { attribute: 'previous-label' },
    nextHref: { attribute: 'next-href' },
    nextText: { attribute: 'next-text' },
    nextLabel: { attribute: 'next-label' },
    label: {},
  };

  /** The page that is shown, from 1. With `total` and `pattern`, the tag writes the numbers itself. */
  declare current: number;
  /** How many pages there are. */
  declare total: number;
  /** The address of a page, `{page}` where its number goes: `/reports?page={page}`. */
  declare pattern: string | undefined;
  /** The pages, written out: `[{ "number": 1, "href": … }, { "ellipsis": true }]`. */
  declare items: readonly PaginationItem[] | undefined;
  declare previousHref: string | undefined;
  declare previousText: string | undefined;
  /** The title of the page before, where there are no numbers. */
  declare previousLabel: string | undefined;
  declare nextHref: string | undefined;
  declare nextText: string | undefined;
  declare nextLabel: string | undefined;
  /** The landmark's name. "Pagination" in the page's language by default. */
  declare label: string | undefined;

  constructor() {
    super();
    this.current = 1;
    this.total = 0;
  }

  protected override template(): TemplateResult | typeof nothing {
    const numbered: Pick<PaginationOptions, 'items' | 'previous' | 'next'> = this.pattern
      ? numberedPages(this.current, this.total, this.pattern)
      : { items: this.items && listOf(this.items) };
    const link = (href: string | undefined, text: string | undefined, labelText: string | undefined): PaginationLink | undefined =>
      href ? { href, text, labelText } : undefined;
    const previous = link(this.previousHref, this.previousText, this.previousLabel) ?? numbered.previous;
    const next = link(this.nextHref, this.nextText, this.nextLabel) ?? numbered.next;
    if (!previous && !next && (numbered.items?.length ?? 0) < 2) return nothing;
    return paginationTemplate({ items: numbered.items, previous, next, landmarkLabel: this.label, lang: this.language });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'council-pagination': CouncilPagination;
  }
}
