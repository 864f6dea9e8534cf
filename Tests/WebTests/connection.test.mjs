import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Connection } from '../../Web/connection.mjs';
import { SILENCE } from '../../Web/event-stream.mjs';

const settle = async () => { for (let count = 0; count < 10; count += 1) await new Promise(setImmediate); };

/** Channels of one name: each hears all others. */
function fakeChannels() {
    const all = new Set();
    return () => {
        const channel = {
            onmessage: null,
            postMessage: (data) => all.forEach((each) => each !== channel && each.onmessage?.({ data: structuredClone(data) })),
            close: () => all.delete(channel),
        };
        all.add(channel);
        return channel;
    };
}

/** Locks that the first to ask holds for good; taking over is counted. */
function firstHolds() {
    const locks = { stolen: 0, isHeld: false };
    locks.request = (name, options, callback) => {
        if (options.steal) { locks.stolen += 1; return callback({}); }
        if (!locks.isHeld) { locks.isHeld = true; return callback({}); }
        return new Promise((resolve, reject) => {
            options.signal.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
        });
    };
    return locks;
}

/** A feed whose text the test writes. */
function fakeServer() {
    const streams = [];
    return {
        streams,
        asked: [],
        fetch(url, { headers, signal }) {
            this.asked.push(headers['last-event-id'] ?? null);
            const body = new ReadableStream({
                start(controller) {
                    streams.push(controller);
                    signal.addEventListener('abort', () => { try { controller.error(signal.reason); } catch { /* closed */ } });
                },
            });
            return Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } }));
        },
        record(id) { streams.at(-1).enqueue(new TextEncoder().encode(`id: ${id}\nevent: record\ndata: ${id}\n\n`)); },
    };
}

function device() {
    const [open, locks, server] = [fakeChannels(), firstHolds(), fakeServer()];
    const clock = { now: 1_000 };
    const tab = (position, state = { position }) => {
        const log = [];
        const control = new AbortController();
        const connection = new Connection({
            site: 's', position,
            onEvent: (event) => log.push(event.id),
            onConnection: () => {},
            onResync: async () => { log.push(`state ${state.position}`); return state.position; },
            io: {
                now: () => clock.now,
                tabs: { locks, channel: open() },
                feed: { fetch: (...all) => server.fetch(...all), now: () => clock.now },
            },
        });
        const ran = connection.run(control.signal).catch(() => {});
        return { connection, log, close: async () => { control.abort(); await ran; } };
    };
    return { tab, server, locks, clock };
}

test('a tab that opens later gets what it missed from the leader, not from the server', async () => {
    const { tab, server } = device();
    const leader = tab('10');
    await settle();
    for (const id of [11, 12, 13]) server.record(id);
    await settle();
    const later = tab('11');
    await settle();
    server.record(14);
    await settle();
    assert.deepEqual(leader.log, ['11', '12', '13', '14']);
    assert.deepEqual(later.log, ['12', '13', '14']);
    assert.deepEqual(server.asked, ['10']);
    await Promise.all([leader.close(), later.close()]);
});

test('a tab that missed more than the leader knows takes the state anew', async () => {
    const { tab, server } = device();
    const leader = tab('10');
    await settle();
    server.record(11);
    await settle();
    const later = tab('3', { position: '11' });
    await settle();
    server.record(12);
    await settle();
    assert.deepEqual(later.log, ['state 11', '12']);
    await Promise.all([leader.close(), later.close()]);
});

test('what comes in while the leader takes a new state is neither lost nor folded twice', async () => {
    const { tab, server } = device();
    const state = { position: '11' };
    const leader = tab('10', state);
    await settle();
    server.record(11);
    await settle();
    const done = leader.connection.resync();
    server.record(12);
    await settle();
    await done;
    server.record(13);
    await settle();
    assert.deepEqual(leader.log.filter((each) => each !== '11'), ['state 11', '12', '13']);
    assert.equal(leader.connection.position, '13');
    await leader.close();
});

test('only a visible tab takes the lead from a silent one', async () => {
    const { tab, locks, clock } = device();
    const leader = tab('1');
    const other = tab('1');
    await settle();
    other.connection.check(true);
    clock.now += SILENCE;
    other.connection.check(false);
    await settle();
    assert.equal(locks.stolen, 0);
    other.connection.check(true);
    await settle();
    assert.equal(locks.stolen, 1);
    await Promise.all([leader.close(), other.close()]);
});
