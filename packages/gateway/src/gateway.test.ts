import assert from 'node:assert/strict';
import { test } from 'node:test';
import { systemClock } from './clock.ts';
import { notices } from './testing/notices.ts';
import { start } from './testing/start.ts';

test('a service that the gateway does not know has routes, tables, pages and a place in the OpenAPI document', async () => {
  await using gateway = await start({ services: [notices()] });

  const made = await gateway.post('/notices', { title: 'Road closed' });
  assert.equal(made.status, 201);
  const notice = (await made.json()) as { id: string };
  assert.equal(made.headers.get('Location'), `/notices/${notice.id}`);

  assert.deepEqual(await (await gateway.fetch(`/notices/${notice.id}`)).json(), { id: notice.id, title: 'Road closed', body: '' });
  assert.match(await (await gateway.fetch(`/notices/${notice.id}/page`)).text(), /<h1>Road closed<\/h1>/);
  const document = (await (await gateway.fetch('/openapi.json')).json()) as { paths: Record<string, unknown> };
  assert.deepEqual(Object.keys(document.paths), ['/notices', '/notices/{id}']);
});

test('a page is found with a slash at its end, and leads nowhere else', async () => {
  await using gateway = await start({ services: [notices()] });
  const made = await gateway.post('/notices', { title: 'Road closed' });
  const { id } = (await made.json()) as { id: string };
  const answer = await gateway.fetch(`/notices/${id}/page/?lang=cy`, { redirect: 'manual' });
  assert.deepEqual([answer.status, answer.headers.get('Location')], [308, `/notices/${id}/page?lang=cy`]);
  const escaped = await gateway.fetch(`/notices/${id}%3Fa/page/`, { redirect: 'manual' });
  assert.equal(escaped.headers.get('Location'), `/notices/${id}%3Fa/page`);
  // Nothing of an address that is not ours comes back in a redirect.
  for (const path of ['/no-such-page/', '//evil.example/', '//evil.example/page/']) {
    assert.equal((await fetch(gateway.url + path, { redirect: 'manual' })).status, 404, path);
  }
});

test('a gateway warns at start-up in the last 12 months of the bank holidays that it knows', async () => {
  const startedOn = async (day: string): Promise<string> => {
    const clock = { ...systemClock, now: () => new Date(`${day}T12:00:00Z`) };
    await using gateway = await start({ services: [], clock, settings: { publicUrl: 'https://services.council.example' } });
    return gateway.logged();
  };
  assert.match(await startedOn('2028-01-01'), /"level":"warn".*knows bank holidays to 2028-12-31/);
  assert.doesNotMatch(await startedOn('2027-12-30'), /bank holidays/);
});
