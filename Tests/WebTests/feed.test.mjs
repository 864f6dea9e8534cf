import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Feed, FeedRefused } from '../../Web/feed.mjs';

const sse = { 'content-type': 'text/event-stream; charset=utf-8' };

/** A feed over scripted answers; ends when the script does. */
function trial(answers, { online = () => true, position = null, onEvent } = {}) {
    const control = new AbortController();
    const log = { requests: [], events: [], connections: [], pauses: [] };
    let clock = 1_000;
    const io = {
        now: () => { clock += 1; return clock; },
        random: () => 1,
        isOnline: online,
        watchdog: (milliseconds, onSilence) => { log.silence = onSilence; return { kick() {}, stop() {} }; },
        async fetch(url, options) {
            log.requests.push({ url, position: options.headers['last-event-id'] ?? null });
            const answer = answers.shift();
            if (answers.length === 0) queueMicrotask(() => {});
            if (answer instanceof Error) throw answer;
            return answer;
        },
        async wait(milliseconds) {
            log.pauses.push(milliseconds);
            if (answers.length === 0) control.abort();
        },
    };
    const feed = new Feed({
        site: 'north/1', tag: 't1', position, io,
        onEvent: (event) => { log.events.push(`${event.event} ${event.id}`); onEvent?.(event, control); },
        onConnection: ({ state }) => log.connections.push(state),
    });
    return { feed, log, run: () => feed.run(control.signal) };
}

const record = (id) => `id: ${id}\nevent: record\ndata: {}\n\n`;
const problem = (status) => new Response('{}', { status, headers: { 'content-type': 'application/problem+json' } });
const caughtUp = (id) => `id: ${id}\nevent: caught-up\ndata: ${id}\n\n`;

test('after a break the feed resumes after the last event', async () => {
    const { feed, log, run } = trial([
        new Response(record(4) + record(5), { headers: sse }),
        new Error('network'),
        new Response(record(6) + caughtUp(6), { headers: sse }),
    ], { position: '3' });
    await run();
    assert.deepEqual(log.requests.map((each) => each.position), ['3', '5', '5']);
    assert.equal(log.requests[0].url, '/api/feed?site=north%2F1&tag=t1');
    assert.deepEqual(log.events, ['record 4', 'record 5', 'record 6', 'caught-up 6']);
    assert.equal(feed.position, '6');
});

test('the next request names the state as the server said last', async () => {
    const { log, run } = trial([
        new Response('event: tag\ndata: t2\n\n' + record(1), { headers: sse }), new Response(record(2), { headers: sse }),
    ]);
    await run();
    assert.deepEqual(log.requests.map(({ url }) => url.split('tag=')[1]), ['t1', 't2']);
});

test('pauses grow while nothing is heard and begin anew after a contact', async () => {
    const { log, run } = trial([
        new Error('network'), new Error('network'), new Error('network'),
        new Response(record(1), { headers: sse }), new Error('network'),
    ]);
    await run();
    assert.deepEqual(log.pauses, [500, 1_000, 2_000, 500, 1_000]);
});

test('live is said when caught up, stale when the connection is lost', async () => {
    const { log, run } = trial([new Response(record(1) + caughtUp(1), { headers: sse })]);
    await run();
    assert.deepEqual(log.connections, ['stale', 'live', 'stale']);
});

test('a device without network says offline', async () => {
    let online = true;
    const { log, run } = trial([new Response(caughtUp(1), { headers: sse })],
        { online: () => online, onEvent: () => { online = false; } });
    await run();
    assert.equal(log.connections.at(-1), 'offline');
});

test('an attempt that reaches nobody says offline, whatever the device thinks of its network', async () => {
    const { log, run } = trial([
        new Response(caughtUp(1), { headers: sse }), new Error('network'), new Response(caughtUp(1), { headers: sse }),
    ]);
    await run();
    assert.deepEqual(log.connections, ['stale', 'live', 'stale', 'offline', 'stale', 'live', 'stale']);
});

test('a captive portal is no feed', async () => {
    const { log, run } = trial([new Response('<h1>Welcome</h1>', { headers: { 'content-type': 'text/html' } })]);
    await run();
    assert.deepEqual(log.events, []);
    assert.ok(!log.connections.includes('live'));
});

test('a refusal that another attempt cannot mend ends the feed', async () => {
    const { run } = trial([problem(401), new Error('not asked again')]);
    await assert.rejects(run(), (error) => error instanceof FeedRefused && error.status === 401);
});

test('a page of a proxy in the way says nothing of the session, whatever its status', async () => {
    for (const status of [401, 403, 404, 409]) {
        const { log, run } = trial([
            new Response('<h1>Blocked</h1>', { status, headers: { 'content-type': 'text/html' } }),
            new Response(caughtUp(1), { headers: sse }),
        ]);
        await run();
        assert.equal(log.requests.length, 2);
        assert.ok(log.connections.includes('live'));
    }
});

test('after bye the feed comes back', async () => {
    const { log, run } = trial([
        new Response(`event: bye\ndata: restart\n\n${record(9)}`, { headers: sse }),
        new Response(record(1), { headers: sse }),
    ]);
    await run();
    assert.equal(log.requests.length, 2);
});

test('after bye the feed comes back when it was asked to', async () => {
    const bye = (data) => new Response(`retry: 7300\nevent: bye\ndata: ${data}\n\n`, { headers: sse });
    const { log, run } = trial([
        bye('{"reason":"shutdown","retry":7300}'), bye('{"reason":"shutdown","retry":1e9}'), bye('{"reason":"revoked"}'),
    ]);
    await run();
    assert.deepEqual(log.pauses, [7_300, 60_000, 500]);
});
