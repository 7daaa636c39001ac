import type { Routes, StaffRoutes } from '@council-kit/gateway';
import type { Finance } from './finance.ts';
import { financeMessages } from './pages/finance.messages.ts';
import { financeStyles } from './pages/finance.styles.ts';

/** Where the finance team's pages are. */
export const root = '/staff/finance';

/** To refund, cancel or capture a payment needs a role of its own. */
export const movesMoney = { role: 'finance-refunds' };

const { say } = financeMessages;

/** The finance team's pages and operations. Undefined where no officer can sign in. */
export function financeArea(routes: Routes, { ground: { staff } }: Finance): StaffRoutes | undefined {
  return staff?.area(routes, {
    name: (language) => say('finance', language),
    path: root,
    role: 'finance',
    lists: [
      { text: (language) => say('payments', language), path: root },
      { text: (language) => say('books', language), path: `${root}/reconciliation` },
      { text: (language) => say('deliveries', language), path: `${root}/deliveries` },
    ],
    styles: financeStyles,
  });
}
