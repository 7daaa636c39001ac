/** Addresses as the element asks the gateway for them. */
import { requestGateway, type Outcome } from '@council-kit/core';
import type { AddressProblemCode, Addresses } from '../contract/lookup.ts';
import { addressesSchema, mostAddresses } from '../contract/lookup.ts';
import type { AskAddresses } from '../question/address-question.ts';

/** Asks the gateway at an address: `https://addresses.council.example`, or a path of this site. */
export function askGateway(gateway: string): AskAddresses {
  return async ({ by, area, limit, offset }, { language, signal }): Promise<Outcome<Addresses, AddressProblemCode>> => {
    const query = new URLSearchParams({
      ...('words' in by ? { q: by.words } : by),
      area,
      lang: /^cy\b/i.test(language) ? 'cy' : 'en',
      limit: String(limit ?? mostAddresses),
      offset: String(offset ?? 0),
    });
    const url = `${gateway.replace(/\/+$/, '')}/addresses?${query.toString()}`;
    return requestGateway(new URL(url, document.baseURI), { schema: addressesSchema, language, signal });
  };
}
