import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { testCards } from '../cards.ts';
import { begin, wanted } from '../testing/begin.fixture.ts';
import { Payer } from '../testing/payer.fixture.ts';

describe('the hosted pages', async () => {
  const { pay, baseUrl, call, create, get } = await begin();
  const card = (number: string) => ({ number, expiry: '12 / 2040', name: 'A Payer', code: '123', line2: 'Flat 2', postcode: 'AM1 1AA' });
  const opened = async (more: object = {}) => {
    const created = await create(more);
    const payer = await new Payer(baseUrl).open(created._links['next_url']?.href ?? '');
    return { created, payer, pages: `${baseUrl}/card_details/${created.payment_id}` };
  };
  const state = async (id: string) => (await get(id)).state;

  test('the whole way: card, confirm, back to the service', async () => {
    const { created, payer, pages } = await opened();
    assert.equal(payer.heading, 'Enter card details');
    assert.match(payer.html, /£123\.45/);
    assert.doesNotMatch(payer.html, /govuk|GDS Transport|crown/i);
    // A page without a referrer sends its forms with `Origin: null`, which is refused as another site's.
    assert.equal((await fetch(created._links['next_url']?.href ?? '')).headers.get('referrer-policy'), 'same-origin');
    assert.equal((await state(created.payment_id)).status, 'started');
    await payer.open(pages, { number: '', expiry: '01/20', name: '', code: 'x' });
    assert.equal((payer.html.match(/aria-invalid/g) ?? []).length, 4);
    await payer.open(pages, card('4929 0000 0000 6'));
    assert.match(payer.html, /number of a test card/);
    assert.doesNotMatch(payer.html, /4929/);
    await payer.open(pages, card('4242 4242 4242 4242'));
    assert.equal(payer.heading, 'Confirm your payment');
    assert.equal((await state(created.payment_id)).status, 'submitted');
    await payer.open(`${pages}/confirm`, {});
    assert.equal(payer.url, wanted.return_url);
    const body = await get(created.payment_id);
    assert.deepEqual(body.state, { status: 'success', finished: true });
    const details = body['card_details'] as Record<string, unknown>;
    assert.deepEqual(
      [details['last_digits_card_number'], details['expiry_date'], details['billing_address']],
      ['4242', '12/40', { line2: 'Flat 2', postcode: 'AM1 1AA', country: 'GB' }],
    );
    assert.doesNotMatch(JSON.stringify(pay.payments), /4242424242424242/);
    await payer.open(pages);
    assert.equal(payer.heading, 'Your payment was successful');
  });

  const ends: Record<string, [string, string, string | undefined]> = {
    success: ['Confirm your payment', 'submitted', undefined],
    'three-d-secure': ['Your bank asks: is it you?', 'started', undefined],
    declined: ['Your payment has been declined', 'failed', 'P0010'],
    expired: ['Your payment has been declined', 'failed', 'P0010'],
    cvc: ['Your payment has been declined', 'failed', 'P0010'],
    error: ['We’re experiencing technical problems', 'error', 'P0050'],
    'not-accepted': ['Enter card details', 'started', undefined],
  };
  for (const { number, outcome } of testCards) {
    const [heading, status, code] = ends[outcome] ?? [];
    test(`card ${number}: ${status ?? ''} ${code ?? ''}`, async () => {
      const { created, payer, pages } = await opened();
      await payer.open(pages, card(number));
      assert.equal(payer.heading, heading);
      const now = await state(created.payment_id);
      assert.deepEqual([now.status, now.code], [status, code]);
    });
  }

  test('3-D Secure: the bank asks; no is declined, yes goes on, and the API says that it was asked', async () => {
    for (const [answer, heading] of [
      ['yes', 'Confirm your payment'],
      ['no', 'Your payment has been declined'],
    ] as const) {
      const { created, payer, pages } = await opened();
      await payer.open(pages, card('4000002500003155'));
      await payer.open(`${pages}/3ds`, { answer });
      assert.equal(payer.heading, heading);
      assert.deepEqual((await get(created.payment_id))['authorisation_summary'], { three_d_secure: { required: true } });
    }
    const { created, payer, pages } = await opened();
    await payer.open(pages, card('4242424242424242'));
    assert.equal((await get(created.payment_id))['authorisation_summary'], undefined);
  });

  test('what the card is kept for is said before it is typed', async () => {
    const { body } = await call('POST', '/v1/agreements', { reference: 'A', description: 'Garden waste, every year' });
    const { payer } = await opened({ set_up_agreement: body.agreement_id });
    assert.match(payer.html, /kept for later payments: Garden waste, every year/);
  });

  test('the payer cancels; in Welsh', async () => {
    const { created, payer, pages } = await opened({ language: 'cy' });
    assert.equal(payer.heading, 'Rhowch fanylion y cerdyn');
    assert.match(payer.html, /<html lang="cy">/);
    await payer.open(`${pages}/cancel`, {});
    assert.equal(payer.heading, 'Mae eich taliad wedi’i ganslo');
    assert.deepEqual((await state(created.payment_id)).code, 'P0030');
  });

  test('a link is good once for one browser; the API gives another; an expired payment says so', async () => {
    const { created, payer, pages } = await opened();
    const link = created._links['next_url']?.href ?? '';
    assert.equal((await new Payer(baseUrl).open(link)).heading, 'This link has been used');
    assert.equal((await payer.open(link)).heading, 'Enter card details');
    assert.equal((await new Payer(baseUrl).open(pages)).heading, 'This link has been used');
    const fresh = (await get(created.payment_id))._links['next_url']?.href ?? '';
    assert.notEqual(fresh, link);
    await pay.advance(91 * 60);
    assert.equal((await payer.open(pages)).heading, 'Your payment session has expired');
    assert.equal((await payer.open(pages, card('4242424242424242'))).heading, 'Your payment session has expired');
  });
});

test('a payment can stay unconfirmed for a while', async () => {
  const { pay, get, paid } = await begin({ confirmSeconds: 120 });
  const id = await paid();
  assert.equal((await get(id)).state.status, 'submitted');
  await pay.advance(121);
  assert.equal((await get(id)).state.status, 'success');
});

test('a corporate card costs more, and the payer sees it', async () => {
  const { baseUrl, create } = await begin({ corporateCardSurcharge: 250 });
  const created = await create();
  const payer = await new Payer(baseUrl).open(created._links['next_url']?.href ?? '');
  const form = { number: '4111111111111111', expiry: '12/40', name: 'A Payer', code: '123' };
  await payer.open(`${baseUrl}/card_details/${created.payment_id}`, form);
  assert.match(payer.html, /£125\.95/);
  assert.match(payer.html, /corporate card fee of £2\.50/);
});
