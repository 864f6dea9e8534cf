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
        status: 200,
        fetch(url, { headers, signal }) {
            this.asked.push(headers['last-event-id'] ?? null);
            if (this.status !== 200) {
                const headers = { 'content-type': 'application/problem+json' };
                return Promise.resolve(new Response('{}', { status: this.status, headers }));
            }
            const body = new ReadableStream({
                start(controller) {
                    streams.push(controller);
                    signal.addEventListener('abort', () => { try { controller.error(signal.reason); } catch { /* closed */ } });
                },
            });
            return Promise.resolve(new Response(body, { headers: { 'content-type': 'text/event-stream' } }));
        },
        restart() { streams.at(-1).enqueue(new TextEncoder().encode('event: restart\ndata: {}\n\n')); },
        tag(tag) { streams.at(-1).enqueue(new TextEncoder().encode(`event: tag\ndata: ${tag}\n\n`)); },
        caughtUp(id) { streams.at(-1).enqueue(new TextEncoder().encode(`id: ${id}\nevent: caught-up\ndata: ${id}\n\n`)); },
        record(id) { streams.at(-1).enqueue(new TextEncoder().encode(`id: ${id}\nevent: record\ndata: ${id}\n\n`)); },
    };
}

function device() {
    const [open, locks, server] = [fakeChannels(), firstHolds(), fakeServer()];
    const clock = { now: 1_000 };
    const tab = (position, tag = 't1') => {
        const log = [];
        const control = new AbortController();
        const connection = new Connection({
            site: 's', tag, position,
            onEvent: (event) => log.push(event.id),
            onConnection: () => {},
            io: {
                now: () => clock.now,
                tabs: { locks, channel: open() },
                feed: { fetch: (...all) => server.fetch(...all), now: () => clock.now },
            },
        });
        const ran = connection.run(control.signal).then(() => log.push('ended'), (error) => log.push(`${error.status}`));
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

test('a tab is not told that it is caught up before it has what it missed', async () => {
    const { tab, server } = device();
    const leader = tab('10');
    await settle();
    server.record(11);
    await settle();
    const later = tab('10');
    server.caughtUp(20);
    await settle();
    assert.deepEqual(leader.log, ['11', '20']);
    assert.deepEqual(later.log, ['11', '20']);
    await Promise.all([leader.close(), later.close()]);
});

test('a tab that missed more than the leader knows ends, to begin with a new state', async () => {
    const { tab, server } = device();
    const leader = tab('10');
    await settle();
    server.record(11);
    await settle();
    const later = tab('3');
    await settle();
    server.record(12);
    await settle();
    assert.deepEqual(later.log, ['ended']);
    assert.deepEqual(leader.log, ['11', '12']);
    await Promise.all([leader.close(), later.close()]);
});

test('told that another state would be given now, every tab ends and passes nothing on', async () => {
    const { tab, server } = device();
    const [leader, other] = [tab('10'), tab('10')];
    await settle();
    server.record(11);
    server.restart();
    await settle();
    assert.deepEqual([leader.log, other.log], [['11', 'ended'], ['11', 'ended']]);
});

test('refused because of its state, every tab ends', async () => {
    const { tab, server } = device();
    server.status = 409;
    const [leader, other] = [tab('10'), tab('10')];
    await settle();
    assert.deepEqual([leader.log, other.log], [['ended'], ['ended']]);
});

test('a refusal for good comes out', async () => {
    const { tab, server } = device();
    server.status = 401;
    const leader = tab('10');
    await settle();
    assert.deepEqual(leader.log, ['401']);
});

test('a tag that the server gives for the same state holds for all tabs from then on', async () => {
    const { tab, server } = device();
    const [leader, other] = [tab('10', 't1'), tab('10', 't1')];
    await settle();
    server.tag('t2');
    await settle();
    const later = tab('10', 't2');
    await settle();
    server.record(11);
    await settle();
    assert.deepEqual([leader.log, other.log, later.log], [[null, '11'], [null, '11'], ['11']]);
    await Promise.all([leader.close(), other.close(), later.close()]);
});

test('of two tabs with different states neither folds what the other hears', async () => {
    const { tab, server } = device();
    const leader = tab('10', 't1');
    await settle();
    const later = tab('10', 't2');
    await settle();
    assert.deepEqual([leader.log, later.log], [['ended'], ['ended']]);
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
