/** The finance team's pages, behind the council's own sign-in: plain forms, no script. Programs have the same as JSON: `../finance-routes.ts`. */
import type { StaffRoutes } from '@council-kit/gateway';
import type { Finance } from '../finance.ts';
import { root } from '../finance-area.ts';
import type { Reconciliations } from '../reconciliations.ts';
import { addDecisionPages } from './decision-pages.ts';
import { addDeliveriesPage } from './deliveries-page.ts';
import { queryOfAsked } from './list-form.ts';
import { listPage } from './list-page.ts';
import { addReconciliationPages } from './reconciliation-pages.ts';
import { addRefundPages } from './refund-routes.ts';
import { readNews, storyPage } from './story-page.ts';

/** Adds the pages. */
export function addFinancePages(area: StaffRoutes, finance: Finance, comparisons: Reconciliations): void {
  area.get(root, (request) => listPage(finance, request));
  // A search changes nothing, so its form needs no token: an officer may send it from anywhere.
  area.post(root, (request, form) => {
    const asked = { words: form.text('words'), outcome: form.text('outcome'), fund: form.text('fund') };
    return request.redirect(root, queryOfAsked(finance, { ...asked, from: form.text('from'), to: form.text('to') }));
  });
  area.get(`${root}/payments/:id`, async (request) => {
    const { req } = request.context;
    const row = await finance.ledger.payment(req.param('id') ?? '');
    const asked = req.query('refund');
    return await storyPage(finance, request, row, {
      news: readNews(req.query('news')),
      refund: asked === undefined ? undefined : await finance.ledger.refundRequest(row, asked.slice(0, 100)),
    });
  });
  addRefundPages(area, finance);
  addDecisionPages(area, finance);
  addReconciliationPages(area, finance, comparisons);
  addDeliveriesPage(area, finance);
}
