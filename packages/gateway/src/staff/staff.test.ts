/** Staff pages of two services: who may open what, how they lead to one another, and which forms count. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { until } from '@council-kit/testing/until.js';
import { html } from 'lit';
import * as v from 'valibot';
import { Routes, delivery, type Authorise, type Service } from '../index.ts';

import { start, type Started } from '../testing/start.ts';

const signIn: Authorise = (request) => {
  const id = request.headers.get('x-officer');
  return id === null ? undefined : { id, name: `Officer ${id}`, ...(id === 'trainee' ? { roles: ['trees'] } : {}) };
};

/** A service whose staff count something: a page with a form, and an operation. */
function counting(name: string, heading: string, authorise: Authorise | null = signIn): Service & { count: number } {
  const service: Service & { count: number } = {
    name,
    count: 0,
    authorise: authorise ?? undefined,
    setUp({ staff, store, outbox }) {
      const routes = new Routes();
      const path = `/staff/${name}`;
      const area = staff?.area(routes, {
        name: (language) => (language === 'cy' ? `${heading} (cy)` : heading),
        path,
        role: name,
        lists: [
          { text: () => 'All', path },
          { text: () => 'Not sent', path: `${path}/deliveries` },
        ],
      });
      area?.get(path, (request) =>
        request.page({
          title: heading,
          here: path,
          body: html`<h1>${heading}</h1>
            ${request.may(`${name}-delete`) ? html`<p>May delete</p>` : ''} ${request.form(path, html`<button>Count</button>`, { by: '2' })}`,
        }),
      );
      area?.post(path, (request, form) => {
        if (form.fits) service.count += Number(form.text('by'));
        return request.redirect(path, form.fits ? { done: '1' } : {});
      });
      area?.get(`${path}/deleted`, (request) => request.page({ title: 'Deleted', body: html`<h1>Deleted</h1>` }), {
        role: `${name}-delete`,
      });
      area?.operation(
        {
          method: 'post',
          path: `${path}/count`,
          summary: 'Count',
          body: v.object({ by: v.number() }),
          responses: { 200: { description: 'Counted' } },
        },
        ({ body, officer, context }) => {
          service.count += body.by;
          return context.json({ by: officer.id });
        },
      );
      area?.operation(
        { method: 'post', path: `${path}/send`, summary: 'Send', responses: { 204: { description: 'It is sent' } } },
        async ({ context }) => {
          await store.transaction((trx) => outbox.enqueue(trx, { kind: 'letter', payload: { to: 'A-1' } }));
          return context.body(null, 204);
        },
      );
      area?.deliveries({
        path: `${path}/deliveries`,
        title: () => 'Letters not sent',
        about: () => 'Letter',
        describe: (rows) =>
          rows.map(({ payload }) => {
            const { to } = v.parse(v.object({ to: v.string() }), payload);
            return { what: 'A letter', about: { text: to, path: `${path}/${to}` } };
          }),
      });
      return {
        routes,
        deliveries: {
          letter: delivery({
            payload: v.object({ to: v.string() }),
            send: () => Promise.resolve({ result: 'failed', reason: 'The printer has no paper' }),
          }),
        },
      };
    },
  };
  return service;
}

const page = async (
  gateway: Started,
  path: string,
  officer?: string,
  init: RequestInit = {},
): Promise<{ status: number; html: string }> => {
  const headers = { accept: 'text/html', ...(officer === undefined ? {} : { 'x-officer': officer }), ...init.headers };
  const answer = await gateway.fetch(path, { ...init, headers });
  return { status: answer.status, html: await answer.text() };
};

const links = (text: string): string[][] =>
  [...(/<nav[\s\S]*?<\/nav>/.exec(text)?.[0] ?? '').matchAll(/<a\s([^>]*)>([^<]*)<\/a>/g)].map(([, attributes = '', name = '']) => [
    name,
    /href="([^"]*)"/.exec(attributes)?.[1] ?? '',
    /aria-current="([^"]*)"/.exec(attributes)?.[1] ?? '',
  ]);

test('a page is for officers with its role, and says which role is missing; nobody else gets past it', async () => {
  const trees = counting('trees', 'Trees');
  await using gateway = await start({ services: [trees] });
  const stranger = await page(gateway, '/staff/trees');
  assert.equal(stranger.status, 403);
  assert.match(stranger.html, /This is for the council’s staff/);
  assert.match((await page(gateway, '/staff/trees?lang=cy')).html, /Mae hwn ar gyfer staff y cyngor/);
  const open = await gateway.fetch('/staff/trees', { headers: { 'x-officer': 'sam' } });
  assert.deepEqual([open.status, open.headers.get('cache-control'), open.headers.get('x-robots-tag')], [200, 'no-store', 'noindex']);
  assert.match(await open.text(), /Signed in as Officer sam/);
  const trainee = await page(gateway, '/staff/trees/deleted', 'trainee');
  assert.equal(trainee.status, 403);
  assert.match(trainee.html, /for the role “trees-delete”/);
  assert.doesNotMatch((await page(gateway, '/staff/trees', 'trainee')).html, /May delete/);
  assert.equal((await page(gateway, '/staff/trees/deleted', 'sam')).status, 200);
  assert.match((await page(gateway, '/staff/trees', 'sam')).html, /May delete/);
});

