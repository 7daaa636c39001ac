/** What residents do while they pay, and what happens to them: pressed twice, gone back, two tabs, answers lost. One intention is one payment. */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { chromium, type Browser } from 'playwright-core';
import { chromiumPath } from '@council-kit/testing/browsers/engines.js';
import { accountsToPay, type Account } from './testing/accounts-to-pay.ts';
import { startDemoProcess, type DemoProcess } from './testing/demo-process.ts';
import {
  arriveAtPay,
  backToCouncil,
  goOn,
  onward,
  payByCard,
  payDesk,
  toCheck,
  toPay,
  typeCard,
  words,
  type PayDesk,
} from './testing/paying.ts';
import { noBrowser, openBrowser, Resident } from './testing/resident.ts';

const good = '4242 4242 4242 4242';

let browser: Browser;
let demo: DemoProcess;
let pay: PayDesk;
let account: Account;
before(async () => {
  if (noBrowser) return;
  demo = await startDemoProcess();
  browser = await openBrowser();
  pay = await payDesk(demo);
  [account] = (await accountsToPay(demo, 1)) as [Account];
});
afterEach(async () => {
  await pay?.calm();
});
after(async () => {
  await browser?.close();
  await demo?.[Symbol.asyncDispose]();
});

/** Pence of the payment at hand: each test has its own, so that its payments are told apart. */
let pence = 6_000;

/** A resident at the check of a payment of an amount that nobody else pays. */
async function atCheck(javaScript: boolean, visitor = browser): Promise<{ resident: Resident; amount: string }> {
  pence += 1;
  const amount = (pence / 100).toFixed(2);
  const resident = await Resident.visit(visitor, `${demo.address}/council-tax`, { javaScript });
  await toCheck(resident, account, amount);
  return { resident, amount };
}

/** How many payments Pay has of this amount, and how many of them are paid, or can still be. */
async function counted(): Promise<{ paid: number; payable: number }> {
  const booked = await pay.booked(pence);
  return {
    paid: booked.filter(({ state }) => state.status === 'success').length,
    payable: booked.filter(({ state }) => !state.finished).length,
  };
}

for (const javaScript of [true, false]) {
  const how = javaScript ? 'with JavaScript' : 'without JavaScript';

  test(
    `pressed twice: one payment; the page to come back to, loaded again and gone back to, says the same: ${how}`,
    {
      skip: noBrowser,
    },
    async () => {
      const { resident } = await atCheck(javaScript);
      await using _ = resident;
      const { page } = resident;
      await onward(resident).dblclick();
      await arriveAtPay(resident);
      assert.equal((await pay.booked(pence)).length, 1);
      await payByCard(page, good);
      await resident.sees(words.en.paid);
      const answer = page.url();
      for (let time = 0; time < 3; time += 1) {
        await page.reload();
        await resident.sees(words.en.paid);
      }
      // Back to Pay's page, which is spent, and forward.
      await page.goBack();
      await page.goto(answer);
      await resident.sees(words.en.paid);
      assert.deepEqual(await counted(), { paid: 1, payable: 0 });
      assert.deepEqual(resident.complaints, []);
    },
  );

  test(`Back from GOV.UK Pay and again: in the end one is paid, and at no time could two be: ${how}`, { skip: noBrowser }, async () => {
    const { resident } = await atCheck(javaScript);
    await using _ = resident;
    const { page } = resident;
    await toPay(resident);
    for (let time = 0; time < 2; time += 1) {
      await page.goBack();
      if (javaScript) {
        // The browser of a test keeps no page: everything is typed again, and is another intention.
        await page.goto(`${demo.address}/council-tax`);
        await toCheck(resident, account, (pence / 100).toFixed(2));
        await toPay(resident);
      } else await arriveAtPay(resident);
      assert.deepEqual(await counted(), { paid: 0, payable: 1 });
    }
    await payByCard(page, good);
    await resident.sees(words.en.paid);
    assert.deepEqual(await counted(), { paid: 1, payable: 0 });
  });

  test(`two tabs pay the same: one can be paid, and the other says why it cannot: ${how}`, { skip: noBrowser }, async () => {
    const { resident: first, amount } = await atCheck(javaScript);
    await using _ = first;
    await using second = await first.newTab(`${demo.address}/council-tax`);
    await toCheck(second, account, amount);
    await toPay(first);
    await toPay(second);
    assert.deepEqual(await counted(), { paid: 0, payable: 1 });
    // The first tab types its card all the same.
    await typeCard(first.page, good);
    await backToCouncil(first.page);
    await first.sees(words.en.failed);
    await first.page.getByText(/being paid in another tab/).waitFor();
    await first.page.getByText(/Nothing has been taken/).waitFor();
    await payByCard(second.page, good);
    await second.sees(words.en.paid);
    // And the third time it is asked whether it is meant.
    await using third = await first.newTab(`${demo.address}/council-tax`);
    if (javaScript) {
      await toCheck(third, account, amount);
      await goOn(third);
      await third.sees(/You have already paid this amount/);
    } else {
      await toCheck(third, account, amount).catch(() => undefined);
      await third.sees(/You have already paid this amount/);
    }
    assert.deepEqual(await counted(), { paid: 1, payable: 0 });
  });

  test(`GOV.UK Pay takes it and its answer is lost: found, and one payment: ${how}`, { skip: noBrowser }, async () => {
    const { resident } = await atCheck(javaScript);
    await using _ = resident;
    await pay.trouble({ fault: 'lost-answer', method: 'POST', path: '/v1/payments', times: 1 });
    await toPay(resident);
    await payByCard(resident.page, good);
    await resident.sees(words.en.paid);
    assert.deepEqual([await counted(), (await pay.booked(pence)).length], [{ paid: 1, payable: 0 }, 1]);
  });

  test(`GOV.UK Pay is out of order: told, nothing typed is lost, and it goes on when it works: ${how}`, { skip: noBrowser }, async () => {
    const { resident, amount } = await atCheck(javaScript);
    await using _ = resident;
    const { page } = resident;
    await pay.trouble({ fault: 'refuse' });
    await goOn(resident);
    await resident.sees(words.en.notBegun);
    await page
      .getByText(/You have not been charged|Nothing has been taken/)
      .first()
      .waitFor();
    await pay.calm();
    await page.getByRole('button', { name: 'Try again' }).click();
    if (javaScript) await page.locator('#number').waitFor();
    else await arriveAtPay(resident);
    await page.getByText(`£${amount}`).waitFor();
    assert.deepEqual(await counted(), { paid: 0, payable: 1 });
    assert.deepEqual(resident.complaints, []);
  });

  test(
    `come back while GOV.UK Pay does not answer: nobody is told that nothing was taken, and the page finds out by itself: ${how}`,
    {
      skip: noBrowser,
    },
    async () => {
      const { resident } = await atCheck(javaScript);
      await using _ = resident;
      const { page } = resident;
      await toPay(resident);
      await typeCard(page, good);
      await page.getByRole('button', { name: words.en.confirm }).waitFor();
      // Of something between us and Pay, which answers in its place.
      await pay.trouble({ fault: 'ok-html', path: '/v1/payments/' });
      await page.getByRole('button', { name: words.en.confirm }).click();
      await resident.sees(words.en.unknown);
      await page.getByText(/do not pay again/).waitFor();
      assert.equal(await page.getByText(/Nothing has been taken|Go on to/).count(), 0);
      await pay.calm();
      await resident.sees(words.en.paid);
      assert.deepEqual(await counted(), { paid: 1, payable: 0 });
    },
  );
}

