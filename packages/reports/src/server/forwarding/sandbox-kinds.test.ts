/** The sandbox imports nothing of ours, so its table of kinds is compared with ours here: on a laptop every default report is delivered. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonServices, createOpen311, startSandbox } from '@council-kit/sandbox';
import { defaultServices } from '../../services/default-services.ts';

test('council-sandbox knows every default kind of report, by its code, name and group', () => {
  const ours = defaultServices.map((kind) => [kind.service_code, kind.service_name.en, kind.group.en]);
  assert.deepEqual(
    commonServices.map(({ service_code, service_name, group }) => [service_code, service_name, group]),
    ours,
  );
});

test('a report of each kind is taken with our attributes; one of another kind is refused, and the sandbox says so', async () => {
  const said: string[] = [];
  const open311 = createOpen311({ services: commonServices, log: (sentence) => said.push(sentence) });
  const sandbox = await startSandbox({ platforms: { open311 } });
  const post = async (service_code: string, attributes: readonly (readonly [string, string])[] = []) => {
    const body = new URLSearchParams({ api_key: 'sandbox-key', service_code, lat: '52.4', long: '-4.6', description: 'Here' });
    for (const [code, value] of attributes) body.append(`attribute[${code}]`, value);
    return (await fetch(`${sandbox.platforms.open311.baseUrl}/requests.json`, { method: 'POST', body })).status;
  };
  try {
    for (const { service_code, attributes } of defaultServices) {
      const values = attributes.map(({ code, values: [first] }) => [code, first?.key ?? 'x'] as const);
      assert.equal(await post(service_code, values), 200, service_code);
    }
    assert.deepEqual(said, []);
    assert.equal(await post('dragons'), 404);
    assert.match(said.join(), /refused a report \(404\): .*does not know the service_code "dragons"\. It knows: fly-tipping, .*--services/);
  } finally {
    await sandbox.stop();
  }
});
