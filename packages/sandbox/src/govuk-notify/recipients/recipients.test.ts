import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { isEmailAddress } from './email-address.ts';
import { readPhoneNumber } from './phone-number.ts';
import { readPostalAddress } from './postal-address.ts';

describe('email addresses, by the lists of notifications-utils', () => {
  for (const address of [
    'email@domain.com',
    'email@domain.COM',
    'firstname.lastname@domain.com',
    "firstname.o'lastname@domain.com",
    'email@subdomain.domain.com',
    'firstname+lastname@domain.com',
    '1234567890@domain.com',
    'email@domain-one.com',
    '_______@domain.com',
    'email@domain.superlongtld',
    'info@german-financial-services.vermögensberatung',
    'info@german-financial-services.reallylongarbitrarytldthatiswaytoohugejustincase',
    'japanese-info@例え.テスト',
    'email@double--hyphen.com',
    ' \u200bemail@domain.com\u2028',
  ])
    test(`taken: ${address}`, () => assert.ok(isEmailAddress(address)));

  for (const address of [
    '',
    '\0',
    'email@123.123.123.123',
    'email@[123.123.123.123]',
    'plainaddress',
    '@no-local-part.com',
    'Outlook Contact <outlook-contact@domain.com>',
    'no-at.domain.com',
    'no-tld@domain',
    ';beginning-semicolon@domain.co.uk',
    'middle-semicolon@domain.co;uk',
    'trailing-semicolon@domain.com;',
    '"email+leading-quotes@domain.com',
    'quoted-local-part"@domain.com',
    'lots-of-dots@domain..gov..uk',
    'two-dots..in-local@domain.com',
    'multiple@domains@domain.com',
    'spaces in local@domain.com',
    'spaces-in-domain@dom ain.com',
    'underscores-in-domain@dom_ain.com',
    'pipe-in-domain@example.com|gov.uk',
    'comma,in-local@gov.uk',
    'comma-in-domain@domain,gov.uk',
    'pound-sign-in-local£@domain.com',
    'local-with-’-apostrophe@domain.com',
    'local-with-”-quotes@domain.com',
    'domain-starts-with-a-dot@.domain.com',
    'brackets(in)local@domain.com',
    `email-too-long-${'a'.repeat(320)}@example.com`,
    'incorrect-punycode@xn---something.com',
  ])
    test(`refused: ${address.slice(0, 60)}`, () => assert.ok(!isEmailAddress(address)));
});

describe('phone numbers, by the lists of notifications-utils', () => {
  const readAs = (typed: string): string => {
    const read = readPhoneNumber(typed);
    return 'problem' in read ? read.problem : `${read.normalised}${read.landline ? ' landline' : ''}`;
  };
  for (const [expected, ...numbers] of [
    [
      '447723456789',
      '7723456789',
      '07723456789',
      '07723 456789',
      '07723-456-789',
      '00447723456789',
      '00 44 7723456789',
      '+447723456789',
      '+44 7723 456 789',
      '+44 (0)7723 456 789',
      '\u200b\t\t+44 (0)7723 456 789\ufeff \r\n',
      '0+447723456789',
      '000007723456789',
      '+07723456789',
      '0+44(0)7723456789',
    ],
    ['447700900123', '07700900123', '447700900123'],
    ['74951234567', '+7 (8) (495) 123-45-67', '007 (8) (495) 123-45-67', '784951234567'],
    ['12025550104', '1-202-555-0104', '1‑202–555—010−4', '+12025550104', '0012025550104', '+0012025550104'],
    ['23052512345', '230 5 2512345'],
    ['68250123', '+682 50 123'],
    ['33122334455', '+33122334455', '0033122334455'],
    ['436761112223334', '+43 676 111 222 333 4'],
    ['201212341234', '20-12-1234-1234'],
    ['16644913789', '16644913789'],
    ['441174960860 landline', '0117 496 0860', '0044 117 496 0860', '44 117 496 0860', '+44 117 496 0860'],
    ['44160641234 landline', '016064 1234'],
    ['443012345678 landline', '030 1234 5678'],
    ['445501234567 landline', '0550 123 4567'],
    [
      'Too many digits',
      '772345678910',
      '0772345678910',
      '0044772345678910',
      '+44 (0)7723 456 789 10',
      '80100000000',
      '+12345 12345 12345 6',
      '1'.repeat(100_000),
    ],
    [
      'Number is not valid – double check the phone number you entered',
      '0772345678',
      '004477234567',
      '00447723456',
      '+44 (0)7723 456 78',
      '1234567',
      '+682 1234',
      '0400 123 4567',
      '0600 123 4567',
      '0300 46 46',
      '0800 11 12',
      '0845 46 31',
      '0900 123 4567',
      ' ',
    ],
    [
      'Must not contain letters or symbols',
      '07890x32109',
      '07723 456789...',
      '07723 ☟☜⬇⬆☞☝',
      '07";DROP TABLE;"',
      '+44 07ab cde fgh',
      'ALPHANUM3R1C',
      '٠٧٧٠٠٩٠٠١٢٣',
      'x'.repeat(100_000),
    ],
    ['Not enough digits', '', '+', '0', '999'],
  ] as const) {
    for (const number of numbers) test(`${number.slice(0, 30)}: ${expected}`, () => assert.equal(readAs(number), expected));
  }
});

