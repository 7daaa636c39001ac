import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import * as v from 'valibot';
import { gatewaySettingsSchema, type GatewaySettingsInput } from '../settings.ts';
import { checkSettings } from './check-settings.ts';
import { duplicateKeys } from './duplicate-keys.ts';
import { parseSettings } from './parse.ts';
import { contact, listOf, pattern, telephone, texts, webAddress } from './parts.ts';
import { costOfPattern } from './pattern-cost.ts';
import { readNamedFile, readSettingsFile } from './settings-file.ts';

const folder = await mkdtemp(join(tmpdir(), 'council-settings-'));
after(() => rm(folder, { recursive: true, force: true }));

const refusal = (schema: v.GenericSchema, value: unknown): string => {
  try {
    parseSettings(schema, value, 'the settings');
    return '';
  } catch (error) {
    return (error as Error).message;
  }
};

test('every setting of the gateway that could not work is refused', () => {
  for (const [settings, said] of [
    [{ port: 70_000 }, /"port" \(70000\).*from 0 to 65535/],
    [{ allowedOrigins: ['https://www.council.example/'] }, /"allowedOrigins\.0".*an origin without a path/],
    [{ allowedOrigins: ['ftp://www.council.example'] }, /an origin/],
    [{ allowedOrigins: 'https://www.council.example' }, /"allowedOrigins".*a list of origins/],
    [{ allowedOrigins: ['https://a.example', 'https://a.example'] }, /each only once/],
    [{ languages: [] }, /"languages" in the settings is not allowed: it must be a list of "en", "cy" or both/],
    [{ languages: ['fr'] }, /"en" or "cy"/],
    [{ languages: ['en', 'en'] }, /each only once/],
    [{ secret: 'x'.repeat(40) }, /"secret" in the settings is not allowed: it must be at least 32 characters that nobody can guess/],
    [{ databaseUrl: 'mysql://db' }, /"databaseUrl" in the settings is not allowed: it must be a PostgreSQL address/],
    [{ outbox: { retryAfterSeconds: [] } }, /a list of seconds/],
    [{ host: ' ' }, /an address to listen on/],
    [{ headerSeconds: 121 }, /"headerSeconds" \(121\).*from 1 to 120/],
    [{ bodySeconds: 121 }, /"bodySeconds" \(121\).*from 1 to 120/],
    [{ constructor: 5 }, /Unknown setting "constructor"/],
    [{ rateLimit: 5 }, /"rateLimit" \(5\).*an object/],
    [{ ratelimit: {} }, /Unknown setting "ratelimit".*Did you mean "rateLimit"\?/],
  ] as const)
    assert.match(refusal(gatewaySettingsSchema, settings), said, JSON.stringify(settings));
});

test('settings that cannot both be kept are refused, with what to change', () => {
  const fits = (given: GatewaySettingsInput): void => checkSettings(parseSettings(gatewaySettingsSchema, given, 'the settings'));
  fits({});
  fits({ bodyMemory: 5_000_000, bodyMemoryPerClient: 5_000_000, bodyLimit: 5_000_000 });
  // Behind a proxy no connections are counted by client.
  fits({ maxConnections: 500, trustedProxies: 1 });
  fits({ outbox: { retryAfterSeconds: [3599], giveUpAfterHours: 1 } });
  for (const [settings, said] of [
    [
      { bodyLimit: 6_000_000, bodyMemory: 5_000_000, bodyMemoryPerClient: 5_000_000 },
      /"bodyLimit" \(6000000\) in the settings is more than "bodyMemory" \(5000000\): a body of that size would always be refused\. Set "bodyLimit" to 5000000 or less, or "bodyMemory" to 6000000 or more\.\n.*"bodyMemoryPerClient"/,
    ],
    [{ bodyLimit: 6_000_000, bodyMemoryPerClient: 5_000_000 }, /^The setting "bodyLimit".*"bodyMemoryPerClient" \(5000000\)[^\n]*$/],
    [{ bodyMemory: 50_000_000 }, /"bodyMemoryPerClient" \(100000000\).*"bodyMemory" \(50000000\): one client could take all the memory/],
    [{ maxConcurrentRequests: 100 }, /"maxConcurrentRequestsPerClient" \(250\).*"maxConcurrentRequests" \(100\): one client/],
    [{ maxConnections: 500 }, /"maxConnectionsPerClient" \(1000\).*"maxConnections" \(500\)/],
    [{ outbox: { giveUpAfterHours: 1, retryAfterSeconds: [60, 3600] } }, /waits 3660 seconds in all.*ends after 3600/],
    [{ outbox: { giveUpAfterHours: 1, retryAfterSeconds: [86_400] } }, /the last tries would never be made/],
  ] as const)
    assert.throws(() => fits(settings as GatewaySettingsInput), { name: 'SettingsError', message: said }, JSON.stringify(settings));
});

