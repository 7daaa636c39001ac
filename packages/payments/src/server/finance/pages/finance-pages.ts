/** The finance team's pages, behind the council's own sign-in: plain forms, no script. Programs have the same as JSON: `../finance-routes.ts`. */
import type { StaffRoutes } from '@council-kit/gateway';
import { existing } from '../../records/payments.ts';
import type { Payments } from '../../payments.ts';
import { root } from '../finance-area.ts';
import { Reconciliations } from '../reconciliations.ts';
import { requestWithKey } from '../refund-payment.ts';
import { addDecisionPages } from './decision-pages.ts';
import { addDeliveriesPage } from './deliveries-page.ts';
import { queryOfAsked } from './list-form.ts';
import { listPage } from './list-page.ts';
import { addReconciliationPages } from './reconciliation-pages.ts';
import { addRefundPages } from './refund-routes.ts';
import { readNews, storyPage } from './story-page.ts';

/** Adds the pages. What it gives is stopped before the store closes. */
export function addFinancePages(area: StaffRoutes, payments: Payments): Pick<Reconciliations, 'stop'> {
  const comparisons = new Reconciliations(payments);

  area.get(root, (request) => listPage(payments, request));
  // A search changes nothing, so its form needs no token: an officer may send it from anywhere.
  area.post(root, (request, form) => {
    const asked = { words: form.text('words'), outcome: form.text('outcome'), fund: form.text('fund') };
    return request.redirect(root, queryOfAsked(payments, { ...asked, from: form.text('from'), to: form.text('to') }));
  });
  area.get(`${root}/payments/:id`, async (request) => {
    const { req } = request.context;
    const row = await existing(payments, req.param('id') ?? '');
    const asked = req.query('refund');
    return await storyPage(payments, request, row, {
      news: readNews(req.query('news')),
      refund: asked === undefined ? undefined : await requestWithKey(payments, row, asked.slice(0, 100)),
    });
  });
  addRefundPages(area, payments);
  addDecisionPages(area, payments);
  addReconciliationPages(area, payments, comparisons);
  addDeliveriesPage(area, payments);
  return comparisons;
}
