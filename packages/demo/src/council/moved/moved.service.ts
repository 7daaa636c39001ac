import { addressSpecial } from '@council-kit/address/server';
import type { KeptAnswer, Service } from '@council-kit/gateway';
import { Routes } from '@council-kit/gateway';
import type { Accepted } from '@council-kit/journeys';
import { journeyPages } from '@council-kit/journeys/server';
import { newReference } from '@council-kit/reports';
import type { Transaction } from 'kysely';
import * as v from 'valibot';
import { moveOf, moveSchema, type Move } from './move.ts';
import { movedJourney } from './moved.journey.ts';

interface Tables {
  moved_move: { reference: string; answers: string; received_at: string };
}

/** "Tell us you have moved": the journey as pages, what the widget sends to, and a table of what was told. */
export const moved: Service = {
  name: 'moved',
  migrations: {
    '0001_moved': {
      up: (db) =>
        db.schema
          .createTable('moved_move')
          .addColumn('reference', 'text', (column) => column.primaryKey())
          .addColumn('answers', 'text', (column) => column.notNull())
          .addColumn('received_at', 'text', (column) => column.notNull())
          .execute(),
    },
  },
  setUp(ground) {
    const keep = async (trx: Transaction<Tables>, move: Move): Promise<KeptAnswer> => {
      const reference = newReference();
      const row = { reference, answers: JSON.stringify(move), received_at: ground.clock.now().toISOString() };
      await trx.insertInto('moved_move').values(row).execute();
      return { status: 201, body: { reference } };
    };
    const routes = new Routes();
    routes.operation(
      {
        method: 'post',
        path: '/moves',
        summary: 'Tell that somebody has moved',
        tags: ['Moves'],
        body: moveSchema,
        responses: { 201: { description: 'Its reference', schema: v.object({ reference: v.string() }) } },
      },
      ({ body, once }) => once<Tables>((trx) => keep(trx, body)),
    );
    routes.hono.route(
      '/',
      journeyPages({
        ground,
        path: '/moved',
        service: { journey: movedJourney, specials: { address: addressSpecial(ground) } },
        async submit(answers, { idempotencyKey }) {
          const move = moveOf(answers);
          const kept = await ground.idempotency.once<Tables>(
            { key: idempotencyKey, scope: 'pages /moved', fingerprint: JSON.stringify(move) },
            (trx) => keep(trx, move),
          );
          return { kind: 'accepted', accepted: kept.body as Accepted };
        },
      }),
    );
    return { routes };
  },
};
