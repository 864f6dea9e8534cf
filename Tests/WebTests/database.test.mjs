// A page lives whatever its storage does.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { openDatabase } from '../../Web/database.mjs';

test('a browser without storage, one that refuses it, and one that never answers get memory, and it says so', async () => {
    const refusing = { open() { throw new DOMException('refused', 'SecurityError'); } };
    const silent = { open: () => ({}) };
    for (const factory of [undefined, refusing, silent]) {
        const database = await openDatabase(factory, 10);
        assert.equal(database.lasts, false);
        await database.put('commands', { id: 'a' });
        assert.equal((await database.all('commands')).length, 1);
    }
});

test('where the mere name of the storage throws, the page has memory', async () => {
    const own = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB');
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, get() { throw new DOMException('no', 'SecurityError'); } });
    try {
        assert.equal((await openDatabase()).lasts, false);
    } finally {
        if (own) Object.defineProperty(globalThis, 'indexedDB', own);
        else delete globalThis.indexedDB;
    }
});
