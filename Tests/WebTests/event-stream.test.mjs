import assert from 'node:assert/strict';
import { test } from 'node:test';

import { connectionState, EventParser, pause, SILENCE } from '../../Web/event-stream.mjs';

const stream = 'id: 7\nevent: record\ndata: {"a":1}\n\n: still here\n\nid: 8\nevent: caught-up\ndata: 8\n\n';
const expected = [
    { id: '7', event: 'record', data: '{"a":1}' },
    { id: null, event: 'heartbeat', data: '' },
    { id: '8', event: 'caught-up', data: '8' },
];

test('events come out of one piece', () => {
    assert.deepEqual(new EventParser().push(stream), expected);
});

test('events come out of pieces cut anywhere, with any line ends', () => {
    for (const end of ['\n', '\r\n', '\r']) {
        for (const size of [1, 2, 3, 7, 50]) {
            const text = `${stream.replaceAll('\n', end)}\n`;
            const parser = new EventParser();
            const events = [];
            for (let at = 0; at < text.length; at += size) events.push(...parser.push(text.slice(at, at + size)));
            assert.deepEqual(events, expected, JSON.stringify({ end, size }));
        }
    }
});

test('data of several lines is joined, and an event without data is none', () => {
    assert.deepEqual(new EventParser().push('data: a\ndata:b\n\nevent: x\n\n'),
        [{ id: null, event: 'message', data: 'a\nb' }]);
});

test('an event without end is refused', () => {
    const parser = new EventParser();
    assert.throws(() => { for (let count = 0; count < 3; count += 1) parser.push(`data: ${'x'.repeat(600_000)}`); });
});

test('pauses double to a limit and are spread at random', () => {
    assert.equal(pause(1, () => 0), 250);
    assert.equal(pause(1, () => 1), 500);
    assert.equal(pause(4, () => 1), 4_000);
    assert.equal(pause(50, () => 1), 20_000);
    assert.equal(pause(50, () => 0), 10_000);
});

test('only a device that caught up and heard lately is live', () => {
    assert.deepEqual(connectionState({ caughtUp: true, heardAt: 100, online: true }, 200), { state: 'live', since: 100 });
    assert.equal(connectionState({ caughtUp: false, heardAt: 100, online: true }, 200).state, 'stale');
    assert.equal(connectionState({ caughtUp: true, heardAt: 100, online: true }, 100 + SILENCE).state, 'stale');
    assert.deepEqual(connectionState({ caughtUp: true, heardAt: 100, online: false }, 200), { state: 'offline', since: 100 });
    assert.deepEqual(connectionState({ caughtUp: false, heardAt: null, online: true }, 200), { state: 'stale', since: null });
});
