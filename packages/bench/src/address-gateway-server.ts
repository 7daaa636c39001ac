/** A gateway with the address service on a gazetteer, in a process of its own. Arguments: its data folder, and the database's address where it is not SQLite. */
import { addresses } from '@council-kit/address/server';
import { createGateway, createLog, listen } from '@council-kit/gateway';

const [dataFolder = '', databaseUrl] = process.argv.slice(2);
const gateway = createGateway({
  log: createLog('error'),
  settings: {
    port: 0,
    dataFolder,
    ...(databaseUrl !== undefined && { databaseUrl }),
    rateLimit: { readsPerMinute: 10_000_000, writesPerMinute: 10_000_000 },
  },
  services: [addresses({ source: 'gazetteer' })],
});
const { url } = await listen(gateway);
console.log(url);
