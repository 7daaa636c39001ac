import { withStore as withStoreOf, type Store, type StoreSettings } from '@council-kit/gateway';
import { migrations } from '../tables.ts';

/** The gateway's store with the tables of addresses. */
export function withStore<Result>(settings: StoreSettings, work: (store: Store) => Promise<Result>): Promise<Result> {
  return withStoreOf(settings, { name: 'address', migrations }, work);
}
