/** Whose address it is: this council's, a neighbour's, or somebody's further away. */
import { inLanguage, type Language } from '@council-kit/core';
import type { Custodian, ListedAddress } from '../contract/address.ts';
import type { Neighbour } from '../contract/lookup.ts';
import type { NameCustodian } from './address-source.ts';
import type { AddressSettings } from './settings.ts';

export class Councils {
  readonly #own: AddressSettings['council'];
  readonly #neighbours: AddressSettings['neighbours'];

  constructor({ council, neighbours }: Pick<AddressSettings, 'council' | 'neighbours'>) {
    this.#own = council;
    this.#neighbours = neighbours;
  }

  /** @returns a function for {@link AddressSource}s; `description` is the name that the record itself has, if any */
  naming(language: Language): NameCustodian {
    return (code, description) => {
      const own = this.#own?.custodianCodes.includes(code) ? this.#own : undefined;
      const neighbour = this.#neighbours.find(({ custodianCode }) => custodianCode === code);
      const name = (own ?? neighbour) ? inLanguage((own ?? neighbour)?.name ?? { en: '', cy: '' }, language) : description;
      const gss = own?.gss[0] ?? neighbour?.gss;
      return { code, ...(name !== undefined && { name }), ...(gss !== undefined && { gss }) };
    };
  }

  /** Whether an address may be answered where only the council's own are wanted. One whose custodian nobody knows may. */
  isOwn({ custodian }: Pick<ListedAddress, 'custodian'>): boolean {
    return this.#own === undefined || custodian === undefined || this.#own.custodianCodes.includes(custodian.code);
  }

  /** Undefined where the settings do not say what this council's code is. */
  isOwnArea(gss: string): boolean | undefined {
    const own = this.#own?.gss ?? [];
    return own.length === 0 ? undefined : own.includes(gss);
  }

  /** Who looks after the addresses that were left out, most of them first. */
  outside(addresses: readonly ListedAddress[]): Neighbour[] {
    const counted = new Map<number, { custodian: Custodian; count: number }>();
    for (const { custodian } of addresses) {
      if (custodian === undefined) continue;
      const known = counted.get(custodian.code);
      if (known) known.count += 1;
      else counted.set(custodian.code, { custodian, count: 1 });
    }
    return [...counted.values()]
      .sort((one, other) => other.count - one.count)
      .map(({ custodian: { code, name, gss }, count }) => {
        const url = this.#neighbours.find(({ custodianCode }) => custodianCode === code)?.url;
        return {
          ...(name !== undefined && { name }),
          ...(gss !== undefined && { gss }),
          ...(url !== undefined && { url }),
          addresses: count,
        };
      });
  }

  /** The council of an area, as a neighbour of whom nothing but this is known. */
  ofArea(gss: string, name: string | undefined, language: Language): Neighbour {
    const neighbour = this.#neighbours.find((one) => one.gss === gss);
    const said = neighbour ? inLanguage(neighbour.name, language) : name;
    return { ...(said !== undefined && { name: said }), gss, ...(neighbour?.url !== undefined && { url: neighbour.url }), addresses: 0 };
  }
}
