import { safeUrl } from '@council-kit/core';
import { html, nothing, type TemplateResult } from 'lit';
import { classes, orNothing, type Content } from '../field/content.ts';
import { paginationMessages } from './pagination.messages.ts';

export interface PaginationLink {
  readonly href?: string;
  /** "Previous page" or "Next page" in the page's language by default. */
  readonly text?: Content;
  /** What is there: the title of the page that the link leads to. Shown where there are no numbers. */
  readonly labelText?: Content;
}

export interface PaginationItem {
  readonly number?: string | number;
  readonly href?: string;
  readonly current?: boolean;
  /** Stands for pages left out. */
  readonly ellipsis?: boolean;
  /** The link's name: "Page 3" by default. */
  readonly visuallyHiddenText?: string;
}

/** Names and meanings follow https://design-system.service.gov.uk/components/pagination/ */
export interface PaginationOptions {
  /** Without items, previous and next stand one above the other, as between the pages of a guide. */
  readonly items?: readonly (PaginationItem | null | undefined | false)[];
  readonly previous?: PaginationLink;
  readonly next?: PaginationLink;
  /** The landmark's name. "Pagination" in the page's language by default. */
  readonly landmarkLabel?: string;
  readonly classes?: string;
  readonly lang?: string;
}

function arrowTemplate(
  link: PaginationLink | undefined,
  direction: 'previous' | 'next',
  block: boolean,
  lang: string,
): TemplateResult | typeof nothing {
  const href = safeUrl(link?.href);
  if (!link || !href) return nothing;
  const page = paginationMessages.say('page', lang);
  const arrow = html`<span class="council-pagination-arrow" aria-hidden="true"></span>`;
  return html`<div class=${`council-pagination-${direction}`}>
    <a class="council-pagination-link" href=${href} rel=${direction === 'previous' ? 'prev' : 'next'}
      >${block || direction === 'previous' ? arrow : nothing}<span class="council-pagination-link-title"
        >${
          link.text ||
          html`${paginationMessages.say(direction, lang)}${page ? html`<span class="council-visually-hidden">${` ${page}`}</span>` : nothing}`
        }</span
      >${
        link.labelText && block
          ? html`<span class="council-visually-hidden">:</span> <span class="council-pagination-link-label">${link.labelText}</span>`
          : nothing
      }${!block && direction === 'next' ? arrow : nothing}</a
    >
  </div>`;
}

function itemTemplate(item: PaginationItem, lang: string): TemplateResult {
  if (item.ellipsis) return html`<li class="council-pagination-item council-pagination-item--ellipsis">⋯</li>`;
  const number = String(item.number ?? '');
  return html`<li class=${classes('council-pagination-item', item.current && 'council-pagination-item--current')}>
    <a
      class="council-pagination-link"
      href=${safeUrl(item.href) || '#'}
      aria-label=${item.visuallyHiddenText || paginationMessages.say('pageNumber', lang, { number })}
      aria-current=${orNothing(item.current && 'page')}
      >${number}</a
    >
  </li>`;
}

/** The way between the pages of a long list, or of a guide. */
export function paginationTemplate(options: PaginationOptions): TemplateResult {
  const { previous, next, lang = 'en' } = options;
  const items = options.items?.filter((item) => !!item);
  const block = !items && !!(previous ?? next);
  return html`<nav
    class=${classes('council-pagination', block && 'council-pagination--block', options.classes)}
    aria-label=${options.landmarkLabel || paginationMessages.say('pagination', lang)}
  >
    ${arrowTemplate(previous, 'previous', block, lang)}
    ${
      items
        ? html`<ul class="council-pagination-list">
            ${items.map((item) => itemTemplate(item, lang))}
          </ul>`
        : nothing
    }
    ${arrowTemplate(next, 'next', block, lang)}
  </nav>`;
}
