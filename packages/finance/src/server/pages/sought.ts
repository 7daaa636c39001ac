/** What is looked for, in an address that says it to nobody but this gateway: a resident's reference stays out of histories and logs. */
import type { Ground } from '@council-kit/gateway';

const purpose = 'finance-search';

export const sealSought = ({ secrets }: Pick<Ground, 'secrets'>, words: string): string => secrets.seal(purpose, words, purpose);

/** Nothing where it is none of ours, or was changed. */
export function unsealSought({ secrets }: Pick<Ground, 'secrets'>, sealed: string | undefined): string {
  if (!/^[A-Za-z0-9_-]{38,1200}$/.test(sealed ?? '')) return '';
  return secrets.unseal(purpose, sealed ?? '', purpose) ?? '';
}
