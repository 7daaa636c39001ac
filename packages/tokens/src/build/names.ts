import type { ResolvedTheme } from './resolve.ts';

/** The list of names in the README, so that nobody has to read JSON to find a token. */
export function namesList(theme: ResolvedTheme): string {
  return (['meaning', 'component'] as const)
    .map((layer) => {
      const tokens = [...theme.light.values()].filter((token) => token.layer === layer);
      const lines = tokens.map(({ name, description }) => `- \`${name}\`${description ? `: ${description}` : ''}\n`);
      return `### ${layer === 'meaning' ? 'Meaning' : 'Component'}\n\n${lines.join('')}`;
    })
    .join('\n');
}

const markers = /(<!-- names -->\n)[\s\S]*?(\n<!-- \/names -->)/;

/** A README with its list of names brought up to date. */
export function withNames(readme: string, theme: ResolvedTheme): string {
  return readme.replace(markers, (_, start: string, end: string) => `${start}\n${namesList(theme)}${end}`);
}
