/** `npm run bench`: every figure, in one run, as tables that docs/performance.md takes over. `-- sizes`, `-- mount`, `-- gateway` for one. */
import { build } from '../../testing/src/run/build.ts';
import { measureGateway } from './gateway.ts';
import { measureMount } from './mount.ts';
import { inKilobytes, measureSizes } from './sizes.ts';

const asked = process.argv.slice(2);
const wants = (what: string): boolean => asked.length === 0 || asked.includes(what);
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): void => {
  console.log(`| ${heads.join(' | ')} |\n|${heads.map(() => '---').join('|')}|`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
  console.log();
};
const ms = (value: number): string => `${value.toFixed(2)} ms`;

await build({ print: () => undefined });

if (wants('sizes')) {
  const sizes = await measureSizes();
  table(
    ['first load', 'brotli', 'minified'],
    sizes.map(({ what, brotli, minified }) => [what, inKilobytes(brotli), inKilobytes(minified)]),
  );
}
if (wants('mount')) {
  const { native, tags, enhance, tagsRatio, enhanceRatio, rounds } = await measureMount();
  table(
    [`1,000 text inputs, main-thread CPU, median of ${String(rounds)}`, 'time', 'times native'],
    [
      ['native HTML', ms(native), '1.0'],
      ['from tags', ms(tags), tagsRatio.toFixed(2)],
      ['enhancing written HTML', ms(enhance), enhanceRatio.toFixed(2)],
    ],
  );
}
if (wants('gateway')) {
  const { figures, errors } = await measureGateway();
  table(
    ['100 requests a second', 'bare Hono p50', 'p99', 'gateway p50', 'p99', 'p99 times bare', 'requests'],
    figures.map((row) => [
      row.kind,
      ms(row.bareP50),
      ms(row.bareP99),
      ms(row.gatewayP50),
      ms(row.gatewayP99),
      (row.gatewayP99 / row.bareP99).toFixed(2),
      String(row.requests),
    ]),
  );
  console.log(`Errors: ${String(errors)}`);
}
