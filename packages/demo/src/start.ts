import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { GatewaySettingsInput } from '@council-kit/gateway';
import { startDemo } from './demo.ts';

const port = Number(process.env['PORT'] ?? 3000);
if (!Number.isInteger(port) || port < 1 || port > 65_500) {
  console.error('PORT must be a whole number from 1 to 65500.');
  process.exit(1);
}

const unknown = process.argv.slice(2).find((argument) => argument !== '--empty');
if (unknown !== undefined) {
  console.error(`"${unknown}" is not an option. There is --empty, for a council without its year of reports and payments.`);
  process.exit(1);
}
const empty = process.argv.includes('--empty');
// A folder each, so that neither shows the other's records.
const dataFolder = process.env['DATA_FOLDER'] ?? fileURLToPath(new URL(`../../../.data/${empty ? 'empty' : 'demo'}`, import.meta.url));
if (!empty && !existsSync(dataFolder))
  console.log('Making a year of reports and payments, once. It takes less than half a minute; npm start -- --empty does without.');

/** Checked with the gateway's other settings. */
const logLevel = process.env['LOG_LEVEL'] as GatewaySettingsInput['logLevel'];

try {
  const demo = await startDemo({
    port,
    dataFolder,
    livedIn: !empty,
    ...(logLevel && { settings: { logLevel } }),
  });
  console.log(`\nAldermere Borough Council is open: ${demo.address}\n\nCtrl-C closes it.`);
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to every process of the group, npm passes it on once more.
      if (stopping) return;
      stopping = true;
      void demo.stop().then(() => process.exit(0));
    });
  }
} catch (error) {
  if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
  console.error(
    `Port ${String(port)} or one of the two after it is in use by another program. Close that one, or start with another: PORT=${String(port + 100)} npm start`,
  );
  process.exit(1);
}
