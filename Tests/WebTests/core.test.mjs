import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

import { Core, CorePanic, CoreProblem, imports, INTERFACE, loadCore, Op } from '../../Web/core.mjs';

const here = (path) => new URL(path, import.meta.url);
const file = process.env.MUSTER_WASM ?? here('../../.build/wasm/muster.wasm');

const load = (type = 'application/wasm') => {
    assert.ok(existsSync(file), 'muster.wasm is missing: run script/wasm first');
    return loadCore(
        new Response(readFileSync(file), { headers: { 'content-type': type } }),
        { random: webcrypto });
};

test('the module speaks the interface of the page', async () => {
    const core = await load();
    assert.deepEqual(core.call(Op.version), { interface: INTERFACE, received: 0 });
});

test('a module with another media type loads all the same', async () => {
    const core = await load('application/octet-stream');
    assert.equal(core.call(Op.version).interface, INTERFACE);
});

test('text reaches the module as UTF-8', async () => {
    const core = await load();
    assert.equal(core.call(Op.version, 'é…').received, 5);
    assert.equal(core.call(Op.version, { a: 'é' }).received, 10);
});

test('ten thousand calls do not grow the memory', async () => {
    const core = await load();
    const input = 'x'.repeat(2_000);
    for (let count = 0; count < 100; count += 1) core.call(Op.version, input);
    const before = core.memoryBytes;
    for (let count = 0; count < 10_000; count += 1) core.call(Op.version, input);
    assert.equal(core.memoryBytes, before);
});

test('an unknown op is an answer, not a panic', async () => {
    const core = await load();
    assert.throws(() => core.call(99), (error) => error instanceof CoreProblem && error.code === 'unknown-op');
    assert.equal(core.call(Op.version).interface, INTERFACE);
});

test('a trap is a panic, and a stopped core answers nothing more', () => {
    let calls = 0;
    const core = new Core({
        memory: new WebAssembly.Memory({ initial: 1 }),
        muster_alloc: () => 8,
        muster_free: () => {},
        muster_call: () => { calls += 1; throw new WebAssembly.RuntimeError('unreachable'); },
    });
    assert.throws(() => core.call(Op.version), CorePanic);
    assert.throws(() => core.call(Op.version), CorePanic);
    assert.equal(calls, 1);
});

test('the page provides exactly the imports of the written list', () => {
    const provided = Object.entries(imports(() => null))
        .flatMap(([module, functions]) => Object.keys(functions).map((name) => `${module}.${name}`));
    const written = readFileSync(here('../../script/wasm-imports.txt'), 'utf8').split('\n')
        .map((line) => line.replace(/#.*/, '').trim()).filter((line) => line !== '');
    assert.deepEqual(provided.sort(), written.sort());
});

test('random bytes are given in portions that the browser allows', () => {
    const memory = new WebAssembly.Memory({ initial: 4 });
    const portions = [];
    const random = { getRandomValues(bytes) { portions.push([bytes.byteOffset, bytes.length]); } };
    assert.equal(imports(() => memory, random).wasi_snapshot_preview1.random_get(16, 70_000), 0);
    assert.deepEqual(portions, [[16, 65_536], [65_552, 4_464]]);
});

test('a core that cannot be loaded says so', async () => {
    await assert.rejects(loadCore(new Response('', { status: 503 })), /503/);
});
