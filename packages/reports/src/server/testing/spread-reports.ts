/** Many reports for tests of what the store is asked: spread as a council's are. */
import { newReference } from '../../rules/reference.ts';
import { cellOf } from '../records/cell.ts';
import type { ReportRow } from '../records/tables.ts';

/** The middle of where they lie. */
export const middle = { lat: 52.0, long: -2.0 };
/** When the newest was made. */
export const newest = Date.parse('2026-11-23T09:00:00Z');
const day = 86_400_000;

/** Spread over a council of some 20 by 20 kilometres and two years; one in five is open. A fixed sequence, so that each run is the same. */
export function spreadReports(count: number): ReportRow[] {
  let seed = 42;
  const random = (): number => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648;
  return Array.from({ length: count }, () => {
    const lat = middle.lat + (random() - 0.5) * 0.18;
    const long = middle.long + (random() - 0.5) * 0.3;
    const closed = random() > 0.2 ? 1 : 0;
    const at = newest - Math.floor(random() * 730) * day - Math.floor(random() * day);
    return {
      reference: newReference(),
      service_code: ['fly-tipping', 'pothole', 'street-light', 'graffiti'][Math.floor(random() * 4)] ?? 'pothole',
      status: closed ? 'closed' : 'open',
      closed,
      description: 'A report.',
      address: '',
      public_description: 'A report.',
      public_address: '',
      publication: 'written',
      public_version: 1,
      lat,
      long,
      accuracy: null,
      cell: cellOf({ lat, long }),
      place_en: '',
      place_cy: '',
      ward: ['Northgate', 'Southgate'][Math.floor(random() * 2)] ?? null,
      street: `Street ${Math.floor(random() * 400)}`,
      attributes: '{}',
      media_urls: '[]',
      language: 'en',
      source: 'web',
      requested_at: at,
      updated_at: at,
    };
  });
}
