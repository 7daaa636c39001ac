/** Brings the parts of a year together. */
import { appendFile, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Adds the payments of a later part to an earlier one: the gateway's records and the books of the payment platforms. No key of the gateway's
 * has to come along: nothing that is kept of a payment is sealed or signed.
 */
export async function joinParts(earlier: string, later: string): Promise<void> {
  joinStores(join(earlier, 'gateway', 'gateway.sqlite'), join(later, 'gateway', 'gateway.sqlite'));
  for (const book of (await readdir(later)).filter((name) => name.endsWith('.jsonl')))
    await appendFile(join(earlier, book), await readFile(join(later, book)));
}

function joinStores(into: string, from: string): void {
  const db = new DatabaseSync(into);
  try {
    db.prepare('attach ? as later').run(from);
    const tables = db
      .prepare(
        `select name from later.sqlite_schema where type = 'table'
          and (name = 'gateway_outbox' or name like 'payments%' and name <> 'payments_migration')`,
      )
      .all();
    db.exec('begin');
    for (const { name } of tables) {
      // Leave integer keys out: SQLite numbers the rows again, after those of the earlier part.
      const columns = db
        .prepare(`select name from pragma_table_info(?, 'later') where not (pk = 1 and lower(type) = 'integer') order by cid`)
        .all(String(name))
        .map((column) => `"${String(column['name'])}"`)
        .join(', ');
      db.exec(`insert into main."${String(name)}" (${columns}) select ${columns} from later."${String(name)}" order by rowid`);
    }
    db.exec('commit');
  } finally {
    db.close();
  }
}
