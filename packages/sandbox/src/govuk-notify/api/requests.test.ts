import assert from 'node:assert/strict';
import { test } from 'node:test';
import { begin, receipt, said, uuid } from '../testing/notify.fixture.ts';
import { isError } from './errors.ts';
import { readNotificationsQuery } from './queries.ts';
import { readEmail, readFile, readPrecompiled } from './requests.ts';

const problems = (result: object): string[] => (isError(result) ? result.errors.map(({ message }) => message) : []);
const good = { email_address: 'a@example.org', template_id: receipt };

// What notifications-api's schemas say, asked of jsonschema 4.26.0, the version that it runs.
for (const [more, ...messages] of [
  [{ template_id: receipt.replaceAll('-', '').toUpperCase() }],
  [{ template_id: `{${receipt}}`, sanitise_content_for: null, scheduled_for: null }],
  [{ reference: "it's" }],
  [{ reference: { 1: "it's" } }, 'reference {1: "its"} is not of type string'],
  [{ personalisation: 'both \' and "' }, 'personalisation both \\ and " is not of type object'],
  [{ personalisation: 'a\nb\\ é\u00a0\u200b🦡\ud800' }, 'personalisation a\\nb\\\\ é\\xa0\\u200b🦡\\ud800 is not of type object'],
  [{ personalisation: [1, 1.5, 'a', null, true, {}] }, 'personalisation [1, 1.5, a, None, True, {}] is not of type object'],
  [{ sanitise_content_for: 'name' }, 'sanitise_content_for name is not of type array, null'],
  [{ scheduled_for: 7 }, 'scheduled_for 7 is not of type string, null'],
  [
    { scheduled_for: 'tomorrow' },
    'scheduled_for datetime format is invalid. It must be a valid ISO8601 date time format, https://en.wikipedia.org/wiki/ISO_8601',
  ],
  [
    { zzz: 1, "it's": 2, Aaa: 3, template_id: null },
    'template_id is not a valid UUID',
    'Additional properties are not allowed (Aaa, "its", zzz were unexpected)',
  ],
] as const)
  test(`an email with ${JSON.stringify(more)}`, () => assert.deepEqual(problems(readEmail({ ...good, ...more }, Date.now())), messages));

test('everything that is wrong is said, in the order of the schema', () => {
  assert.deepEqual(problems(readEmail({ cc: 'x', one_click_unsubscribe_url: 'http://a.example', email_address: 'x' }, Date.now())), [
    'email_address Not a valid email address',
    'one_click_unsubscribe_url is not a valid https url',
    'template_id is a required property',
    'Additional properties are not allowed (cc was unexpected)',
  ]);
  assert.deepEqual(problems(readPrecompiled({ reference: null, content: 1, postage: 'europe' })), [
    'reference None is not of type string',
    'content 1 is not of type string',
    'postage invalid. It must be either first, second or economy.',
  ]);
  assert.deepEqual(problems(readFile({ file: 'eA==', zzz: 1, is_csv: 'yes', filename: 'a' })), [
    'Additional properties are not allowed (zzz was unexpected)',
    'is_csv Unsupported value for is_csv: yes. Use a boolean true or false value.',
    'filename `filename` must end with a file extension. For example, filename.csv',
    'Do not set a value for `is_csv` if `filename` is set.',
  ]);
  assert.deepEqual(
    problems(readNotificationsQuery(new URLSearchParams("template_type=sms&template_type=fax&template_type=it's&older_than=x&page=1"))),
    [
      'template_type fax is not one of [sms, email, letter]',
      'template_type "its" is not one of [sms, email, letter]',
      'older_than is not a valid UUID',
      'Additional properties are not allowed (page was unexpected)',
    ],
  );
});

test('what is nothing in JSON is an empty object', async () => {
  const { post } = await begin();
  for (const nothing of ['null', 'false', '0', '""', '[]', '{}'])
    assert.equal(
      said(await post('/v2/notifications/email', nothing)),
      '400 ValidationError: email_address is a required property; ValidationError: template_id is a required property',
      nothing,
    );
  assert.equal(said(await post(`/v2/template/${uuid(1)}/preview`, 'true')), '400 ValidationError: True is not of type object');
});
