/** Where pages are, and the way back from them. */
import type { Walk } from './walk.ts';

/** The address of the page where answers are checked before they are sent. */
export const checkAddress = 'check';
/** The address of the page that tells they were received. */
export const confirmationAddress = 'confirmation';

/** The page before; undefined on the first. */
export function backAddress(walk: Walk, address: string, changing = false): string | undefined {
  if (changing) return checkAddress;
  if (address === checkAddress) return walk.pages.at(-1)?.address;
  const at = walk.pages.findIndex((page) => page.address === address);
  return walk.pages[at - 1]?.address;
}
