/**
 * The texts that others may read are kept beside the resident's own: the contact that says what to blot out is deleted long
 * before the report is.
 */
import type { Kysely, Transaction } from 'kysely';
import { blot, publicText, publicTextVersion, withoutContact, type PrivateContact } from '../../rules/public-text.ts';
import type { ReportRow, ReportsTables } from './tables.ts';

type Db = Kysely<ReportsTables> | Transaction<ReportsTables>;
type Words = Pick<ReportRow, 'description' | 'address'>;
type PublicWords = Pick<ReportRow, 'public_description' | 'public_address'>;

/** A resident's words as others may read them. */
export function publicTextsOf({ description, address }: Words, contact?: PrivateContact): PublicWords {
  return { public_description: publicText(description, contact), public_address: publicText(address, contact) };
}

/** The contact of a report, while it is kept. */
export async function contactOf(db: Db, reference: string): Promise<PrivateContact | undefined> {
  return db.selectFrom('reports_contact').select(['name', 'email', 'phone']).where('reference', '=', reference).executeTakeFirst();
}

/**
 * The council's words about a report as everybody may read them. Once the contact is deleted, what was blotted out of the resident's
 * words still tells what to blot out of the council's.
 */
export async function withoutReporter(
  db: Db,
  report: Words & PublicWords & Pick<ReportRow, 'reference' | 'publication'>,
  text: string,
): Promise<string> {
  const contact = await contactOf(db, report.reference);
  if (contact) return withoutContact(text, contact);
  if (report.publication !== 'written') return text;
  const details = [...blottedOut(report.description, report.public_description), ...blottedOut(report.address, report.public_address)];
  return details.reduce((rest, detail) => withoutContact(rest, { name: detail, email: detail, phone: detail }), text);
}

/** What of a text its public text leaves out. */
export function blottedOut(original: string, shown: string): string[] {
  const found: string[] = [];
  const [first = '', ...pieces] = shown.split(blot);
  let at = first.length;
  for (const [index, piece] of pieces.entries()) {
    const last = index === pieces.length - 1;
    const end = last ? original.length - piece.length : original.indexOf(piece, at + 1);
    if (end <= at) break;
    found.push(original.slice(at, end));
    at = end + piece.length;
  }
  return [...new Set(found)];
}

/** Rows that are written again in one transaction. */
const atOnce = 200;

/**
 * Writes public texts again that an older version of the rule wrote, at most {@link atOnce} of them. From the resident's words while the
 * contact is kept; then from the public text, which can lose more words but never shows one again. What an officer decided stays.
 *
 * @returns whether there may be more
 */
export async function rewriteOldTexts(db: Db): Promise<boolean> {
  const rows = await db
    .selectFrom('reports_report')
    .leftJoin('reports_contact', 'reports_contact.reference', 'reports_report.reference')
    .select(['reports_report.reference', 'publication', 'description', 'address', 'public_description', 'public_address'])
    .select(['reports_contact.reference as kept', 'name', 'email', 'phone'])
    .where('public_version', '<', publicTextVersion)
    .orderBy('public_version')
    .orderBy('reports_report.reference')
    .limit(atOnce)
    .execute();
  for (const { reference, publication, kept, name, email, phone, ...texts } of rows) {
    const contact = kept === null ? undefined : { name: name ?? '', email: email ?? '', phone: phone ?? '' };
    await db
      .updateTable('reports_report')
      .set({ public_version: publicTextVersion, ...changeOf(texts, publication, contact) })
      .where('reference', '=', reference)
      // Unless an officer has decided meanwhile.
      .where('publication', '=', publication)
      .execute();
  }
  return rows.length === atOnce;
}

function changeOf(
  texts: Words & PublicWords,
  publication: ReportRow['publication'],
  contact: PrivateContact | undefined,
): Partial<PublicWords & Pick<ReportRow, 'publication'>> {
  if (publication === 'released' || publication === 'withheld') return {};
  if (contact) return { ...publicTextsOf(texts, contact), publication: 'written' };
  if (publication === 'written') return publicTextsOf({ description: texts.public_description, address: texts.public_address });
  // Nobody's words: there is nothing to read.
  return texts.description === '' && texts.address === '' ? { publication: 'written' } : {};
}

/**
 * For reports from before public texts were kept. A report without a contact never had one, or has lost it: nothing tells which, so its
 * words are held until an officer has read them. Updates lose what they say of a contact that is kept.
 */
export async function writeEveryPublicText(db: Db): Promise<void> {
  // Most reports are older than a contact is kept. One statement spares them a turn each.
  await db
    .updateTable('reports_report')
    .set({ public_version: publicTextVersion })
    .where(({ or, and, eb, not, exists, selectFrom }) =>
      and([
        or([eb('description', '<>', ''), eb('address', '<>', '')]),
        not(
          exists(
            selectFrom('reports_contact')
              .select('reports_contact.reference')
              .whereRef('reports_contact.reference', '=', 'reports_report.reference'),
          ),
        ),
      ]),
    )
    .execute();
  while (await rewriteOldTexts(db));
  let after = 0;
  for (;;) {
    const updates = await db
      .selectFrom('reports_update')
      .innerJoin('reports_contact', 'reports_contact.reference', 'reports_update.reference')
      .select(['position', 'description', 'name', 'email', 'phone'])
      .where('position', '>', after)
      .orderBy('position')
      .limit(atOnce)
      .execute();
    for (const { position, description, ...contact } of updates) {
      const without = withoutContact(description, contact);
      if (without !== description)
        await db.updateTable('reports_update').set({ description: without }).where('position', '=', position).execute();
      after = position;
    }
    if (updates.length < atOnce) return;
  }
}
