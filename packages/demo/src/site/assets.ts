import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
};

export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly type: string;
  readonly etag: string;
  /** Its name holds a hash of its content, so it never changes. */
  readonly immutable: boolean;
}

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const packageOf = (name: string): string => dirname(createRequire(import.meta.url).resolve(`@council-kit/${name}/package.json`));

/** Reads all that the site serves as files, once: a council's web server would. The keys are the paths they are served at. */
export async function readAssets(): Promise<ReadonlyMap<string, Asset>> {
  const demo = here('../..');
  const files = new Map<string, string>([
    ['/assets/tokens.css', join(packageOf('tokens'), 'dist/council.css')],
    ['/assets/council.css', join(packageOf('elements'), 'dist/council.css')],
    ['/assets/brand.css', join(demo, 'dist/brand.css')],
    ['/assets/logo.svg', join(demo, 'dist/logo.svg')],
    // Asked for by pages that name no icon: those of other sites that bring the widget.
    ['/favicon.ico', join(demo, 'dist/logo.svg')],
    ['/assets/site.css', join(demo, 'src/site/site.css')],
    ['/assets/elsewhere.css', join(demo, 'src/site/elsewhere.css')],
    ['/assets/aldermere.geojson', join(demo, 'src/council/aldermere.geojson')],
    ['/elsewhere', join(demo, 'src/site/elsewhere.html')],
  ]);
  for (const [path, folder] of [
    ['/assets', join(demo, 'dist/browser')],
    ['/embed', join(packageOf('embed'), 'dist')],
  ] as const) {
    if (!existsSync(folder)) continue;
    for (const file of await readdir(folder)) if (types[extname(file)]) files.set(`${path}/${file}`, join(folder, file));
  }
  const assets = new Map<string, Asset>();
  for (const [path, file] of files) {
    const body = new Uint8Array(await readFile(file));
    assets.set(path, {
      body,
      type: types[extname(file)] ?? 'application/octet-stream',
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      immutable: /-[\w-]{8}\.js$/.test(path),
    });
  }
  return assets;
}
