import {
  createGazetteer,
  createOsPlaces,
  createPostcodesIo,
  neighbours,
  aldermere,
  startSandbox,
  type Gazetteer,
  type Sandbox,
} from '@council-kit/sandbox';
import type { AddressSettingsInput } from '@council-kit/address/server';

export type AddressPlatforms = Sandbox<'os-places' | 'postcodes-io'>;

const key = 'aldermere-demo-key';

/** OS Places and postcodes.io, played by the sandbox from the addresses of the borough and its neighbours. */
export async function startAddressPlatforms(gazetteer: Gazetteer = createGazetteer()): Promise<AddressPlatforms> {
  return startSandbox({
    platforms: { 'os-places': createOsPlaces({ gazetteer, keys: { [key]: 600 } }), 'postcodes-io': createPostcodesIo({ gazetteer }) },
  });
}

/** What a council writes in its settings file, with the addresses of the sandbox's platforms where Ordnance Survey's would be. */
export function addressSettings({ platforms }: AddressPlatforms): AddressSettingsInput {
  return {
    source: 'os-places',
    osPlaces: {
      url: platforms['os-places'].baseUrl,
      key,
      // Every resident of the demo is at the same computer.
      clientPerMinute: 600,
    },
    postcodes: { url: platforms['postcodes-io'].baseUrl },
    council: {
      name: { en: aldermere.name.en, cy: aldermere.name.cy ?? aldermere.name.en },
      custodianCodes: [aldermere.custodianCode],
      gss: [aldermere.code],
    },
    neighbours: neighbours.map(({ name, custodianCode, code }) => ({
      name: { en: name.en, cy: name.cy ?? name.en },
      custodianCode,
      gss: code,
      url: `https://www.${name.en.toLowerCase().replace(/\W+/g, '-')}.example`,
    })),
  };
}
