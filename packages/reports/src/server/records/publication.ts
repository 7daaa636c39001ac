/** What officers decide about a resident's words: whether others may read them, and as what. */
import type { Officer } from '@council-kit/gateway';
import type { Kysely, Transaction } from 'kysely';
import { withoutContact } from '../../rules/public-text.ts';
import { contactOf, publicTextsOf } from './public-texts.ts';
import type { DecisionRow, Publication, ReportRow, ReportsTables } from './tables.ts';

type Db = Kysely<ReportsTables> | Transaction<ReportsTables>;

/** A decision about one report. */
export interface Decision {
  readonly reference: string;
  readonly decision: 'released' | 'withheld';
  /** What others may read; without it, what the rule makes of the resident's words. */
  readonly texts?: Pick<ReportRow, 'description' | 'address'>;
  readonly officer: Officer;
  readonly now: Date;
}

/**
 * Keeps a decision, with who made it and when. What is known of the contact is blotted out even of an officer's text.
 *
 * @returns false where there is no such report
 */
export async function decide(trx: Transaction<ReportsTables>, { reference, decision, texts, officer, now }: Decision): Promise<boolean> {
  // A write that changes nothing takes the row: of two decisions at once the later counts, and both are kept.
  const row = await trx
    .updateTable('reports_report')
    .set({ publication: decision })
    .where('reference', '=', reference)
    .returning(['description', 'address'])
    .executeTakeFirst();
  if (!row) return false;
  if (decision === 'released') {
    const contact = await contactOf(trx, reference);
    const shown = texts && {
      public_description: contact ? withoutContact(texts.description, contact) : texts.description,
      public_address: contact ? withoutContact(texts.address, contact) : texts.address,
    };
    await trx
      .updateTable('reports_report')
      .set(shown ?? publicTextsOf(row, contact))
      .where('reference', '=', reference)
      .execute();
  }
  await trx
    .insertInto('reports_decision')
    .values({ reference, decision, officer: officer.id, officer_name: officer.name, decided_at: now.getTime() })
    .execute();
  return true;
}

/** What was decided about a report, the latest first. */
export async function decisionsOf(db: Db, reference: string): Promise<readonly DecisionRow[]> {
  return db.selectFrom('reports_decision').selectAll().where('reference', '=', reference).orderBy('position', 'desc').execute();
}

/** Where a page of a list begins: after this report. */
export interface ListPlace {
  readonly at: number;
  readonly reference: string;
}

/** Reports whose words are `held` or `withheld`, newest first: one more than `size` where there are more. */
export async function listByPublication(
  db: Db,
  publication: Extract<Publication, 'held' | 'withheld'>,
  size: number,
  after?: ListPlace,
): Promise<readonly ReportRow[]> {
  let query = db.selectFrom('reports_report').selectAll().where('publication', '=', publication);
  if (after) {
    query = query.where(({ or, and, eb }) =>
      or([eb('requested_at', '<', after.at), and([eb('requested_at', '=', after.at), eb('reference', '<', after.reference)])]),
    );
  }
  return query
    .orderBy('requested_at', 'desc')
    .orderBy('reference', 'desc')
    .limit(size + 1)
    .execute();
}

/** How many reports are `held`, counted up to `most`. */
export async function countHeld(db: Db, most: number): Promise<number> {
  const rows = await db.selectFrom('reports_report').select('reference').where('publication', '=', 'held').limit(most).execute();
  return rows.length;
}
