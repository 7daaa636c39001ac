/** What stands in the way of a payment in the widget, and every way on. */
import { expect } from '@open-wc/testing';
import { expectAccessible } from '@council-kit/testing/accessibility.js';
import { problem, until, words } from '../testing/answering-gateway.ts';
import { bills, funds } from '../testing/bills.ts';
import { payments } from '../testing/payments.ts';
import { eachResidentStays, onItsWay, Resident, sent } from '../testing/resident.ts';
import { readAmount } from '../rules/amount.ts';

eachResidentStays();

describe('<council-payment> in trouble', () => {
  it('says why GOV.UK Pay does not take it, and whether to try again now', async () => {
    const resident = await Resident.arrives(() =>
      problem(502, 'There is a problem with the council’s account at GOV.UK Pay', {
        code: 'upstream_failed',
        detail: 'Nothing has been taken. Call us, or try again later.',
      }),
    );
    await resident.toCheck();
    resident.go();
    await resident.sees('h1', 'We could not begin your payment');
    expect(words(resident.root, 'p.council-body')).to.equal(
      'There is a problem with the council’s account at GOV.UK Pay. Nothing has been taken. Call us, or try again later.',
    );
    // Where to call.
    expect(words(resident.root, 'a[href^="tel:"]')).to.equal('01632 960 460');
    expect(resident.root.activeElement?.localName).to.equal('h1');
    await expectAccessible(resident.element);
  });

  it('says that a payment of the same is being confirmed, never that it was paid, and offers no second one', async () => {
    let confirmed = false;
    const resident = await Resident.arrives(() =>
      confirmed
        ? problem(409, 'You have paid this already', { code: 'paid_already', detail: 'This amount was paid in the last hours.' })
        : problem(409, 'A payment of this amount is being confirmed', {
            code: 'payment_being_confirmed',
            detail: 'Wait a minute, then try again.',
            retryAfter: 60,
          }),
    );
    await resident.toCheck();
    resident.go();
    await resident.sees('h1', 'You cannot pay this now');
    expect(words(resident.root, 'p.council-body')).to.equal('A payment of this amount is being confirmed. Wait a minute, then try again.');
    expect(resident.root.querySelector('[name="again"]')).to.equal(null);
    confirmed = true;
    resident.press('Try again');
    await resident.sees('h1', 'You have already paid this amount');
    // What was refused is not sent again under its key: the gateway has ended that payment.
    expect(new Set(sent().map(({ idempotencyKey }) => idempotencyKey)).size).to.equal(2);
  });

  it('shows that it is on its way, and can be stopped; pressed again it is the same payment', async () => {
    let slow = true;
    const resident = await Resident.arrives(() => (slow ? new Promise(() => undefined) : payments.created));
    await resident.toCheck();
    resident.go();
    await resident.sees('[role="status"]', 'Going to GOV.UK Pay…');
    expect(words(resident.root, 'form button')).to.equal('Going to GOV.UK Pay…');
    await expectAccessible(resident.element);
    resident.press('Stop');
    await resident.sees('[role="status"]', 'Stopped. Nothing has been taken from your card.');
    expect(words(resident.root, 'h1')).to.equal('Check your payment');
    expect(resident.root.activeElement?.localName).to.equal('h1');
    expect(words(resident.root, 'dl')).to.contain('£180.23');
    slow = false;
    resident.go();
    await onItsWay();
    expect(sent().length).to.equal(2);
    expect(new Set(sent().map(({ idempotencyKey }) => idempotencyKey)).size).to.equal(1);
  });

  it('does not lead away who has gone back to change something', async () => {
    let answer: (value: unknown) => void = () => undefined;
    const resident = await Resident.arrives(() => new Promise((done) => (answer = done)));
    await resident.toCheck();
    resident.go();
    await resident.sees('[role="status"]', 'Going to GOV.UK Pay…');
    const led: unknown[] = [];
    resident.element.addEventListener('council-payment-begun', (event) => led.push(event));
    resident.press('Change amount');
    await resident.sees('h1', 'How much');
    answer(payments.created);
    resident.go('amount-other', '20');
    await resident.sees('dl', '£20.00');
    expect(led).to.deep.equal([]);
    expect(words(resident.root, '[role="status"]')).to.equal('');
    expect(words(resident.root, 'form button')).to.contain('Pay £20.00');
  });

  it('shows what is being paid while it is tried again', async () => {
    let down = true;
    const resident = await Resident.arrives(() => {
      if (down) throw new TypeError('Failed to fetch');
      return new Promise(() => undefined);
    });
    await resident.toCheck();
    resident.go();
    await resident.sees('h1', 'We could not begin your payment');
    down = false;
    resident.press('Try again');
    await resident.sees('[role="status"]', 'Going to GOV.UK Pay…');
    expect(words(resident.root, 'dl')).to.contain('£180.23');
    expect(resident.root.activeElement?.localName).to.equal('h1');
  });

  it('asks again when nobody answers at the start, and loses nothing of it', async () => {
    const resident = await Resident.arrives(undefined, { fund: 'nothing' });
    expect(words(resident.root, 'h1')).to.equal('The form could not be loaded');
    expect(words(resident.root, 'form .council-button')).to.equal('Try again');
    resident.element.fund = 'council-tax';
    await resident.sees('h1', 'account number');
  });
});

