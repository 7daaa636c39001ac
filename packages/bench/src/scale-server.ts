/** A gateway with reports, payments and addresses in a process of its own. Arguments: data folder, and a database's address. */
import { addresses } from '@council-kit/address/server';
import { createGateway, createLog, listen } from '@council-kit/gateway';
import { finance } from '@council-kit/finance/server';
import { payments } from '@council-kit/payments/server';
import { reports } from '@council-kit/reports/server';

const [dataFolder = '', databaseUrl] = process.argv.slice(2);
const both = (en: string): { en: string; cy: string } => ({ en, cy: en });
const fund = (id: string) => ({
  id,
  name: both(id),
  reference: { label: both('Number'), name: both('Number'), example: 'A1', patterns: ['^A[0-9]{1,9}$'] },
});
const staff = { authorise: () => ({ id: 'bench', name: 'Bench' }) };
const gateway = createGateway({
  log: createLog('error'),
  settings: {
    port: 0,
    dataFolder,
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    rateLimit: { readsPerMinute: 10_000_000, writesPerMinute: 10_000_000 },
  },
  services: [
    reports({ staff }),
    // GOV.UK Pay is not asked for anything that is measured.
    payments({ pay: { url: 'http://127.0.0.1:9', key: 'none' }, funds: [fund('council-tax'), fund('parking')] }),
    finance({ staff }),
    addresses(),
  ],
});
const { url } = await listen(gateway);
console.log(url);
