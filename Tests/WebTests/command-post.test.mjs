import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CommandPost } from '../../Web/command-post.mjs';

function trial(answers) {
    const kept = new Map();
    const told = [];
    const make = () => new CommandPost({
        document: { visibilityState: 'visible', addEventListener() {} },
        wakeLock: { request: async () => ({ addEventListener() {}, release: async () => {} }) },
        storage: {
            getItem: (key) => kept.get(key) ?? null,
            setItem: (key, value) => kept.set(key, value),
            removeItem: (key) => kept.delete(key),
        },
        onChange() {},
        tell: async (isPost) => { told.push(isPost); return answers.shift() ?? true; },
    });
    return { make, told };
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
