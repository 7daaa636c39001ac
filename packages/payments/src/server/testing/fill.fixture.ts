import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Borough } from './borough.fixture.ts';

/** As many payments as are wanted, without asking Pay for each: the rows of a gateway that has been at it for years. */
export function fill(
  council: Borough,
  count: number,
  change: (index: number) => Record<string, string | number | null> = () => ({}),
): void {
  using db = new DatabaseSync(join(council.folder, 'gateway.sqlite'));
  const row = {
    fund: 'council-tax',
    amount: 1_000,
    language: 'en',
    fingerprint: 'x',
    status: 'success',
    turn: 1,
    rank: 9,
    sends: 1,
    sent_at: 0,
    claimed_until: 0,
    asked_at: 0,
    refunded: 0,
  };
  const letters = 'BCDFGHJKLMNPQRSTVWXZ';
  const lettersOf = (number: number): string =>
    Array.from({ length: 7 }, (_, place) => letters[Math.floor(number / 20 ** place) % 20]).join('');
  db.exec('begin');
  for (let index = 0; index < count; index += 1) {
    const whole: Record<string, string | number | null> = {
      id: `${index}`.padStart(22, 'r'),
      intention: `intention ${index}`,
      account: `A${index}`,
      reference: `BBBBBBB-${lettersOf(index)}`,
      pay_id: `pay${index}`,
      created_at: Date.parse('2026-01-01T00:00:00Z') + index * 1_000,
      paid_at: null,
      ...row,
      ...change(index),
    };
    const names = Object.keys(whole);
    db.prepare(`insert into payments_payment (${names.join(',')}) values (${names.map(() => '?').join(',')})`).run(...Object.values(whole));
  }
  db.exec('commit');
}
