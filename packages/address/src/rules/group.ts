import type { ListedAddress } from '../contract/address.ts';

/** Addresses that stand together in a list. */
export interface AddressGroup<Listed> {
  /** The building; undefined for addresses that are no part of one. */
  readonly building: string | undefined;
  readonly addresses: readonly Listed[];
}

/**
 * The flats of a building under its name, in the order of the list. A building of which the list holds a single address is no group:
 * that address stands among its neighbours.
 */
export function groupByBuilding<Listed extends Pick<ListedAddress, 'building'>>(
  addresses: readonly Listed[],
): readonly AddressGroup<Listed>[] {
  const count = new Map<string, number>();
  for (const { building } of addresses) if (building !== undefined) count.set(building, (count.get(building) ?? 0) + 1);
  const groups: { building: string | undefined; addresses: Listed[] }[] = [];
  const byBuilding = new Map<string, Listed[]>();
  for (const address of addresses) {
    const building = (count.get(address.building ?? '') ?? 0) > 1 ? address.building : undefined;
    const group =
      building === undefined ? (groups.at(-1)?.building === undefined ? groups.at(-1)?.addresses : undefined) : byBuilding.get(building);
    if (group) {
      group.push(address);
      continue;
    }
    const list = [address];
    groups.push({ building, addresses: list });
    if (building !== undefined) byBuilding.set(building, list);
  }
  return groups;
}