test('a key that is twice in an object is found, however it is written; in two objects it is not', () => {
  for (const [json, found] of [
    ['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":2}]}', []],
    ['{"a":"a:\\"a\\":","b":"\\\\"}', []],
    ['{"a":1,"a":2,"a":3}', ['a']],
    ['{"a":1,"\\u0061":2}', ['a']],
    ['{"services":{"@x/y":{"photos":1,"b":[{},{"c":1,"c":1}],"photos":{}}}}', ['services.@x/y.b.1.c', 'services.@x/y.photos']],
    ['[{"__proto__":1,"__proto__":2}]', ['0.__proto__']],
  ] as const)
    assert.deepEqual(duplicateKeys(json), found, json);
});

test('what is no JSON is said with its place, and without a word of the file', async () => {
  const file = join(folder, 'broken.json');
  for (const [json, said] of [
    ['{\n  "port": 1,\n  host: "127.0.0.1"\n}', /is not JSON: line 3, column 3: Expected/],
    ['{"port": 1', /is not JSON: it ends too early/],
    ['{"port": 1, ', /is not JSON: it ends too early/],
    ['{"secret": hush-hush-hush}', /is not JSON: Unexpected token 'h'\. Look for/],
    ['{"secret": "hush-hush-hush" "port": 1}', /is not JSON: line 1, column 29: Expected/],
  ] as const) {
    await writeFile(file, json);
    await assert.rejects(readSettingsFile(file), ({ message }: Error) => {
      assert.match(message, said);
      assert.doesNotMatch(message, /hush/);
      return true;
    });
  }
  await writeFile(file, ' \n');
  await assert.rejects(readSettingsFile(file), /is empty/);
  await assert.rejects(readSettingsFile(folder), /is a folder\. Name the file in it/);
});

test('a key that an open object would drop is unknown too, at every depth', () => {
  const schema = v.object({
    list: v.array(v.object({ colour: v.optional(v.string()) })),
    free: v.optional(v.record(v.string(), v.string())),
  });
  assert.match(refusal(schema, { list: [{ color: 'red' }] }), /Unknown setting "list\.0\.color" in the settings\. Did you mean "colour"\?/);
  assert.equal(refusal(schema, { list: [], free: { anything: 'x' } }), '');
});

test('a type is said in words', () => {
  const schema = v.object({
    object: v.object({ a: v.string() }),
    list: v.array(v.string()),
    yes: v.boolean(),
    one: v.picklist(['a', 'b']),
  });
  const said = refusal(schema, { object: 5, list: 'x', yes: 'yes', one: 'c' });
  assert.deepEqual(said.split('\n'), [
    'The setting "object" (5) in the settings is not allowed: it must be an object { … } with "a".',
    'The setting "list" ("x") in the settings is not allowed: it must be a list [ … ].',
    'The setting "yes" ("yes") in the settings is not allowed: it must be true or false.',
    'The setting "one" ("c") in the settings is not allowed: it must be "a" or "b".',
  ]);
  assert.equal(
    refusal(schema, { object: {}, list: [], yes: true, one: 'a' }),
    'The setting "object.a" is missing from the settings: it must be text in quotation marks.',
  );
  assert.match(
    refusal(gatewaySettingsSchema, { rateLimit: [] }),
    /"rateLimit" in the settings is not allowed: it must be an object \{ … \}, not a list/,
  );
});

