/** The page with an address in a form of the council's own, as its server writes and takes it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layout } from '../layout.ts';
import { createSite } from '../site.ts';

const site = createSite(() => new Response(null, { status: 404 }), layout, new Map(), {
  gateway: '/gateway',
  backOffice: 'http://127.0.0.1:1',
  paymentPlatforms: 'http://127.0.0.1:2',
});

async function send(fields: Readonly<Record<string, string>>, path = '/address'): Promise<{ status: number; html: string }> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const response = await site.request(path, { method: 'POST', body });
  return { status: response.status, html: await response.text() };
}

test('the tag stands around fields that a browser without scripts can fill in', async () => {
  for (const [path, question] of [
    ['/address', 'What is your address?'],
    ['/cy/address', 'Beth yw eich cyfeiriad?'],
  ] as const) {
    const html = await (await site.request(path)).text();
    assert.match(html, new RegExp(`<council-address-lookup[^>]*gateway="/gateway"[^>]*>[\\s\\S]*${question.replace('?', '\\?')}`));
    for (const name of ['address-line-1', 'address-town', 'address-postcode', 'address-uprn'])
      assert.match(html, new RegExp(`name="${name}"`));
  }
});

test('what is missing is said at its field, with everything typed still there, and what is whole is shown as one address', async () => {
  const wrong = await send({ 'address-line-1': '1 "Mill" <Lane>', 'address-postcode': 'x' });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /<title>Error: /);
  for (const [id, message] of [
    ['address-town', 'Enter the town or city'],
    ['address-postcode', 'Enter a full UK postcode, like SW1A 2AA'],
  ] as const)
    assert.match(wrong.html, new RegExp(`href="#${id}"[^>]*>${message}`));
  assert.match(wrong.html, /value="1 &quot;Mill&quot; &lt;Lane&gt;"/);
  // The element takes the focus to the summary.
  assert.match(wrong.html, /<council-error-summary\s*>[\s\S]*There is a problem/);
  const searching = await send({ 'address-stage': 'search', 'address-search': '' });
  assert.match(searching.html, /<a[^>]*href="#address-search"[^>]*>(<!--.*?-->)*Enter /);
  assert.doesNotMatch(searching.html, /Enter the town or city/);
  const welsh = await send({}, '/cy/address');
  assert.match(welsh.html, /<title>Gwall: /);
  const right = await send({ 'address-line-1': '1 Mill Lane', 'address-town': 'Aldermere', 'address-postcode': 'am1a1aa' });
  assert.equal(right.status, 200);
  assert.match(right.html, /AM1A 1AA/);
});
