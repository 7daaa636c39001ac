import type { Ground } from '@council-kit/gateway';
import type { Ledger } from '@council-kit/payments/server';

/** What every part of finance stands on. */
export interface Finance {
  readonly ground: Ground;
  readonly ledger: Ledger;
}
