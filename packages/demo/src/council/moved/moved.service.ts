import { addressOf, addressSpecial } from '@council-kit/address/server';
import type { Service } from '@council-kit/gateway';
import { Routes } from '@council-kit/gateway';
import { answerTo, type Accepted, type Answers } from '@council-kit/journeys';
import { journeyPages } from '@council-kit/journeys/server';
import { newReference } from '@council-kit/reports';
import { movedJourney } from './moved.journey.ts';

interface Tables {
  moved_move: { reference: string; answers: string; received_at: string };
}

/** "Tell us you have moved": the journey as pages, and a table of what was told. */
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
    const keep = async (answers: Answers, idempotencyKey: string): Promise<Accepted> => {
      const move = moveOf(answers);
      const kept = await ground.idempotency.once<Tables>(
        { key: idempotencyKey, scope: 'moved', fingerprint: JSON.stringify(move) },
        async (trx) => {
          const reference = newReference();
          const row = { reference, answers: JSON.stringify(move), received_at: ground.clock.now().toISOString() };
          await trx.insertInto('moved_move').values(row).execute();
          return { status: 201, body: { reference } };
        },
      );
      return kept.body as Accepted;
    };
    const routes = new Routes();
    routes.hono.route(
      '/',
      journeyPages({
        ground,
        path: '/moved',
        service: { journey: movedJourney, specials: { address: addressSpecial(ground) } },
        submit: async (answers, { idempotencyKey }) => ({ kind: 'accepted', accepted: await keep(answers, idempotencyKey) }),
      }),
    );
    return { routes };
  },
};

/** What was told: addresses whole, with their UPRN where they were chosen from the list. */
const moveOf = (answers: Answers) => ({
  home: addressOf(answerTo(answers, 'home')),
  before: addressOf(answerTo(answers, 'before')),
  movedOn: answerTo(answers, 'moved-on'),
  name: answerTo(answers, 'name'),
  email: answerTo(answers, 'email'),
});
