/** Builds what is stale, then opens the demo council from what was built: as it would be published, not from source. */
import { build, BuildError } from './build.ts';

try {
  await build({ only: 'demo' });
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exit(1);
}
await import('../../../demo/src/start.ts');
