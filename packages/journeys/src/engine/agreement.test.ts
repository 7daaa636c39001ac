import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { cleanIdentifier, cleanLine, cleanLines, readPostcode, readTelephone } from '@council-kit/core';
import { renderToString } from '@council-kit/gateway';
import fc from 'fast-check';
import { DraftStore } from '../browser/draft-store.ts';
import { JourneyRun } from '../browser/journey-run.ts';
import type { Answers, Journey } from '../definition.ts';
import * as further from '../page/further-pages.ts';
import { showPage } from '../page/show-page.ts';
import { draftFrom, newDraft, storedDraft } from '../server/server-draft.ts';
import type { SubmitOutcome } from '../submission.ts';
import { PlainBrowser, type Filling } from '../testing/plain-browser.ts';
import { randomJourney, typed } from '../testing/random-journey.ts';
import { text } from '../testing/skip.journey.ts';
import { start, type Started } from '../server/journey-pages.fixture.ts';
import { definitionFaults } from './definition-faults.ts';
import { backAddress, checkAddress } from './addresses.ts';
import { datePartNames } from './form-fields.ts';
import { walk } from './walk.ts';

/** What a resident does next. Numbers choose among what there is on the page. */
type Doing =
  | { readonly kind: 'answer'; readonly picks: readonly number[]; readonly words: readonly string[] }
  | { readonly kind: 'language'; readonly picks: readonly number[]; readonly words: readonly string[] }
  | { readonly kind: 'back'; readonly picks: readonly number[]; readonly words: readonly string[] }
  | { readonly kind: 'visit'; readonly page: number; readonly changing: boolean }
  | { readonly kind: 'remove'; readonly entry: number };

const picks = fc.array(fc.nat({ max: 7 }), { minLength: 12, maxLength: 12 });
const words = fc.array(typed, { minLength: 6, maxLength: 6 });
const doing: fc.Arbitrary<Doing> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('answer' as const), picks, words }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('language' as const), picks, words }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('back' as const), picks, words }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('visit' as const), page: fc.nat({ max: 12 }), changing: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), entry: fc.nat({ max: 3 }) }) },
);

let current: Journey;
let serverSent: Answers[] = [];
let started: Started;

before(async () => {
  started = await start({
    service: {
      journey: () => current,
      outline: { name: 'random', title: text('Random'), steps: [], check: { title: text('Check'), button: text('Send') } },
    },
    submit: async (answers) => {
      serverSent.push(answers);
      return { kind: 'accepted', accepted: { reference: 'R-1' } };
    },
  });
});
after(() => started[Symbol.asyncDispose]());

/** The browser runner without a DOM: what is shown is rendered as the server would, and its forms are filled in the same way. */
class ScriptedBrowser {
  readonly sent: Answers[] = [];
  readonly run: JourneyRun;

  constructor(journey: Journey) {
    this.run = new JourneyRun({
      service: { journey },
      submit: async (answers): Promise<SubmitOutcome> => {
        this.sent.push(answers);
        return { kind: 'accepted', accepted: { reference: 'R-1' } };
      },
      drafts: new DraftStore('random', 'none', 1),
      language: 'en',
      changed: () => undefined,
    });
  }

  /** What is shown, opened in a browser that can fill it in. */
  async seen(): Promise<PlainBrowser> {
    const { shown, journey, progress, language } = this.run;
    const body =
      shown.kind === 'page'
        ? showPage(shown.address, shown.walk, progress.answers, {
            address: shown.address,
            journey,
            specials: {},
            language,
            languages: ['en', 'cy'],
            enhanced: true,
            errors: shown.errors,
            changing: shown.changing,
            data: {},
            href: (address) => `#${address}`,
            action: '',
            hidden: {},
            choices: further.choicesTemplate,
            further,
          }).body
        : '';
    return new PlainBrowser(async () => new Response(renderToString(body))).open('http://council.test/');
  }

  get address(): string {
    const { shown } = this.run;
    return shown.kind === 'page' ? shown.address : shown.kind;
  }
}

