import { floors } from '../../floors.js';

/** Every package that holds code to ship or to open, lowest floor first: a package stands on those before it. */
export const packages: readonly string[] = Object.entries(floors)
  .filter(([name]) => name !== 'testing' && name !== 'bench')
  .sort(([, one], [, other]) => one.length - other.length)
  .map(([name]) => name);

/** What a package stands on, itself included. */
export function withAllBelow(name: string): string[] {
  return [name, ...(floors[name] ?? [])];
}
