/** Parts of well-kept packages that bring no types. */
declare module '@custom-elements-manifest/analyzer/cli.js' {
  import type { Package } from 'custom-elements-manifest/schema.d.ts';
  export function cli(options: { argv: string[]; cwd: string; noWrite: boolean }): Promise<Package | undefined>;
}
