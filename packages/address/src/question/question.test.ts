import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Address } from '../contract/address.ts';
import { addressAnswerSchema, addressOf, parseAddressAnswer } from './address-answer.ts';
import { fieldName, fieldsOf } from './address-fields.ts';
import { addressSummaryLines } from './address-summary.ts';
import { checkAddress } from './check-address.ts';
import * as v from 'valibot';

const chosen: Address = {
  lines: ['Flat 3', 'Heron Court', '12 Mill Lane'],
  town: 'Aldermere',
  postcode: 'AM1A 1JT',
  source: 'DPA',
  uprn: '1008950618',
  usrn: '49000014',
  position: { latitude: 52.42, longitude: -4.61 },
  classification: 'RD06',
  custodian: { code: 6991, name: 'Aldermere' },
};

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  return data;
}
const asForm = (address: Address, more: Readonly<Record<string, string>> = {}): FormData =>
  form({
    ...Object.fromEntries(Object.entries(fieldsOf(address)).map(([part, value]) => [fieldName('home', part as 'town'), value])),
    ...more,
  });

test('an address goes through its form fields unchanged', () => {
  const answer = parseAddressAnswer(asForm(chosen, { 'home-stage': 'chosen', 'home-search': 'am1a1jt' }), 'home');
  assert.deepEqual(answer, { stage: 'chosen', search: 'am1a1jt', address: chosen });
  assert.deepEqual(v.parse(addressAnswerSchema, JSON.parse(JSON.stringify(answer))), answer);
  assert.deepEqual(addressOf(answer), chosen);
  assert.deepEqual(checkAddress(answer ?? { stage: 'search' }, 'home', 'en'), []);
  assert.deepEqual(addressSummaryLines(answer), ['Flat 3', 'Heron Court', '12 Mill Lane', 'Aldermere', 'AM1A 1JT']);
});

test('what a form says it knows is believed only where it can be so', () => {
  for (const wrong of [{ 'home-uprn': 'x' }, { 'home-latitude': '1000' }, { 'home-custodian': 'Ashton' }, { 'home-source': '' }]) {
    const answer = parseAddressAnswer(asForm(chosen, { 'home-stage': 'chosen' }), 'home');
    assert.equal(answer?.stage, 'chosen');
    const data = asForm(chosen, { 'home-stage': 'chosen' });
    for (const [name, value] of Object.entries(wrong)) data.set(name, value);
    const spoilt = parseAddressAnswer(data, 'home');
    assert.equal(spoilt?.stage, 'by-hand');
    assert.deepEqual(addressOf(spoilt), { lines: chosen.lines, town: chosen.town, postcode: chosen.postcode, source: 'by-hand' });
  }
});

test('nothing given is no answer, whatever the page was', () => {
  assert.equal(parseAddressAnswer(form({}), 'home'), undefined);
  assert.equal(parseAddressAnswer(form({ 'home-stage': 'search', 'home-search': '  ' }), 'home'), undefined);
  assert.equal(parseAddressAnswer(form({ 'home-stage': 'chosen' }), 'home'), undefined);
});

test('what is missing by hand is said field by field, in both languages, and what was typed stays', () => {
  const answer = parseAddressAnswer(form({ 'home-stage': 'by-hand', 'home-line-2': 'Stowe', 'home-postcode': 'AM1' }), 'home');
  assert.deepEqual(answer?.address?.lines, ['', 'Stowe']);
  assert.ok(answer);
  assert.deepEqual(
    checkAddress(answer, 'home', 'en').map(({ field, message }) => `${field}: ${message}`),
    [
      'home-line-1: Enter address line 1, typically the building and street',
      'home-town: Enter the town or city',
      'home-postcode: Enter a full UK postcode, like SW1A 2AA',
    ],
  );
  assert.equal(checkAddress(answer, 'home', 'cy')[1]?.message, 'Rhowch y dref neu’r ddinas');
});

test('an address abroad needs no postcode, BFPO and GIR 0AA are postcodes', () => {
  const byHand = (more: Readonly<Record<string, string>>): readonly unknown[] =>
    checkAddress(
      parseAddressAnswer(form({ 'home-stage': 'by-hand', 'home-line-1': '1 Rue de la Paix', 'home-town': 'Paris', ...more }), 'home') ?? {
        stage: 'search',
      },
      'home',
      'en',
    );
  assert.equal(byHand({}).length, 1);
  assert.deepEqual(byHand({ 'home-country': 'France' }), []);
  assert.deepEqual(byHand({ 'home-country': 'France', 'home-postcode': '75002' }), []);
  assert.deepEqual(byHand({ 'home-postcode': 'bfpo 61' }), []);
  assert.deepEqual(byHand({ 'home-postcode': 'gir0aa' }), []);
  assert.deepEqual(byHand({ 'home-postcode': 'FIQQ 1ZZ' }), []);
});

test('text of any length is cut and told, not kept', () => {
  const answer = parseAddressAnswer(
    form({ 'home-stage': 'by-hand', 'home-line-1': 'x'.repeat(100_000), 'home-town': 'T', 'home-postcode': 'AM1A 1JT' }),
    'home',
  );
  assert.ok((answer?.address?.lines[0] ?? '').length <= 1_000);
  assert.ok(answer);
  assert.deepEqual(
    checkAddress(answer, 'home', 'en').map(({ message }) => message),
    ['Each line of the address must be 120 characters or less'],
  );
});

test('characters that cannot be seen are no answer, and are not kept in one', () => {
  const unseen = '\u200b\u00ad';
  const typed = { 'home-stage': 'by-hand', 'home-line-1': unseen, 'home-town': unseen, 'home-postcode': unseen, 'home-country': unseen };
  const empty = parseAddressAnswer(form(typed), 'home');
  assert.deepEqual(
    checkAddress(empty ?? { stage: 'by-hand' }, 'home', 'en').map(({ field }) => field),
    ['home-line-1', 'home-town', 'home-postcode'],
  );
  const pasted = parseAddressAnswer(
    form({
      'home-stage': 'by-hand',
      'home-line-1': `${unseen} 12  Mill\u00a0Lane${unseen}`,
      'home-town': ` Alder${unseen}mere`,
      'home-postcode': `${unseen}am1a\u00a01jt`,
    }),
    'home',
  );
  assert.deepEqual(addressOf(pasted), { lines: ['12 Mill Lane'], town: 'Aldermere', postcode: 'AM1A 1JT', source: 'by-hand' });
  assert.equal(parseAddressAnswer(form({ 'home-stage': 'search', 'home-search': unseen }), 'home'), undefined);
});
