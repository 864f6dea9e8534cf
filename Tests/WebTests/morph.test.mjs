import assert from 'node:assert/strict';
import { test } from 'node:test';

import { match, NEW, staying } from '../../Web/morph.mjs';

const row = (key) => ({ key, name: 'LI' });
const text = { key: null, name: '#text' };

test('children with keys keep their identity through a new order', () => {
    assert.deepEqual(match([row('a'), row('b'), row('c')], [row('c'), row('a'), row('d')]), [2, 0, NEW]);
});

test('a key in another element is another child', () => {
    assert.deepEqual(match([row('a')], [{ key: 'a', name: 'P' }]), [NEW]);
});

test('a key given twice is used once', () => {
    assert.deepEqual(match([row('a'), row('a')], [row('a'), row('a')]), [0, NEW]);
});

test('children without keys match in order, by name', () => {
    const p = { key: null, name: 'P' };
    assert.deepEqual(match([text, p, text, p], [p, text, p, p]), [1, 0, 3, NEW]);
});

test('a child with a key is never used for one without', () => {
    assert.deepEqual(match([row('a')], [{ key: null, name: 'LI' }]), [NEW]);
});

test('the longest run in order stays', () => {
    assert.deepEqual([...staying([3, 0, 1, NEW, 2])], [0, 1, 2]);
    assert.deepEqual([...staying([])], []);
});

test('the focused child stays, and the others move round it', () => {
    assert.ok(staying([3, 0, 1, 2], 3).has(3));
    assert.deepEqual([...staying([3, 0, 1, 2], 3)], [3]);
    assert.deepEqual([...staying([1, 2, 0, 3], 0)], [0, 3]);
});

test('whatever stays is in order (random lists)', () => {
    let seed = 7;
    const random = (below) => { seed = (seed * 48_271) % 2_147_483_647; return seed % below; };
    for (let round = 0; round < 300; round += 1) {
        const list = Array.from({ length: random(12) }, (_, index) => index);
        for (let index = list.length - 1; index > 0; index -= 1) {
            const other = random(index + 1);
            [list[index], list[other]] = [list[other], list[index]];
        }
        const pinned = list.length > 0 ? list[random(list.length)] : NEW;
        const stays = [...staying(list, pinned)];
        assert.ok(stays.every((value, index) => index === 0 || stays[index - 1] < value));
        const order = list.filter((value) => stays.includes(value));
        assert.deepEqual(order, stays);
        if (pinned !== NEW) assert.ok(stays.includes(pinned));
    }
});
