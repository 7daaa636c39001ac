/** One search, from its question to all its addresses, with what can go wrong on the way as values. */
import type { ListedAddress } from '../contract/address.ts';
import { addressProblems, type Addresses, type Neighbour } from '../contract/lookup.ts';
import type { AddressesQuestion, AskAddresses } from '../question/address-question.ts';

/** What is known of a search. */
export type Found =
  | {
      readonly kind: 'found';
      readonly addresses: readonly ListedAddress[];
      readonly outside: readonly Neighbour[];
      /** More than there are addresses where some are still on their way. */
      readonly total: number;
    }
  /** It asks again by itself. */
  | { readonly kind: 'busy'; readonly seconds: number }
  | { readonly kind: 'not-a-postcode' | 'not-found' | 'not-listed' | 'down' }
  | { readonly kind: 'terminated'; readonly detail: string | undefined };

/** A tower of this many flats is loaded whole; nothing has more under one postcode. */
const mostLoaded = 2_000;
const portion = 100;
/** Of what is searched by words, nobody reads more. */
const mostByWords = 10;
const mostTries = 5;
/** Seconds, where the gateway does not say and where it says something odd. */
const longestWait = 60;

interface FindOptions {
  readonly language: string;
  readonly signal: AbortSignal;
  /** Told of each step on the way: the first hundred of many, that it is busy. */
  readonly progress?: (found: Found) => void;
  /** How often it asks at most while the service is busy. */
  readonly tries?: number;
}

/**
 * Finds addresses, all pages of them. Where the service is busy it waits as long as that says, and asks again.
 *
 * @throws the signal's reason when that aborts
 */
export async function findAddresses(
  ask: AskAddresses,
  question: Pick<AddressesQuestion, 'by' | 'area'>,
  { language, signal, progress, tries: most = mostTries }: FindOptions,
): Promise<Found> {
  const limit = 'words' in question.by ? mostByWords : portion;
  let all: readonly ListedAddress[] = [];
  for (let tries = 1; ;) {
    const outcome = await ask({ ...question, limit, offset: all.length }, { language, signal });
    signal.throwIfAborted();
    if (outcome.kind === 'answer') {
      const { addresses, total, outside }: Addresses = outcome.value;
      // A page that has nothing new would be asked for without end.
      const more = addresses.length > 0 && 'postcode' in question.by;
      all = [...all, ...addresses];
      const whole = !more || all.length >= Math.min(total, mostLoaded);
      const found: Found = { kind: 'found', addresses: all, outside, total: whole ? all.length : total };
      if (whole) return found;
      progress?.(found);
      continue;
    }
    if (outcome.kind === 'unreachable') return { kind: 'down' };
    const { code, status, detail } = outcome.problem;
    if (status === 429 && tries < most) {
      tries += 1;
      const seconds = Math.min(longestWait, Math.max(1, Math.ceil(outcome.retryAfter ?? 2)));
      progress?.({ kind: 'busy', seconds });
      await new Promise((done) => {
        setTimeout(done, seconds * 1000);
        signal.addEventListener('abort', done, { once: true });
      });
      signal.throwIfAborted();
      continue;
    }
    switch (code) {
      case addressProblems.postcodeInvalid:
      case addressProblems.postcodeIncomplete:
        return { kind: 'not-a-postcode' };
      case addressProblems.postcodeNotFound:
        return { kind: 'not-found' };
      case addressProblems.postcodeNotListed:
        return { kind: 'not-listed' };
      case addressProblems.postcodeTerminated:
        return { kind: 'terminated', detail };
      default:
        return { kind: 'down' };
    }
  }
}
