import { readdir, readFile } from 'node:fs/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import { build, type Rollup } from 'vite';
import { plainImports } from '../../testing/src/run/plain-imports.ts';

const root = new URL('../../../', import.meta.url).pathname;

export interface Size {
  readonly what: string;
  /** Bytes after brotli at its best, as a council's web server or CDN would send them. */
  readonly brotli: number;
  readonly minified: number;
  /** How many files it comes in. */
  readonly files: number;
}

function brotli(bytes: Uint8Array | string): number {
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

interface Weighing {
  /** Modules that are there already. */
  readonly external?: readonly string[];
  /** Weighs what is imported later too, but for modules whose path this is part of, and what only they need. */
  readonly allBut?: string;
}

/**
 * Bundles a module as a page without a build would get it, and weighs what loads at first, or in the end. Each file is compressed by
 * itself, as a server sends it.
 */
async function weigh(what: string, code: string, { external = [], allBut }: Weighing = {}): Promise<Size> {
  const entry = '\0entry';
  const output = (await build({
    root,
    configFile: false,
    logLevel: 'error',
    plugins: [
      plainImports,
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? entry : undefined),
        load: (id) => (id === entry ? code : undefined),
      },
    ],
    build: {
      write: false,
      minify: true,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: { input: 'entry', external: [...external] },
    },
  })) as Rollup.RollupOutput;
  const chunks = new Map(output.output.filter((file) => file.type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const loaded = new Set<string>();
  const visit = (fileName: string): void => {
    const chunk = chunks.get(fileName);
    if (!chunk || loaded.has(fileName)) return;
    loaded.add(fileName);
    chunk.imports.forEach(visit);
    if (allBut === undefined) return;
    for (const later of chunk.dynamicImports) if (!chunks.get(later)?.facadeModuleId?.includes(allBut)) visit(later);
  };
  for (const chunk of chunks.values()) if (chunk.isEntry) visit(chunk.fileName);
  const codes = [...loaded].map((fileName) => chunks.get(fileName)?.code ?? '');
  return {
    what,
    files: codes.length,
    brotli: codes.reduce((sum, part) => sum + brotli(part), 0),
    minified: codes.reduce((sum, part) => sum + Buffer.byteLength(part), 0),
  };
}

const at = (path: string): string => JSON.stringify(`${root}packages/${path}`);

/** The report widget before its first question can be answered, and in the end. */
export async function measureReport(): Promise<{ readonly first: Size; readonly whole: Size }> {
  const code = `import ${at('reports/dist/define/report-issue.js')};`;
  return {
    first: await weigh('<council-report-issue> before its first question, with Lit and CSS', code),
    whole: await weigh('<council-report-issue>, its whole flow but the map, with Lit and CSS', code, { allBut: '/packages/map/' }),
  };
}

/** The payment widget before its first question can be answered, and in the end. */
export async function measurePayment(): Promise<{ readonly first: Size; readonly whole: Size }> {
  const code = `import ${at('payments/dist/define/payment.js')};`;
  return {
    first: await weigh('<council-payment> before its first question, with Lit and CSS', code),
    // Questions of more kinds than a payment asks are fetched only where one is asked.
    whole: await weigh('<council-payment>, its whole flow, with Lit and CSS', code, { allBut: '/journeys/dist/further.js' }),
  };
}

/** The address lookup as a page loads it, and with what comes while somebody begins to type. */
export async function measureAddressLookup(): Promise<{ readonly first: Size; readonly whole: Size }> {
  const code = `import ${at('address/dist/define/address-lookup.js')};`;
  return {
    first: await weigh('<council-address-lookup> as a page loads it, with Lit and CSS', code),
    whole: await weigh('<council-address-lookup> and what comes while somebody begins to type', code, { allBut: '/packages/map/' }),
  };
}

/** What residents download: the report widget whole, each element alone and beside others, and the style sheets. */
export async function measureSizes(): Promise<Size[]> {
  const report = await measureReport();
  const payment = await measurePayment();
  const addressLookup = await measureAddressLookup();
  const sizes = [
    report.first,
    report.whole,
    payment.first,
    payment.whole,
    addressLookup.first,
    addressLookup.whole,
    await weigh('the map, when asked for (with Lit)', `import ${at('map/dist/define.js')};`),
    await weigh('Lit and the base element', `import { CouncilElement } from ${at('core/dist/index.js')}; globalThis.x = CouncilElement;`),
  ];
  const shared = ['lit', '@council-kit/core'];
  const defines = (await readdir(`${root}packages/elements/dist/define`)).filter((file) => file.endsWith('.js')).sort();
  for (const file of defines) {
    sizes.push(
      await weigh(`<council-${file.replace('.js', '')}>, beside Lit and core`, `import ${at(`elements/dist/define/${file}`)};`, {
        external: shared,
      }),
    );
  }
  for (const [what, path] of [
    ['council.css of elements', 'elements/dist/council.css'],
    ['council.css of tokens', 'tokens/dist/council.css'],
  ] as const) {
    const css = await readFile(`${root}packages/${path}`);
    sizes.push({ what, brotli: brotli(css), minified: css.length, files: 1 });
  }
  return sizes;
}

/** bytes as kB of 1,000, as networks count. */
export const inKilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
