import type { PaginationItem, PaginationOptions } from './pagination.template.ts';

/**
 * The numbers that are shown for one of many pages: the first, the last, the current and its neighbours; an ellipsis where
 * two or more are left out. Never more than nine things, so that they fit on a phone.
 *
 * @param current from 1; what lies outside of the pages counts as the nearest one
 * @param pattern the address of a page, `{page}` where its number goes
 */
export function numberedPages(current: number, total: number, pattern: string): Pick<PaginationOptions, 'items' | 'previous' | 'next'> {
  const last = Math.max(0, Math.floor(total) || 0);
  if (last < 2) return {};
  const at = Math.min(last, Math.max(1, Math.floor(current) || 1));
  const href = (page: number): string => pattern.replaceAll('{page}', String(page));
  const shown = [1, at - 1, at, at + 1, last].filter((page) => page >= 1 && page <= last);
  const items: PaginationItem[] = [];
  let before = 0;
  for (const page of new Set(shown)) {
    // A gap of one page is that page: an ellipsis would take as much room and say less.
    if (page - before === 2) items.push({ number: before + 1, href: href(before + 1) });
    else if (page - before > 2) items.push({ ellipsis: true });
    items.push(page === at ? { number: page, href: href(page), current: true } : { number: page, href: href(page) });
    before = page;
  }
  return {
    items,
    ...(at > 1 ? { previous: { href: href(at - 1) } } : {}),
    ...(at < last ? { next: { href: href(at + 1) } } : {}),
  };
}
