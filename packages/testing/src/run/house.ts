import { floors, tools } from '../../floors.js';

/** Every package that holds code to ship or to open, lowest floor first: a package imports only those before it. */
export const packages: readonly string[] = Object.keys(floors).filter((name) => !tools.includes(name));

/** What a package may import, itself included. */
export function withAllBelow(name: string): string[] {
  return [name, ...(floors[name] ?? [])];
}
