import { blocks, college, shops, tower, units } from './buildings.ts';
import { farms, named, newBuild, numbered } from './houses.ts';
import type { Property } from './property.ts';
import type { Random } from './random.ts';

/** What stands on a street. */
export type StreetKind =
  'terrace' | 'semis' | 'detached' | 'named' | 'shops' | 'flats' | 'tower' | 'farms' | 'new-build' | 'industrial' | 'mews' | 'college';

/** Everything on a street of a kind. */
export function propertiesOf(kind: StreetKind, random: Random, place: string): Generator<Property> {
  switch (kind) {
    case 'terrace':
      return numbered(random, { least: 20, most: 90, spacing: 6, classification: 'RD04', named: 40 });
    case 'semis':
      return numbered(random, { least: 14, most: 70, spacing: 10, classification: 'RD03', named: 30 });
    case 'detached':
      return numbered(random, { least: 8, most: 40, spacing: 18, classification: 'RD02', named: 3 });
    case 'mews':
      return numbered(random, { least: 4, most: 12, spacing: 6, classification: 'RD04', named: 100 });
    case 'named':
      return named(random);
    case 'shops':
      return shops(random, place);
    case 'flats':
      return blocks(random);
    case 'tower':
      return tower(random);
    case 'farms':
      return farms(random);
    case 'new-build':
      return newBuild(random);
    case 'industrial':
      return units(random, place);
    case 'college':
      return college(random, place);
  }
}
