import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CommandPost } from '../../Web/command-post.mjs';

function trial(answers) {
    const kept = new Map();
    const told = [];
    const document = { visibilityState: 'visible', addEventListener(_, seen) { this.seen = seen; } };
    const make = (device = 'd1') => new CommandPost({
        document, device: () => device,
        wakeLock: { request: async () => ({ addEventListener() {}, release: async () => {} }) },
        storage: {
            getItem: (key) => kept.get(key) ?? null,
            setItem: (key, value) => kept.set(key, value),
            removeItem: (key) => kept.delete(key),
        },
        onChange() {},
        tell: async (isPost) => { told.push(isPost); return answers.shift() ?? true; },
    });
    return { make, told, document };
}

test('the server is told of a command post, and told again until it knows', async () => {
    const { make, told } = trial([false]);
    const post = make();
    await post.resume();
    assert.deepEqual(told, [], 'nothing was declared');
    await post.declare(true);
    assert.deepEqual(post.facts, { declared: true, awake: true, visible: true });
    await post.resume();
    await post.resume();
    assert.deepEqual(told, [true, true]);
    await post.declare(false);
    assert.deepEqual(told, [true, true, false]);
});

test('another start of the page says it again', async () => {
    const { make, told } = trial([]);
    await make().declare(true);
    await make().resume();
    assert.deepEqual(told, [true, true]);
});

test('it says again and again that it is in front, and nothing while it is covered', async () => {
    const { make, told, document } = trial([]);
    const post = make();
    await post.beat();
    assert.deepEqual(told, [], 'nothing was declared');
    await post.declare(true);
    await post.beat();
    assert.deepEqual(told, [true, true]);
    document.visibilityState = 'hidden';
    await document.seen();
    await post.beat();
    assert.deepEqual(told, [true, true]);
    document.visibilityState = 'visible';
    await document.seen();
    assert.deepEqual(told, [true, true, true], 'in front again, it is heard at once');
});

test('what was declared is of one session: whoever signs in next has declared nothing', async () => {
    const { make, told } = trial([]);
    await make('d1').declare(true);
    const next = make('d2');
    await next.resume();
    await next.beat();
    assert.equal(next.facts.declared, false);
    assert.deepEqual(told, [true]);
});
