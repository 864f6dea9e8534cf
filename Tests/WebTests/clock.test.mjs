import assert from 'node:assert/strict';
import { test } from 'node:test';

import { measuring, offset, ServerClock } from '../../Web/clock.mjs';

const date = 'Wed, 05 Mar 2025 10:00:00 GMT';
const server = Date.parse(date);

test('an answer tells how far the clocks are apart', () => {
    assert.equal(offset({ sentAt: server - 9_600, receivedAt: server - 9_400, date }), 10_000);
});

test('slow, backward and dateless answers tell nothing', () => {
    assert.equal(offset({ sentAt: 0, receivedAt: 6_000, date }), null);
    assert.equal(offset({ sentAt: 5, receivedAt: 4, date }), null);
    assert.equal(offset({ sentAt: 0, receivedAt: 1, date: null }), null);
});

test('one strange measurement does not move the clock', () => {
    const clock = new ServerClock();
    assert.equal(clock.offset, null);
    for (const at of [server, server + 10, server - 900_000, server + 5, server]) {
        clock.measure({ sentAt: at, receivedAt: at, date });
    }
    assert.ok(Math.abs(clock.offset - 500) <= 10);
});

test('any fetch measures by the way', async () => {
    const clock = new ServerClock();
    const fetch = measuring(async () => new Response('', { headers: { date } }), clock, () => server);
    assert.ok((await fetch('/')).ok);
    assert.equal(clock.offset, 500);
});
