/**
 * The server half: addresses by postcode, words, UPRN and position, from OS Places or the council's own gazetteer, and OS Places itself for elements
 * that a council has already.
 *
 * @example
 * createGateway({ services: [addresses({ source: 'os-places', osPlaces: { key: process.env.OS_KEY } })] })
 */
import type { SpecialKind } from '@council-kit/journeys';
import { parseSettings, Routes, type Ground, type Service, type ServiceModule, type Store } from '@council-kit/gateway';
import { AddressBook } from './address-book.ts';
import { addAddressRoutes } from './address-routes.ts';
import { checkSettings } from './check-settings.ts';
import { Councils } from './councils.ts';
import { GazetteerAsOsPlaces } from './gazetteer/os-answers.ts';
import { Gazetteer } from './gazetteer/gazetteer.ts';
import { GazetteerSource } from './gazetteer/gazetteer-source.ts';
import { AddressSearch } from './gazetteer/search/search.ts';
import { migrations } from './gazetteer/tables.ts';
import { OsPlaces, system as osPlacesSystem } from './os-places/os-places.ts';
import { OsPlacesSource } from './os-places/os-places-source.ts';
import { addPassThroughRoutes, type OsAnswering } from './os-places/pass-through.ts';
import { PostcodesIo, system as postcodesSystem } from './postcodes-io/postcodes-io.ts';
import { settingsSchema, type AddressSettings, type AddressSettingsInput } from './settings.ts';
import { addressSpecialOf } from './pages/address-special.ts';
import type { AddressSource } from './address-source.ts';

export { addressOf, type AddressAnswer } from '../question/address-answer.ts';
export { AddressBook, type AddressQuestion } from './address-book.ts';
export { settingsSchema, type AddressSettings, type AddressSettingsInput } from './settings.ts';
export { importGazetteer, type BrokenRow, type Imported, type ImportOptions, type Progress } from './gazetteer/import/import-gazetteer.ts';

/** The books of the gateways in this process, each by its own store. */
const books = new WeakMap<Store, AddressBook>();

/**
 * The address book of the gateway that a service stands on: for its pages without JavaScript, within the same limits. Undefined where the address service is not
 * among the gateway's services. Services are set up one after another: ask for it when a request comes.
 */
export function addressBookOf({ store }: Pick<Ground, 'store'>): AddressBook | undefined {
  return books.get(store);
}

/**
 * The journey question "address" for a service's pages without JavaScript: a postcode, then a choice, and by hand at any point.
 *
 * @example
 * journeyPages({ ground, path: '/moved', service: { journey, specials: { address: addressSpecial(ground) } }, submit })
 */
export function addressSpecial({ store }: Pick<Ground, 'store'>): SpecialKind {
  return addressSpecialOf(() => books.get(store));
}

/**
 * The service, from settings that were parsed with {@link settingsSchema}.
 *
 * @throws SettingsError where settings do not fit together
 */
export function createService(settings: AddressSettings): Service {
  checkSettings(settings);
  return {
    name: 'address',
    migrations,
    setUp(ground) {
      const routes = new Routes();
      const councils = new Councils(settings);
      const { source, answerAsOs, stop } = originOf(settings, ground, councils);
      const book = new AddressBook({ source, councils, postcodes: postcodesOf(settings, ground), log: ground.log });
      books.set(ground.store, book);
      addAddressRoutes(routes, book);
      addPassThroughRoutes(routes, answerAsOs, (path) => ground.site.url(path));
      return { routes, ...(stop ? { stop } : {}) };
    },
  };
}

/** The service, for a program that gives its settings as a value: `createGateway({ services: [addresses({ … })] })`. */
export function addresses(settings: AddressSettingsInput = {}): Service {
  return createService(parseSettings(settingsSchema, settings, 'the settings of addresses'));
}

const serviceModule: ServiceModule<AddressSettings> = { settingsSchema, createService };
export default serviceModule;

interface Origin {
  readonly source: AddressSource;
  readonly answerAsOs: OsAnswering;
  readonly stop?: () => Promise<void>;
}

/** One origin of truth: whatever is asked, in whichever words. */
function originOf(settings: AddressSettings, ground: Ground, councils: Councils): Origin {
  const { osPlaces: os } = settings;
  if (settings.source === 'os-places' && os) {
    const upstream = ground.upstream({ system: osPlacesSystem, baseUrl: os.url, timeoutMs: os.timeoutMs, bodyLimit: 2_000_000 });
    const osPlaces = new OsPlaces(upstream, os, ground.clock);
    return {
      source: new OsPlacesSource(osPlaces, councils),
      answerAsOs: (resource, parameters, client) => osPlaces.ask(resource, parameters, client),
    };
  }
  const gazetteer = new Gazetteer(ground.store);
  const search = new AddressSearch(gazetteer);
  const asOs = new GazetteerAsOsPlaces(gazetteer, search);
  // The index of the search takes a moment: better now than for the first resident. A failure is told to whoever asks.
  void prepare(gazetteer, search).catch(() => undefined);
  return {
    source: new GazetteerSource(gazetteer, search, councils),
    answerAsOs: (resource, parameters, _client, uri) => asOs.answer(resource, parameters, uri),
    stop: () => gazetteer.close(),
  };
}

function postcodesOf({ postcodes }: AddressSettings, ground: Ground): PostcodesIo | undefined {
  if (!postcodes) return undefined;
  const upstream = ground.upstream({ system: postcodesSystem, baseUrl: postcodes.url, timeoutMs: postcodes.timeoutMs, bodyLimit: 100_000 });
  return new PostcodesIo(upstream, () => ground.clock.now().getTime());
}

async function prepare(gazetteer: Gazetteer, search: AddressSearch): Promise<void> {
  const load = await gazetteer.current();
  if (load !== undefined) await search.prepare(load);
}
