/** Builds what is stale, then opens the demo council from what was built: as it would be published, not from source. */
import { build, BuildError } from './build.ts';

try {
  await build({ only: 'demo' });
} catch (error) {
  if (!(error instanceof BuildError)) throw error;
  console.error(error.message);
  process.exit(1);
}
// By address: a package on a lower floor does not depend on the demo, it only opens it.
await import(new URL('../../../demo/src/start.ts', import.meta.url).href);
