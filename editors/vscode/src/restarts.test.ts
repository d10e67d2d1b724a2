import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Restarts } from './restarts';

const MINUTE = 60_000;

test('a server that ends is started again four times, and not for ever', () => {
  const restarts = new Restarts();
  assert.deepEqual([0, 1, 2, 3, 4, 5].map((second) => restarts.next(second * 1000)), [1, 2, 3, 4, undefined, undefined]);
});

test('what has ended long before does not count', () => {
  const restarts = new Restarts();
  assert.deepEqual([0, 1, 2, 3, 4].map((times) => restarts.next(times * MINUTE)), [1, 2, 3, 3, 3]);
});
