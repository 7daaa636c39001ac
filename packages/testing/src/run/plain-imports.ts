import type { Plugin } from 'vite';

/**
 * Leaves `import()` as it is written. Vite puts a function around each one that loads an application's style sheets first: half a kB that
 * every resident would download for nothing, because the widgets have no such style sheets.
 * https://vite.dev/guide/features.html#async-chunk-loading-optimization
 */
export const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined),
};
