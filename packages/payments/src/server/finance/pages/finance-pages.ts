/** The finance team's pages, behind the council's own sign-in: plain forms, no script. Programs have the same as JSON: `../finance-routes.ts`. */
import { readForm, type GatewayContext, type Routes } from '@council-kit/gateway';
import { existing } from '../../payment-routes.ts';
import type { Payments } from '../../payments.ts';
import { officerOf } from '../officer.ts';
import { Reconciliations } from '../reconciliations.ts';
import { requestWithKey } from '../refund-payment.ts';
import { addDecisionPages } from './decision-pages.ts';
import { addDeliveriesPages } from './deliveries-page.ts';
import { addFinanceStyles, hrefOf, root } from './finance-page.ts';
import { textOf, type FinanceGround } from './finance-request.ts';
import { tokenFits } from './form-token.ts';
import { queryOfAsked } from './list-form.ts';
import { listPage } from './list-page.ts';
import { addReconciliationPages } from './reconciliation-pages.ts';
import { addRefundPages } from './refund-routes.ts';
import { readNews, storyPage } from './story-page.ts';

/** Adds the pages; none where the settings name no sign-in. What it gives is stopped before the store closes. */
export function addFinancePages(routes: Routes, payments: Payments): Pick<Reconciliations, 'stop'> | undefined {
  const { staff } = payments.settings;
  if (!staff) return undefined;
  const { hono } = routes;
  const signedIn: FinanceGround['signedIn'] = async (context: GatewayContext) => ({
    context,
    officer: await officerOf(staff.authorise, context),
  });
  const ground: FinanceGround = {
    signedIn,
    async sent(context, path) {
      const request = await signedIn(context);
      const fields = await readForm(context);
      return { request, fields, fits: tokenFits(payments.ground, request.officer, path, fields['token']) };
    },
  };
  const comparisons = new Reconciliations(payments);

  addFinanceStyles(routes);
  hono.get(root, async (context) => listPage(payments, await signedIn(context)));
  // Looking for something changes nothing: any of the council's officers may send it, from wherever.
  hono.post(root, async (context) => {
    const { request, fields } = await ground.sent(context, '');
    const asked = { words: textOf(fields, 'words'), outcome: textOf(fields, 'outcome'), fund: textOf(fields, 'fund') };
    const query = queryOfAsked(payments, { ...asked, from: textOf(fields, 'from'), to: textOf(fields, 'to') });
    return context.redirect(hrefOf(payments, request, '', query), 303);
  });
  hono.get(`${root}/payments/:id`, async (context) => {
    const request = await signedIn(context);
    const row = await existing(payments, context.req.param('id'));
    const asked = context.req.query('refund');
    return await storyPage(payments, request, row, {
      news: readNews(context.req.query('news')),
      refund: asked === undefined ? undefined : await requestWithKey(payments, row, asked.slice(0, 100)),
    });
  });
  addRefundPages(routes, payments, ground);
  addDecisionPages(routes, payments, ground);
  addReconciliationPages(routes, payments, comparisons, ground);
  addDeliveriesPages(routes, payments, ground);
  return comparisons;
}
