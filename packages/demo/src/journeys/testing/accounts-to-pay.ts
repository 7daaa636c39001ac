import { createBilling, createGazetteer } from '@council-kit/sandbox';
import type { DemoProcess } from './demo-process.ts';

export interface Account {
  readonly account: string;
  readonly postcode: string;
}

/** Council tax accounts of the demo's with some hundreds of pounds left to pay by hand. */
export async function accountsToPay(demo: DemoProcess, count: number): Promise<readonly Account[]> {
  const { households } = createBilling({ gazetteer: createGazetteer() });
  const accounts: Account[] = [];
  for (let index = 0; accounts.length < count; index += 1) {
    const { account, postcode, directDebit } = households.at(index);
    if (directDebit) continue;
    const answer = await demo.fetch('/gateway/council-tax/bill', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account, postcode }),
    });
    if (((await answer.json()) as { balance: number }).balance > 50_000) accounts.push({ account, postcode });
  }
  return accounts;
}
