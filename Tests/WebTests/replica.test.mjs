import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Op } from '../../Web/core.mjs';
import { MemoryDatabase } from '../../Web/database.mjs';
import { Replica, StateUnavailable } from '../../Web/replica.mjs';
import { LEASE, Store } from '../../Web/store.mjs';

const given = { state: { notes: ['a'] }, directory: { people: [] }, viewer: { person: 'p', device: 'd' }, position: 41, tag: 't1' };

function trial(answer = () => Response.json(given)) {
    const calls = [];
    const clock = { now: 1_000 };
    const core = {
        call: (op, input) => { calls.push([op, input]); return {}; },
        callText: () => '{"notes":["a","b"]}',
    };
    const store = new Store(new MemoryDatabase(), () => clock.now);
    const make = () => new Replica({ core, load: async () => core, store, site: 's', fetch: async () => answer(), now: () => clock.now });
    return { calls, clock, make, store };
}

test('the server\'s state is opened, and kept as the core encodes it', async () => {
    const { calls, make } = trial();
    const replica = make();
    await replica.openFromServer();
    assert.equal(calls[0][0], Op.open);
    assert.deepEqual(JSON.parse(calls[0][1]), { state: given.state, directory: given.directory, viewer: given.viewer });
    replica.apply({ id: '42', data: '{"text":"b"}' });
    await replica.save();
    const again = make();
    assert.equal(await again.openFromDevice('d'), 'opened');
    assert.deepEqual([again.position, again.tag], ['42', 't1']);
    assert.deepEqual(JSON.parse(calls.at(-1)[1]).state, { notes: ['a', 'b'] });
});

test('a record that the state has already changes nothing', async () => {
    const { calls, make } = trial();
    const replica = make();
    await replica.openFromServer();
    replica.apply({ id: '41', data: '{}' });
    replica.apply({ id: '9', data: '{}' });
    assert.equal(calls.length, 1);
    assert.equal(replica.position, '41');
});

test('being caught up moves the position, forward only, so that a page drawn later by the server is drawn over', async () => {
    const { calls, make } = trial();
    const replica = make();
    await replica.openFromServer();
    replica.advance('50');
    replica.advance('45');
    assert.equal(replica.position, '50');
    replica.apply({ id: '50', data: '{}' });
    assert.equal(calls.length, 1);
    replica.apply({ id: '51', data: '{}' });
    assert.equal(calls.length, 2);
});

test('another session\'s replica is removed, not shown', async () => {
    const { make, calls } = trial();
    const replica = make();
    await replica.openFromServer();
    await replica.save();
    const next = make();
    assert.equal(await next.openFromDevice('e'), 'none');
    assert.ok(!next.isOpen);
    assert.equal(calls.length, 1);
    assert.equal(await make().openFromDevice('d'), 'none');
});

test('what was closed is neither drawn nor kept, and opens again from the server only', async () => {
    const { make, store } = trial();
    const replica = make();
    await replica.openFromServer();
    await replica.save();
    replica.close();
    await store.forget('d');
    await replica.save();
    assert.ok(!replica.isOpen && replica.viewer === null);
    assert.deepEqual(await store.last(), { device: undefined, site: undefined });
    const asked = replica.openFromServer();
    replica.close();
    await assert.rejects(asked, StateUnavailable);
    await replica.openFromServer();
    assert.ok(replica.isOpen);
});

test('a contact begins the lease anew', async () => {
    const { make, clock } = trial();
    const replica = make();
    await replica.openFromServer();
    clock.now += LEASE - 1;
    replica.touch();
    await replica.save();
    clock.now += LEASE - 1;
    assert.equal(await make().openFromDevice('d'), 'opened');
    clock.now += 1;
    assert.equal(await make().openFromDevice('d'), 'expired');
});

test('a state that is not given says with which status', async () => {
    for (const [answer, status] of [
        [() => new Response('{}', { status: 401, headers: { 'content-type': 'application/problem+json' } }), 401],
        [() => new Response('<h1>Blocked</h1>', { status: 403, headers: { 'content-type': 'text/html' } }), 0],
        [() => new Response('<h1>Welcome</h1>', { headers: { 'content-type': 'text/html' } }), 0],
        [() => { throw new TypeError('network'); }, 0],
    ]) {
        await assert.rejects(trial(answer).make().openFromServer(),
            (error) => error instanceof StateUnavailable && error.status === status);
    }
});
