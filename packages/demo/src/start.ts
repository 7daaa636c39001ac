import { fileURLToPath } from 'node:url';
import type { GatewaySettingsInput } from '@council-kit/gateway';
import { startDemo } from './demo.ts';

const port = Number(process.env['PORT'] ?? 3000);
if (!Number.isInteger(port) || port < 1 || port > 65_500) {
  console.error('PORT must be a whole number from 1 to 65500.');
  process.exit(1);
}

/** Checked with the gateway's other settings. */
const logLevel = process.env['LOG_LEVEL'] as GatewaySettingsInput['logLevel'];

try {
  const demo = await startDemo({
    port,
    dataFolder: process.env['DATA_FOLDER'] ?? fileURLToPath(new URL('../../../.data/demo', import.meta.url)),
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
