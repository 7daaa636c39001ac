import { CouncilElement } from '@council-kit/core';
import { nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
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
  /** The page that is shown, from 1. With `total` and `pattern`, the tag writes the numbers itself. */
  @property({ type: Number }) current = 1;
  /** How many pages there are. */
  @property({ type: Number }) total = 0;
  /** The address of a page, `{page}` where its number goes: `/reports?page={page}`. */
  @property() pattern: string | undefined;
  /** The pages, written out: `[{ "number": 1, "href": … }, { "ellipsis": true }]`. */
  @property({ converter: itemList('council-pagination') }) items: readonly PaginationItem[] | undefined;
  @property({ attribute: 'previous-href' }) previousHref: string | undefined;
  @property({ attribute: 'previous-text' }) previousText: string | undefined;
  /** The title of the page before, where there are no numbers. */
  @property({ attribute: 'previous-label' }) previousLabel: string | undefined;
  @property({ attribute: 'next-href' }) nextHref: string | undefined;
  @property({ attribute: 'next-text' }) nextText: string | undefined;
  @property({ attribute: 'next-label' }) nextLabel: string | undefined;
  /** The landmark's name. "Pagination" in the page's language by default. */
  @property() label: string | undefined;

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
