import { expect } from '@open-wc/testing';
import { expectAccessible } from '@council-kit/testing/accessibility.js';
import { fixture } from '@council-kit/testing/fixture.js';
import { danglingReferences } from '@council-kit/testing/id-references.js';
import { focused, press, type } from '@council-kit/testing/keyboard.js';
import { html } from 'lit';
import * as v from 'valibot';
import '../define.ts';
import type { Answers, Journey } from '../definition.ts';
import { special } from '../special.ts';
import type { SubmitContext, SubmitOutcome } from '../submission.ts';
import { skipJourney, text } from '../testing/skip.journey.ts';
import type { CouncilJourney } from './council-journey.ts';

const accepted: SubmitOutcome = { kind: 'accepted', accepted: { reference: 'SK-7Q2M' } };

interface Sent {
  readonly answers: Answers;
  readonly context: SubmitContext;
}

/** A journey in the page, and what it has sent. */
interface Running {
  readonly element: CouncilJourney;
  readonly sent: Sent[];
  readonly root: ShadowRoot;
}

interface Options {
  readonly journey?: CouncilJourney['journey'];
  readonly outcome?: (sent: Sent) => SubmitOutcome | Promise<SubmitOutcome>;
  readonly properties?: Partial<CouncilJourney>;
}

async function run({ journey = skipJourney, outcome = () => accepted, properties = {} }: Options = {}): Promise<Running> {
  const sent: Sent[] = [];
  const element = await fixture<CouncilJourney>(html`<council-journey></council-journey>`);
  const step = new Promise((done) => element.addEventListener('council-journey-step', done, { once: true }));
  // Without history by default: WebKit allows a hundred entries in ten seconds, and these tests are faster than any resident.
  Object.assign(element, { history: 'none' }, properties, {
    journey,
    submit: async (answers: Answers, context: SubmitContext) => {
      sent.push({ answers, context });
      return outcome({ answers, context });
    },
  });
  const root = element.shadowRoot;
  if (!root) throw new Error('there is no wall');
  await until(root, () => root.querySelector('h1') !== null);
  // What runs the journey comes after the first question, and begins with this.
  if (root.querySelector('form[data-page]:not([data-page=""])')) await step;
  return { element, sent, root };
}

/** Waits for what a change in a tree brings about. */
function until(root: Node, holds: () => boolean): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise((done) => {
    const observer = new MutationObserver(() => {
      if (!holds()) return;
      observer.disconnect();
      // The page has been drawn; what follows from it (title, focus) is done in the same update.
      queueMicrotask(done);
    });
    observer.observe(root, { childList: true, subtree: true, characterData: true, attributes: true });
  });
}

const heading = (root: ParentNode): string => root.querySelector('h1')?.textContent.trim() ?? '';
/** Waits for a page; says what is there instead when it does not come. */
const shows = async (root: ShadowRoot, words: string): Promise<void> => {
  const instead = new Promise((_, fail) =>
    setTimeout(() => fail(new Error(`“${words}” did not come; there is “${heading(root)}”: ${errorsShown(root).join(', ')}`)), 4_000),
  );
  await Promise.race([until(root, () => heading(root) === words), instead]);
};
const control = <E extends Element = HTMLInputElement>(root: ParentNode, selector: string): E => {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`there is no ${selector} in “${heading(root)}”`);
  return found;
};
/** Presses the button that goes on: the form's last. */
const proceed = (root: ShadowRoot): void => {
  [...root.querySelectorAll<HTMLButtonElement>('.council-button')].at(-1)?.click();
};
const errorsShown = (root: ShadowRoot): (string | undefined)[] =>
  [...root.querySelectorAll('.council-error-summary-list li')].map((item) => item.textContent.trim());

/** From the first question to the check page, with as little as will do. */
async function toCheckPage(root: ShadowRoot): Promise<void> {
  control(root, 'input[value="garden"]').click();
  proceed(root);
  await shows(root, 'About the skip');
  control(root, '#from-day').value = '27';
  control(root, '#from-month').value = 'mar';
  control(root, '#from-year').value = '2027';
  proceed(root);
  await shows(root, 'What is its registration?');
  control(root, '#registration').value = 'AB12 CDE';
  proceed(root);
  await shows(root, 'Vehicles');
  control(root, 'input[value="no"]').click();
  proceed(root);
  await shows(root, 'What is your email address?');
  proceed(root);
  await shows(root, 'Check your answers');
}

