/** A gateway with the report service, as `npx council-gateway` would run it, in a process of its own. Argument: its data folder. */
import { createGateway, createLog, listen } from '@council-kit/gateway';
import { createService, settingsSchema } from '@council-kit/reports/server';
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';

const [dataFolder = ''] = process.argv.slice(2);
interface Features {
  type: string;
  features: { properties: { kind?: string } }[];
}
const town = JSON.parse(await readFile(new URL('../../demo/src/council/aldermere.geojson', import.meta.url), 'utf8')) as Features;
const of = (kind: string): Features => ({ type: town.type, features: town.features.filter(({ properties }) => properties.kind === kind) });

const gateway = createGateway({
  log: createLog('error'),
  settings: { port: 0, dataFolder, rateLimit: { readsPerMinute: 10_000_000, writesPerMinute: 10_000_000 } },
  services: [
    createService(
      v.parse(settingsSchema, { map: { boundary: of('boundary'), wards: of('ward'), streets: of('street'), neighbours: of('neighbour') } }),
    ),
  ],
});
const { url } = await listen(gateway);
console.log(url);