/** A filling for a page's questions, from arbitrary numbers and words. */
function fillingFor(
  journey: Journey,
  run: JourneyRun,
  { picks, words }: Pick<Extract<Doing, { kind: 'answer' }>, 'picks' | 'words'>,
): Filling {
  const { shown } = run;
  const page = shown.kind === 'page' ? shown.walk.pages.find(({ address }) => address === shown.address) : undefined;
  const filling: Record<string, string | string[]> = {};
  let at = 0;
  const pick = (): number => picks[(at += 1) % picks.length] ?? 0;
  const word = (): string => words[pick() % words.length] ?? '';
  if (page?.kind === 'entries')
    return page.entries.length < page.section.max && pick() > 0 ? { _another: pick() % 3 === 0 ? 'yes' : 'no' } : {};
  for (const content of page?.contents ?? []) {
    if (content.kind === 'information') continue;
    if ('choices' in content) {
      const values = [...content.choices.map(({ value }) => value), 'no-such-choice'];
      const value = values[pick() % values.length] ?? '';
      if (content.kind === 'checkboxes') filling[content.name] = [value, ...(content.none && pick() === 0 ? ['none'] : [])];
      else if (pick() > 0) filling[content.name] = value;
      for (const revealed of content.choices.flatMap(({ questions = [] }) => questions)) filling[revealed.name] = word();
    } else if (content.kind === 'date') {
      const good = pick() > 2;
      const parts = good ? [String(1 + pick()), ['3', 'Mai', 'jun'][pick() % 3] ?? '3', String(2020 + pick())] : [word(), word(), ''];
      for (const [index, name] of datePartNames(content.name).entries()) filling[name] = parts[index] ?? '';
    } else if (pick() > 0) filling[content.name] = word();
  }
  void journey;
  return filling;
}

/** Everything typed stands in the page that is shown again, cleaned at most. */
function nothingLost(filling: Filling, shown: PlainBrowser): void {
  const form = shown.formData();
  const isDate = (name: string): boolean => /-(?:day|month|year)$/.test(name);
  for (const [name, value] of Object.entries(filling)) {
    // Understood dates come back as numbers; choices that there are not, not at all.
    if (typeof value !== 'string' || isDate(name) || value === 'no-such-choice' || !form.has(name)) continue;
    const again = String(form.get(name)).replaceAll('\r\n', '\n');
    const cleaned = [cleanLine, cleanLines, cleanIdentifier, readTelephone, (text: string) => readPostcode(text)?.text].map((clean) =>
      clean(value),
    );
    assert.ok(cleaned.includes(again), `“${value}” became “${again}”`);
  }
}

/** A page's form with some of it filled in. */
function filledIn(untouched: FormData, filling: Filling): FormData {
  const form = new FormData();
  for (const [name, value] of untouched) if (!(name in filling)) form.append(name, value);
  for (const [name, value] of Object.entries(filling)) for (const one of [value].flat()) form.append(name, one);
  return form;
}

const own = (form: FormData): string[] =>
  [...form]
    .filter(([name]) => !['_token', '_language'].includes(name))
    .map(([name, value]) => `${name}=${String(value).replaceAll('\r\n', '\n')}`);

/** What the random residents came to: a property that nothing happens in proves nothing. */
const met = { pages: 0, errors: 0, entries: 0, changes: 0, sent: 0 };

