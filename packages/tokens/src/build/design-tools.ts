import Color from 'colorjs.io';
import { modes, type Mode } from './modes.ts';
import type { ResolvedTheme, ResolvedToken } from './resolve.ts';

/** A literal in the terms of the Design Tokens Format Module 2025.10: https://www.designtokens.org/tr/2025.10/format/ */
function dtcgValue({ type, value }: ResolvedToken): unknown {
  switch (type) {
    case 'color': {
      const { coords } = new Color(value).to('srgb');
      return { colorSpace: 'srgb', components: coords.map((part) => Math.round(Number(part) * 1e5) / 1e5), alpha: 1, hex: value };
    }
    case 'dimension': {
      const [, amount, unit] = /^([\d.]+)(px|rem)$/.exec(value) ?? [];
      return { value: Number(amount), unit };
    }
    case 'number':
    case 'fontWeight':
      return Number.parseFloat(value);
    case 'fontFamily':
      return value.split(',').map((name) => name.trim().replace(/^['"]|['"]$/g, ''));
    default:
      return value;
  }
}

/** `tokens.json`, or a file of one other mode: DTCG with every reference followed, for design tools to import. */
export function designToolsJson(theme: ResolvedTheme, mode: Mode = 'light'): string {
  const tree: Record<string, unknown> = {};
  for (const token of theme[mode].values()) {
    const path = token.path.split('.');
    let group = tree;
    for (const step of path.slice(0, -1)) group = (group[step] ??= {}) as Record<string, unknown>;
    const others = modes.filter((other) => mode === 'light' && other !== 'light' && theme[other].get(token.path)?.value !== token.value);
    group[path.at(-1) ?? ''] = {
      $type: token.type,
      $value: dtcgValue(token),
      ...(token.description === undefined ? {} : { $description: token.description }),
      $extensions: {
        layer: token.layer,
        ...(others.length === 0
          ? {}
          : {
              mode: Object.fromEntries(
                others.flatMap((other) => {
                  const inMode = theme[other].get(token.path);
                  return inMode ? [[other, dtcgValue(inMode)]] : [];
                }),
              ),
            }),
      },
    };
  }
  return `${JSON.stringify(tree, null, 2)}\n`;
}
