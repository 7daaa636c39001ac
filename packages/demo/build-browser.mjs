/** Bundles what the council's pages load, from the packages as they are published: what a council's own build does. */
import { build } from 'vite';

const here = new URL('.', import.meta.url).pathname;

await build({
  root: here,
  configFile: false,
  logLevel: 'warn',
  base: '/assets/',
  build: {
    target: 'es2022',
    outDir: 'dist/browser',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: {
        moved: `${here}src/browser/moved.ts`,
        page: `${here}src/browser/page.ts`,
        report: `${here}src/browser/report.ts`,
        address: `${here}src/browser/address.ts`,
        'council-tax': `${here}src/browser/council-tax.ts`,
        payment: `${here}src/browser/payment.ts`,
        calculator: `${here}src/browser/calculator.ts`,
        'direct-debit': `${here}src/browser/direct-debit.ts`,
      },
      output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
