import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findTelephones } from './find-telephones.ts';
import { readTelephone } from './telephone.ts';

// Numbers for drama: https://www.ofcom.org.uk/phones-and-broadband/phone-numbers/numbers-for-drama
const numbers: readonly (readonly [typed: string, dialled: string])[] = [
  ['01632 960 001', '01632 960 001'],
  ['(01632) 960-001', '01632 960 001'],
  ['07700 900 982', '07700 900 982'],
  ['07700900982', '07700900982'],
  ['07700–900–982', '07700 900 982'],
  ['07700\u2011900\u2011982', '07700 900 982'],
  ['07700−900−982', '07700 900 982'],
  ['07700/900982', '07700 900982'],
  ['07700.900.982.', '07700 900 982'],
  ['07700\u00a0900\u202f982', '07700 900 982'],
  ['07700·900·982', '07700 900 982'],
  ['０７７００９００９８２', '07700900982'],
  ['07700900982\u200b', '07700900982'],
  ['\u200e+44 7700 900982', '+44 7700 900982'],
  ['+44 808 157 0192', '+44 808 157 0192'],
  ['+44 (0)20 7946 0991', '+44 20 7946 0991'],
  ['+44(0)7700900982', '+44 7700900982'],
  ['+44 07700 900982', '+44 7700 900982'],
  ['0044 1632 960001', '+44 1632 960001'],
  ['00447700900982', '+44 7700900982'],
  ['+0044 7700 900982', '+44 7700 900982'],
  ['447700900982', '+44 7700900982'],
  ['44 7700 900982', '+44 7700 900982'],
  ['7700900982', '07700900982'],
  ['7700 900 982', '07700 900 982'],
  ['(+44) 7700 900982', '+44 7700 900982'],
  ['(0044) 7700 900982', '+44 7700 900982'],
  ['+(44) 7700 900982', '+44 7700 900982'],
  ['(0)7700 900982', '07700 900982'],
  ['tel:+447700900982', '+44 7700900982'],
  ['01632 960001 ext 12', '01632 960001 ext 12'],
  ['01632 960001, ext. 12', '01632 960001 ext 12'],
  ['01632 960001 extension 12', '01632 960001 ext 12'],
  ['01632 960001 x12', '01632 960001 ext 12'],
  ['01632 960001 estyniad 12', '01632 960001 est 12'],
  ['01632 960001, est. 12', '01632 960001 est 12'],
  ['+353 86 123 4567', '+353 86 123 4567'],
  ['+353 (0)86 123 4567', '+353 86 123 4567'],
  ['00353 861234567', '+353 861234567'],
  ['+48 601 234 567', '+48 601 234 567'],
  ['+1 212 555 0100', '+1 212 555 0100'],
  ['028-9649-6001', '028 9649 6001'],
];

describe('readTelephone', () => {
  for (const [typed, dialled] of numbers) test(`takes ${typed}`, () => assert.equal(readTelephone(typed), dialled));
  for (const bad of [
    '',
    '960 001',
    '1632 960 001',
    '01632 960',
    '016329600011234',
    'ring me',
    '+44',
    '+44 7700 900',
    '+12345678901234567',
    '+0123456789',
    '01632 960 001 or 07700 900 982',
    '01632 960001 ext',
    '0000000000',
    '0'.repeat(50_000),
    '٠٧٧٠٠٩٠٠٩٨٢',
  ]) {
    test(`does not take ${bad.slice(0, 40)}`, () => assert.equal(readTelephone(bad), undefined));
  }
  test('what it gives, it takes again', () => {
    for (const [, dialled] of numbers) assert.equal(readTelephone(dialled), dialled);
  });
});

describe('findTelephones', () => {
  const blotted = (text: string): string => {
    let rest = text;
    for (const { start, end } of findTelephones(text).reverse()) rest = `${rest.slice(0, start)}█${rest.slice(end)}`;
    return rest;
  };
  test('finds in prose whatever is taken as a number', () => {
    for (const [typed] of numbers) {
      const number = typed.replace(/,? ?(?:ext|x|est)\S* ?\d+$/, '');
      for (const [before, after] of [
        ['', ''],
        ['Call me on ', ' after 6'],
        ['Tel: ', '. Thank you'],
        ['I live at 3 Mill Lane, ', ', AL3 4XZ'],
        ['“', '”'],
      ] as const) {
        const shown = blotted(before + number + after);
        assert.doesNotMatch(shown, /[\d０-９]{3}/u, `${before}${number}${after}: ${shown}`);
        assert.ok(shown.startsWith(before.trimEnd()), shown);
      }
    }
  });
  test('finds what people write to get round it', () => {
    const cases: Record<string, string> = {
      '0 7 7 0 0 9 0 0 9 8 2': '█',
      '07 70 09 00 98 2': '█',
      '07-700-900-982': '█',
      tel07700900982: 'tel█',
      '07700 900982 or 07700 900983': '█ or █',
      '01632 960001/07700 900982': '█/█',
      '07700 900982\n07700 900983': '█\n█',
      '07700\n900982': '█',
      '077\u200b00 900\u00ad982': '█',
      'at number 3, or +353 86 123 4567': 'at number 3, or █',
      '3 07700 900982': '3 █',
      '+44 7700 900982 12 Mill Lane': '█ 12 Mill Lane',
      '👍07700 900982': '👍█',
      '(07700 900982)': '(█)',
      'home:01632960001,mob:07700900982': 'home:█,mob:█',
    };
    for (const [text, shown] of Object.entries(cases)) assert.equal(blotted(text), shown);
  });
  test('leaves what only looks like a number', () => {
    for (const text of [
      'between 2019 and 2020-21',
      'from 2019-2020 2020-2021',
      'It cost £0.50 0.75 1.25 3.00 4.75',
      'It cost £07700900982',
      '£1,234.50, then £20.05 12.50 13.75',
      'UPRN 100012345678',
      'UPRN 010001234567',
      'UPRN: 7700900982',
      'USRN 04400123',
      'at SH 58123 72456',
      'at SH 01234 56789',
      'at SN 0123456789',
      'at 258123 372456',
      'at 0.127647 51.507222',
      'at 52.4153, -4.0829',
      'on 01/02/2026 12.30',
      'on 01-02-2026 at 14-30',
      'On 3/11/2026 0930',
      'At 0930 3/11/2026',
      'at 2026-11-03 09:30',
      'Open 09.00 17.00 09.30',
      'Open 0900-1700 0900-1300',
      'Photo 20261103_093012',
      'Reference AL1234567890, AB01234567890',
      'Your reference 7Q2KM-9XH4Y',
      'Account 501231231',
      'PCN XY01234567',
      'rows 0 10 20 30 40 50',
      'the bus 07 10 17 20 27 times',
      'buses at 08 18 28 38 48',
      'Due 01-12-23-34-45, then half-hourly',
      '12 of 34, 5 to 6',
      '999, 101, 0800 1111',
    ])
      assert.equal(blotted(text), text);
  });
  test('reads a long text to its end', () => {
    const number = ' 07700 900982';
    for (const part of ['0', '0 ', '+', '07701 ', '(.-/ ', '+ 4 ', '1'])
      assert.equal(findTelephones(`${part.repeat(4_000)} x${number}`).at(-1)?.end, part.length * 4_000 + 2 + number.length, part);
  });
});
