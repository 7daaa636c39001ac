import { expect } from '@open-wc/testing';
import { danglingReferences } from '@council-kit/testing/id-references.js';
import { problem, words } from '../testing/answering-gateway.ts';
import { bills } from '../testing/bills.ts';
import { payments } from '../testing/payments.ts';
import { eachResidentStays, onItsWay, Resident, sent } from '../testing/resident.ts';

eachResidentStays();

describe('<council-payment>', () => {
  it('asks what, how much and where the receipt goes, and sends the intention once under a key', async () => {
    const resident = await Resident.arrives();
    expect(words(resident.root, 'h1')).to.equal('What is your council tax account number?');
    await resident.toCheck();
    expect(words(resident.root, 'dl')).to.equal(
      'What you are paying Council tax Council tax account number 501231231 Change council tax account number Amount £180.23 Change amount Receipt ann@example.com Change receipt',
    );
    expect(danglingReferences(resident.root)).to.deep.equal([]);
    resident.go();
    expect((await onItsWay()).href).to.equal('https://pay.example/secure/1');
    expect(sent().map(({ body }) => body)).to.deep.equal([
      { fund: 'council-tax', reference: '501 231 231', amount: 18_023, email: 'ann@example.com' },
    ]);
    expect(sent()[0]?.idempotencyKey).to.match(/^[0-9a-f]{32}$/);
  });

  it('says what is wrong with what was typed, keeps it, and takes the correction', async () => {
    const resident = await Resident.arrives();
    resident.go();
    await resident.sees('.council-error-message', 'Enter your council tax account number');
    resident.go('reference', '4242424242424242');
    await resident.sees('.council-error-message', 'not the number of your card');
    expect(resident.control('reference').value).to.equal('4242424242424242');
    resident.go('reference', '501231231');
    await resident.sees('h1', 'How much');
    expect(resident.root.activeElement?.localName).to.equal('h1');
    resident.go('amount-other', '1 234,50');
    await resident.sees('.council-error-message', 'Use a full stop before the pence, like 1234.50');
    expect(resident.errors).to.deep.equal(['Use a full stop before the pence, like 1234.50']);
    resident.root.querySelector<HTMLAnchorElement>('.council-error-summary-list a')?.click();
    expect(resident.root.activeElement).to.equal(resident.control('amount-other'));
    expect(danglingReferences(resident.root)).to.deep.equal([]);
    resident.go('amount-other', '0.50');
    await resident.sees('.council-error-message', 'The amount must be £1 or more');
    resident.go('amount-other', '1');
    await resident.sees('h1', 'receipt');
    resident.go('email', 'ann@');
    await resident.sees('.council-error-message', 'Enter an email address in the correct format');
    resident.go('email', '');
    await resident.sees('dd', 'Not provided');
  });

  it('offers what the bill says is due, what is left, or another amount, and asks for no account', async () => {
    const resident = await Resident.arrives(undefined, { bill: bills.ordinary });
    expect([...resident.root.querySelectorAll('.council-choices-label')].map((label) => label.textContent)).to.deep.equal([
      '£203.99, due by 1 June 2026',
      '£1,652.99, all that is left to pay',
      'Another amount',
    ]);
    resident.go();
    await resident.sees('.council-error-message', 'Select how much you want to pay');
    resident.root.querySelector<HTMLInputElement>('[value="balance"]')?.click();
    resident.go();
    await resident.sees('h1', 'receipt');
    resident.go();
    await resident.sees('dl', '501231231');
    resident.go();
    await onItsWay();
    expect(sent()[0]?.body).to.deep.equal({ fund: 'council-tax', reference: '501231231', amount: 165_299 });
  });

  it('begins anew with another bill, and leaves the title as it was', async () => {
    const before = document.title;
    const resident = await Resident.arrives(undefined, { bill: bills.ordinary });
    resident.go();
    await resident.sees('.council-error-message', 'Select how much');
    resident.element.bill = bills.arrears;
    await resident.sees('.council-choices-label', '£2,216.65, all that is left to pay');
    expect(resident.errors).to.deep.equal([]);
    expect(document.title).to.match(/^How much do you want to pay\?/);
    resident.go();
    await resident.sees('.council-error-message', 'Select how much');
    expect(document.title.match(/Error:/g)?.length).to.equal(1);
    resident.element.remove();
    expect(document.title).to.equal(before);
  });

  it('asks nothing that is known: one price, a reference of the page', async () => {
    const resident = await Resident.arrives(undefined, { fund: 'parking-fine', reference: 'NG12345678' });
    expect(words(resident.root, 'h1')).to.equal('Check your payment');
    expect(words(resident.root, 'dl')).to.contain('£35.00').and.to.contain('NG12345678');
  });

  it('changes one answer and comes back to the check; Back goes to the question before', async () => {
    const resident = await Resident.arrives();
    await resident.toCheck();
    resident.press('Change amount');
    await resident.sees('h1', 'How much');
    expect(resident.control('amount-other').value).to.equal('£180.23');
    resident.go('amount-other', '20');
    await resident.sees('dl', '£20.00');
    history.back();
    await resident.sees('h1', 'How much');
    history.back();
    await resident.sees('h1', 'Check your payment');
  });

  it('makes one payment of a double press, and asks again under the same key after a lost answer', async () => {
    let down = true;
    const resident = await Resident.arrives(() => {
      if (down) throw new TypeError('Failed to fetch');
      return payments.created;
    });
    await resident.toCheck();
    resident.go();
    resident.go();
    await resident.sees('h1', 'We could not begin your payment');
    expect(sent().length).to.equal(1);
    expect(words(resident.root, '.council-body')).to.contain('Nothing has been taken');
    down = false;
    resident.press('Try again');
    await onItsWay();
    expect(new Set(sent().map(({ idempotencyKey }) => idempotencyKey)).size).to.equal(1);
  });

  it('has another key for another intention', async () => {
    const resident = await Resident.arrives(() => problem(502, 'GOV.UK Pay does not answer'));
    await resident.toCheck();
    resident.go();
    await resident.sees('h1', 'We could not begin');
    resident.press('Back');
    await resident.sees('h1', 'Check your payment');
    resident.press('Change amount');
    await resident.sees('h1', 'How much');
    resident.go('amount-other', '5');
    await resident.sees('dl', '£5.00');
    resident.go();
    await resident.sees('h1', 'We could not begin');
    expect(new Set(sent().map(({ idempotencyKey }) => idempotencyKey)).size).to.equal(2);
  });

  it('asks before the same is paid twice in a day', async () => {
    const resident = await Resident.arrives(({ body }) =>
      (body as { again?: boolean }).again
        ? payments.created
        : problem(409, 'You paid £180.23 for 501231231 today at 10:02am', { code: 'paid_already' }),
    );
    await resident.toCheck();
    resident.go();
    // The question of the plain pages, as a page of its own.
    await resident.sees('h1', 'You have already paid this amount. Do you want to pay it again?');
    expect(resident.root.activeElement?.localName).to.equal('h1');
    expect(resident.errors).to.deep.equal([]);
    resident.go();
    await resident.sees('.council-error-message', 'Select yes if you want to pay it again');
    resident.root.querySelector<HTMLInputElement>('[name="again"][value="no"]')?.click();
    resident.go();
    await resident.sees('h1', 'Check your payment');
    resident.go();
    await resident.sees('p', 'You chose not to pay it again. Nothing has been taken.');
    resident.press('Back');
    await resident.sees('h1', 'Check your payment');
    resident.press('Change pay it again');
    await resident.sees('h1', 'You have already paid this amount');
    resident.root.querySelector<HTMLInputElement>('[name="again"][value="yes"]')?.click();
    resident.go();
    await resident.sees('dl', 'Pay it again Yes, pay again');
    resident.go();
    await onItsWay();
    expect(sent().length).to.equal(2);
    const [first, second] = sent();
    expect((second?.body as { again?: boolean }).again).to.equal(true);
    expect(first?.idempotencyKey).not.to.equal(second?.idempotencyKey);
  });

  it('shows what the gateway finds wrong at its question', async () => {
    const resident = await Resident.arrives(() =>
      problem(422, 'There is a problem', { errors: [{ field: 'amount', message: 'The amount must be £150 or less' }] }),
    );
    await resident.toCheck();
    resident.go();
    await resident.sees('.council-error-message', 'The amount must be £150 or less');
    expect(words(resident.root, 'h1')).to.equal('How much do you want to pay?');
    expect(resident.control('amount-other').value).to.equal('£180.23');
  });

  it('leads to what became of it where the payment is finished already', async () => {
    const resident = await Resident.arrives(() => payments.success, { returnPage: '/paid' });
    await resident.toCheck();
    resident.go();
    expect((await onItsWay()).href).to.equal(`${location.origin}/paid?payment=${payments.success.id}`);
    expect((sent()[0]?.body as { returnUrl: string }).returnUrl).to.equal(`${location.origin}/paid`);
  });

  it('speaks Welsh, also in the middle, and loses no answer', async () => {
    const resident = await Resident.arrives();
    resident.go('reference', '501231231');
    await resident.sees('h1', 'How much');
    document.documentElement.lang = 'cy';
    await resident.sees('h1', 'Faint hoffech ei dalu?');
    resident.go('amount-other', '5');
    await resident.sees('h1', 'I ble dylem anfon eich derbynneb?');
    resident.go();
    await resident.sees('button', 'Talu £5.00 ar GOV.UK Pay');
    resident.go();
    await onItsWay();
    expect(sent()[0]?.language).to.equal('cy');
  });
});
