import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { html } from 'lit';
import * as v from 'valibot';
import type { Answers, Journey, UploadedFile } from '../definition.ts';
import { special } from '../special.ts';
import type { Submit, SubmitOutcome } from '../submission.ts';
import { PlainBrowser } from '../testing/plain-browser.ts';
import { skipJourney, text } from '../testing/skip.journey.ts';
import { start, type Started, type TestPages } from './journey-pages.fixture.ts';

interface Sent {
  readonly answers: Answers;
  readonly key: string;
}

interface Opened extends AsyncDisposable {
  readonly browser: PlainBrowser;
  readonly sent: Sent[];
  readonly started: Started;
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** A gateway that once keeps what is sent, as a real one does: one answer for each key. */
function receiving(sent: Sent[], outcome?: (number: number) => SubmitOutcome | undefined): Submit {
  const references = new Map<string, string>();
  return async (answers, { idempotencyKey: key }) => {
    sent.push({ answers, key });
    const own = outcome?.(sent.length);
    if (own) return own;
    const reference = references.get(key) ?? `SK-${String(references.size + 1)}`;
    references.set(key, reference);
    return { kind: 'accepted', accepted: { reference } };
  };
}

async function open(
  pages: Partial<TestPages> = {},
  outcome?: (number: number) => SubmitOutcome | undefined,
  folder?: string,
): Promise<Opened> {
  const sent: Sent[] = [];
  const started = await start({ service: { journey: skipJourney }, submit: receiving(sent, outcome), ...pages }, folder);
  const browser = new PlainBrowser((request) => started.gateway.fetch(request));
  await browser.open('/apply');
  return { browser, sent, started, [Symbol.asyncDispose]: () => started[Symbol.asyncDispose]() };
}

async function toCheckPage(browser: PlainBrowser): Promise<void> {
  await browser.send({ kind: 'garden' });
  await browser.send({ 'from-day': '27', 'from-month': 'March', 'from-year': '2027', notes: 'By the gate' });
  await browser.send({ registration: 'AB12 CDE' });
  await browser.send({ _another: 'no' });
  await browser.send({ email: 'ann@example.org' });
  assert.equal(browser.heading, 'Check your answers');
}

test('goes from the first question to the reference without a script', async () => {
  await using opened = await open();
  const { browser, sent } = opened;
  assert.equal(browser.heading, 'What is the skip for?');
  assert.equal(browser.headers.get('Cache-Control'), 'no-store');
  await toCheckPage(browser);
  assert.match(browser.text, /When does it come\? 27 March 2027/);
  await browser.send();
  assert.equal(browser.heading, 'Application received');
  assert.match(browser.text, /SK-1/);
  assert.match(browser.text, /We answer within 5 days\./);
  assert.deepEqual(plain(sent.map(({ answers }) => answers)), [
    { kind: 'garden', from: '2027-03-27', notes: 'By the gate', vehicles: [{ registration: 'AB12 CDE' }], email: 'ann@example.org' },
  ]);
});

test('shows the page again with what is wrong and everything that was typed', async () => {
  await using opened = await open();
  const { browser } = opened;
  await browser.send({ kind: 'other' });
  assert.equal(browser.status, 422);
  assert.deepEqual(browser.errors, ['Enter what the skip is for']);
  assert.match(browser.title, /^Error: What is the skip for\? – Apply for a skip permit/);
  assert.equal(browser.formData().get('kind'), 'other');
  await browser.send({ 'other-kind': 'Moving' });
  const long = 'é👩‍👩‍👧‍👦\n"<b>'.repeat(5_000);
  await browser.send({ 'from-day': '31', 'from-month': '2', 'from-year': '2027', notes: long });
  assert.equal(browser.status, 422);
  assert.deepEqual(browser.errors, ['The date must be a real date, like 27 3 2027', 'Your answer must be 200 characters or fewer']);
  assert.equal(String(browser.formData().get('notes')).replaceAll('\r\n', '\n'), long);
  assert.equal(browser.formData().get('from-day'), '31');
});

test('a description of 200,000 characters gets a sentence, at once', async () => {
  await using opened = await open();
  const { browser } = opened;
  await browser.send({ kind: 'garden' });
  await browser.send({ notes: '字'.repeat(200_000) });
  assert.equal(browser.status, 422);
  assert.ok(browser.errors.includes('Your answer must be 200 characters or fewer'));
  await browser.send({ notes: 'x'.repeat(1_500_000) });
  assert.equal(browser.status, 413);
  assert.deepEqual(browser.errors, ['Your answer is far too long. Write a shorter one']);
  assert.match(browser.heading, /About the skip/);
});

test('changes an answer from the check page and returns; a branch that is new is asked first', async () => {
  await using opened = await open();
  const { browser, sent } = opened;
  await toCheckPage(browser);
  await browser.follow('Change what is the skip for?');
  await browser.send({ kind: 'building' });
  assert.equal(browser.heading, 'What is in it?');
  await browser.send({ hazards: ['asbestos', 'none'] });
  assert.deepEqual(browser.errors, ['Select the answers that apply, or “None of these”, but not both']);
  await browser.send({ hazards: ['plasterboard'] });
  assert.equal(browser.heading, 'Check your answers');
  await browser.follow('Change what is the skip for?');
  await browser.send({ kind: 'garden' });
  assert.equal(browser.heading, 'Check your answers');
  assert.doesNotMatch(browser.text, /Plasterboard/);
  await browser.send();
  assert.equal(sent[0]?.answers['hazards'], undefined);
});

test('going back keeps what was typed and not yet sent, right or wrong; calling off a change does not', async () => {
  await using opened = await open();
  const { browser } = opened;
  await browser.send({ kind: 'garden' });
  await browser.back({ 'from-day': '31', 'from-month': '2', 'from-year': '2027', notes: 'By the gate' });
  assert.equal(browser.heading, 'What is the skip for?');
  assert.deepEqual(browser.errors, []);
  await browser.send();
  assert.equal(browser.heading, 'About the skip');
  assert.deepEqual(browser.errors, []);
  assert.equal(browser.formData().get('notes'), 'By the gate');
  assert.equal(browser.formData().get('from-day'), '31');
  await browser.send({ 'from-day': '27', 'from-month': '3' });
  await browser.send({ registration: 'AB1' });
  await browser.send({ _another: 'no' });
  await browser.send();
  await browser.follow('Change what is the skip for?');
  await browser.back({ kind: 'building' });
  assert.equal(browser.heading, 'Check your answers');
  assert.match(browser.text, /Garden waste/);
  // Also one that was sent and is wrong.
  await browser.follow('Change when does it come?');
  await browser.send({ 'from-day': '31', 'from-month': '2' });
  assert.equal(browser.errors.length, 1);
  await browser.back();
  assert.equal(browser.heading, 'Check your answers');
  assert.match(browser.text, /27 March 2027/);
});

test('does not go past what is missing', async () => {
  await using opened = await open();
  const { browser } = opened;
  await browser.open(new URL('check', browser.url).href);
  assert.equal(browser.address, 'kind');
  await browser.open(new URL('no-such-page', browser.url).href);
  assert.equal(browser.address, 'kind');
});

test('posted twice, it is one and has one reference', async () => {
  await using opened = await open();
  const { browser, sent } = opened;
  await toCheckPage(browser);
  const again = browser.newTab();
  await again.open(browser.url);
  const [first, second] = [browser.formData(), again.formData()];
  await Promise.all([browser.post(first), again.post(second)]);
  assert.match(browser.text, /SK-1/);
  assert.match(again.text, /SK-1/);
  assert.equal(new Set(sent.map(({ key }) => key)).size, 1);
  // And much later, by Back and the button once more.
  await again.open(again.url.replace('confirmation', 'check'), { method: 'POST', body: second });
  assert.equal(again.heading, 'Application received');
  assert.match(again.text, /SK-1/);
});

test('two tabs are two drafts', async () => {
  await using opened = await open();
  const { browser } = opened;
  const other = browser.newTab();
  await other.open('/apply');
  await browser.send({ kind: 'garden' });
  assert.equal(other.formData().get('kind'), null);
  await other.send({ kind: 'other', 'other-kind': 'Moving' });
  await browser.open(browser.url.replace('details', 'kind'));
  assert.equal(browser.formData().get('kind'), 'garden');
});

test('a form without its token is shown again with everything posted, and goes through then', async () => {
  await using opened = await open();
  const { browser } = opened;
  await browser.send({ kind: 'garden' });
  for (const token of [undefined, 'x', 'A'.repeat(43)]) {
    const form = browser.formData();
    form.delete('_token');
    if (token !== undefined) form.set('_token', token);
    form.set('notes', 'By the gate');
    form.set('from-day', '27');
    await browser.post(form);
    assert.equal(browser.status, 403);
    assert.equal(browser.heading, 'About the skip');
    assert.match(browser.text, /Nothing you entered on it is lost/);
    assert.equal(browser.formData().get('notes'), 'By the gate');
    assert.equal(browser.formData().get('from-day'), '27');
  }
  // Nothing of it was kept without the token.
  const other = browser.newTab();
  await other.open(browser.url);
  assert.equal(other.formData().get('notes'), '');
  await browser.send({ 'from-month': '3', 'from-year': '2027' });
  assert.equal(browser.heading, 'What is its registration?');
});

test('a form whose draft is gone is shown again with everything posted, and what is missing is asked afterwards', async () => {
  await using opened = await open();
  const { browser, sent } = opened;
  await browser.send({ kind: 'garden' });
  browser.cookies.clear();
  await browser.send({ 'from-day': '27', 'from-month': '3', 'from-year': '2027', notes: 'By the gate' });
  assert.equal(browser.status, 403);
  assert.equal(browser.formData().get('notes'), 'By the gate');
  await browser.send();
  assert.equal(browser.heading, 'What is the skip for?');
  await browser.send({ kind: 'garden' });
  assert.equal(browser.heading, 'About the skip');
  await browser.send();
  await browser.send({ registration: 'AB1' });
  await browser.send({ _another: 'no' });
  await browser.send();
  await browser.send();
  assert.equal(sent[0]?.answers['notes'], 'By the gate');
});

test('what was posted without a draft is there again where its page depends on answers that were lost', async () => {
  const journey = (answers: Answers): Journey => ({
    ...skipJourney,
    steps: [
      {
        id: 'what',
        contents: [{ kind: 'text', name: 'what', label: text('What?'), rules: [{ rule: 'required', message: text('Enter what') }] }],
      },
      ...(answers['what'] === undefined
        ? []
        : [{ id: 'more', contents: [{ kind: 'text' as const, name: 'size', label: text('How big?') }] }]),
    ],
  });
  await using opened = await open({ service: { journey, outline: { ...skipJourney, steps: [] } } });
  const { browser } = opened;
  await browser.send({ what: 'hole' });
  browser.cookies.clear();
  await browser.send({ size: '2 metres' });
  assert.equal(browser.status, 403);
  assert.equal(browser.heading, 'What?');
  await browser.send({ what: 'hole' });
  assert.equal(browser.heading, 'How big?');
  assert.equal(browser.formData().get('size'), '2 metres');
});

test('a form from another origin is refused', async () => {
  await using opened = await open();
  const { browser } = opened;
  const form = browser.formData();
  form.set('kind', 'garden');
  await browser.post(form, { headers: { Origin: 'https://evil.test' } });
  assert.equal(browser.status, 403);
  const own = browser.newTab();
  await own.open(browser.url);
  assert.equal(own.formData().get('kind'), null);
});

test('says that cookies are needed where the browser keeps none, with the way to reach the council', async () => {
  await using opened = await open();
  const browser = new PlainBrowser((request) => opened.started.gateway.fetch(request));
  browser.cookiesAllowed = false;
  await browser.open('/apply');
  assert.equal(browser.status, 403);
  assert.equal(browser.heading, 'Your browser does not keep cookies for this site');
  assert.match(browser.text, /01632 960 001/);
});

test('an address of a draft that is gone says so', async () => {
  await using opened = await open();
  const { browser } = opened;
  browser.cookies.clear();
  await browser.open(browser.url);
  assert.equal(browser.status, 403);
  assert.equal(browser.heading, 'Your answers are no longer here');
  await browser.follow('Start again');
  assert.equal(browser.heading, 'What is the skip for?');
});

test('the language changes with everything typed, and stays changed', async () => {
  await using opened = await open();
  const { browser } = opened;
  await browser.send({ kind: 'garden' });
  await browser.send({ notes: 'Wrth y giât', 'from-day': '31' }, { name: '_action', value: 'language:cy' });
  assert.equal(browser.status, 200);
  assert.equal(browser.heading, 'Am y sgip');
  assert.equal(browser.formData().get('notes'), 'Wrth y giât');
  assert.equal(browser.formData().get('from-day'), '31');
  await browser.send();
  assert.deepEqual(browser.errors, ['Rhaid i’r dyddiad fod yn un go iawn, fel 27 3 2027']);
  assert.match(browser.title, /^Gwall: /);
  await browser.send({ 'from-month': 'mai', 'from-year': '2027' });
  assert.equal(browser.heading, 'Beth yw ei rif cofrestru?');
  await browser.send({ registration: 'AB1' });
  await browser.send({ _another: 'no' });
  await browser.send();
  await browser.send();
  assert.equal(browser.heading, 'Cais wedi dod i law');
  await browser.send({}, { name: '_action', value: 'language:en' });
  assert.equal(browser.heading, 'Application received');
  assert.match(browser.text, /SK-1/);
});

test('a page that was open while the gateway restarted is still taken', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'council-journeys-'));
  try {
    const sent: Sent[] = [];
    let started = await start({ service: { journey: skipJourney }, submit: receiving(sent) }, folder);
    const browser = new PlainBrowser((request) => started.gateway.fetch(request));
    await browser.open('/apply');
    await toCheckPage(browser);
    await started.gateway.stop();
    started = await start({ service: { journey: skipJourney }, submit: receiving(sent) }, folder);
    await browser.send();
    assert.equal(browser.heading, 'Application received');
    assert.equal(sent.length, 1);
    await started.gateway.stop();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test('says that it was not sent, keeps everything, and tries again under the same key', async () => {
  await using opened = await open({}, (number) => (number === 1 ? { kind: 'unreachable' } : undefined));
  const { browser, sent } = opened;
  await toCheckPage(browser);
  await browser.send();
  assert.equal(browser.status, 502);
  assert.equal(browser.heading, 'We could not send it');
  assert.match(browser.text, /01632 960 001/);
  await browser.send();
  assert.equal(browser.heading, 'Application received');
  assert.equal(new Set(sent.map(({ key }) => key)).size, 1);
});

test('says it in the service’s own words where it has some', async () => {
  const notSent = {
    title: text('We could not begin your payment', 'Ni allem ddechrau eich taliad'),
    text: text('Nothing has been taken.', 'Nid oes dim wedi’i gymryd.'),
    refusedTitle: text('You cannot pay this now', 'Ni allwch dalu hwn nawr'),
  };
  const outcomes: SubmitOutcome[] = [{ kind: 'unreachable' }, { kind: 'refused', message: 'It was paid yesterday.' }];
  await using opened = await open({ service: { journey: { ...skipJourney, notSent } } }, (number) => outcomes[number - 1]);
  const { browser } = opened;
  await toCheckPage(browser);
  await browser.send();
  assert.equal(browser.heading, 'We could not begin your payment');
  assert.match(browser.text, /Nothing has been taken\./);
  await browser.send();
  assert.equal(browser.heading, 'You cannot pay this now');
  assert.match(browser.text, /It was paid yesterday\./);
});

test('learns the reference of what had arrived after all, when the answers were changed meanwhile', async () => {
  await using opened = await open(
    {},
    (number) => [{ kind: 'unreachable' }, { kind: 'conflict' }, undefined][number - 1] as SubmitOutcome | undefined,
  );
  const { browser, sent } = opened;
  await toCheckPage(browser);
  await browser.send();
  await browser.follow('Back');
  await browser.follow('Change what is your email address?');
  await browser.send({ email: 'bob@example.org' });
  await browser.send();
  assert.equal(browser.heading, 'Application received');
  assert.deepEqual(
    sent.map(({ answers }) => answers['email']),
    ['ann@example.org', 'bob@example.org', 'ann@example.org'],
  );
});

test('errors that come back from sending are asked about page by page', async () => {
  const errors = [
    { field: 'email', message: 'Enter another email address' },
    { field: 'vehicles.0.registration', message: 'Enter a registration that is known' },
  ];
  await using opened = await open({}, (number) => (number === 1 ? { kind: 'errors', errors } : undefined));
  const { browser, sent } = opened;
  await toCheckPage(browser);
  await browser.send();
  assert.deepEqual(browser.errors, ['Enter a registration that is known']);
  assert.equal(browser.formData().get('registration'), 'AB12 CDE');
  await browser.send({ registration: 'XY1' });
  assert.deepEqual(browser.errors, ['Enter another email address']);
  await browser.send();
  assert.equal(browser.heading, 'Check your answers');
  await browser.send();
  assert.equal(browser.heading, 'Application received');
  assert.notEqual(sent[0]?.key, sent[1]?.key);
});

test('a refusal is told in the council’s words', async () => {
  await using opened = await open({}, () => ({ kind: 'refused', message: 'This street belongs to Ashton: apply to them.' }));
  const { browser } = opened;
  await toCheckPage(browser);
  await browser.send();
  assert.equal(browser.status, 422);
  assert.match(browser.text, /This street belongs to Ashton/);
  await browser.follow('Back');
  await browser.send();
  assert.notEqual(opened.sent[0]?.key, opened.sent[1]?.key, 'what is sent after a refusal is another');
});

test('where the questions come from elsewhere and do not, nothing typed is lost', async () => {
  let up = true;
  const journey = async (): Promise<Journey> => {
    if (!up) throw new Error('refused');
    return skipJourney;
  };
  await using opened = await open({ service: { journey, outline: { ...skipJourney, steps: [] } } });
  const { browser } = opened;
  await browser.send({ kind: 'garden' });
  up = false;
  await browser.send({ 'from-day': '27', 'from-month': '3', 'from-year': '2027', notes: 'By the gate' });
  assert.equal(browser.status, 503);
  assert.equal(browser.heading, 'The next question could not be loaded');
  up = true;
  await browser.send();
  assert.equal(browser.heading, 'What is its registration?');
  up = false;
  await browser.open(browser.url);
  assert.equal(browser.status, 503);
  up = true;
  await browser.send();
  assert.equal(browser.heading, 'What is its registration?');
});

test('repeated sections: add, change, remove', async () => {
  await using opened = await open();
  const { browser, sent } = opened;
  await browser.send({ kind: 'garden' });
  await browser.send({ 'from-day': '27', 'from-month': '3', 'from-year': '2027' });
  await browser.send({ registration: 'FIRST' });
  assert.equal(browser.heading, 'Vehicles');
  await browser.send();
  assert.deepEqual(browser.errors, ['Select yes if you want to add another']);
  await browser.send({ _another: 'yes' });
  assert.equal(browser.address, 'vehicles/2/registration');
  await browser.send({ registration: 'SECOND' });
  await browser.send({ _another: 'yes' });
  await browser.send({ registration: 'THIRD' });
  // Three are all there can be.
  assert.ok(!browser.controlNames.includes('_another'));
  await browser.send({}, { name: '_action', value: 'remove:1' });
  assert.doesNotMatch(browser.text, /SECOND/);
  await browser.follow('Change THIRD');
  assert.equal(browser.formData().get('registration'), 'THIRD');
  await browser.send({ registration: 'LAST' });
  await browser.send({ _another: 'no' });
  await browser.send();
  await browser.send();
  assert.deepEqual(plain(sent[0]?.answers['vehicles']), [{ registration: 'FIRST' }, { registration: 'LAST' }]);
});

test('photos are taken in one by one, listed, removed, and refused with a sentence each', async () => {
  const journey: Journey = {
    ...skipJourney,
    steps: [
      {
        id: 'photos',
        contents: [{ kind: 'files', name: 'photos', label: text('Photos', 'Lluniau'), maxFiles: 2, maxSize: 1_000_000, accept: 'image/*' }],
      },
    ],
  };
  const taken: UploadedFile[] = [];
  await using opened = await open({
    service: { journey },
    upload: () => async (file) => {
      if (file.name.endsWith('.exe')) return { kind: 'refused', message: `${file.name} is not an image` };
      taken.push({ id: `id${String(taken.length + 1)}`, name: file.name, size: file.size, type: file.type });
      return { kind: 'taken', file: taken.at(-1) as UploadedFile };
    },
  });
  const { browser, sent } = opened;
  const file = (name: string, size = 3): File => new File([new Uint8Array(size)], name, { type: 'image/jpeg' });
  await browser.send(
    { photos: [file('a<b>.jpg'), file('bad.exe'), file('big.jpg', 1_000_001)] },
    { name: '_action', value: 'upload:photos' },
  );
  assert.equal(browser.status, 422);
  assert.deepEqual(browser.errors, ['bad.exe is not an image', 'big.jpg must be smaller than 1 MB']);
  assert.match(browser.text, /a<b>\.jpg/);
  await browser.send({ photos: [file('c.jpg')] });
  assert.equal(browser.heading, 'Check your answers');
  assert.match(browser.text, /a<b>\.jpg ?c\.jpg/);
  await browser.follow('Change photos');
  await browser.send({ photos: [file('d.jpg')] });
  assert.deepEqual(browser.errors, ['You can add up to 2 files. Remove some first']);
  await browser.send({}, { name: '_remove.photos', value: 'id1' });
  assert.doesNotMatch(browser.text, /a<b>/);
  // A draft that is gone, and the photos are still there.
  browser.cookies.clear();
  await browser.send();
  assert.equal(browser.status, 403);
  assert.match(browser.text, /c\.jpg/);
  await browser.send();
  await browser.send();
  assert.deepEqual(plain(sent[0]?.answers['photos']), [taken[1]]);
});

test('a special question has its own words, checks, buttons and data', async () => {
  const place = special({
    schema: v.object({ words: v.string(), found: v.optional(v.array(v.string())), chosen: v.optional(v.string()) }),
    parse(form, { name }) {
      const words = String(form.get(`${name}-words`) ?? '').trim();
      const found = form.getAll(`${name}-found`).map(String);
      const chosen = form.get(`${name}-chosen`);
      return words === '' ? undefined : { words, found, ...(typeof chosen === 'string' ? { chosen } : {}) };
    },
    check: async ({ words, chosen }, { question, language }) =>
      words.includes('Ashton')
        ? [{ field: `${question.name}-words`, message: language === 'cy' ? 'Ashton biau hwn' : 'This is in Ashton' }]
        : chosen === undefined
          ? [{ field: question.name, message: 'Choose one' }]
          : [],
    load: async ({ answer }) => `near ${answer?.words ?? 'nothing'}`,
    act: async (action, answer) => ({
      answer: answer && { ...answer, found: [`${action} ${answer.words} 1`, `${action} ${answer.words} 2`] },
    }),
    template: ({ question: { name }, answer, errors, data, label }) =>
      html`<h1>${label.text}</h1>
        <p>${String(data)}</p>
        ${errors.map(({ message }) => html`<p>${message}</p>`)}<input name=${`${name}-words`} value=${answer?.words ?? ''} /><button
          name="_action"
          value=${`special:${name}:find`}
        >
          Find</button
        >${(answer?.found ?? []).map(
          (each) =>
            html`<input type="hidden" name=${`${name}-found`} value=${each} /><input
                type="radio"
                name=${`${name}-chosen`}
                value=${each}
              />`,
        )}`,
    summary: ({ chosen }) => chosen ?? '',
  });
  const journey: Journey = {
    ...skipJourney,
    steps: [
      {
        id: 'where',
        contents: [
          {
            kind: 'special',
            special: 'place',
            name: 'where',
            label: text('Where is it?'),
            rules: [{ rule: 'required', message: text('Enter where it is') }],
          },
        ],
      },
    ],
  };
  await using opened = await open({ service: { journey, specials: { place } } });
  const { browser, sent } = opened;
  await browser.send();
  assert.deepEqual(browser.errors, ['Enter where it is']);
  await browser.send({ 'where-words': 'Ashton Road' });
  assert.deepEqual(browser.errors, ['This is in Ashton']);
  assert.equal(browser.formData().get('where-words'), 'Ashton Road');
  await browser.send({ 'where-words': 'Mill Lane' }, { name: '_action', value: 'special:where:find' });
  assert.equal(browser.status, 200);
  assert.match(browser.text, /near Mill Lane/);
  await browser.send({ 'where-chosen': 'find Mill Lane 2' });
  assert.match(browser.text, /Where is it\? find Mill Lane 2/);
  await browser.send();
  assert.equal((sent[0]?.answers['where'] as { chosen?: string }).chosen, 'find Mill Lane 2');
});

test('hostile fields change nothing and are shown as words', async () => {
  await using opened = await open();
  const { browser } = opened;
  const form = browser.formData();
  for (const name of ['__proto__', 'constructor', 'toString', 'passed', 'answers[kind]', '_shown', 'kind[]'])
    form.append(name, '{"polluted":true}');
  form.append('kind', 'no-such-choice');
  await browser.post(form);
  assert.equal(browser.status, 422);
  assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  await browser.send({ kind: 'other', 'other-kind': '<script>alert(1)</script>\u0000\u202eevil\ud800' });
  assert.equal(browser.heading, 'About the skip');
  await browser.open(browser.url.replace('details', 'kind'));
  assert.doesNotMatch(browser.html, /<script>alert/);
  assert.equal(browser.formData().get('other-kind'), '<script>alert(1)</script>evil\ufffd');
  for (const body of [new URLSearchParams({ _token: 'x' }), '{"a":1}', new FormData()]) {
    const tab = browser.newTab();
    await tab.open(browser.url, { method: 'POST', body });
    assert.ok(tab.status >= 400 && tab.status < 500, `${String(tab.status)} for ${String(body)}`);
  }
});

/** How many drafts the gateway keeps. */
function keptDrafts({ folder }: Started): unknown {
  const database = new DatabaseSync(join(folder, 'gateway.sqlite'), { readOnly: true });
  try {
    return database.prepare('select count(*) as drafts from gateway_draft').get()?.['drafts'];
  } finally {
    database.close();
  }
}

test('nothing is kept of those who only look: robots, previews, residents who turn back', async () => {
  await using opened = await open();
  const { browser, started } = opened;
  const robot = new PlainBrowser((request) => started.gateway.fetch(request));
  robot.cookiesAllowed = false;
  for (const method of ['GET', 'HEAD']) {
    await robot.open('/apply', { method });
    assert.equal(robot.headers.get('X-Robots-Tag'), 'noindex, nofollow');
    await robot.open('/apply?lang=cy', { method });
    await browser.open('/apply', { method });
    await browser.open(`${browser.url}?lang=cy`, { method });
    await browser.open(new URL('check', browser.url).href, { method });
  }
  assert.equal(keptDrafts(started), 0);
  await browser.send({ kind: 'garden' });
  assert.equal(browser.heading, 'Am y sgip');
  assert.equal(keptDrafts(started), 1);
  await browser.open('/apply');
  assert.equal(keptDrafts(started), 1);
});

test('the first page keeps its language before there is an answer', async () => {
  await using opened = await open();
  const { browser } = opened;
  const first = browser.url;
  await browser.open(`${first}?lang=cy`);
  assert.equal(browser.heading, 'Ar gyfer beth mae’r sgip?');
  await browser.open(first);
  assert.equal(browser.heading, 'Ar gyfer beth mae’r sgip?');
  await browser.send({}, { name: '_action', value: 'language:en' });
  assert.equal(browser.heading, 'What is the skip for?');
  await browser.send({ kind: 'garden' });
  assert.equal(browser.heading, 'About the skip');
});

test('Back to the first page, and a second press of its button, are the same draft', async () => {
  await using opened = await open();
  const { browser, sent, started } = opened;
  const first = browser.url;
  const again = browser.newTab();
  await again.open(first);
  await Promise.all([browser.send({ kind: 'garden' }), again.send({ kind: 'garden' })]);
  assert.equal(keptDrafts(started), 1);
  await browser.open(first);
  assert.deepEqual(browser.formData().getAll('kind'), ['garden']);
  await toCheckPage(browser);
  await browser.send();
  assert.match(browser.text, /SK-1/);
  assert.equal(sent.length, 1);
});

test('pages that were opened and left make room before answers do', async () => {
  await using opened = await open();
  const { browser } = opened;
  await browser.send({ kind: 'garden' });
  const answered = browser.url;
  for (let time = 0; time < 20; time += 1) await browser.open('/apply');
  assert.ok(browser.cookies.size <= 8, String(browser.cookies.size));
  await browser.open(answered);
  assert.equal(browser.heading, 'About the skip');
});

test('a browser that begins often does not collect cookies without end', async () => {
  await using opened = await open();
  const { browser } = opened;
  for (let time = 0; time < 20; time += 1) await browser.open('/apply');
  assert.ok(browser.cookies.size <= 8, String(browser.cookies.size));
  await browser.send({ kind: 'garden' });
  assert.equal(browser.heading, 'About the skip');
});

test('a definition that contradicts itself stops the start with what is wrong', async () => {
  const journey: Journey = {
    ...skipJourney,
    steps: [
      { id: 'check', contents: [{ kind: 'text', name: 'a', label: text('A') }] },
      {
        id: 'two',
        when: { question: 'later', is: 'x' },
        contents: [{ kind: 'text', name: 'a', label: text('A'), rules: [{ rule: 'pattern', pattern: '(a+)+', message: text('No') }] }],
      },
      { id: 'three', contents: [] },
    ],
  };
  await assert.rejects(start({ service: { journey }, submit: receiving([]) }), (error: Error) => {
    for (const part of [
      '“check” is taken',
      'depends on “later”',
      'two questions are named “a”',
      'nests quantifiers',
      '“three” needs a title',
    ])
      assert.ok(error.message.includes(part), part);
    return true;
  });
});
