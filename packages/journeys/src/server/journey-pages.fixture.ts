import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createGateway, Routes, type Gateway } from '@council-kit/gateway';
import { journeyPages, type JourneyPagesOptions } from './journey-pages.ts';

/** A gateway with one journey, in a folder of its own. */
export interface Started extends AsyncDisposable {
  readonly gateway: Gateway;
  readonly folder: string;
}

/** What a test gives: the rest is as any service would have it. */
export type TestPages = Omit<JourneyPagesOptions, 'ground' | 'path'> & Partial<Pick<JourneyPagesOptions, 'path'>>;

/** Starts a real gateway whose only service is the journey at `/apply`. */
export async function start(pages: TestPages, folder?: string): Promise<Started> {
  const own = folder ?? (await mkdtemp(join(tmpdir(), 'council-journeys-')));
  const gateway = createGateway({
    settings: { dataFolder: own, logLevel: 'silent', rateLimit: { readsPerMinute: 1e6, writesPerMinute: 1e6 } },
    services: [
      {
        name: 'applications',
        setUp(ground) {
          const routes = new Routes();
          routes.hono.route('/', journeyPages({ path: '/apply', ...pages, ground }));
          return { routes };
        },
      },
    ],
  });
  await gateway.start('http://council.test');
  return {
    gateway,
    folder: own,
    async [Symbol.asyncDispose]() {
      await gateway.stop();
      if (folder === undefined) await rm(own, { recursive: true, force: true });
    },
  };
}