describe('postal addresses', () => {
  const read = (lines: readonly string[], abroad = true) =>
    readPostalAddress(Object.fromEntries(lines.map((line, index) => [`address_line_${index + 1}`, line])), abroad);
  const problem = (lines: readonly string[], abroad = true): string | undefined => {
    const answer = read(lines, abroad);
    return 'problem' in answer ? answer.problem : undefined;
  };

  test('the postcode is written as Royal Mail prints it, and where a letter goes is known', () => {
    assert.deepEqual(read(['A Resident', '1 Mill  Lane ,', 'sw1a1aa']), { lines: ['A Resident', '1 Mill Lane', 'SW1A 1AA'], zone: 'uk' });
    assert.deepEqual(read(['A', '1', 'cf10 1aa', 'Cymru']), { lines: ['A', '1', 'CF10 1AA'], zone: 'uk' });
    assert.deepEqual(read(['A', '1 Rue', '75001 Paris', 'france']), { lines: ['A', '1 Rue', '75001 Paris', 'France'], zone: 'europe' });
    assert.deepEqual(read(['A', '1 Weg', 'Germany']), { lines: ['A', '1 Weg', 'Germany'], zone: 'europe' });
    assert.deepEqual(read(['A', '1 Road', 'USA']), { lines: ['A', '1 Road', 'United States'], zone: 'rest-of-world' });
    assert.deepEqual(read(['Sgt A', 'Bldg 1', 'BFPO c/o 42', 'BF1 1AA']), { lines: ['Sgt A', 'Bldg 1', 'BF1 1AA', 'BFPO 42'], zone: 'uk' });
    assert.deepEqual(read(['A', '1 Calle', 'canary islands']), { lines: ['A', '1 Calle', 'Canary Islands'], zone: 'europe' });
    assert.deepEqual(read(['A', '1 Straße', 'Yr Almaen']), { lines: ['A', '1 Straße', 'Germany'], zone: 'europe' });
    assert.deepEqual(read(['A', '1', 'CF10 1AA', 'Wales', 'United Kingdom.']), { lines: ['A', '1', 'CF10 1AA'], zone: 'uk' });
    assert.deepEqual(read(['A', '1', 'bfpo0042']), { lines: ['A', '1', 'BFPO 42'], zone: 'uk' });
    assert.deepEqual(read(['A', 'Grande Rue', 'JE2 3AB', 'Jersey']), { lines: ['A', 'Grande Rue', 'JE2 3AB'], zone: 'uk' });
  });

  for (const [name, message, lines, abroad] of [
    ['too few lines', 'Address must be at least 3 lines', ['A', 'SW1A 1AA']],
    ['lines of blanks', 'Address must be at least 3 lines', ['A', ' , ', '', 'SW1A 1AA']],
    ['too many lines', 'Address must be no more than 7 lines', ['A\nB\nC', 'D', 'E', 'F', 'G', 'SW1A 1AA']],
    [
      'a first line of signs',
      'The first 2 lines of the address must both include at least one alphanumeric character',
      ['---', '1', 'SW1A 1AA'],
    ],
    ['no postcode', 'Last line of address must be a real UK postcode or another country', ['A', '1', 'Aldermere']],
    ['an area that there is not', 'Last line of address must be a real UK postcode or another country', ['A', '1', 'QQ1 1AA']],
    ['abroad, where that is not allowed', 'Must be a real UK postcode', ['A', '1', 'France'], false],
    ['a forces address with a country', 'The last line of a BFPO address must not be a country.', ['A', '1', 'BFPO 1', 'France']],
    [
      'a line that starts with a sign',
      'Address lines must not start with any of the following characters: @ ( ) = [ ] ” \\ / , < >',
      ['A', '1', '(flat)', 'SW1A 1AA'],
    ],
    [
      'Wales in the middle and the United Kingdom at the end',
      'Last line of address must be a real UK postcode or another country',
      ['A', '1', '2', 'Wales', 'CF10 1AA', 'UK'],
    ],
    ['GIR 0AA', 'Last line of address must be a real UK postcode or another country', ['A', '1', 'GIR 0AA']],
    ['no fixed abode', 'Must be a real address', ['A', 'No Fixed Abode', 'SW1A 1AA']],
  ] as const)
    test(`refused: ${name}`, () => assert.equal(problem(lines, abroad), message));
});
