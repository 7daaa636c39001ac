import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowedReturnAddress, withPayment } from './return-address.ts';
import { borough } from './testing/borough.fixture.ts';

const council = 'https://www.council.example';

const bypasses: [string, string][] = [
  ['scheme-relative', '//evil.example/council'],
  ['scheme without slashes', 'https:evil.example'],
  ['one slash', 'https:/evil.example'],
  ['three slashes', 'https:///evil.example'],
  ['backslashes', 'https:\\\\evil.example'],
  ['a backslash behind the host', 'https://evil.example\\@www.council.example'],
  ['user information', 'https://www.council.example@evil.example/'],
  ['user and password', 'https://www.council.example:443@evil.example/'],
  ['user information before the right host', 'https://someone@www.council.example/'],
  ['a subdomain of another', 'https://www.council.example.evil.example/'],
  ['a longer name', 'https://evilwww.council.example/'],
  ['another port', 'https://www.council.example:8443/'],
  ['plain http', 'http://www.council.example/'],
  ['an encoded slash in the host', 'https://www.council.example%2f.evil.example/'],
  ['an encoded at', 'https://www.council.example%40evil.example/'],
  ['a dot of another script', 'https://www。council。example.evil.example/'],
  ['a tab within', 'https://evil\t.example/'],
  ['a line end within', 'https://www.council.example/\r\nSet-Cookie: a=b'],
  ['a blank before', ' https://www.council.example/'],
  ['a script', 'javascript:alert(1)//https://www.council.example'],
  ['data', 'data:text/html,https://www.council.example'],
  ['a file', 'file:///etc/passwd'],
  ['a path only', '/council-tax'],
  ['nothing', ''],
  ['a trailing dot', 'https://www.council.example./'],
  ['letters of another alphabet', 'https://www.c\u043euncil.example/'],
  ['the right host behind a hash', 'https://evil.example#www.council.example/'],
  ['the right address as a query', 'https://evil.example?https://www.council.example/'],
  ['the right address as a path', 'https://evil.example/https://www.council.example/'],
  // Its origin is the one inside: https://url.spec.whatwg.org/#origin
  ['a blob of the right origin', 'blob:https://www.council.example/1234'],
  ['the source of the right page', 'view-source:https://www.council.example/'],
  ['zero bytes', 'https://www.council.example\u0000.evil.example/'],
];

for (const [name, address] of bypasses) {
  test(`not led to: ${name}`, () => assert.equal(allowedReturnAddress(address, [council]), undefined));
}

test('led to: the origins on the list, whatever their path, and nothing is lost of it', () => {
  assert.equal(allowedReturnAddress(`${council}/pay/done?lang=cy#top`, [council]), `${council}/pay/done?lang=cy#top`);
  assert.equal(allowedReturnAddress('HTTPS://WWW.COUNCIL.EXAMPLE/', [council]), `${council}/`);
  assert.equal(withPayment(`${council}/done?a=1#x`, 'ID'), `${council}/done?a=1&payment=ID#x`);
});

test('over the wire: refused before anything is begun, and led on where it is allowed', async () => {
  await using gateway = await borough({ payments: { returnOrigins: [council] } });
  for (const [name, returnUrl] of bypasses) {
    const { status, body } = await gateway.begin({ returnUrl });
    assert.deepEqual([status, body.code], [400, 'return_url_refused'], name);
  }
  assert.equal(gateway.govukPay.payments.length, 0);
  const { body } = await gateway.begin({ returnUrl: `${council}/done?a=1` });
  // Pay itself only ever leads to the gateway.
  assert.equal(gateway.govukPay.payments[0]?.return_url, `${gateway.url}/payments/${body.id}/return`);
  const back = await gateway.fetch(`/payments/${body.id}/return`);
  assert.deepEqual([back.status, back.headers.get('location')], [303, `${council}/done?a=1&payment=${body.id}`]);
});
