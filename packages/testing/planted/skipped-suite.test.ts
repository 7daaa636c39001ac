import { describe, test } from 'node:test';

describe('a suite whose data is absent', { skip: 'the data is absent' }, () => {
  test('never runs', () => undefined);
});
