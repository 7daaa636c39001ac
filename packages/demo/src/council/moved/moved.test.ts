/** The council's own journey with two addresses in it, as a browser without JavaScript goes through it. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { addresses } from '@council-kit/address/server';
import { createGateway, type Service } from '@council-kit/gateway';
import { createGazetteer } from '@council-kit/sandbox';
import { PlainBrowser } from '../../../../journeys/src/testing/plain-browser.ts';
import { addressSettings, startAddressPlatforms } from '../ordnance-survey.ts';
import { moved } from './moved.service.ts';

test('somebody who has moved tells it, with an address from the list and one by hand', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'council-moved-'));
  const platforms = await startAddressPlatforms(createGazetteer());
  let stored: () => Promise<readonly unknown[]> = () => Promise.reject(new Error('not set up'));
  const looking: Service = {
    name: 'looking',
    setUp: ({ store }) => {
      stored = () => store.db<{ moved_move: { answers: string } }>().selectFrom('moved_move').select('answers').execute();
      return {};
    },
  };
  const gateway = createGateway({
    settings: { dataFolder, logLevel: 'silent' },
    services: [addresses(addressSettings(platforms)), moved, looking],
  });
  await gateway.start('http://council.test');
  try {
    const browser = await new PlainBrowser((request) => gateway.fetch(request)).open('/moved');
    assert.equal(browser.heading, 'What is your new address?');
    await browser.send({ 'home-search': 'am1a1ja' });
    const uprn =
      /name="home-picked"[^>]*value="(\d+)"/.exec(browser.html)?.[1] ?? /value="(\d+)"[^>]*name="home-picked"/.exec(browser.html)?.[1];
    await browser.send({ 'home-picked': uprn ?? assert.fail(browser.text) });
    assert.equal(browser.heading, 'When did you move in?');
    await browser.send({ 'moved-on-day': '27', 'moved-on-month': '3', 'moved-on-year': '2026' });
    assert.equal(browser.heading, 'Where did you live before?');
    await browser.send({}, { name: '_action', value: 'special:before:by-hand' });
    await browser.send({ 'before-line-1': '1 Rue de la Paix', 'before-town': 'Paris', 'before-country': 'France' });
    assert.equal(browser.heading, 'Who has moved?');
    await browser.send({ name: 'Ann Jones', email: 'ann@example.org' });
    assert.equal(browser.heading, 'Check your answers before you send them');
    assert.match(browser.text, /1 Rue de la Paix ?Paris ?France/);
    await browser.send();
    assert.match(browser.text, /[0-9A-Z]{5}-[0-9A-Z]{5}/);
    const [row] = (await stored()) as readonly { readonly answers: string }[];
    const { home, before } = JSON.parse(row?.answers ?? '{}') as Record<'home' | 'before', { uprn?: string; source: string }>;
    assert.deepEqual([home.uprn, home.source, before.uprn, before.source], [uprn, 'DPA', undefined, 'by-hand']);
  } finally {
    await gateway.stop();
    await platforms.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
});
