/** The journey without a script, as a browser with JavaScript switched off goes through it. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { Browser } from '../testing/browser.ts';
import { start } from '../testing/gateway.ts';
import { flyTippingReport } from '../testing/back-office.ts';
import { millLane } from '../testing/map.ts';
import { phonePicture } from '../testing/pictures.ts';

const details = [
  ['fly-tipping-waste', 'furniture'],
  ['fly-tipping-waste', 'tyres'],
  ['fly-tipping-amount', 'small-van'],
  ['fly-tipping-blocking', 'no'],
  ['fly-tipping-hazardous', 'no'],
  ['fly-tipping-witnessed', 'no'],
  ['fly-tipping-private-land', 'yes'],
  ['description', 'Two sofas & <b>a fridge</b>.'],
] as const;

test('the whole way, without a script', async () => {
  await using gateway = await start();
  const browser = await new Browser(gateway).open('/report');
  assert.equal(browser.heading, 'What do you want to report?');
  assert.match(browser.html, /Fly-tipping/);
  await browser.send([]);
  assert.deepEqual(browser.errors, ['Select what you want to report']);
  await browser.send([['service', 'fly-tipping']]);
  assert.equal(browser.heading, 'Where is it?');
  await browser.send([]);
  assert.deepEqual(browser.errors, ['Tell us where it is: in words, with your position, or on the map']);
  await browser.send([['where-words', 'opposite 12 Mill Lane']]);
  assert.equal(browser.heading, 'Fly-tipping');
  await browser.send([['description', 'x']]);
  assert.equal(browser.errors.length, 6);
  assert.match(browser.html, /<textarea[^>]*>\n?x<\/textarea/);
  await browser.send(details);
  assert.equal(browser.heading, 'Add photos if you have any');
  const photo = new Blob([new Uint8Array(await phonePicture(64, 64))], { type: 'image/jpeg' });
  await browser.send([['photos', photo]], ['_action', 'upload:photos']);
  assert.match(browser.html, /IMG_1\.jpg/);
  await browser.send([['photos', new Blob(['MZ not a picture'])]], ['_action', 'upload:photos']);
  assert.match(browser.errors[0] ?? '', /must be a photo/);
  assert.match(browser.html, /IMG_1\.jpg/);
  await browser.send([]);
  assert.equal(browser.heading, 'How can we contact you if we need to?');
  await browser.send([
    ['email', 'nobody'],
    ['name', 'Ann Jones'],
  ]);
  assert.match(browser.errors[0] ?? '', /Enter an email address/);
  assert.match(browser.html, /value="Ann Jones"/);
  await browser.send([
    ['email', ''],
    ['name', 'Ann Jones'],
    ['phone', ''],
  ]);
  assert.equal(browser.heading, 'Check your report before you send it');
  assert.match(browser.html, /opposite 12 Mill Lane/);
  assert.match(browser.html, /Two sofas &amp; &lt;b&gt;a fridge&lt;\/b&gt;/);
  assert.match(browser.html, /Furniture or mattresses/);
  await browser.send([]);
  assert.equal(browser.heading, 'Report sent');
  const reference = /panel-reference"[^>]*>(?:<!--[^>]*-->)*([0-9A-Z-]+)/.exec(browser.html)?.[1] ?? '';
  await browser.open(`/reports/${reference}`);
  assert.equal(browser.heading, `Report ${reference}`);
  assert.doesNotMatch(browser.html, /Ann Jones/);
  assert.match(browser.html, /<img[^>]*\/uploads\//);
});

test('nothing unseen is kept of an email address or a telephone number that was pasted', async () => {
  await using gateway = await start();
  const browser = await new Browser(gateway).open('/report');
  await browser.send([['service', 'fly-tipping']]);
  await browser.send([['where-words', 'opposite 12 Mill Lane']]);
  await browser.send(details);
  await browser.send([]);
  const contact = browser.url;
  for (const [email, phone, dialled] of [
    ['\u200bann@example.org', '07700900982\u200b', '07700900982'],
    ['ann\u2060@example.org', '\u200e+44 7700 900982', '+44 7700 900982'],
    ['ann@exam\u200bple.org', '447700900982', '+44 7700900982'],
    ['ann@example.org\u200b', '7700900982', '07700900982'],
    ['ann@example.org\u200e', '(+44) 7700 900982', '+44 7700 900982'],
    ['a\u00adnn@example.org', '01632 960001, ext. 12', '01632 960001 ext 12'],
    ['an\u180en@example.org', '01632−960001 estyniad 12', '01632 960001 est 12'],
  ] as const) {
    await browser.open(contact);
    await browser.send([
      ['email', email],
      ['name', 'Ann\u200b Jo\u00adnes\u202e'],
      ['phone', phone],
    ]);
    assert.equal(browser.heading, 'Check your report before you send it', `${email} ${phone}: ${browser.errors.join()}`);
    assert.match(browser.html, />\s*ann@example\.org\s*</, email);
    assert.match(browser.html, />\s*Ann Jones\s*</);
    assert.ok(browser.html.includes(dialled), `${phone}: ${dialled}`);
  }
});

test('in Welsh', async () => {
  await using gateway = await start();
  const browser = await new Browser(gateway).open('/report?lang=cy');
  assert.equal(browser.heading, 'Beth ydych chi am roi gwybod amdano?');
  await browser.send([]);
  assert.deepEqual(browser.errors, ['Dewiswch beth rydych am roi gwybod amdano']);
});

test('reports already made in the street are offered before the details', async () => {
  await using gateway = await start();
  const made = (await (await gateway.post('/reports', { ...flyTippingReport, ...millLane })).json()) as { reference: string };
  const browser = await new Browser(gateway).open('/report');
  await browser.send([['service', 'fly-tipping']]);
  await browser.send([['where-words', 'by the gate in Mill Lane']]);
  assert.equal(browser.heading, 'Has it been reported already?');
  assert.match(browser.html, new RegExp(`href="[^"]*/reports/${made.reference}\\?lang=en"`));
  await browser.send([]);
  assert.equal(browser.heading, 'Fly-tipping');
  const other = await new Browser(gateway).open('/report');
  await other.send([['service', 'pothole']]);
  await other.send([['where-words', 'by the gate in Mill Lane']]);
  assert.equal(other.heading, 'Pothole or damaged road');
});

test('follow: by reference, however it is typed', async () => {
  await using gateway = await start();
  const { reference } = (await (await gateway.post('/reports', flyTippingReport)).json()) as { reference: string };
  const browser = await new Browser(gateway).open('/reports/follow');
  assert.equal(browser.heading, 'What is your report’s reference?');
  await browser.open(`/reports/follow?reference=${encodeURIComponent(reference.toLowerCase().replace('-', ' '))}`);
  assert.equal(browser.heading, `Report ${reference}`);
  await browser.open('/reports/follow?reference=');
  assert.deepEqual([browser.status, browser.errors], [422, ['Enter your report’s reference']]);
  await browser.open('/reports/follow?reference=%3Cscript%3E');
  assert.equal(browser.status, 422);
  assert.doesNotMatch(browser.html, /<script>/);
  assert.match(browser.html, /<title>Error: /);
});