test('the pieces take what is right and refuse what only looks like it', () => {
  const takes = (schema: v.GenericSchema, value: unknown): boolean => v.safeParse(schema, value).success;
  const web = webAddress('https://a.example');
  for (const good of ['https://a.example', 'http://127.0.0.1:8080/x?y#z']) assert.ok(takes(web, good), good);
  for (const bad of [
    'a.example',
    'https:a.example',
    '//a.example',
    'ftp://a.example',
    'https://',
    'https://a b.example',
    'https://u@a.example',
    'javascript:alert(1)',
    '',
  ])
    assert.ok(!takes(web, bad), bad);
  for (const good of ['101', '01632 960 100', '+44 1632 960100', '(01632) 960-100']) assert.ok(takes(telephone, good), good);
  for (const bad of ['', '12', 'call 101', '+', '0163296010001632960100']) assert.ok(!takes(telephone, bad), bad);
  assert.ok(takes(contact, { text: { en: 'a', cy: 'b' }, email: 'a@council.example' }));
  assert.ok(!takes(contact, { text: { en: 'a', cy: 'b' }, email: 'a@b' }));
  assert.ok(!takes(texts, { en: 'a', cy: 'b', fr: 'c' }));
  assert.ok(!takes(listOf(v.object({ id: v.string() }), 'x', { key: ({ id }) => id }), [{ id: 'a' }, { id: 'a' }]));
});

test('a pattern that can take very long is refused; those that references have are not', () => {
  for (const good of [
    '[0-9]{9}',
    '4[0-9]{6}[0-9X]',
    'AL[0-9]{8}',
    '(?:[0-9]{2}){4}',
    '[A-Z]{1,3}[0-9]{5,8}',
    '(?:AB|CD)[0-9]+',
    '/.*',
    '[A-Z0-9]+',
    '(?:X|Y)*',
  ])
    assert.ok(v.is(pattern('x', 60), good), good);
  for (const bad of [
    '(a+)+',
    '(a|a)*',
    '(a|ab)*',
    '([0-9]*)*x',
    '(?:[A-Z]+[0-9]*)+',
    'a?'.repeat(30),
    '[0-9]*[0-9]*[0-9]*[0-9]*',
    '(.*)\\1',
    '(',
    '[z-a]',
    'a{2,1}',
  ])
    assert.ok(!v.is(pattern('x', 60), bad), bad);
  assert.equal(costOfPattern('[0-9]{2,4}', 60), 3);
});

test('a settings file with a byte order mark is read; one in UTF-16 is told as that', async () => {
  const file = join(folder, 'settings.json');
  await writeFile(file, '\uFEFF{"port": 1}');
  assert.deepEqual(await readSettingsFile(file), { port: 1 });
  await writeFile(file, Buffer.from('\uFEFF{"port": 1}', 'utf16le'));
  await assert.rejects(readSettingsFile(file), { name: 'SettingsError', message: /cannot be read: It is in UTF-16/ });
  await assert.rejects(readSettingsFile(join(folder, 'none.json')), /There is no settings file .*none\.json/);
});

test('a file that a setting names is read from the folder of the settings', async () => {
  await writeFile(join(folder, 'map.geojson'), '{}');
  assert.equal(readNamedFile('map.wards', 'reports', 'map.geojson', { folder }), '{}');
  assert.throws(() => readNamedFile('map.wards', 'reports', 'none.geojson', { folder }), {
    name: 'SettingsError',
    message: /"map\.wards" .*there is no such file/,
  });
  assert.throws(() => readNamedFile('map.wards', 'reports', '.', { folder }), /it is a folder/);
});
