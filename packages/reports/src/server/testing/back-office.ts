/** The sandbox's Open311 server with our own kinds, and a gateway that forwards to it. */

import { createOpen311, startSandbox, type Open311, type Open311Options, type Sandbox } from '@council-kit/sandbox';
import type { GatewaySettingsInput } from '@council-kit/gateway';
import { defaultServices } from '../../services/default-services.ts';
import type { ReportsSettingsInput } from '../index.ts';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { until } from '@council-kit/testing/until.js';
import { start, type Started } from './gateway.ts';
import { millLane } from './map.ts';

/** Our kinds in Open311's names, as a back office would have them. */
const services = defaultServices.map((kind) => ({
  service_code: kind.service_code,
  service_name: kind.service_name.en,
  attributes: kind.attributes.map(({ code, datatype, description, required, values }) => ({
    code,
    datatype,
    description: description.en,
    required: required !== undefined,
    values: values.map(({ key, name }) => ({ key, name: name.en })),
  })),
}));

export interface Forwarding extends AsyncDisposable {
  readonly office: Open311;
  readonly sandbox: Sandbox<'open311'>;
  readonly gateway: Started;
  readonly clock: ManualClock;
  /** Reports over the gateway's own API; gives the reference. */
  report(change?: Record<string, unknown>): Promise<string>;
  /** Resolves when so many deliveries have been attempted since the start. */
  attempts(count: number): Promise<void>;
  /** What the office holds of a report: a list, to see a double. */
  held(reference: string): Open311['requests'][number][];
}

export const flyTippingReport = {
  service_code: 'fly-tipping',
  ...millLane,
  description: 'Two sofas beside the gate.',
  attributes: { waste: ['furniture'], amount: 'small-van', blocking: 'no', hazardous: 'no', witnessed: 'no', 'private-land': 'no' },
};

export async function startForwarding(
  options: {
    readonly office?: Open311Options;
    readonly upstream?: Partial<NonNullable<ReportsSettingsInput['forward']>[number]>;
    readonly reports?: ReportsSettingsInput;
    readonly gateway?: GatewaySettingsInput;
  } = {},
): Promise<Forwarding> {
  const clock = new ManualClock();
  const office = createOpen311({ services, now: () => clock.now(), ...options.office });
  const sandbox = await startSandbox({ platforms: { open311: office } });
  const gateway = await start({
    clock,
    ...(options.gateway ? { gateway: options.gateway } : {}),
    reports: {
      ...options.reports,
      forward: [
        {
          name: 'office',
          url: sandbox.platforms.open311.baseUrl,
          jurisdictionId: 'sandbox',
          apiKey: 'sandbox-key',
          timeoutSeconds: 1,
          ...options.upstream,
        },
      ],
    },
  });
  return {
    office,
    sandbox,
    gateway,
    clock,
    async report(change = {}) {
      const answer = await gateway.post('/reports', { ...flyTippingReport, ...change });
      const body = (await answer.json()) as { reference: string };
      if (answer.status !== 201) throw new Error(`${answer.status}: ${JSON.stringify(body)}`);
      return body.reference;
    },
    attempts: async (count) => {
      await until(() => (gateway.logged().match(/"msg":"delivery"/g) ?? []).length >= count, `${count} deliveries attempted`);
    },
    held: (reference) => office.requests.filter(({ description }) => description.includes(reference)),
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await sandbox.stop();
    },
  };
}