test('from any answers, in any order of going back and forth, browser and server agree on the next page, its questions and the errors', async () => {
  await fc.assert(
    fc.asyncProperty(randomJourney, fc.array(doing, { minLength: 1, maxLength: 25 }), async (journey, doings) => {
      assert.deepEqual(definitionFaults(journey), []);
      current = journey;
      serverSent = [];
      const server = await new PlainBrowser((request) => started.gateway.fetch(request)).open('/apply');
      const scripted = new ScriptedBrowser(journey);
      await scripted.run.start();
      const base = server.url.split('/').slice(0, 5).join('/');

      for (const each of [...doings, undefined]) {
        const seen = await scripted.seen();
        assert.equal(server.address, scripted.address);
        assert.deepEqual(server.errors, seen.errors);
        if (scripted.run.shown.kind !== 'page') break;
        assert.equal(server.heading, seen.heading);
        met.pages += 1;
        met.errors += server.errors.length;
        met.entries += /\/\d+\//.test(server.address) ? 1 : 0;
        met.changes += scripted.run.shown.changing ? 1 : 0;
        assert.deepEqual(own(server.formData()), own(seen.formData()));
        if (each === undefined) break;

        if (each.kind === 'answer' || each.kind === 'language') {
          const filling = fillingFor(journey, scripted.run, each);
          const names = Object.keys(filling).filter((name) => !seen.controlNames.includes(name));
          assert.deepEqual(names, [], 'the page has a control for each question');
          const form = filledIn(seen.formData(), filling);
          const { address } = server;
          if (each.kind === 'answer') {
            await scripted.run.press(form);
            await server.send(filling);
          } else {
            const language = scripted.run.language === 'en' ? 'cy' : 'en';
            await scripted.run.setLanguage(language, form);
            await server.send(filling, { name: '_action', value: `language:${language}` });
          }
          if (server.address === address && !server.controlNames.includes('_another')) nothingLost(filling, server);
        } else if (each.kind === 'back') {
          const { walk: walked, address, changing } = scripted.run.shown;
          const back = backAddress(walked, address, changing);
          // What was typed goes along, but where a change is called off.
          const filling = changing ? {} : fillingFor(journey, scripted.run, each);
          assert.equal(await server.back(filling), back !== undefined);
          if (back === undefined) continue;
          await scripted.run.goTo({ address: back, changing: false }, 'push', filledIn(seen.formData(), filling));
        } else if (each.kind === 'visit') {
          const { shown } = scripted.run;
          const pages = shown.kind === 'page' ? [...shown.walk.pages.map(({ address }) => address), checkAddress] : [];
          const address = pages[each.page % pages.length] ?? checkAddress;
          await scripted.run.goTo({ address, changing: each.changing }, 'push');
          await server.open(`${base}/${address}${each.changing ? '?change=1' : ''}`);
        } else {
          const button = { name: '_action', value: `remove:${String(each.entry)}` };
          const form = seen.formData();
          form.append(button.name, button.value);
          await scripted.run.press(form, button.value);
          // The check page has no such button: pressing what is not there does nothing on either side.
          if (server.address !== checkAddress) await server.send({}, button);
          else if (scripted.address !== checkAddress) await server.send();
        }
      }
      assert.deepEqual(JSON.stringify(serverSent), JSON.stringify(scripted.sent));
      met.sent += serverSent.length;
    }),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 150) },
  );
  for (const [what, times] of Object.entries(met)) assert.ok(times > 0, `no ${what} in all of these`);
});

test('a draft says the same after it was stored', async () => {
  await fc.assert(
    fc.asyncProperty(randomJourney, fc.array(doing, { maxLength: 12 }), async (journey, doings) => {
      const scripted = new ScriptedBrowser(journey);
      await scripted.run.start();
      for (const each of doings) {
        if (each.kind !== 'answer' || scripted.run.shown.kind !== 'page' || scripted.address === checkAddress) continue;
        const form = new FormData();
        for (const [name, value] of Object.entries(fillingFor(journey, scripted.run, each)))
          for (const one of [value].flat()) form.append(name, String(one));
        await scripted.run.press(form);
      }
      const { progress } = scripted.run;
      const stored = draftFrom(JSON.parse(JSON.stringify(storedDraft({ ...newDraft('en'), progress }))));
      assert.deepEqual(JSON.stringify(stored?.progress), JSON.stringify(progress));
      assert.deepEqual(
        JSON.stringify(walk(journey, stored?.progress.answers ?? {}, {})),
        JSON.stringify(walk(journey, progress.answers, {})),
      );
    }),
    { numRuns: 100 },
  );
});

test('no form and no draft, however hostile, breaks the engine or what it stands on', () => {
  const anything = fc.dictionary(
    fc.oneof(fc.constantFrom('__proto__', 'constructor', 'q1', 'q2', 'list0', 'toString'), fc.string()),
    fc.jsonValue(),
  );
  fc.assert(
    fc.property(randomJourney, anything, (journey, answers) => {
      const walked = walk(journey, answers as Answers, {});
      assert.ok(walked.pages.length <= 5 * 4);
      assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    }),
  );
});
