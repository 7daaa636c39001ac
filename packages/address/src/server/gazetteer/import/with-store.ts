/** The gateway's store for a command: opened as the gateway opens it, its tables up to date, without answering anybody. */
import { createGateway, createLog, type GatewaySettingsInput, type Store } from '@council-kit/gateway';
import { migrations } from '../tables.ts';

/** @throws SettingsError and whatever the store says where it cannot be opened */
export async function withStore<Result>(
  settings: Pick<GatewaySettingsInput, 'databaseUrl' | 'dataFolder'>,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  let store: Store | undefined;
  const gateway = createGateway({
    settings,
    log: createLog('silent'),
    services: [
      {
        name: 'address',
        migrations,
        setUp(ground) {
          ({ store } = ground);
          return {};
        },
      },
    ],
  });
  await gateway.start();
  try {
    if (!store) throw new Error('The gateway gave no store.');
    return await work(store);
  } finally {
    await gateway.stop();
  }
}
