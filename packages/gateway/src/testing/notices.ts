/** A second, tiny service: public notices. That it runs proves that the gateway knows no service. */
import { html } from 'lit';
import * as v from 'valibot';
import { columnTypes, delivery, htmlResponse, Problem, readForm, Routes, type DeliveryOutcome, type Service, type Text } from '../index.ts';

interface Tables {
  notices_notice: { id: string; title: string; body: string; made_at: number; told: string | null };
}

const said = (text: Text) => (issue: v.BaseIssue<unknown>) => text[issue.lang === 'cy' ? 'cy' : 'en'];

export const settingsSchema = v.strictObject({ announceTo: v.optional(v.string()) });
export const createService = (settings: v.InferOutput<typeof settingsSchema>): Service => notices(settings);

const Notice = v.object({ id: v.string(), title: v.string(), body: v.string() });
const NewNotice = v.object({
  title: v.pipe(v.string(), v.trim(), v.nonEmpty(said({ en: 'Enter a title', cy: 'Rhowch deitl' })), v.maxLength(100)),
  body: v.optional(v.string(), ''),
});

export interface NoticesOptions {
  /** Where each notice is announced. */
  readonly announceTo?: string | undefined;
  /** In place of a request, for the tests of the outbox itself. */
  readonly announce?: (id: string, reference: string, attempt: number, signal: AbortSignal) => Promise<DeliveryOutcome>;
}

export function notices({ announceTo, announce }: NoticesOptions = {}): Service {
  return {
    name: 'notices',
    migrations: {
      '0001_notices': {
        async up(db) {
          await db.schema
            .createTable('notices_notice')
            .addColumn('id', 'text', (column) => column.primaryKey())
            .addColumn('title', 'text', (column) => column.notNull())
            .addColumn('body', 'text', (column) => column.notNull())
            .addColumn('made_at', columnTypes(db).time, (column) => column.notNull())
            .addColumn('told', 'text')
            .execute();
        },
      },
    },
    setUp({ store, outbox, drafts, clock, site, upstream }) {
      const db = store.db<Tables>();
      const receiver = announceTo === undefined ? undefined : upstream({ system: 'announcer', baseUrl: announceTo, timeoutMs: 2_000 });
      const send =
        announce ??
        (async (id, reference, _attempt, signal): Promise<DeliveryOutcome> => {
          if (!receiver) return { result: 'failed', reason: 'nowhere to announce' };
          const answer = await receiver.fetch('announce', { method: 'POST', body: id, headers: { 'Idempotency-Key': reference }, signal });
          if (!answer.ok) return { result: 'retry', reason: `answered ${answer.status}` };
          const told = await answer.text();
          return {
            result: 'delivered',
            record: async (trx) => void (await trx.updateTable('notices_notice').set({ told }).where('id', '=', id).execute()),
          };
        });
      const routes = new Routes();
      routes
        .operation(
          {
            method: 'post',
            path: '/notices',
            summary: 'Publishes a notice',
            body: NewNotice,
            bodyTypes: ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'],
            responses: { 201: { description: 'Published', schema: Notice } },
          },
          ({ body, once }) =>
            once<Tables>(async (trx) => {
              const notice = { id: crypto.randomUUID(), ...body };
              await trx
                .insertInto('notices_notice')
                .values({ ...notice, made_at: clock.now().getTime(), told: null })
                .execute();
              if (announce ?? announceTo) await outbox.enqueue(trx, { kind: 'announce', payload: { id: notice.id }, dedupeKey: notice.id });
              return { status: 201, body: notice, headers: { Location: site.path(`/notices/${notice.id}`) } };
            }),
        )
        .operation(
          {
            method: 'get',
            path: '/notices/:id',
            summary: 'One notice',
            params: v.object({ id: v.pipe(v.string(), v.uuid()) }),
            responses: { 200: { description: 'The notice', schema: Notice } },
            anyOrigin: true,
          },
          async ({ params, context }) => {
            const notice = await db
              .selectFrom('notices_notice')
              .select(['id', 'title', 'body'])
              .where('id', '=', params.id)
              .executeTakeFirst();
            if (!notice)
              throw new Problem({
                status: 404,
                code: 'notice_not_found',
                title: { en: 'There is no such notice', cy: 'Nid oes hysbysiad o’r fath' },
              });
            return context.json(notice);
          },
        )
        .operation(
          {
            method: 'get',
            path: '/notices',
            summary: 'All notices',
            query: v.object({ limit: v.optional(v.pipe(v.string(), v.toNumber(), v.integer(), v.minValue(1), v.maxValue(1000)), '1000') }),
            responses: { 200: { description: 'Notices', schema: v.array(Notice) } },
          },
          async ({ query, context }) =>
            context.json(
              await db.selectFrom('notices_notice').select(['id', 'title', 'body']).orderBy('made_at').limit(query.limit).execute(),
            ),
        );
      routes.hono.get('/notices/:id/page', async (context) => {
        const notice = await db.selectFrom('notices_notice').selectAll().where('id', '=', context.req.param('id')).executeTakeFirst();
        const language = context.get('language');
        const title = notice?.title ?? '';
        return htmlResponse(
          site.page({
            language,
            title,
            body: html`<h1>${title}</h1>
              <p>${notice?.body}</p>
              <p>${notice?.told}</p>`,
          }),
          { language },
        );
      });
      routes.hono.get('/broken', () => {
        throw new TypeError('Jane Doe of jane@example.com fell over at 51.5007,-0.1246');
      });
      routes.hono.get('/draft', async (context) => {
        const draft = (await drafts.open(context.req.header('Cookie'), 'notice')) ?? (await drafts.create('notice', {}));
        const { language } = { language: context.get('language') };
        const body = html`<form method="post">
          <input type="hidden" name="csrf" value=${draft.csrfToken} /><output>${JSON.stringify(draft.value)}</output>
        </form>`;
        return htmlResponse(site.page({ language, title: 'Draft', body }), { headers: { 'Set-Cookie': draft.setCookie } });
      });
      routes.hono.post('/draft', async (context) => {
        const draft = await drafts.open(context.req.header('Cookie'), 'notice');
        const form = await readForm(context);
        if (!draft?.csrfTokenMatches(form['csrf']))
          throw new Problem({
            status: 403,
            code: 'form_out_of_date',
            title: { en: 'The form is out of date', cy: 'Mae’r ffurflen wedi dyddio' },
          });
        await draft.save({ title: form['title'] });
        return context.redirect(site.path('/draft'), 303);
      });
      return {
        routes,
        deliveries: {
          announce: delivery({
            payload: v.object({ id: v.string() }),
            send: ({ id }, attempt) => send(id, attempt.reference, attempt.number, attempt.signal),
          }),
        },
      };
    },
  };
}
