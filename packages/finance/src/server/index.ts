/**
 * The finance team's pages and operations: payments and their story, refunds, the ledger compared with GOV.UK Pay's records, and a file for a
 * spreadsheet. They stand on the ledger of payments.
 *
 * @example
 * createGateway({ services: [payments({ … }), finance({ staff: { authorise: (request) => officerOf(request) } })] })
 */
import { parseSettings, Routes, setting, type Service, type ServiceModule } from '@council-kit/gateway';
import { ledgerPort } from '@council-kit/payments/server';
import * as v from 'valibot';
import { financeArea } from './finance-area.ts';
import { addFinanceRoutes } from './finance-routes.ts';
import type { Finance } from './finance.ts';
import { addFinancePages } from './pages/finance-pages.ts';
import { financeStyles } from './pages/finance.styles.ts';
import { Reconciliations } from './reconciliations.ts';
import { migrations } from './records.ts';

/** What the settings file may hold for finance. */
export const settingsSchema = v.strictObject({
  /** The council's own sign-in, from its program. Without it there are no pages and operations. */
  staff: setting.staff,
});
/** See {@link settingsSchema}. */
export type FinanceSettings = v.InferOutput<typeof settingsSchema>;
export type FinanceSettingsInput = v.InferInput<typeof settingsSchema>;

/** The service, from settings that were parsed with {@link settingsSchema}. */
export function createService({ staff }: FinanceSettings): Service {
  return {
    name: 'finance',
    needs: ['payments'],
    migrations,
    authorise: staff?.authorise,
    setUp(ground) {
      const routes = new Routes();
      const finance: Finance = {
        ground,
        // Payments may be set up after finance.
        get ledger() {
          const [ledger] = ground.ports.all(ledgerPort);
          if (!ledger) throw new Error('The service "payments" offers no ledger: it is of another version than finance.');
          return ledger;
        },
      };
      const area = financeArea(routes, finance);
      if (!area) return { routes };
      financeStyles.addTo(routes);
      const comparisons = new Reconciliations(finance);
      addFinanceRoutes(area, finance);
      addFinancePages(area, finance, comparisons);
      return { routes, stop: () => comparisons.stop() };
    },
  };
}

/** The service, for a program that gives its settings as a value. */
export function finance(settings: FinanceSettingsInput = {}): Service {
  return createService(parseSettings(settingsSchema, settings, 'the settings of finance'));
}

/* What the program loads by this entry's name. */
({ settingsSchema, createService }) satisfies ServiceModule<FinanceSettings>;