test('the council’s answer is lost on its way to the browser: tried again, it is the same payment', { skip: noBrowser }, async () => {
  const { resident } = await atCheck(true);
  await using _ = resident;
  const { page } = resident;
  let lost = 0;
  await page.route('**/gateway/payments', async (route) => {
    if ((lost += 1) > 1) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  await goOn(resident);
  await resident.sees(words.en.notBegun);
  await page.getByText(/you will not pay twice/).waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('#number').waitFor();
  assert.equal((await pay.booked(pence)).length, 1);
});

test('GOV.UK Pay is slow: the page says so and can be stopped, and nothing is lost', { skip: noBrowser }, async () => {
  const { resident, amount } = await atCheck(true);
  await using _ = resident;
  const { page } = resident;
  await pay.trouble({ fault: 'slow-headers', seconds: 20, method: 'POST', path: '/v1/payments', times: 1 });
  await goOn(resident);
  await page.getByRole('status').getByText('Going to GOV.UK Pay…').waitFor();
  // The page answers meanwhile.
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('Stopped. Nothing has been taken from your card.').waitFor();
  await page.getByText(`£${amount}`).first().waitFor();
  assert.equal(await page.locator('h1').evaluate((heading) => heading.matches(':focus')), true);
});

test('Back in a browser that keeps pages: the check is as it was, and leads to the same payment', { skip: noBrowser }, async () => {
  const keeping = await chromium.launch({
    executablePath: (await chromiumPath()) ?? '',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  });
  try {
    const { resident } = await atCheck(true, keeping);
    await using _ = resident;
    await toPay(resident);
    await resident.page.goBack({ waitUntil: 'commit' });
    await resident.sees(words.en.check);
    await toPay(resident);
    assert.deepEqual([await counted(), (await pay.booked(pence)).length], [{ paid: 0, payable: 1 }, 1]);
  } finally {
    await keeping.close();
  }
});

test('begun with a script, come back to where none runs: the link shows the answer', { skip: noBrowser }, async () => {
  const { resident } = await atCheck(true);
  await using _ = resident;
  await toPay(resident);
  await payByCard(resident.page, good);
  await resident.sees(words.en.paid);
  await using plain = await Resident.visit(browser, resident.page.url(), { javaScript: false });
  await plain.page.getByRole('link', { name: 'See your payment' }).click();
  await plain.sees(words.en.paid);
});
