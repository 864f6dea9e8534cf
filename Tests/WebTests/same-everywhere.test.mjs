// SameEverywhere: muster.wasm in Node folds each history of the Swift tests to the same bytes, in every slice.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';

import { loadCore } from '../../Web/core.mjs';
import { follow } from '../SameEverywhere/follow.mjs';

const build = new URL('../../.build/', import.meta.url);

async function histories() {
    try {
        return (await readdir(new URL('histories/', build))).filter((name) => name.endsWith('.txt'));
    } catch (error) {
        throw new Error('There are no histories: the Swift tests write them (MUSTER_ONLY=core swift test).', { cause: error });
    }
}

async function module() {
    const bytes = await readFile(new URL('wasm/muster.wasm', build));
    return loadCore(new Response(bytes, { headers: { 'content-type': 'application/wasm' } }));
}

test('SameEverywhere: Node folds every history to the bytes of the server', async () => {
    const core = await module();
    const names = await histories();
    assert.ok(names.includes('demo-drill.txt'), 'the demo drill is among them');
    assert.ok(names.length > 50, 'and fifty random histories');
    let looks = 0;
    for (const name of names) {
        const text = await readFile(new URL(`histories/${name}`, build), 'utf8');
        const result = follow(core, text);
        assert.equal(result.different, null, `${name} differs`);
        looks += result.looks;
    }
    assert.ok(looks > 1000, `${looks} looks`);
});

test('SameEverywhere: a text with one wrong byte is found out', async () => {
    const core = await module();
    const text = await readFile(new URL('histories/demo-drill.txt', build), 'utf8');
    const at = text.lastIndexOf('"pos":1');
    assert.notEqual(follow(core, `${text.slice(0, at)}"pos":2${text.slice(at + 7)}`).different, null);
});
