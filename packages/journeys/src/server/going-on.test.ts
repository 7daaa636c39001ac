/** A journey that goes on at another address, and journeys that are made for each request: the pages without JavaScript. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answers } from '../definition.ts';
import type { SubmitOutcome } from '../submission.ts';
import { feeJourney } from '../testing/fee.journey.ts';
import { PlainBrowser } from '../testing/plain-browser.ts';
import { text } from '../testing/skip.journey.ts';
import { start, type TestPages } from './journey-pages.fixture.ts';

interface Sent {
  readonly answers: Answers;
  readonly key: string;
}

async function atCheck(outcome: (number: number) => SubmitOutcome, pages: Partial<TestPages> = {}, path = '/apply') {
  const sent: Sent[] = [];
  const started = await start({
    service: { journey: feeJourney, oneKeyFor: 'answers' },
    submit: async (answers, { idempotencyKey: key }) => outcome(sent.push({ answers, key })),
    ...pages,
  });
  const asked: string[] = [];
  const browser = new PlainBrowser(async (request) => {
    asked.push(request.url);
    // What the journey goes on at.
    if (new URL(request.url).pathname === '/pay/1')
      return new Response('<h1>Type your card</h1>', { headers: { 'content-type': 'text/html' } });
    return started.gateway.fetch(request);
  });
  await browser.open(path);
  const first = browser.text;
  await browser.send({ amount: '35' });
  assert.equal(browser.heading, 'Check your payment');
  return { browser, sent, asked, first, [Symbol.asyncDispose]: () => started[Symbol.asyncDispose]() };
}

test('goes on at an address of the council’s own, and leads there again by Back and by a second press', async () => {
  await using opened = await atCheck(() => ({ kind: 'continue', href: '/pay/1' }));
  const { browser, sent } = opened;
  const check = browser.url;
  await browser.send();
  assert.equal(browser.heading, 'Type your card');
  await browser.open(check);
  assert.equal(browser.heading, 'Type your card');
  await browser.open(check.replace('/check', '/amount'));
  assert.equal(browser.heading, 'Type your card');
  assert.deepEqual(
    sent.map(({ answers }) => answers['amount']),
    ['35'],
  );
});

test('an address of another site is a link on a page, in both languages: a form may not lead there', async () => {
  await using opened = await atCheck(() => ({ kind: 'continue', href: 'https://sign-in.example/start?for=1' }));
  const { browser } = opened;
  await browser.send();
  assert.equal(browser.heading, 'Continue on sign-in.example');
  assert.match(browser.html, /href="https:\/\/sign-in\.example\/start\?for=1"/);
  await browser.send({}, { name: '_action', value: 'language:cy' });
  assert.equal(browser.heading, 'Parhau ar sign-in.example');
});

test('lists what was known, says what it is about and where to get help on every page', async () => {
  await using opened = await atCheck(() => ({ kind: 'unreachable' }));
  const { browser, first } = opened;
  assert.match(first, /Market stall.*How much\?.*Get help with your payment/);
  assert.match(browser.text, /Pitch B12 Amount 35 Change amount.*Get help with your payment/);
});

test('says why a platform did not answer, and offers to try again what may be taken later', async () => {
  const outcomes: SubmitOutcome[] = [
    { kind: 'unreachable', message: 'The bank is closed.' },
    { kind: 'refused', message: 'It is being confirmed.', retryAfter: 60 },
    { kind: 'refused', message: 'The stall is taken.' },
  ];
  await using opened = await atCheck((number) => outcomes[number - 1] ?? { kind: 'unreachable' });
  const { browser, sent } = opened;
  await browser.send();
  assert.match(browser.text, /The bank is closed\./);
  await browser.send();
  assert.match(browser.text, /It is being confirmed\..*Try again/);
  assert.equal(browser.headers.get('retry-after'), '60');
  await browser.send();
  assert.match(browser.text, /The stall is taken\./);
  assert.doesNotMatch(browser.text, /Try again/);
  const [first, second, third] = sent.map(({ key }) => key);
  assert.equal(first, second, 'no answer: the same request');
  assert.notEqual(second, third, 'an answer: another request');
});

test('other answers have another key where one key is for one set of answers', async () => {
  await using opened = await atCheck(() => ({ kind: 'unreachable' }));
  const { browser, sent } = opened;
  await browser.send();
  await browser.follow('Back');
  await browser.follow('Change amount');
  await browser.send({ amount: '20' });
  await browser.send();
  assert.deepEqual(
    sent.map(({ answers }) => answers['amount']),
    ['35', '20'],
  );
  assert.equal(new Set(sent.map(({ key }) => key)).size, 2);
});

test('goes to the question that sending made the service ask', async () => {
  let more = false;
  const again = { id: 'again', contents: [{ kind: 'text', name: 'again', label: text('Pay it again?') }] } as const;
  await using opened = await atCheck(
    (number) => {
      more = true;
      return number === 1 ? { kind: 'errors', errors: [] } : { kind: 'continue', href: '/pay/1' };
    },
    { service: { outline: feeJourney, journey: () => (more ? { ...feeJourney, steps: [...feeJourney.steps, again] } : feeJourney) } },
  );
  const { browser, sent } = opened;
  await browser.send();
  assert.equal(browser.heading, 'Pay it again?');
  assert.deepEqual(browser.errors, []);
  await browser.send({ again: 'yes' });
  assert.equal(browser.heading, 'Check your payment');
  await browser.send();
  assert.deepEqual(
    sent.map(({ answers }) => answers['again']),
    [undefined, 'yes'],
  );
});

test('a journey is made for each request, from its address, and may not exist', async () => {
  const paid: unknown[] = [];
  await using opened = await atCheck(
    () => ({ kind: 'unreachable' }),
    {
      path: '/apply/:stall',
      service(context) {
        const stall = context.req.param('stall') ?? '';
        if (stall !== 'B12') return new Response(null, { status: 303, headers: { location: '/apply/B12' } });
        const known = [{ label: text('Pitch'), value: text(stall) }];
        return { journey: { ...feeJourney, check: { ...feeJourney.check, known } } };
      },
      submit: async (answers, { request }) => {
        paid.push([request.req.param('stall'), answers['amount']]);
        return { kind: 'continue', href: '/pay/1' };
      },
    },
    '/apply/C3',
  );
  const { browser } = opened;
  assert.match(browser.url, /\/apply\/B12\/[a-z0-9]{10}\/check$/);
  assert.match(browser.text, /Pitch B12/);
  await browser.send();
  assert.deepEqual(paid, [['B12', '35']]);
});
