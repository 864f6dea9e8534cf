import assert from 'node:assert/strict';
import { test } from 'node:test';

import { turnOff, turnOn, whyOff } from '../../Web/guard.mjs';

function storage() {
    const kept = new Map();
    return {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => kept.set(key, value),
        removeItem: (key) => kept.delete(key),
    };
}

test('after a stop the tab reloads once and stays without the core for a while', () => {
    const tab = storage();
    assert.equal(whyOff(tab, 0), null);
    assert.equal(turnOff(tab, 'panic', 0, true), true);
    assert.equal(whyOff(tab, 60_000), 'panic');
    assert.equal(whyOff(tab, 31 * 60_000), null);
});

test('a second stop does not reload again', () => {
    const tab = storage();
    assert.equal(turnOff(tab, 'panic', 0, true), true);
    assert.equal(turnOff(tab, 'panic', 1_000, true), false);
    assert.equal(turnOff(tab, 'panic', 40 * 60_000, true), true);
});

test('without a connection there is no reload: the server could not draw', () => {
    assert.equal(turnOff(storage(), 'panic', 0, false), false);
});

test('where the mark cannot be kept there is no reload: it would be a loop', () => {
    assert.equal(turnOff({ getItem: () => null, setItem() {} }, 'panic', 0, true), false);
    assert.equal(turnOff({ setItem() { throw new DOMException('full', 'QuotaExceededError'); } }, 'panic', 0, true), false);
    assert.equal(whyOff({ getItem: () => 'not JSON' }, 0), null);
});

test('a new version may start', () => {
    const tab = storage();
    turnOff(tab, 'update', 0, true);
    turnOn(tab);
    assert.equal(whyOff(tab, 1), null);
});
