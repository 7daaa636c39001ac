import { addresses } from '@council-kit/address/server';
import { createGateway, type Clock, type GatewaySettingsInput } from '@council-kit/gateway';
import { defaultServices } from '@council-kit/reports';
import { createService } from '@council-kit/reports/server';
import { finance } from '@council-kit/finance/server';
import { payments } from '@council-kit/payments/server';
import { createGazetteer, type Sandbox } from '@council-kit/sandbox';
import { createAdaptorServer } from '@hono/node-server';
import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startBackOffice } from './council/back-office.ts';
import { moved } from './council/moved/moved.service.ts';
import { addressSettings, startAddressPlatforms } from './council/ordnance-survey.ts';
import { financeSettings, paymentSettings, startPaymentPlatforms } from './council/payment-platforms.ts';
import { reportSettings } from './council/report-settings.ts';
import { readAssets } from './site/assets.ts';
import { layout } from './site/layout.ts';
import { createSite } from './site/site.ts';

export interface DemoOptions {
  /** The site's port; the back office takes the next two. 0: free ones. */
  readonly port: number;
  /** Where reports, photos and the back office's book are kept. */
  readonly dataFolder: string;
  /** Begins with a year of reports and payments, where `dataFolder` does not exist yet. Takes less than half a minute, once. Empty unless asked for. */
  readonly livedIn?: boolean;
  readonly clock?: Clock;
  /** One that runs already, and goes on when the demo stops. */
  readonly backOffice?: Sandbox<'open311'>;
  readonly settings?: GatewaySettingsInput;
}

export interface Demo {
  readonly address: string;
  /** Where a person can look into the back office, and make it fail. */
  readonly backOffice: string;
  stop(): Promise<void>;
}

const gatewayPath = '/gateway';

/**
 * Starts the whole of Aldermere: its site, the gateway in it, and the back office that reports are sent on to.
 * @throws the error of Node's `listen`, `EADDRINUSE` for a port in use
 */
export async function startDemo({ port, dataFolder, livedIn = false, clock, backOffice: given, settings }: DemoOptions): Promise<Demo> {
  const server = createAdaptorServer({ fetch: (request: Request, env: unknown) => answer(request, env) }) as Server;
  let answer: (request: Request, env: unknown) => Response | Promise<Response> = () =>
    new Response(null, { status: 503, headers: { 'retry-after': '1' } });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const own = (server.address() as AddressInfo).port;
  const address = `http://127.0.0.1:${String(own)}`;
  const closeServer = (): Promise<void> => {
    server.closeAllConnections();
    return new Promise((closed) => server.close(() => closed()));
  };
  try {
    // 100,000 addresses, made in a third of a second: all platforms agree on who lives where.
    const gazetteer = createGazetteer();
    if (livedIn && !existsSync(dataFolder)) {
      const { makeYear } = await import('./year/make-year.ts');
      await makeYear({ dataFolder, site: address, gatewayPath, gazetteer, today: (clock?.now() ?? new Date()).getTime() });
    }
    await mkdir(dataFolder, { recursive: true });
    const backOffice =
      given ?? (await startBackOffice(defaultServices, port === 0 ? 0 : port + 1, join(dataFolder, 'back-office.jsonl'))).sandbox;
    const addressPlatforms = await startAddressPlatforms(gazetteer);
    const { platforms: paymentPlatforms, example } = await startPaymentPlatforms({
      gateway: `${address}${gatewayPath}`,
      dataFolder,
      gazetteer,
    });
    const gateway = createGateway({
      page: layout,
      ...(clock && { clock }),
      settings: {
        logLevel: 'warn',
        publicUrl: `${address}${gatewayPath}`,
        dataFolder: join(dataFolder, 'gateway'),
        contentSecurity: { images: ['blob:'] },
        ...settings,
      },
      services: [
        createService(await reportSettings(backOffice.platforms.open311.baseUrl)),
        addresses(addressSettings(addressPlatforms)),
        payments(paymentSettings((name) => paymentPlatforms.platforms[name].baseUrl, address)),
        finance(financeSettings),
        moved,
      ],
    });
    await gateway.start();
    const site = createSite(gateway.fetch, layout, await readAssets(), {
      gateway: gatewayPath,
      backOffice: backOffice.address,
      paymentPlatforms: paymentPlatforms.address,
      example,
    });
    answer = (request, env) => site.fetch(request, env as object);
    return {
      address,
      backOffice: backOffice.address,
      async stop() {
        await closeServer();
        await gateway.stop();
        if (!given) await backOffice.stop();
        await addressPlatforms.stop();
        await paymentPlatforms.stop();
      },
    };
  } catch (error) {
    await closeServer();
    throw error;
  }
}
