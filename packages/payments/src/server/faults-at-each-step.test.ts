/**
 * GOV.UK Pay in each trouble, at each step: whoever stands before it, resident or officer, is told in time what is known and what is not, in a
 * sentence and with a way on; and once the trouble is over, what they wanted has happened once or not at all.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultKinds, type FaultKind } from '@council-kit/sandbox';
import { ManualClock } from '@council-kit/testing/manual-clock.js';
import { until } from '@council-kit/testing/until.js';
import { borough, type Borough } from './testing/borough.fixture.ts';

/** More than is read of an answer; 256 MB of it would take the sandbox a while. */
const small = (fault: FaultKind) => (fault === 'huge-body' ? { fault, bytes: 8_000_000 } : { fault });

interface Told {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

/** What an answer says, page or problem. */
async function toldBy(answer: Response): Promise<Told> {
  const text = await answer.text();
  if (answer.headers.get('content-type')?.includes('html')) {
    const plain = (html = ''): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    const heading = /<h1[^>]*>([\s\S]*?)<\/h1>([\s\S]*)<\/main>/.exec(text);
    return { status: answer.status, title: plain(heading?.[1]).trim(), detail: plain(heading?.[2]) };
  }
  const { title = '', detail = '' } = JSON.parse(text) as { title?: string; detail?: string };
  return { status: answer.status, title, detail };
}

interface Visit {
  readonly council: Borough;
  readonly amount: number;
  /** Pay in trouble at this request, until it is over. */
  readonly trouble: (request: { readonly method: string; readonly path: string }) => Promise<void>;
  /** The trouble is over, and the circuit breaker has noticed. */
  readonly over: () => Promise<void>;
}

interface Step {
  readonly step: string;
  /** Goes as far as the trouble, and through it; afterwards checks what is true. Gives what was told, in English and in Welsh. */
  readonly meet: (visit: Visit) => Promise<{ readonly en: Told; readonly cy: Told }>;
  /** What must be said, and what would be untrue. */
  readonly says: RegExp;
  readonly neverSays: RegExp;
  /** No trouble at this step: 204 has no body that could be slow, or wrongly written. */
  readonly except?: readonly FaultKind[];
}

const nothingTaken = /[Nn]othing has been taken|not been charged|Nid oes dim wedi’i gymryd|Nid ydych wedi talu/;

const begun = async ({ council, amount }: Visit): Promise<{ id: string; payId: string }> => {
  const { body } = await council.begin({ amount });
  return { id: body.id, payId: council.govukPay.payments.at(-1)?.payment_id ?? '' };
};
const paid = async (visit: Visit): Promise<{ id: string; payId: string }> => {
  const payment = await begun(visit);
  visit.council.govukPay.pay(payment.payId);
  assert.equal((await visit.council.read(payment.id)).state.status, 'created', 'nobody has asked yet');
  return payment;
};
const inBoth = async (ask: (language: 'en' | 'cy') => Promise<Response>): Promise<{ en: Told; cy: Told }> => ({
  en: await toldBy(await ask('en')),
  cy: await toldBy(await ask('cy')),
});
/** Of what only reads, both at once. */
const atOnce = async (ask: (language: 'en' | 'cy') => Promise<Response>): Promise<{ en: Told; cy: Told }> => {
  const [en, cy] = await Promise.all([ask('en'), ask('cy')]);
  return { en: await toldBy(en), cy: await toldBy(cy) };
};
const page = { accept: 'text/html' };

const steps: readonly Step[] = [
  {
    step: 'begin, while another tab has the same open',
    says: /own pages|Nothing has been taken|dudalennau GOV\.UK Pay ei hun|Nid oes dim wedi’i gymryd/,
    neverSays: /cancelled|ganslo/,
    except: ['slow-body', 'wrong-charset'],
    async meet({ council, amount, trouble, over }) {
      await council.begin({ amount });
      await trouble({ method: 'POST', path: '/v1/payments/' });
      const account = council.billing.households.at(1).account;
      const again = (key: string, language: string): Promise<Response> =>
        council.post(
          '/payments',
          { fund: 'council-tax', reference: account, amount },
          { 'idempotency-key': key, 'accept-language': language },
        );
      const told = await inBoth((language) => again(`tab-${amount}`, language));
      await over();
      assert.ok((await again(`tab-${amount}`, 'en')).ok);
      const open = council.govukPay.payments.filter((one) => one.amount === amount && !one.state.finished);
      assert.equal(open.length, 1, 'one can be paid');
      return told;
    },
  },
  {
    step: 'go to Pay’s page',
    says: /do not pay again[\s\S]*Try again[\s\S]*See the status|peidiwch â thalu eto[\s\S]*Rhoi cynnig arall arni[\s\S]*Gweld/,
    neverSays: nothingTaken,
    async meet(visit) {
      const { council, trouble, over } = visit;
      // Paid in another tab, say: nobody here knows.
      const { id } = await paid(visit);
      await trouble({ method: 'GET', path: '/v1/payments/' });
      const told = await atOnce((language) => council.fetch(`/payments/${id}/pay?lang=${language}`, { headers: page }));
      await over();
      assert.equal((await council.fetch(`/payments/${id}/pay`)).headers.get('location'), `/payments/${id}/return`);
      return told;
    },
  },
  {
    step: 'come back, paid',
    says: /do not pay again[\s\S]*Check again|peidiwch â thalu eto[\s\S]*Gwirio eto/,
    neverSays: /nothing has been taken|not finished|Go on to|did not go through|received|dim wedi’i gymryd|gorffen talu/i,
    async meet(visit) {
      const { council, trouble, over } = visit;
      const { id } = await paid(visit);
      await trouble({ method: 'GET', path: '/v1/payments/' });
      const told = await atOnce((language) => council.fetch(`/payments/${id}/return?lang=${language}`, { headers: page }));
      await over();
      assert.match(await (await council.fetch(`/payments/${id}/return`)).text(), /Payment received/);
      return told;
    },
  },
  {
    step: 'cancel',
    says: /not known yet whether the payment was cancelled|was not cancelled|Ni wyddys eto a gafodd|Ni chafodd y taliad ei ganslo/,
    neverSays: nothingTaken,
    except: ['slow-body', 'wrong-charset'],
    async meet(visit) {
      const { council, trouble, over } = visit;
      const { id } = await begun(visit);
      await trouble({ method: 'POST', path: '/v1/payments/' });
      const told = await inBoth((language) => council.post(`/payments/${id}/cancel`, {}, { 'accept-language': language }));
      await over();
      const after = await council.post(`/payments/${id}/cancel`, {});
      assert.equal(after.status, 200);
      assert.equal((await council.read(id)).state.code, 'P0040');
      return told;
    },
  },
  {
    step: 'refund',
    says: /not known yet whether the money was given back|Nothing was refunded|Ni wyddys eto a roddwyd|Ni ad-dalwyd dim|has changed|wedi newid/,
    neverSays: nothingTaken,
    async meet(visit) {
      const { council, amount, trouble, over } = visit;
      const { id, payId } = await paid(visit);
      await council.fetch(`/payments/${id}/return`);
      await trouble({ method: 'POST', path: '/v1/payments/' });
      const refund = (language: string): Promise<Response> =>
        council.post(
          `/staff/payments/${id}/refunds`,
          { amount: 40, amountAvailable: amount },
          { 'x-officer': 'sam', 'accept-language': language },
        );
      const told = await inBoth(refund);
      await over();
      // Sent a third time, whatever became of the first two: 202 where none was made, else refused.
      assert.ok([202, 409, 412].includes((await refund('en')).status));
      const refunds = council.govukPay.payments.find(({ payment_id: each }) => each === payId)?.refunds ?? [];
      assert.deepEqual(
        refunds.map((each) => each.amount),
        [40],
      );
      assert.equal((await council.read(id)).refunded, 40);
      return told;
    },
  },
  {
    step: 'capture',
    says: /not known yet whether the money was taken|The money was not taken|Ni wyddys eto a gymerwyd|Ni chymerwyd yr arian|cannot be captured|Ni ellir cipio/,
    neverSays: nothingTaken,
    async meet(visit) {
      const { council, trouble, over } = visit;
      const { id } = await begun(visit);
      await trouble({ method: 'POST', path: '/v1/payments/' });
      const capture = (language: string): Promise<Response> =>
        council.post(`/staff/payments/${id}/capture`, {}, { 'x-officer': 'sam', 'accept-language': language });
      const told = await inBoth(capture);
      await over();
      // Nothing to capture in one that nobody has paid: what it is, is the answer.
      assert.equal((await capture('en')).status, 200);
      assert.equal((await council.read(id)).state.status, 'created');
      return told;
    },
  },
  {
    step: 'search, for the books',
    says: /Nothing has changed|Nid oes dim wedi newid/,
    neverSays: nothingTaken,
    async meet({ council, trouble, over }) {
      const day = new Date().toISOString().slice(0, 10);
      await trouble({ method: 'GET', path: '/v1/payments' });
      const books = (language: string): Promise<Response> =>
        council.fetch(`/staff/payments/reconciliation?from=${day}&to=${day}`, {
          headers: { 'x-officer': 'sam', 'accept-language': language },
        });
      const told = await atOnce(books);
      await over();
      assert.equal((await books('en')).status, 200);
      return told;
    },
  },
];

for (const { step, meet, says, neverSays, except } of steps)
  test(`${step}: in each trouble a true sentence, in time, and a way on`, { timeout: 180_000 }, async () => {
    const clock = new ManualClock(new Date().toISOString());
    await using council = await borough({ clock, pay: { idempotency: 'ignored' }, paySettings: { timeoutMs: 1_000 } });
    const { faults } = council.platforms.govukPay;
    let amount = 5_000;
    for (const fault of faultKinds.filter((kind) => !except?.includes(kind))) {
      const name = `${step}, ${fault}`;
      amount += 1;
      // What has happened before is past the circuit breaker, and past the second in which Pay is not asked again.
      clock.advance(60_000);
      const told = await meet({
        council,
        amount,
        trouble: async ({ method, path }) => {
          clock.advance(2_000);
          await faults.add(fault === 'refuse' ? { fault } : { ...small(fault), method, path });
        },
        over: async () => {
          await faults.clear();
          clock.advance(60_000);
        },
      }).catch((error: unknown) => {
        throw new Error(name, { cause: error });
      });
      for (const [language, { status, title, detail }] of Object.entries(told)) {
        const all = `${name} (${language}): ${status} ${title}. ${detail}`;
        // Pay did it all the same, and that was found out.
        if (step === 'refund' && status === 202) continue;
        // Coming back is never refused: what was last known is on the page.
        assert.ok(step === 'come back, paid' ? status === 200 : [409, 412, 502, 503, 504].includes(status), all);
        assert.notEqual(title, '', all);
        assert.match(detail, says, all);
        assert.doesNotMatch(`${title} ${detail}`, neverSays, all);
        assert.doesNotMatch(all, /please|sorry|invalid|undefined|\bat \w+ \(/i, all);
      }
    }
  });

test('news by webhook, in each trouble: in the ledger once, in the end', { timeout: 120_000 }, async () => {
  const clock = new ManualClock(new Date().toISOString());
  await using council = await borough({ clock, paySettings: { timeoutMs: 1_000 } });
  const { faults } = council.platforms.govukPay;
  let amount = 5_000;
  for (const fault of faultKinds) {
    amount += 1;
    clock.advance(60_000);
    const { body } = await council.begin({ amount });
    const payId = council.govukPay.payments.at(-1)?.payment_id ?? '';
    council.govukPay.pay(payId);
    await faults.add(fault === 'refuse' ? { fault } : { ...small(fault), method: 'GET', path: '/v1/payments/' });
    const before = faults.played.length;
    const message = council.govukPay.messages.findLast((each) => each.payment_id === payId);
    assert.equal(await council.govukPay.deliver(message?.id ?? ''), 200, fault);
    // Nothing can be seen of a connection that is refused.
    if (fault !== 'refuse') await until(() => faults.played.length > before, `${fault} was met`);
    await faults.clear();
    let moved = performance.now();
    await until(() => {
      if (performance.now() - moved > 50) {
        moved = performance.now();
        clock.advance(100_000);
      }
      return council.billing.payments.some((payment) => payment.amount === amount);
    }, `${fault}: the billing system has it`);
    const { story } = (await council.staff<{ story: { kind: string }[] }>(`/staff/payments/${body.id}`)).body;
    assert.equal(story.filter(({ kind }) => kind === 'paid').length, 1, fault);
  }
});

test('the name of Pay’s server is not found: nothing was asked, and it says so', async () => {
  await using council = await borough({ paySettings: { url: 'http://publicapi.payments.invalid' } });
  const { status, body } = await council.begin();
  assert.equal(status, 502);
  assert.match(JSON.stringify(body), /GOV\.UK Pay is not working.*Nothing has been taken/);
});