test('an operation asks who the officer is before it reads the body, and is told', async () => {
  const trees = counting('trees', 'Trees');
  await using gateway = await start({ services: [trees] });
  assert.equal((await gateway.post('/staff/trees/count', { by: 'x' })).status, 403);
  assert.equal((await gateway.post('/staff/trees/count', { by: 'x' }, { 'x-officer': 'sam' })).status, 422);
  const counted = await gateway.post('/staff/trees/count', { by: 3 }, { 'x-officer': 'sam' });
  assert.deepEqual([await counted.json(), trees.count], [{ by: 'sam' }, 3]);
  const document = (await (await gateway.fetch('/openapi.json')).json()) as { paths: Record<string, { post: { description: string } }> };
  assert.match(document.paths['/staff/trees/count']?.post.description ?? '', /role `trees`/);
});

test('a form counts from the officer who was given it, at its own address', async () => {
  const [trees, roads] = [counting('trees', 'Trees'), counting('roads', 'Roads')];
  await using gateway = await start({ services: [trees, roads] });
  const tokenFor = async (officer: string, path = '/staff/trees'): Promise<string> =>
    /name="token" value="([^"]*)"/.exec((await page(gateway, path, officer)).html)?.[1] ?? '';
  const send = async (token: string, officer = 'sam', headers: Record<string, string> = {}): Promise<number> => {
    const body = new URLSearchParams({ token, by: '2' });
    return (await gateway.fetch('/staff/trees', { method: 'POST', body, headers: { 'x-officer': officer, ...headers } })).status;
  };
  assert.equal(await send('guess'), 303);
  assert.equal(await send(await tokenFor('alex')), 303);
  assert.equal(await send(await tokenFor('sam', '/staff/roads')), 303);
  assert.equal(await send(await tokenFor('sam'), 'sam', { origin: 'https://elsewhere.example' }), 403);
  assert.equal(trees.count, 0);
  assert.equal(await send(await tokenFor('sam')), 303);
  assert.equal(trees.count, 2);
});

test('the navigation leads to the areas that the officer may open, in the language that is read', async () => {
  const services = [
    counting('trees', 'Trees'),
    // A service may have a sign-in of its own, or none.
    counting('roads', 'Roads', (request) => signIn(request)),
    counting('closed', 'Closed', null),
  ];
  await using gateway = await start({ services });
  assert.equal((await page(gateway, '/staff/closed', 'sam')).status, 404);
  assert.deepEqual(links((await page(gateway, '/staff/roads', 'sam')).html), [
    ['Trees', '/staff/trees?lang=en', ''],
    ['Roads', '/staff/roads?lang=en', 'true'],
    ['All', '/staff/roads?lang=en', 'page'],
    ['Not sent', '/staff/roads/deliveries?lang=en', ''],
  ]);
  assert.deepEqual(
    links((await page(gateway, '/staff/trees?lang=cy', 'trainee')).html).map(([name]) => name),
    ['All', 'Not sent'],
  );
  assert.match((await page(gateway, '/staff/trees?lang=cy', 'sam')).html, /<nav[^>]*aria-label="Tudalennau staff"[\s\S]*Roads \(cy\)/);
  const styles = await gateway.fetch('/staff.css');
  assert.match(await styles.text(), /\.council-staff-navigation/);
});

test('what could not be delivered is listed with its reason, and is tried again when an officer asks', async () => {
  const trees = counting('trees', 'Trees');
  await using gateway = await start({ services: [trees] });
  const list = async (query = ''): Promise<string> => (await page(gateway, `/staff/trees/deliveries${query}`, 'sam')).html;
  assert.match(await list(), /Everything has been passed on/);
  assert.equal((await page(gateway, '/staff/trees/deliveries')).status, 403);
  await gateway.post('/staff/trees/send', {}, { 'x-officer': 'sam' });
  await until(async () => /Given up/.test(await list()), 'the letter is given up');
  const failed = await list();
  assert.match(failed, /A letter[\s\S]*href="\/staff\/trees\/A-1\?lang=en"[\s\S]*The printer has no paper/);
  const fields = Object.fromEntries(
    [...failed.matchAll(/name="(token|id)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]),
  );
  const send = async (change: Record<string, string>): Promise<string> => {
    const body = new URLSearchParams({ ...fields, ...change });
    const answer = await gateway.fetch('/staff/trees/deliveries', { method: 'POST', body, headers: { 'x-officer': 'sam' } });
    return answer.headers.get('location') ?? '';
  };
  assert.equal(await send({ token: 'guess' }), '/staff/trees/deliveries?lang=en');
  assert.match(await list(), /<td[^>]*>1<\/td>/);
  const tried = await send({});
  assert.match(await list(tried.slice(tried.indexOf('?'))), /It is being tried again/);
  await until(async () => /<td[^>]*>2<\/td>/.test(await list()), 'it was tried a second time');
  assert.match(await list(new URL(await send({ id: 'all' }), gateway.url).search), /1 is being tried again/);
  assert.match(await list(new URL(await send({ id: 'none' }), gateway.url).search), /It has already been passed on/);
});
