/** `npm run bench`: every figure, in one run, as tables that docs/performance.md takes over. `-- sizes`, `-- mount`, `-- combobox`, `-- gateway`, `-- store`, `-- addresses`, `-- bills`, `-- payments`, `-- scale` for one. */
import { build } from '../../testing/src/run/build.ts';
import { measureAddressSearch } from './address-search.ts';
import { measureBills } from './bills.ts';
import { measureCombobox } from './combobox.ts';
import { measureGateway } from './gateway.ts';
import { measureMount } from './mount.ts';
import { measurePayments } from './payments.ts';
import { measureScale } from './scale.ts';
import { inKilobytes, measureSizes } from './sizes.ts';
import { measureStore } from './store.ts';

const asked = process.argv.slice(2);
const wants = (what: string): boolean => asked.length === 0 || asked.includes(what);
const table = (heads: readonly string[], rows: readonly (readonly string[])[]): void => {
  console.log(`| ${heads.join(' | ')} |\n|${heads.map(() => '---').join('|')}|`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
  console.log();
};
const ms = (value: number): string => `${value.toFixed(2)} ms`;

// The gateway's side runs from source.
if (wants('sizes') || wants('mount')) await build({ print: () => undefined });

if (wants('sizes')) {
  const sizes = await measureSizes();
  table(
    ['download', 'brotli', 'minified', 'files'],
    sizes.map(({ what, brotli, minified, files }) => [what, inKilobytes(brotli), inKilobytes(minified), String(files)]),
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
if (wants('combobox')) {
  const { fewKey, manyKey, ratio, handOver, rounds } = await measureCombobox();
  table(
    [`combobox, median of ${String(rounds)}`, '100 options', '10,000 options', 'times'],
    [
      ['from a key to its options', ms(fewKey), ms(manyKey), ratio.toFixed(2)],
      ['handing them over', '', ms(handOver), ''],
    ],
  );
}
if (wants('gateway')) {
  const { figures, errors, rounds, seconds } = await measureGateway();
  const servers = ['bareMemory', 'bare', 'gateway'] as const;
  table(
    [
      `100 requests a second, ${String(rounds)} rounds of ${String(seconds)} s`,
      'requests',
      ...['bare Hono, nothing on disk', 'bare Hono, a row on disk', 'gateway'].map((server) => `${server}: p50 / p99`),
      'p99 times bare without disk',
      'p99 times bare with disk',
    ],
    figures.map(({ kind, p50, p99, timesBare, timesBareMemory, requests }) => [
      kind,
      String(requests),
      ...servers.map((server) => `${ms(p50[server])} / ${ms(p99[server])}`),
      timesBareMemory.toFixed(2),
      timesBare.toFixed(2),
    ]),
  );
  console.log(`Errors: ${String(errors)}\n`);
}
if (wants('store')) {
  table(
    ['the same question', '100 reports', '10,000 reports', 'times'],
    (await measureStore()).map(({ database, question, few, many }) => [
      `${database}: ${question}`,
      ms(few),
      ms(many),
      (many / few).toFixed(2),
    ]),
  );
}
if (wants('addresses')) {
  const figures = await measureAddressSearch();
  table(
    ['gazetteer', 'import', 'postcode p50', 'p99', 'free text p50', 'p99', 'first', 'first five'],
    figures.map((row) => [
      `${row.database}, ${row.addresses.toLocaleString('en-GB')} addresses`,
      `${row.importSeconds.toFixed(0)} s, ${row.importMegabytes.toFixed(0)} MB`,
      ms(row.postcodeP50),
      ms(row.postcodeP99),
      ms(row.textP50),
      ms(row.textP99),
      `${(row.first * 100).toFixed(1)} %`,
      `${(row.firstFive * 100).toFixed(1)} %`,
    ]),
  );
}
if (wants('bills')) {
  const { households, wrong, billsPerSecond } = measureBills();
  table(
    ['households', 'bills whose parts are not the whole', 'bills a second, one core'],
    [[households, wrong, billsPerSecond].map(String)],
  );
}
if (wants('payments')) {
  const figures = await measurePayments();
  table(
    ['payments through lost answers, shuffled webhooks and kills', ''],
    Object.entries(figures).map(([name, value]) => [name, String(Math.round(Number(value)))]),
  );
}
if (wants('scale')) {
  const { answers, waits, filling } = await measureScale();
  table(
    ['the same question', 'at 1,000', 'at 200,000 reports, 100,000 payments, 100,000 deliveries', 'times'],
    answers.map(({ database, question, small, full }) => [`${database}: ${question}`, ms(small), ms(full), (full / small).toFixed(2)]),
  );
  table(
    ['meanwhile', 'for', 'longest wait of a new report', 'of a small read'],
    waits.map(({ database, job, seconds, write, read }) => [
      `${database}: ${job}`,
      `${seconds.toFixed(0)} s`,
      `${write.toFixed(0)} ms`,
      `${read.toFixed(0)} ms`,
    ]),
  );
  table(
    ['a store of that size', 'filled in', 'its words indexed in'],
    filling.map(({ database, fill, index }) => [database, `${fill.toFixed(1)} s`, `${index.toFixed(1)} s`]),
  );
}
