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

test('a covered page never says that it is in front, whatever else makes it speak', async () => {
    const { make, told, document } = trial([true, false]);
    const post = make();
    await post.declare(true);
    await post.beat();
    document.visibilityState = 'hidden';
    await document.seen();
    await post.resume();
    assert.deepEqual(told, [true, true]);
    document.visibilityState = 'visible';
    await document.seen();
    assert.deepEqual(told, [true, true, true]);
});

test('that it is a post no longer is told by the next page, where it could not be told at once', async () => {
    const { make, told } = trial([true, false]);
    const post = make();
    await post.declare(true);
    await post.declare(false);
    await post.beat();
    assert.deepEqual(told, [true, false, false], 'nor is it left to the next page');
    await post.beat();
    assert.deepEqual(told, [true, false, false], 'once the server knows, it is not said again');
});

test('where the page is gone, the next one says it', async () => {
    const { make, told } = trial([true, false]);
    const post = make();
    await post.declare(true);
    await post.declare(false);
    const next = make();
    assert.equal(next.facts.declared, false);
    await next.resume();
    assert.deepEqual(told, [true, false, false]);
    await make().resume();
    assert.deepEqual(told, [true, false, false], 'once the server knows, it is not said again');
    await make('d2').resume();
    assert.deepEqual(told, [true, false, false]);
});
