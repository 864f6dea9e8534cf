import assert from 'node:assert/strict';
import { test } from 'node:test';

import { MemoryDatabase, openDatabase } from '../../Web/database.mjs';
import { lease, LEASE, Store } from '../../Web/store.mjs';

const replica = { device: 'd', site: 's', state: '{}', position: '4', directory: '{}', viewer: { person: 'p' }, contactAt: 1_000 };

test('what was saved opens again while the lease lasts', async () => {
    const clock = { now: 1_000 };
    const store = new Store(new MemoryDatabase(), () => clock.now);
    await store.save(replica);
    clock.now += LEASE - 1;
    assert.equal((await store.open('d')).replica.position, '4');
});

test('after the lease everything is removed, and said so once', async () => {
    const clock = { now: 1_000 };
    const database = new MemoryDatabase();
    const store = new Store(database, () => clock.now);
    await store.save(replica);
    clock.now += LEASE;
    assert.deepEqual(await store.open('d'), { expired: true });
    assert.deepEqual(await database.all('replicas'), []);
});

test('a clock that was set back does not lengthen the lease', () => {
    assert.ok(!lease({ contactAt: 0, clockAt: LEASE }, 5).isValid);
    assert.ok(lease({ contactAt: 0, clockAt: 10 }, 5).isValid);
});

test('a running page removes what grew too old', async () => {
    const clock = { now: 1_000 };
    const store = new Store(new MemoryDatabase(), () => clock.now);
    await store.save(replica);
    assert.equal(await store.expire(), false);
    clock.now += LEASE;
    assert.equal(await store.expire(), true);
});

test('the session that was last in contact is known', async () => {
    const store = new Store(new MemoryDatabase(), () => 1_000);
    assert.deepEqual(await store.last(), { device: undefined, site: undefined });
    await store.save({ ...replica, device: 'old', contactAt: 1 });
    await store.save({ ...replica, device: 'new', contactAt: 9 });
    await store.save({ ...replica, device: 'between', contactAt: 5 });
    assert.deepEqual(await store.last(), { device: 'new', site: 's' });
});

test('what another session left is removed, and each session has its own', async () => {
    const database = new MemoryDatabase();
    const store = new Store(database, () => 1_000);
    await store.save(replica);
    await store.save({ ...replica, device: 'other', position: '9' });
    assert.equal((await store.open('other')).replica.position, '9');
    assert.deepEqual((await database.all('replicas')).map((each) => each.device), ['other']);
    assert.deepEqual(await store.open('d'), {});
});

test('sign-out removes what was saved', async () => {
    const store = new Store(new MemoryDatabase(), () => 1_000);
    await store.save(replica);
    await store.clear();
    assert.deepEqual(await store.open('d'), {});
});

test('without IndexedDB, or with one that refuses, there is memory', async () => {
    assert.equal((await openDatabase(undefined)).lasts, false);
    const refusing = { open() { throw new DOMException('no', 'SecurityError'); } };
    assert.equal((await openDatabase(refusing)).lasts, false);
});
