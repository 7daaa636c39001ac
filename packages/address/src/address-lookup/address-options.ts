import type { ListedAddress } from '../contract/address.ts';
import { addressFilter, onlyFitting, type AddressFilter } from '../rules/filter.ts';
import { groupByBuilding } from '../rules/group.ts';

/** An address as an option of the list. */
export interface AddressOption {
  readonly value: string;
  readonly text: string;
  readonly group?: string;
  readonly address: ListedAddress;
}

const none: readonly AddressOption[] = [];

/** What was found as a list to choose from, narrowed by what else was typed. The same list as long as nothing in it changes. */
export class AddressOptions {
  #addresses: readonly ListedAddress[] = [];
  #filter: AddressFilter<ListedAddress> = () => [];
  #narrow = '';
  #options = none;

  of(addresses: readonly ListedAddress[], narrow: string): readonly AddressOption[] {
    if (addresses.length === 0) return none;
    if (addresses === this.#addresses && narrow === this.#narrow) return this.#options;
    const before = this.#options;
    if (addresses !== this.#addresses) this.#filter = addressFilter(addresses);
    this.#addresses = addresses;
    this.#narrow = narrow;
    const options = optionsOf(narrow === '' ? addresses : this.#filter(narrow));
    // More of the same is the same, and more: the list keeps its place.
    const grown = before.length > 0 && before.every(({ value }, at) => value === options[at]?.value);
    this.#options = grown ? [...before, ...options.slice(before.length)] : options;
    return this.#options;
  }

  /** The option that alone fits the whole of what was typed. */
  only(addresses: readonly ListedAddress[], typed: string): AddressOption | undefined {
    const address = onlyFitting(addresses, typed);
    return address && optionsOf([address])[0];
  }
}

/** Flats under their building, each without what the heading says already. */
function optionsOf(addresses: readonly ListedAddress[]): readonly AddressOption[] {
  return groupByBuilding(addresses).flatMap(({ building, addresses: together }) =>
    together.map((address) => {
      const { uprn: value, singleLine: line } = address;
      if (building === undefined) return { value, text: line, address };
      const at = line.indexOf(`, ${building}`);
      return { value, text: at > 0 ? line.slice(0, at) : line, group: building, address };
    }),
  );
}