const ownTitle = document.title;
const ownUrl = location.href;
beforeEach(() => {
  document.title = 'Skips – Aldermere';
  if (location.href !== ownUrl) history.pushState(null, '', ownUrl);
  sessionStorage.clear();
  localStorage.clear();
});
after(() => {
  document.title = ownTitle;
  history.replaceState(null, '', ownUrl);
});

describe('council-journey', () => {
  it('goes from the first question to the reference', async () => {
    const { element, root, sent } = await run();
    const submitted = new Promise<string>((done) =>
      element.addEventListener('council-journey-submitted', ({ reference }) => done(reference)),
    );
    expect(heading(root)).to.equal('What is the skip for?');
    await toCheckPage(root);
    await expectAccessible(element);
    const rows = [...root.querySelectorAll('.council-summary-list-row')].map((row) =>
      [row.querySelector('dt'), row.querySelector('dd')].map((cell) => cell?.textContent.trim()).join(': '),
    );
    expect(rows).to.deep.equal([
      'What is the skip for?: Garden waste',
      'When does it come?: 27 March 2027',
      'Anything else?: Not provided',
      'What is its registration?: AB12 CDE',
      'What is your email address?: Not provided',
    ]);
    proceed(root);
    await shows(root, 'Application received');
    expect(root.textContent).to.contain('SK-7Q2M').and.contain('We answer within 5 days.');
    expect([...root.querySelectorAll('h2')].map(({ textContent }) => textContent)).to.include('If something has changed or gone wrong');
    expect(root.textContent).not.to.contain('If you cannot use this form');
    expect(await submitted).to.equal('SK-7Q2M');
    expect(sent.map(({ answers }) => JSON.parse(JSON.stringify(answers)) as unknown)).to.deep.equal([
      { kind: 'garden', from: '2027-03-27', vehicles: [{ registration: 'AB12 CDE' }] },
    ]);
    await expectAccessible(element);
  });

  it('tells of each page by an event that holds no answer', async () => {
    const { element, root } = await run();
    const pages: string[] = [];
    element.addEventListener('council-journey-step', (event) => pages.push(`${event.journey} ${event.address}`));
    await toCheckPage(root);
    expect(pages).to.deep.equal(['skip details', 'skip vehicles/1/registration', 'skip vehicles', 'skip email', 'skip check']);
  });

  describe('what is wrong', () => {
    it('is said at the field, in the summary, in the title, and takes the focus', async () => {
      const { element, root } = await run();
      proceed(root);
      await until(root, () => errorsShown(root).length > 0);
      await element.updateComplete;
      expect(errorsShown(root)).to.deep.equal(['Select what the skip is for']);
      expect(root.querySelector('.council-error-message')?.textContent).to.contain('Select what the skip is for');
      expect(document.title).to.equal('Error: What is the skip for? – Skips – Aldermere');
      expect(focused()?.className).to.contain('council-error-summary');
      expect(danglingReferences(root)).to.deep.equal([]);
      await expectAccessible(element);
    });

    it('is put right without losing anything', async () => {
      const { element, root } = await run();
      control(root, 'input[value="other"]').click();
      proceed(root);
      await until(root, () => errorsShown(root).length > 0);
      expect(errorsShown(root)).to.deep.equal(['Enter what the skip is for']);
      expect(control(root, 'input[value="other"]').checked).to.equal(true);
      const revealed = control(root, '#other-kind');
      expect(revealed.closest<HTMLElement>('.council-choices-conditional')?.hidden).to.equal(false);
      root.querySelector<HTMLAnchorElement>('.council-error-summary a')?.click();
      expect(focused()).to.equal(revealed);
      revealed.value = 'Moving house';
      proceed(root);
      await shows(root, 'About the skip');
      await element.updateComplete;
      expect(document.title).to.equal('About the skip – Skips – Aldermere');
    });

    it('takes the focus each time it is said', async () => {
      const { element, root } = await run();
      proceed(root);
      await until(root, () => errorsShown(root).length > 0);
      await element.updateComplete;
      control(root, 'input[value="garden"]').focus();
      proceed(root);
      await until(root, () => focused()?.classList.contains('council-error-summary') === true);
    });

    it('is asked for again at each page when it comes back from sending', async () => {
      let attempts = 0;
      const errors = [
        { field: 'email', message: 'Enter another email address' },
        { field: 'vehicles.0.registration', message: 'Enter a registration that is known' },
      ];
      const { root, sent } = await run({ outcome: () => ((attempts += 1) === 1 ? { kind: 'errors', errors } : accepted) });
      await toCheckPage(root);
      proceed(root);
      await shows(root, 'What is its registration?');
      expect(errorsShown(root)).to.deep.equal(['Enter a registration that is known']);
      expect(control(root, '#registration').value).to.equal('AB12 CDE');
      control(root, '#registration').value = 'XY1';
      proceed(root);
      await shows(root, 'What is your email address?');
      expect(errorsShown(root)).to.deep.equal(['Enter another email address']);
      proceed(root);
      await shows(root, 'Check your answers');
      proceed(root);
      await shows(root, 'Application received');
      expect(sent.length).to.equal(2);
      expect(sent[0]?.context.idempotencyKey).not.to.equal(sent[1]?.context.idempotencyKey);
    });
  });

  describe('the way through', () => {
    it('focuses the heading of each new page and leaves the focus where it was at first', async () => {
      const { element, root } = await run();
      expect(focused()).to.equal(null);
      control(root, 'input[value="garden"]').click();
      proceed(root);
      await shows(root, 'About the skip');
      await element.updateComplete;
      expect(focused()).to.equal(root.querySelector('h1'));
    });

    it('goes on with Enter', async () => {
      const { root } = await run();
      control(root, 'input[value="garden"]').focus();
      await press(' ');
      await press('Enter');
      await shows(root, 'About the skip');
    });

    it('goes back by its link with everything still there, typed and not yet sent included', async () => {
      const { root } = await run();
      control(root, 'input[value="garden"]').click();
      proceed(root);
      await shows(root, 'About the skip');
      control(root, '#notes').focus();
      await type('By the gate');
      control<HTMLAnchorElement>(root, '.council-back-link').click();
      await shows(root, 'What is the skip for?');
      expect(control(root, 'input[value="garden"]').checked).to.equal(true);
      proceed(root);
      await shows(root, 'About the skip');
      expect(control(root, '#notes').value).to.equal('By the gate');
    });

    it('has a history entry for each page, and keeps the page’s own', async () => {
      history.pushState({ page: 'own' }, '', '#section');
      const { root } = await run({ properties: { history: 'hash' } });
      expect(location.hash).to.equal('#section');
      expect((history.state as { page: string }).page).to.equal('own');
      control(root, 'input[value="garden"]').click();
      proceed(root);
      await shows(root, 'About the skip');
      expect(location.hash).to.equal('#skip=details');
      control(root, '#notes').value = 'By the gate';
      history.back();
      await shows(root, 'What is the skip for?');
      expect(location.hash).to.equal('#section');
      history.forward();
      await shows(root, 'About the skip');
      expect(control(root, '#notes').value).to.equal('By the gate');
    });

    it('leaves entries of the page’s own alone', async () => {
      const { root } = await run({ properties: { history: 'hash' } });
      control(root, 'input[value="garden"]').click();
      proceed(root);
      await shows(root, 'About the skip');
      const moved = new Promise((done) => window.addEventListener('popstate', done, { once: true }));
      history.pushState(null, '', '#elsewhere');
      history.back();
      await moved;
      expect(heading(root)).to.equal('About the skip');
    });

    it('can be told in a query parameter beside others, or not at all', async () => {
      history.replaceState(null, '', '?topic=waste');
      const query = await run({ properties: { history: 'query' } });
      control(query.root, 'input[value="garden"]').click();
      proceed(query.root);
      await shows(query.root, 'About the skip');
      expect(location.search).to.equal('?topic=waste&skip=details');
      query.element.remove();
      // Not the history's length: a browser that has had enough of it drops its oldest entries when it likes.
      history.pushState('before', '', ownUrl);
      const none = await run({ properties: { history: 'none' } });
      control(none.root, 'input[value="garden"]').click();
      proceed(none.root);
      await shows(none.root, 'About the skip');
      expect([location.href, history.state]).to.deep.equal([ownUrl, 'before']);
      control<HTMLAnchorElement>(none.root, '.council-back-link').click();
      await shows(none.root, 'What is the skip for?');
    });

    it('does not go past what is missing, whatever the address says', async () => {
      history.replaceState(null, '', '#skip=check');
      const { root } = await run({ properties: { history: 'hash' } });
      expect(heading(root)).to.equal('What is the skip for?');
      expect(location.hash).to.equal('#skip=kind');
    });

    it('changes one answer from the check page and returns; a new branch is asked first', async () => {
      const { root } = await run();
      await toCheckPage(root);
      control<HTMLAnchorElement>(root, '.council-summary-list-row a').click();
      await shows(root, 'What is the skip for?');
      control(root, 'input[value="building"]').click();
      proceed(root);
      await shows(root, 'What is in it?');
      control(root, 'input[value="none"]').click();
      proceed(root);
      await shows(root, 'Check your answers');
      expect(root.textContent).to.contain('None of these');
    });

    it('calls a change off by going back to the check page', async () => {
      const { root, sent } = await run();
      await toCheckPage(root);
      [...root.querySelectorAll<HTMLAnchorElement>('.council-summary-list-row a')].at(-1)?.click();
      await shows(root, 'What is your email address?');
      control(root, '#email').focus();
      await type('no address');
      proceed(root);
      await until(root, () => errorsShown(root).length > 0);
      control<HTMLAnchorElement>(root, '.council-back-link').click();
      await shows(root, 'Check your answers');
      proceed(root);
      await shows(root, 'Application received');
      expect(sent[0]?.answers['email']).to.equal(undefined);
    });

    it('adds and removes entries of a repeated section', async () => {
      const { root, sent } = await run();
      await toCheckPage(root);
      for (const page of ['What is your email address?', 'Vehicles']) {
        control<HTMLAnchorElement>(root, '.council-back-link').click();
        await shows(root, page);
      }
      control(root, 'input[value="yes"]').click();
      proceed(root);
      await shows(root, 'What is its registration?');
      expect(control(root, '#registration').value).to.equal('');
      control(root, '#registration').value = 'SECOND';
      proceed(root);
      await shows(root, 'Vehicles');
      expect([...root.querySelectorAll('ol li')].length).to.equal(2);
      control<HTMLButtonElement>(root, 'button[value="remove:0"]').click();
      await until(root, () => root.querySelectorAll('ol li').length === 1);
      expect(root.querySelector('ol li')?.textContent).to.contain('SECOND');
      control(root, 'input[value="no"]').click();
      proceed(root);
      await shows(root, 'What is your email address?');
      proceed(root);
      await shows(root, 'Check your answers');
      proceed(root);
      await shows(root, 'Application received');
      expect(JSON.stringify(sent[0]?.answers)).to.contain('"vehicles":[{"registration":"SECOND"}]');
    });

    it('cannot be gone back into once it was sent', async () => {
      const { root, sent } = await run({ properties: { history: 'hash' } });
      await toCheckPage(root);
      proceed(root);
      await shows(root, 'Application received');
      const moved = new Promise((done) => window.addEventListener('popstate', done, { once: true }));
      history.back();
      await moved;
      await Promise.resolve();
      expect(heading(root)).to.equal('Application received');
      expect(sent.length).to.equal(1);
    });

    it('gives the page its title back when it leaves', async () => {
      const { element } = await run();
      await element.updateComplete;
      expect(document.title).to.equal('What is the skip for? – Skips – Aldermere');
      element.remove();
      expect(document.title).to.equal('Skips – Aldermere');
    });

    it('names one question in the title, however many journeys the page has', async () => {
      const [first, second] = [await run(), await run()];
      await Promise.all([first.element.updateComplete, second.element.updateComplete]);
      expect(document.title).to.equal('What is the skip for? – Skips – Aldermere');
      second.element.remove();
      first.element.remove();
      expect(document.title).to.equal('Skips – Aldermere');
    });

    it('leaves the title and the heading of a page that has its own', async () => {
      const { element, root } = await run();
      element.remove();
      element.keepTitle = true;
      element.headingLevel = 2;
      document.body.append(element);
      try {
        await element.updateComplete;
        await until(root, () => root.querySelector('h1')?.getAttribute('aria-level') === '2');
        expect(document.title).to.equal('Skips – Aldermere');
      } finally {
        element.remove();
      }
    });
  });

  describe('sending', () => {
    it('is done once, however often the button is pressed', async () => {
      let begun: (answer: (outcome: SubmitOutcome) => void) => void;
      const sending = new Promise<(outcome: SubmitOutcome) => void>((done) => (begun = done));
      const { root, sent } = await run({ outcome: () => new Promise((done) => begun(done)) });
      await toCheckPage(root);
      proceed(root);
      proceed(root);
      const answer = await sending;
      proceed(root);
      answer(accepted);
      await shows(root, 'Application received');
      expect(sent.length).to.equal(1);
    });

    it('says that it was not sent, keeps everything, and tries again under the same key', async () => {
      let attempts = 0;
      const { element, root, sent } = await run({
        outcome: () => {
          if ((attempts += 1) === 1) throw new TypeError('Failed to fetch');
          return accepted;
        },
      });
      await toCheckPage(root);
      proceed(root);
      await shows(root, 'We could not send it');
      expect(root.textContent).to.contain('01632 960 001');
      await expectAccessible(element);
      control<HTMLAnchorElement>(root, '.council-back-link').click();
      await shows(root, 'Check your answers');
      expect(root.textContent).to.contain('AB12 CDE');
      proceed(root);
      await shows(root, 'Application received');
      expect(new Set(sent.map(({ context }) => context.idempotencyKey)).size).to.equal(1);
    });

    it('learns the reference of what had arrived after all, when the answers were changed meanwhile', async () => {
      const outcomes: SubmitOutcome[] = [{ kind: 'unreachable' }, { kind: 'conflict' }, accepted];
      const { root, sent } = await run({ outcome: () => outcomes.shift() ?? accepted });
      await toCheckPage(root);
      proceed(root);
      await shows(root, 'We could not send it');
      control<HTMLAnchorElement>(root, '.council-back-link').click();
      await shows(root, 'Check your answers');
      control<HTMLAnchorElement>(root, 'a[href*="email~change"]').click();
      await shows(root, 'What is your email address?');
      control(root, 'input[type=email]').value = 'ann@example.org';
      proceed(root);
      await shows(root, 'Check your answers');
      proceed(root);
      await shows(root, 'Application received');
      expect(sent.map(({ answers }) => answers['email'])).to.deep.equal([undefined, 'ann@example.org', undefined]);
    });

    it('says what the council says when it declines', async () => {
      const { root } = await run({ outcome: () => ({ kind: 'refused', message: 'This street belongs to Ashton: apply to them.' }) });
      await toCheckPage(root);
      proceed(root);
      await shows(root, 'It could not be sent');
      expect(root.textContent).to.contain('This street belongs to Ashton');
    });
  });

  describe('drafts', () => {
    const stored = (): number => sessionStorage.length + localStorage.length;
    const begun = async (properties: Partial<CouncilJourney>): Promise<Running> => {
      const running = await run({ properties });
      control(running.root, 'input[value="garden"]').click();
      proceed(running.root);
      await shows(running.root, 'About the skip');
      control(running.root, '#notes').value = 'By the gate';
      control(running.root, '#notes').dispatchEvent(new Event('change', { bubbles: true }));
      return running;
    };

    it('are not kept unless asked for', async () => {
      await begun({});
      expect(stored()).to.equal(0);
    });

    it('bring a tab back to where it was, with what was typed', async () => {
      const { element } = await begun({ drafts: 'tab' });
      element.remove();
      const { root } = await run({ properties: { drafts: 'tab' } });
      expect(heading(root)).to.equal('About the skip');
      expect(control(root, '#notes').value).to.equal('By the gate');
      expect(localStorage.length).to.equal(0);
    });

    it('offer another tab to go on, under the same key, or to begin anew', async () => {
      const first = await begun({ drafts: 'device' });
      first.element.remove();
      sessionStorage.clear();
      const second = await run({ properties: { drafts: 'device' } });
      expect(heading(second.root)).to.equal('You have answers you did not send');
      await expectAccessible(second.element);
      control<HTMLButtonElement>(second.root, 'button[value="resume"]').click();
      await shows(second.root, 'About the skip');
      expect(control(second.root, '#notes').value).to.equal('By the gate');
      second.element.remove();
      sessionStorage.clear();
      const third = await run({ properties: { drafts: 'device' } });
      control<HTMLButtonElement>(third.root, 'button[value="anew"]').click();
      await shows(third.root, 'What is the skip for?');
      expect(control(third.root, 'input[value="garden"]').checked).to.equal(false);
      expect(JSON.stringify({ ...localStorage })).not.to.contain('By the gate');
    });

    it('that two tabs have are sent once', async () => {
      const first = await run({ properties: { drafts: 'device' } });
      await toCheckPage(first.root);
      sessionStorage.clear();
      const second = await run({ properties: { drafts: 'device' } });
      control<HTMLButtonElement>(second.root, 'button[value="resume"]').click();
      await shows(second.root, 'Check your answers');
      proceed(second.root);
      await shows(second.root, 'Application received');
      proceed(first.root);
      await shows(first.root, 'Application received');
      expect([first.sent.length, second.sent.length]).to.deep.equal([0, 1]);
      expect(JSON.stringify({ ...localStorage })).not.to.contain('AB12 CDE');
    });

    it('end when their time is over', async () => {
      const { element } = await begun({ drafts: 'device', draftHours: 0 });
      element.remove();
      const { root } = await run({ properties: { drafts: 'device' } });
      expect(heading(root)).to.equal('What is the skip for?');
      expect(JSON.stringify({ ...localStorage })).not.to.contain('By the gate');
    });

    it('that are no drafts are nothing', async () => {
      for (const bad of [
        '{',
        '[]',
        '{"version":1}',
        '{"version":99}',
        JSON.stringify({
          version: 1,
          expires: 1e15,
          id: 'x',
          key: 'k',
          savedAt: 1,
          address: '__proto__',
          progress: { answers: { __proto__: 1, kind: { a: 1 }, notes: ['x'] }, passed: {} },
        }),
      ]) {
        sessionStorage.setItem('council-journey:skip:', 'x');
        sessionStorage.setItem('council-journey:skip:x', bad);
        const { element, root } = await run({ properties: { drafts: 'tab' } });
        expect(heading(root)).to.equal('What is the skip for?');
        element.remove();
      }
    });

    it('cost nothing where storage is blocked', async () => {
      const own = Object.getOwnPropertyDescriptor(window, 'sessionStorage');
      const blocked = {
        configurable: true,
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      };
      const ownLocal = Object.getOwnPropertyDescriptor(window, 'localStorage');
      Object.defineProperty(window, 'sessionStorage', blocked);
      Object.defineProperty(window, 'localStorage', blocked);
      try {
        const { root } = await begun({ drafts: 'device' });
        expect(heading(root)).to.equal('About the skip');
      } finally {
        if (own) Object.defineProperty(window, 'sessionStorage', own);
        if (ownLocal) Object.defineProperty(window, 'localStorage', ownLocal);
      }
    });
  });

  describe('in Welsh', () => {
    it('is switched to with everything still there, what was typed and not yet sent included', async () => {
      const { element, root } = await run({ properties: { languages: 'en cy' } });
      control(root, 'input[value="garden"]').click();
      proceed(root);
      await shows(root, 'About the skip');
      control(root, '#notes').value = 'Wrth y giât';
      control(root, '#from-day').value = '31';
      control<HTMLButtonElement>(root, 'button[lang="cy"]').click();
      await shows(root, 'Am y sgip');
      expect([control(root, '#notes').value, control(root, '#from-day').value]).to.deep.equal(['Wrth y giât', '31']);
      await element.updateComplete;
      expect(document.title).to.contain('Am y sgip');
      await expectAccessible(element);
      proceed(root);
      await until(root, () => errorsShown(root).length > 0);
      await element.updateComplete;
      expect(document.title).to.match(/^Gwall: /);
      control<HTMLButtonElement>(root, 'button[lang="en"]').click();
      await shows(root, 'About the skip');
      expect(errorsShown(root)[0]).to.contain('must be a real date');
    });

    it('follows the page it is in', async () => {
      const { element, root } = await run();
      element.lang = 'cy';
      await shows(root, 'Ar gyfer beth mae’r sgip?');
    });
  });

  it('keeps hostile answers as words', async () => {
    const { root, sent } = await run();
    control(root, 'input[value="other"]').click();
    control(root, '#other-kind').value = '<img src=x onerror=alert(1)>\u0000\u202e{"__proto__":1}';
    proceed(root);
    await shows(root, 'About the skip');
    control(root, '#from-day').value = '1';
    control(root, '#from-month').value = '2';
    control(root, '#from-year').value = '2027';
    control<HTMLTextAreaElement>(root, '#notes').value = '👩‍👩‍👧‍👦'.repeat(200_000);
    proceed(root);
    await until(root, () => errorsShown(root).length > 0);
    expect(errorsShown(root)).to.deep.equal(['Your answer must be 200 characters or fewer']);
    expect(control<HTMLTextAreaElement>(root, '#notes').value.length).to.be.greaterThan(1_000_000);
    control<HTMLTextAreaElement>(root, '#notes').value = '👩‍👩‍👧‍👦'.repeat(200);
    proceed(root);
    await shows(root, 'What is its registration?');
    control(root, '#registration').value = 'X1';
    proceed(root);
    await shows(root, 'Vehicles');
    control(root, 'input[value="no"]').click();
    proceed(root);
    await shows(root, 'What is your email address?');
    proceed(root);
    await shows(root, 'Check your answers');
    expect(root.querySelector('img')).to.equal(null);
    proceed(root);
    await shows(root, 'Application received');
    expect(sent[0]?.answers['other-kind']).to.equal('<img src=x onerror=alert(1)>{"__proto__":1}');
  });

  describe('files', () => {
    const photosJourney: Journey = {
      ...skipJourney,
      name: 'photos',
      steps: [
        {
          id: 'photos',
          contents: [{ kind: 'files', name: 'photos', label: text('Photos'), maxFiles: 2, maxSize: 1_000, accept: 'image/*' }],
        },
        { id: 'notes', contents: [{ kind: 'text', name: 'notes', label: text('Notes') }] },
      ],
    };
    const choose = (root: ShadowRoot, ...names: string[]): void => {
      const input = control(root, 'input[type=file]');
      const transfer = new DataTransfer();
      for (const name of names) transfer.items.add(new File(['x'], name, { type: 'image/jpeg' }));
      input.files = transfer.files;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.dispatchEvent(new Event('change', { bubbles: true }));
    };

    it('are uploaded as they are chosen, waited for, kept when one goes back, and sent by their ids', async () => {
      const waiting: (() => void)[] = [];
      const { root, sent } = await run({
        journey: photosJourney,
        properties: {
          upload: (file, { language }) =>
            new Promise((done) => {
              expect(language).to.equal('en');
              waiting.push(() =>
                done({ kind: 'taken', file: { id: `id-${file.name}`, name: file.name, size: file.size, type: file.type } }),
              );
            }),
        },
      });
      choose(root, 'a.jpg');
      await until(root, () => waiting.length === 1);
      proceed(root);
      await until(root, () => errorsShown(root).length > 0);
      expect(errorsShown(root)).to.deep.equal(['Wait until your files are uploaded, then continue']);
      waiting[0]?.();
      await until(root, () => root.querySelector('input[name="photos-id"]') !== null);
      proceed(root);
      await shows(root, 'Notes');
      control<HTMLAnchorElement>(root, '.council-back-link').click();
      await shows(root, 'Photos');
      await until(root, () => root.querySelector('.council-file-upload-name')?.textContent === 'a.jpg');
      expect(root.querySelectorAll('.council-file-upload-item').length).to.equal(1);
      proceed(root);
      await shows(root, 'Notes');
      proceed(root);
      await shows(root, 'Check your answers');
      expect(root.textContent).to.contain('a.jpg');
      proceed(root);
      await shows(root, 'Application received');
      expect(JSON.parse(JSON.stringify(sent[0]?.answers))).to.deep.equal({
        photos: [{ id: 'id-a.jpg', name: 'a.jpg', size: 1, type: 'image/jpeg' }],
      });
    });

    it('that were refused stop the page, until they are removed', async () => {
      const { root, sent } = await run({
        journey: photosJourney,
        properties: {
          upload: async (file) =>
            file.name === 'virus.jpg'
              ? { kind: 'refused', message: 'The selected file contains a virus' }
              : { kind: 'taken', file: { id: `id-${file.name}`, name: file.name, size: file.size, type: file.type } },
        },
      });
      choose(root, 'virus.jpg');
      await until(root, () => root.textContent?.includes('contains a virus') === true);
      proceed(root);
      await until(root, () => errorsShown(root).length > 0);
      expect(errorsShown(root)).to.deep.equal(['Remove each file that was not uploaded, or try it again']);
      control<HTMLButtonElement>(root, '.council-file-upload-remove').click();
      await until(root, () => root.querySelectorAll('.council-file-upload-item').length === 0);
      proceed(root);
      await shows(root, 'Notes');
      proceed(root);
      await shows(root, 'Check your answers');
      proceed(root);
      await shows(root, 'Application received');
      expect(sent[0]?.answers['photos']).to.equal(undefined);
    });

    it('can be removed again, and come back with a draft', async () => {
      const properties: Partial<CouncilJourney> = {
        drafts: 'tab',
        upload: async (file) => ({ kind: 'taken', file: { id: `id-${file.name}`, name: file.name, size: file.size, type: file.type } }),
      };
      const first = await run({ journey: photosJourney, properties });
      choose(first.root, 'a.jpg', 'b.jpg');
      await until(first.root, () => first.root.querySelectorAll('input[name="photos-id"]').length === 2);
      control<HTMLButtonElement>(first.root, '.council-file-upload-remove').click();
      await until(first.root, () => first.root.querySelectorAll('input[name="photos-id"]').length === 1);
      first.element.remove();
      const { root } = await run({ journey: photosJourney, properties });
      await until(root, () => root.querySelectorAll('.council-file-upload-item').length === 1);
      expect(root.querySelector('.council-file-upload-name')?.textContent).to.equal('b.jpg');
    });
  });

  it('shows a special question with what it loads, and its own errors', async () => {
    let load: (data: string) => void = () => undefined;
    const journey: Journey = {
      ...skipJourney,
      name: 'special',
      steps: [{ id: 'where', contents: [{ kind: 'special', special: 'place', name: 'where', label: text('Where is it?') }] }],
    };
    const place = special({
      schema: v.object({ words: v.string() }),
      parse: (form, { name }) => ({ words: String(form.get(`${name}-words`) ?? '') }),
      check: async ({ words }, { question }) => (words === '' ? [{ field: `${question.name}-words`, message: 'Enter where it is' }] : []),
      load: () => new Promise((done) => (load = done)),
      template: ({ question: { name }, answer, data, label, enhanced }) =>
        html`<h1>${label.text}</h1>
          <p>${String(data)} ${String(enhanced)}</p>
          <label for=${`${name}-words`}>Words</label><input id=${`${name}-words`} name=${`${name}-words`} value=${answer?.words ?? ''} />`,
      summary: ({ words }) => words,
    });
    const { root } = await run({ journey, properties: { specials: { place } } });
    expect(root.querySelector('p')?.textContent).to.equal('undefined true');
    load('three near');
    await until(root, () => root.querySelector('p')?.textContent === 'three near true');
    proceed(root);
    await until(root, () => errorsShown(root).length > 0);
    root.querySelector<HTMLAnchorElement>('.council-error-summary a')?.click();
    expect(focused()?.id).to.equal('where-words');
    control(root, '#where-words').value = 'Mill Lane';
    proceed(root);
    await shows(root, 'Check your answers');
    expect(root.textContent).to.contain('Mill Lane');
  });

  it('asks what an answer on the same page brings, as soon as it is given', async () => {
    const journey: Journey = {
      ...skipJourney,
      name: 'same-page',
      steps: [
        {
          id: 'both',
          title: text('Both'),
          contents: [
            { kind: 'select', name: 'a', label: text('A'), choices: [{ value: 'yes', text: text('Yes') }] },
            {
              kind: 'text',
              name: 'b',
              label: text('B'),
              when: { question: 'a', is: 'yes' },
              rules: [{ rule: 'required', message: text('Enter B') }],
            },
          ],
        },
      ],
    };
    const { root } = await run({ journey });
    expect(root.querySelector('#b')).to.equal(null);
    const select = control<HTMLSelectElement>(root, '#a');
    select.value = 'yes';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await until(root, () => root.querySelector('#b') !== null);
    expect(control<HTMLSelectElement>(root, '#a').value).to.equal('yes');
    proceed(root);
    await until(root, () => errorsShown(root).length > 0);
    expect(errorsShown(root)).to.deep.equal(['Enter B']);
  });

  it('runs in the page itself where a council wants that', async () => {
    const element = await fixture<CouncilJourney>(html`<council-journey light history="none"><a href="/skip">Apply</a></council-journey>`);
    Object.assign(element, { journey: skipJourney, submit: async () => accepted });
    await until(element, () => element.querySelector('h1') !== null);
    expect(element.querySelector('a[href="/skip"]')).to.equal(null);
    element.querySelector<HTMLInputElement>('input[value="garden"]')?.click();
    element.querySelector<HTMLButtonElement>('.council-button')?.click();
    await until(element, () => heading(element) === 'About the skip');
  });

  it('runs a journey that comes from elsewhere, and says so when that does not answer', async () => {
    let up = false;
    const journey: Journey = { ...skipJourney, name: 'fetched', steps: skipJourney.steps.slice(0, 1) };
    const { root } = await run({
      journey: async (answers) => {
        if (answers['kind'] !== undefined && !up) throw new TypeError('Failed to fetch');
        return answers['kind'] === undefined
          ? journey
          : { ...journey, steps: [...journey.steps, { id: 'more', contents: [{ kind: 'text', name: 'more', label: text('More?') }] }] };
      },
      properties: { outline: { ...journey, steps: [] } },
    });
    control(root, 'input[value="garden"]').click();
    proceed(root);
    await shows(root, 'The next question could not be loaded');
    up = true;
    proceed(root);
    await shows(root, 'More?');
  });
});
