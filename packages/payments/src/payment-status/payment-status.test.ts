import { expect } from '@open-wc/testing';
import { fixture } from '@council-kit/testing/fixture.js';
import { expectAccessible } from '@council-kit/testing/accessibility.js';
import { danglingReferences } from '@council-kit/testing/id-references.js';
import { html } from 'lit';
import type { Payment } from '../contract/payment.ts';
import '../define/payment-status.ts';
import { answeringGateway, gatewayAddress, problem, until, words, type Answer } from '../testing/answering-gateway.ts';
import { payments } from '../testing/payments.ts';
import { secondsToNextQuestion } from './asking-again.ts';
import type { CouncilPaymentStatus } from './payment-status.ts';

let gateway: ReturnType<typeof answeringGateway> | undefined;
afterEach(() => {
  gateway?.remove();
  document.documentElement.lang = 'en';
});

/** A clock that stands still until it is moved; it tells what is waited for. */
class Clock {
  waits: { readonly milliseconds: number; readonly callback: () => void }[] = [];
  readonly after = (milliseconds: number, callback: () => void): (() => void) => {
    const wait = { milliseconds, callback };
    this.waits.push(wait);
    return () => void (this.waits = this.waits.filter((each) => each !== wait));
  };
  /** Until what is waited for next. */
  tick(): number {
    const [wait] = this.waits.splice(0, 1);
    wait?.callback();
    return wait?.milliseconds ?? -1;
  }
}

async function asks(answer: Answer, id = payments.success.id) {
  gateway = answeringGateway(answer);
  const clock = new Clock();
  const element = await fixture<CouncilPaymentStatus>(
    html`<council-payment-status gateway=${gatewayAddress} payment=${id} .clock=${clock.after}
      ><a href="/p">Your payment</a></council-payment-status
    >`,
  );
  const root = element.shadowRoot;
  if (!root) throw new Error('there is no wall');
  return { element, root, clock };
}

const sees = (root: ShadowRoot, text: string): Promise<void> => until(root, () => words(root, 'h1').includes(text));

