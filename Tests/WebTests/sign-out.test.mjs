import assert from 'node:assert/strict';
import { test } from 'node:test';

import { SignOut } from '../../Web/sign-out.mjs';

function storage() {
    const kept = new Map();
    return {
        getItem: (key) => kept.get(key) ?? null,
        setItem: (key, value) => kept.set(key, value),
        removeItem: (key) => kept.delete(key),
    };
}

test('a sign-out without a network is told later, also by another start of the page', async () => {
    const device = storage();
    const first = new SignOut({ storage: device, fetch: async () => { throw new TypeError('network'); } });
    assert.equal(first.pending, null);
    first.begin('d');
    assert.equal(await first.tell(), false);
    const asked = [];
    const second = new SignOut({
        storage: device,
        fetch: async (url, { method, headers }) => {
            asked.push([method, url, headers['muster-device']]);
            return Response.json({ outcome: 'signedOut' });
        },
    });
    assert.equal(second.pending, 'd');
    assert.equal(await second.tell(), true);
    assert.deepEqual(asked, [['POST', '/sign-out', 'd']]);
    assert.equal(second.pending, null);
    assert.equal(new SignOut({ storage: device, fetch: null }).pending, null);
});

test('only the server\'s own word ends a session', async () => {
    for (const answer of [() => new Response('<h1>Welcome</h1>'), () => Response.json({}, { status: 503 })]) {
        const out = new SignOut({ storage: storage(), fetch: async () => answer() });
        out.begin('d');
        assert.equal(await out.tell(), false);
        assert.equal(out.pending, 'd');
    }
});

test('a browser that keeps nothing knows it for as long as the page lives', async () => {
    const refuse = () => { throw new DOMException('no', 'SecurityError'); };
    const out = new SignOut({
        storage: { getItem: refuse, setItem: refuse, removeItem: refuse },
        fetch: async () => Response.json({ outcome: 'signedOut' }),
    });
    out.begin('d');
    assert.equal(out.pending, 'd');
    assert.equal(await out.tell(), true);
});
