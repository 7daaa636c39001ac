/** Between "was it paid?" and "begin it", another process may find the same paid. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testedStores } from '@council-kit/testing/stores.js';
import { borough } from './testing/borough.fixture.ts';

for (const store of await testedStores()) {
  test(`${store.name}: found paid after it was looked for, and before the next is begun: nothing is paid twice`, async () => {
    let between: (() => Promise<unknown>) | undefined;
    await using council = await borough({
      gateway: await store.fresh(),
      ground: (ground) => ({
        ...ground,
        store: {
          dialect: ground.store.dialect,
          db: () => ground.store.db(),
          aside: (name) => ground.store.aside(name),
          hasAside: (name) => ground.store.hasAside(name),
          deleteAside: (name) => ground.store.deleteAside(name),
          async transaction(work) {
            const done = await ground.store.transaction(work);
            const once = between;
            between = undefined;
            await once?.();
            return done;
          },
        },
      }),
    });
    const first = await council.begin({ amount: 4_200 });
    council.govukPay.pay(council.govukPay.payments[0]?.payment_id ?? '');
    // The second is kept; then the resident comes back from the first.
    between = async () => {
      await council.fetch(`/payments/${first.body.id}/return`);
      assert.equal((await council.read(first.body.id)).state.status, 'success');
    };
    const second = await council.begin({ amount: 4_200 });
    assert.deepEqual([second.status, second.body.code], [409, 'paid_already']);
    assert.equal(council.govukPay.payments.length, 1);
    // Somebody who says that they mean it pays again.
    assert.equal((await council.begin({ amount: 4_200, again: true })).status, 201);
  });
}