describe('<council-payment-status>', () => {
  it('tells what was paid, with all that a receipt has, and asks no more', async () => {
    const { root, clock } = await asks(() => payments.success);
    await sees(root, 'Payment received');
    expect(words(root, 'dl')).to.equal(
      'Payment for Council tax Council tax account number 501231231 Amount £180.23 Date 23 November 2026 at 10:04am Payment number FZFBSBX-HFGSMCL',
    );
    expect(words(root, '[role="status"]')).to.equal('Payment received');
    expect(clock.waits).to.deep.equal([]);
    expect(gateway?.asked.map(({ path }) => path)).to.deep.equal([`/payments/${payments.success.id}`]);
    expect(danglingReferences(root)).to.deep.equal([]);
  });

  it('says why it did not go through, that nothing was taken, and where to begin again', async () => {
    const said: [Payment, string][] = [
      [payments.declined, 'declined the payment'],
      [payments.expired, 'More than 90 minutes passed'],
      [payments.cancelledByPayer, 'You cancelled the payment'],
      [payments.cancelled, 'paid in another tab'],
      [payments.error, 'technical problem'],
      [payments.failedForAnotherReason, 'did not say why'],
      [payments.notCreated, 'never begun'],
    ];
    for (const [payment, why] of said) {
      const { root, clock, element } = await asks(() => payment);
      await sees(root, 'Your payment did not go through');
      const text = [...root.querySelectorAll('p.council-body')].map((each) => each.textContent).join(' ');
      expect(text).to.contain(why).and.to.contain('Nothing has been taken from your account');
      expect(root.querySelector<HTMLAnchorElement>('a.council-button')?.href).to.equal('https://www.council.example/pay');
      expect(clock.waits).to.deep.equal([]);
      element.remove();
      gateway?.remove();
    }
  });

  it('leads back to GOV.UK Pay while it is not finished', async () => {
    const { root } = await asks(() => payments.started);
    await sees(root, 'You have not finished paying');
    expect(root.querySelector<HTMLAnchorElement>('a.council-button')?.href).to.equal('https://pay.example/secure/1');
  });

  it('keeps asking while it is being confirmed, less and less often, and tells the answer as soon as it comes', async () => {
    let state: Payment = payments.submitted;
    const { root, clock } = await asks(() => state);
    await sees(root, 'Your payment is being confirmed');
    expect(words(root, '.council-warning-text')).to.contain('Do not pay again');
    // Who typed a card and went away before the last press is not kept from it for 90 minutes.
    expect(root.querySelector<HTMLAnchorElement>('a.council-link')?.href).to.equal('https://pay.example/secure/1');
    const waits: number[] = [];
    for (let count = 0; count < 8; count += 1) {
      await until(root, () => clock.waits.length === 1 || words(root, 'h1') === '');
      const asked = gateway?.asked.length ?? 0;
      waits.push(clock.tick());
      while ((gateway?.asked.length ?? 0) === asked || clock.waits.length === 0)
        await Promise.resolve().then(() => new Promise((done) => requestAnimationFrame(done)));
    }
    expect(waits).to.deep.equal([1, 2, 3, 5, 8, 13, 20, 30].map((seconds) => seconds * 1000));
    await until(root, () => words(root, '.council-warning-text').includes('longer than usual'));
    state = payments.success;
    clock.tick();
    await sees(root, 'Payment received');
    expect(words(root, '[role="status"]')).to.equal('Payment received');
  });

  it('does not say that nothing was taken while GOV.UK Pay does not answer: it may have been; and finds out', async () => {
    let state: Payment = payments.unanswered;
    const { root, clock, element } = await asks(() => state);
    await sees(root, 'We are still checking your payment');
    expect(words(root, '.council-warning-text')).to.contain('If you have paid, do not pay again');
    expect(words(root, 'dl')).to.contain('£180.23');
    // Where to ask.
    expect(words(root, 'a[href^="tel:"]')).to.equal('01632 960 460');
    expect(root.textContent).not.to.match(/[Nn]othing has been taken|not finished paying|Go on/);
    expect(clock.waits.length).to.equal(1);
    await expectAccessible(element);
    state = payments.success;
    clock.tick();
    await sees(root, 'Payment received');
    expect(words(root, '[role="status"]')).to.equal('Payment received');
  });

  it('stops after a quarter of an hour, and a press asks again', () => {
    const all = Array.from({ length: 60 }, (_, asked) => secondsToNextQuestion(asked));
    const seconds = all.filter((each) => each !== undefined).reduce((sum, each) => sum + each, 0);
    expect(seconds / 60).to.be.within(12, 18);
    expect(all.at(-1)).to.equal(undefined);
  });

  it('says that it does not know where nobody answers, never that it failed, and finds out on a press', async () => {
    let down = true;
    const { root, clock } = await asks(() => {
      if (down) throw new TypeError('Failed to fetch');
      return payments.success;
    });
    await sees(root, 'We are still checking your payment');
    expect(words(root, 'p.council-body')).to.contain('Do not pay again yet');
    expect(clock.waits.length).to.equal(1);
    down = false;
    root.querySelector<HTMLButtonElement>('button')?.click();
    await sees(root, 'Payment received');
  });

  it('does not forget what it knew when an answer is lost, and waits as long as it is told to', async () => {
    let answer: Answer = () => payments.submitted;
    const { root, clock } = await asks((asked) => answer(asked));
    await sees(root, 'Your payment is being confirmed');
    answer = () =>
      Response.json(
        { status: 429, title: 'Too many questions' },
        { status: 429, headers: { 'retry-after': '60', 'content-type': 'application/problem+json' } },
      );
    clock.tick();
    while (clock.waits.length === 0) await new Promise((done) => requestAnimationFrame(done));
    expect(words(root, 'h1')).to.equal('Your payment is being confirmed');
    expect(clock.waits[0]?.milliseconds).to.equal(60_000);
  });

  it('tells a payment that is not there, and a page without one', async () => {
    const { root } = await asks(() => problem(404, 'There is no such payment'));
    await sees(root, 'We do not know this payment');
    const { root: without } = await asks(() => undefined, '');
    await sees(without, 'There is no payment to show');
    expect(gateway?.asked).to.deep.equal([]);
  });

  it('asks nobody after it has left the page', async () => {
    const { root, clock, element } = await asks(() => payments.submitted);
    await sees(root, 'Your payment is being confirmed');
    element.remove();
    expect(clock.waits).to.deep.equal([]);
  });

  it('speaks Welsh', async () => {
    document.documentElement.lang = 'cy';
    const { root } = await asks(() => payments.declined);
    await sees(root, 'Ni aeth eich taliad drwodd');
    expect(words(root, 'dl')).to.contain('Treth gyngor');
  });
});
