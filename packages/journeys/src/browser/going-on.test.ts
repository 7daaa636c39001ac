/** A journey that goes on at another address, in a widget. */
import { expect } from '@open-wc/testing';
import { expectAccessible } from '@council-kit/testing/accessibility.js';
import { fixture } from '@council-kit/testing/fixture.js';
import { html } from 'lit';
import '../define.ts';
import type { Answers } from '../definition.ts';
import type { SubmitContext, SubmitOutcome } from '../submission.ts';
import { feeJourney } from '../testing/fee.journey.ts';
import type { CouncilJourney } from './council-journey.ts';
import type { JourneyContinueEvent } from './journey-events.ts';

interface Payer {
  readonly element: CouncilJourney;
  readonly root: ShadowRoot;
  readonly sent: { readonly answers: Answers; readonly context: SubmitContext }[];
  /** Where the page would have gone: nobody leaves a test's page. */
  readonly left: JourneyContinueEvent[];
}

const heading = (root: ParentNode): string => root.querySelector('h1')?.textContent.trim() ?? '';
function sees(root: ShadowRoot, holds: () => boolean): Promise<void> {
  if (holds()) return Promise.resolve();
  return new Promise((done) => {
    const observer = new MutationObserver(() => {
      if (!holds()) return;
      observer.disconnect();
      queueMicrotask(done);
    });
    observer.observe(root, { childList: true, subtree: true, characterData: true, attributes: true });
  });
}
const press = (root: ShadowRoot, words: string): void =>
  [...root.querySelectorAll<HTMLElement>('.council-button, a')].find((each) => each.textContent.trim().startsWith(words))?.click();

async function atCheck(outcome: (number: number) => SubmitOutcome | Promise<SubmitOutcome>): Promise<Payer> {
  const element = await fixture<CouncilJourney>(html`<council-journey history="none"></council-journey>`);
  const root = element.shadowRoot;
  if (!root) throw new Error('there is no wall');
  const [sent, left]: [Payer['sent'], JourneyContinueEvent[]] = [[], []];
  element.addEventListener('council-journey-continue', (event) => {
    left.push(event);
    event.preventDefault();
  });
  element.journey = feeJourney;
  element.oneKeyFor = 'answers';
  element.submit = async (answers, context) => outcome(sent.push({ answers, context }));
  await sees(root, () => heading(root) === 'How much?');
  const input = root.querySelector('input[name="amount"]') as HTMLInputElement;
  input.value = '35';
  press(root, 'Continue');
  await sees(root, () => heading(root) === 'Check your payment');
  return { element, root, sent, left };
}

describe('a journey that goes on elsewhere', () => {
  it('tells where by an event, which a page can prevent: the check stays and can be pressed again, for the same', async () => {
    const { root, sent, left } = await atCheck(() => ({ kind: 'continue', href: '/pay/1', reference: 'P1' }));
    expect(root.textContent.replace(/\s+/g, ' ')).to.contain('Pitch B12').and.to.contain('Get help with your payment');
    press(root, 'Pay');
    await sees(root, () => left.length === 1);
    expect([left[0]?.href, left[0]?.reference, left[0]?.journey]).to.deep.equal([`${location.origin}/pay/1`, 'P1', 'fee']);
    await sees(root, () => root.querySelector('[aria-busy]') === null && root.querySelector('button[value="stop"]') === null);
    expect(heading(root)).to.equal('Check your payment');
    press(root, 'Pay');
    await sees(root, () => left.length === 2);
    expect(new Set(sent.map(({ context }) => context.idempotencyKey)).size).to.equal(1);
  });

  it('says that it is on its way and can be stopped; what comes then leads nowhere', async () => {
    let answer: (outcome: SubmitOutcome) => void = () => undefined;
    const { element, root, left, sent } = await atCheck(() => new Promise((done) => (answer = done)));
    press(root, 'Pay');
    await sees(root, () => root.querySelector('[role="status"]')?.textContent.trim() === 'Going to pay');
    await expectAccessible(element);
    press(root, 'Stop');
    await sees(root, () => root.querySelector('[role="status"]')?.textContent.trim() === 'Stopped');
    expect(root.activeElement?.localName).to.equal('h1');
    answer({ kind: 'continue', href: '/pay/1' });
    press(root, 'Pay');
    await sees(root, () => root.querySelector('button[value="stop"]') !== null);
    expect([left.length, sent.length]).to.deep.equal([0, 2]);
    expect(sent[0]?.context.idempotencyKey).to.equal(sent[1]?.context.idempotencyKey);
  });

  it('has another key after a stop where the answers are others', async () => {
    const { root, sent } = await atCheck(() => new Promise(() => undefined));
    press(root, 'Pay');
    await sees(root, () => root.querySelector('button[value="stop"]') !== null);
    press(root, 'Change');
    await sees(root, () => heading(root) === 'How much?');
    (root.querySelector('input[name="amount"]') as HTMLInputElement).value = '20';
    press(root, 'Continue');
    await sees(root, () => root.textContent.includes('20') && heading(root) === 'Check your payment');
    press(root, 'Pay');
    await sees(root, () => root.querySelector('button[value="stop"]') !== null);
    expect(sent.map(({ answers }) => answers['amount'])).to.deep.equal(['35', '20']);
    expect(new Set(sent.map(({ context }) => context.idempotencyKey)).size).to.equal(2);
  });

  it('goes nowhere that is no address of a page', async () => {
    const { root, left } = await atCheck(() => ({ kind: 'continue', href: 'javascript:alert(1)' }));
    press(root, 'Pay');
    await sees(root, () => heading(root) === 'The next question could not be loaded');
    expect(left).to.deep.equal([]);
  });
});
