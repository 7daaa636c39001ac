/** What the form takes arrives: lengths are counted as the other system counts them. */
import assert from 'node:assert/strict';
import test from 'node:test';
import type { Ground } from '@council-kit/gateway';
import { startForwarding } from '../testing/back-office.ts';
import { start } from '../testing/gateway.ts';
import { phonePicture } from '../testing/pictures.ts';
import { flyTippingReport } from '../testing/back-office.ts';
import { describe } from './describe.ts';

const astronaut = '👩🏻‍🚀';
const reference = '7Q2KM-9XH4Y';
const length = (text: string): number => [...text].length;

test('a description that the other system would refuse is refused at the form, and one that just fits arrives', async () => {
  await using forwarding = await startForwarding();
  const post = async (description: string) => {
    const answer = await forwarding.gateway.post('/reports', { ...flyTippingReport, description });
    return { status: answer.status, body: (await answer.json()) as { errors?: { field: string; message: string }[] } };
  };
  const { status, body } = await post('a'.repeat(3999) + astronaut);
  assert.equal(status, 422);
  assert.deepEqual(body.errors, [{ field: 'description', message: 'The description must be 4,000 characters or less' }]);
  for (const description of ['a'.repeat(3996) + astronaut, '𝕏'.repeat(4000), 'e\u0301'.repeat(4000), `${'a\r\n'.repeat(1999)}ab`]) {
    const before = forwarding.office.requests.length;
    assert.equal((await post(description)).status, 201);
    await forwarding.attempts(before + 1);
    const [latest] = forwarding.office.requests.slice(-1);
    assert.equal(latest?.description, description.replaceAll('\r\n', '\n').normalize('NFC'));
  }
});

test('a description whose line breaks count twice beside photos is cut, says so, and arrives', async () => {
  await using forwarding = await startForwarding({ upstream: { photos: 'files' } });
  const form = new FormData();
  form.append('photo', new Blob([new Uint8Array(await phonePicture(64, 64))], { type: 'image/jpeg' }), 'x.jpg');
  const { id } = (await (await forwarding.gateway.form('/uploads', form)).json()) as { id: string };
  const made = await forwarding.report({ description: `${'a\n'.repeat(1999)}ab`, photos: [id] });
  await forwarding.attempts(1);
  const [held] = forwarding.held(made);
  assert.match(held?.description ?? '', /^(a\r?\n)+a?…\r?\n\r?\nThe description is longer\. Our report has all of it\.\r?\nReference: /);
  assert.equal(held?.files.length, 1);
});

test('the reference is left out where it does not fit, and a longer text is cut at a whole character', () => {
  const described = (description: string, multipart = false): string => describe({ description, reference }, { multipart });
  assert.equal(described('A sofa'), `A sofa\n\nReference: ${reference}`);
  assert.equal(described(''), `Reference: ${reference}`);
  assert.equal(described('a'.repeat(3990)), 'a'.repeat(3990));
  // Kept by a version that counted user-perceived characters.
  const long = described(astronaut.repeat(3000));
  assert.ok(length(long) <= 4000 && length(long) > 3990);
  assert.match(long, /^(👩🏻‍🚀)+…\n\nThe description is longer/u);
  for (const text of ['a\n'.repeat(2000), '\n'.repeat(4000), 'a'.repeat(2000) + '\n'.repeat(2000)]) {
    const cut = described(text, true);
    assert.ok(length(cut.replaceAll('\n', '\r\n')) <= 4000);
    assert.match(cut, new RegExp(`Reference: ${reference}$`));
  }
});

test('a place is counted as people count, on the page and by the API', async () => {
  await using gateway = await start();
  const post = async (address_string: string): Promise<number> =>
    (await gateway.post('/reports', { ...flyTippingReport, address_string })).status;
  for (const place of ['e\u0301'.repeat(300), astronaut.repeat(100), 'e\u0301'.repeat(500)]) assert.equal(await post(place), 201);
  assert.equal(await post('é'.repeat(501)), 422);
});

test('updates are counted as those who read them count, and never cut inside a character', async () => {
  let ground: Ground | undefined;
  await using gateway = await start({
    reports: { open311: { apiKeys: ['back-office'] } },
    also: [{ name: 'looker', setUp: (given) => ((ground = given), {}) }],
  });
  assert.ok(ground);
  const { reference: made } = (await (await gateway.post('/reports', flyTippingReport)).json()) as { reference: string };
  const update = async (description: string): Promise<number> =>
    (
      await gateway.form('/open311/v2/servicerequestupdates.json', [
        ['api_key', 'back-office'],
        ['service_request_id', made],
        ['description', description],
      ])
    ).status;
  assert.equal(await update('𝕏'.repeat(4000)), 200);
  assert.equal(await update('a'.repeat(3999) + astronaut), 400);
});