describe('<council-payment>: amounts as people type them', () => {
  const { limits } = funds.councilTax;
  const typed = [
    '-5', '−5.00', '(5)', '0', '£0.00', '0.99', '100,000.01', '1e2', '1E+2', '٣٥', '$35', '35 €', '35 EUR', '££35',
    '1 234,50', '1234,50', '1.234,50', '1.234', '1'.repeat(30), 'thirty five', '0x23', '<script>alert(1)</script>',
  ]; // prettier-ignore

  for (const [language, title] of [
    ['en', 'How much do you want to pay?'],
    ['cy', 'Faint hoffech ei dalu?'],
  ] as const)
    it(`refuses each with the rules’ sentence, at the field and in the summary, and keeps it (${language})`, async () => {
      document.documentElement.lang = language;
      const resident = await Resident.arrives();
      resident.go('reference', '501231231');
      await resident.sees('h1', title);
      for (const text of typed) {
        const read = readAmount(text, limits);
        const message = read.kind === 'error' ? read.message[language] : 'it is an amount';
        resident.go('amount-other', text);
        if (read.kind !== 'error') throw new Error(text);
        await resident.isAnswered();
        await until(resident.root, () => resident.errors.join() === message);
        expect(words(resident.root, '.council-error-message'), text).to.contain(message);
        expect(resident.control('amount-other').value, text).to.equal(text);
      }
      resident.go('amount-other', '£1,234.50');
      await resident.sees('h1', language === 'en' ? 'receipt' : 'derbynneb');
      expect(sent()).to.deep.equal([]);
    });

  it('says the same beside the choices of a bill', async () => {
    const resident = await Resident.arrives(undefined, { bill: bills.ordinary });
    resident.root.querySelector<HTMLInputElement>('[value="other"]')?.click();
    resident.go('amount-other', '1 234,50');
    await resident.sees('.council-error-message', 'Use a full stop before the pence, like 1234.50');
    expect(resident.control('amount-other').value).to.equal('1 234,50');
    expect(resident.root.querySelector<HTMLInputElement>('[value="other"]')?.checked).to.equal(true);
  });
});

describe('<council-payment>: card numbers', () => {
  for (const typed of [
    '4242424242424242',
    '4242 4242 4242 4242',
    '4242-4242-4242-4242',
    '3782 822463 10005',
    '４２４２ ４２４２ ４２４２ ４２４２',
  ])
    it(`is not a reference: ${typed}`, async () => {
      const resident = await Resident.arrives();
      resident.go('reference', typed);
      await resident.sees('.council-error-message', 'not the number of your card');
      expect(words(resident.root, 'h1')).to.equal('What is your council tax account number?');
      expect(sent()).to.deep.equal([]);
    });
});
