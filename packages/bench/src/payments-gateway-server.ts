/** A gateway with the payment service in a process of its own, to be killed. Arguments: data folder, port, addresses of GOV.UK Pay and of the billing system. */
import { createGateway, createLog, listen } from '@council-kit/gateway';
import { finance } from '@council-kit/finance/server';
import { payments } from '@council-kit/payments/server';
import { accountNumberFormat } from '@council-kit/sandbox';

const [dataFolder = '', port = '0', pay = '', billing = ''] = process.argv.slice(2);
const both = (en: string): { en: string; cy: string } => ({ en, cy: en });

const gateway = createGateway({
  log: createLog('silent'),
  settings: {
    port: Number(port),
    dataFolder,
    rateLimit: { readsPerMinute: 10_000_000, writesPerMinute: 10_000_000 },
    outbox: { retryAfterSeconds: [1], giveUpAfterHours: 72 },
  },
  services: [
    payments({
      pay: { url: pay, key: 'sandbox-key', webhookSecret: 'whispered', searchSettlesSeconds: 2, timeoutMs: 1_500 },
      funds: [
        {
          id: 'council-tax',
          name: both('Council tax'),
          reference: {
            label: both('Account number'),
            name: both('Account number'),
            example: accountNumberFormat.example,
            patterns: [...accountNumberFormat.patterns],
            checkDigit: { ...accountNumberFormat.checkDigit, weights: [...accountNumberFormat.checkDigit.weights] },
          },
        },
      ],
      billing: { url: billing, key: 'sandbox-key', timeoutMs: 1_500 },
      mopUp: { everyMinutes: 1, ignoreHours: 0 },
    }),
    // The measuring program is the only one that can reach it.
    finance({ staff: { authorise: () => ({ id: 'bench', name: 'Bench' }) } }),
  ],
});
const { url } = await listen(gateway);
console.log(url);
