import assert from 'node:assert/strict';
import { test } from 'node:test';
import { luhnCharacter, passesLuhn } from './luhn.ts';

test('the check digit of cards', () => {
  // From the cards that GOV.UK Pay and Stripe publish for tests.
  for (const number of ['4242424242424242', '4000056655665556', '5105105105105100', '378282246310005', '6011000990139424', '79927398713']) {
    assert.ok(passesLuhn(number), number);
    assert.equal(luhnCharacter(number.slice(0, -1)), number.at(-1));
  }
  for (const number of ['4242424242424241', '501231231', '']) assert.ok(!passesLuhn(number), number);
});

test('every other digit in one place, and every swap of neighbours but 09, is noticed', () => {
  const number = '4242424242424242';
  for (const [at, digit] of [...number].entries())
    for (const other of '0123456789')
      assert.equal(passesLuhn(number.slice(0, at) + other + number.slice(at + 1)), other === digit, `${other} at ${at}`);
  for (let one = 0; one < 10; one++)
    for (let two = 0; two < 10; two++) {
      const text = `7${one}${two}1`;
      const swapped = `7${two}${one}1${luhnCharacter(text)}`;
      const same = one === two || [one, two].sort().join('') === '09';
      assert.equal(passesLuhn(swapped), same, text);
    }
});

test('of another alphabet', () => {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  for (const symbols of ['7Q2KM9XH4', '000000000', 'ZZZZZZZZZ', '']) {
    const whole = symbols + luhnCharacter(symbols, alphabet);
    assert.ok(passesLuhn(whole, alphabet), whole);
    for (const other of alphabet) assert.equal(passesLuhn(symbols + other, alphabet), other === whole.at(-1), symbols + other);
  }
});
