import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Secrets } from '../service.ts';
import type { GatewayTables } from '../store/gateway-tables.ts';
import type { OpenStore } from '../store/store.ts';
import { seal, unseal } from './seal.ts';

/** Keys for one service (`owner`), derived by HKDF, so that no key is used for two things. */
export function secretsOf(master: Buffer, owner: string): Secrets {
  const derived = new Map<string, Buffer>();
  const key = (purpose: string): Buffer => {
    let bytes = derived.get(purpose);
    if (!bytes) {
      bytes = Buffer.from(hkdfSync('sha256', master, 'council-gateway', `${owner}\n${purpose}`, 32));
      derived.set(purpose, bytes);
    }
    return bytes;
  };
  const hmac = (purpose: string, data: string): Buffer => createHmac('sha256', key(purpose)).update(data).digest();
  return {
    key,
    seal: (purpose, text, about) => seal(key(purpose), text, about).toString('base64url'),
    unseal: (purpose, sealed, about) => unseal(key(purpose), Buffer.from(sealed, 'base64url'), about),
    sign: (purpose, data) => hmac(purpose, data).toString('base64url'),
    matches(purpose, data, signature) {
      const given = Buffer.from(signature, 'base64url');
      const right = hmac(purpose, data);
      return given.length === right.length && timingSafeEqual(given, right);
    },
  };
}

/**
 * The one secret all others are derived from. From the settings where given; else made once and kept: beside SQLite in a
 * file of its own, so that a copy of the database does not carry it; in PostgreSQL in a table, because all processes need it.
 */
export async function masterSecret(given: string | undefined, store: OpenStore, folder: string): Promise<Buffer> {
  if (given !== undefined) return Buffer.from(given, 'utf8');
  return store.dialect === 'sqlite' ? await secretInFile(join(folder, 'secret.key')) : await secretInTable(store);
}

async function secretInFile(path: string): Promise<Buffer> {
  try {
    // wx: of several processes that start at once, one makes it.
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(`${randomBytes(32).toString('base64url')}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  // Another process may have made the file and not yet have written it.
  for (let attempt = 0; attempt < 100; attempt++) {
    const text = (await readFile(path, 'utf8')).trim();
    if (text.length >= 43) return Buffer.from(text, 'base64url');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`${path} holds no secret. Remove it to have a new one made; links and open drafts made with the old one stop working.`);
}

async function secretInTable(store: OpenStore): Promise<Buffer> {
  const db = store.db<GatewayTables>();
  await db
    .insertInto('gateway_secret')
    .values({ name: 'master', value: randomBytes(32).toString('base64url') })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { value } = await db.selectFrom('gateway_secret').select('value').where('name', '=', 'master').executeTakeFirstOrThrow();
  return Buffer.from(value, 'base64url');
}
