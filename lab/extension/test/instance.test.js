import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fullness, level, money, price, share, size } from '../static/instance.js';

const GIB = 1024 ** 3;

test('a size has the unit that suits it', () => {
  assert.equal(size(0), '0 B');
  assert.equal(size(512 * 1024 ** 2), '512 MiB');
  assert.equal(size(1.5 * GIB), '1.5 GiB');
  assert.equal(size(4 * GIB), '4 GiB');
});

test('a share names the unit once where both have it', () => {
  assert.equal(share(0.6 * GIB, 4 * GIB), '0.6 of 4 GiB');
  assert.equal(share(50 * 1024 ** 2, 4 * GIB), '50 MiB of 4 GiB');
  assert.equal(share(300 * 1024 ** 2, 512 * 1024 ** 2), '300 of 512 MiB');
});

test('money that is not nothing does not show as nothing', () => {
  assert.equal(money(0), '$0.00');
  assert.equal(money(0.0004), '< $0.01');
  assert.equal(money(12.345), '$12.35');
});

test('a price keeps the digits of the price list', () => {
  assert.equal(price(0.05), '$0.05 an hour');
  assert.equal(price(0.0464), '$0.0464 an hour');
  assert.equal(price(3.825), '$3.825 an hour');
});

test('fullness is a fraction, and a missing limit is not full', () => {
  assert.equal(fullness({ memoryUsedBytes: 3, memoryLimitBytes: 4 }), 0.75);
  assert.equal(fullness({ memoryUsedBytes: 9, memoryLimitBytes: 4 }), 1);
  assert.equal(fullness({ memoryUsedBytes: 9, memoryLimitBytes: 0 }), 0);
  assert.deepEqual([0.5, 0.75, 0.9].map(level), ['ok', 'high', 'full']);
});
