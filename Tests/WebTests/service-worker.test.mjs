import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import vm from 'node:vm';

const source = readFileSync(new URL('../../Web/service-worker.mjs', import.meta.url), 'utf8');
const origin = 'https://muster.test';
const path = (of) => new URL(typeof of === 'string' ? of : of.url, origin).pathname;

function fakeCaches() {
    const all = new Map();
    return {
        all,
        async open(name) {
            if (!all.has(name)) all.set(name, new Map());
            const files = all.get(name);
            return {
                async match(key) { return files.get(path(key))?.clone(); },
                async put(key, response) { files.set(path(key), response); },
            };
        },
        async delete(name) { return all.delete(name); },
        async has(name) { return all.has(name); },
        async keys() { return [...all.keys()]; },
    };
}

/** A worker beside a server whose files the test sets. */
function trial() {
    const server = { online: true, version: 'v1', files: { '/assets/shell.mjs': 'shell 1', '/skeleton': 'empty 1' },
        pages: { '/board': 'board' }, asked: [] };
    const handlers = {};
    const told = [];
    const self = {
        registration: { active: null }, location: { origin }, skipped: 0,
        skipWaiting: async () => { self.skipped += 1; },
        clients: { claim: async () => {}, matchAll: async () => [{ postMessage: (message) => told.push(message) }] },
        addEventListener: (type, handler) => { handlers[type] = handler; },
    };
    const caches = fakeCaches();
    const fetch = async (request) => {
        const at = path(request);
        server.asked.push(at);
        if (!server.online) throw new TypeError('no network');
        if (at === '/assets/manifest.json') {
            return Response.json({ version: server.version, files: Object.keys(server.files) });
        }
        const text = server.files[at] ?? server.pages[at];
        return text === undefined ? new Response('', { status: server.status ?? 404 }) : new Response(text);
    };
    vm.runInNewContext(source, { self, caches, fetch, URL, Response, Promise, setTimeout: () => {} });
    const dispatch = (type, more = {}) => {
        const waits = [];
        handlers[type]({ waitUntil: (each) => waits.push(each), respondWith: (each) => waits.push(each), ...more });
        return Promise.all(waits);
    };
    const get = async (at, more = {}) => {
        const request = { method: 'GET', mode: 'no-cors', url: origin + at, ...more };
        const [response] = await dispatch('fetch', { request });
        return response && response.text();
    };
    return { server, caches, told, self, dispatch, get, page: (at) => get(at, { mode: 'navigate' }) };
}

test('the first start keeps all files, and then starts without a network', async () => {
    const { server, dispatch, get, page, self } = trial();
    await dispatch('install');
    assert.equal(self.skipped, 1);
    assert.equal(await page('/board'), 'board');
    server.online = false;
    assert.equal(await page('/board'), 'empty 1');
    assert.equal(await get('/assets/shell.mjs'), 'shell 1');
});

test('a proxy that cannot reach the server is like no network', async () => {
    const { server, dispatch, page } = trial();
    await dispatch('install');
    server.status = 502;
    assert.equal(await page('/roster'), 'empty 1');
    server.status = 404;
    assert.equal(await page('/roster'), '');
});

test('the interface, posts and other origins are left alone', async () => {
    const { server, get } = trial();
    assert.equal(await get('/api/state'), undefined);
    assert.equal(await get('/act', { method: 'POST', mode: 'navigate' }), undefined);
    assert.equal(await get('/assets/manifest.json'), undefined);
    assert.deepEqual(server.asked, []);
});

test('pages are never kept', async () => {
    const { dispatch, page, caches } = trial();
    await dispatch('install');
    await page('/board');
    assert.ok([...caches.all.values()].every((files) => !files.has('/board')));
});

test('a new version is made ready, and used only when a page allows it', async () => {
    const { server, dispatch, get, told, caches } = trial();
    await dispatch('install');
    server.version = 'v2';
    server.files = { '/assets/shell.mjs': 'shell 2', '/skeleton': 'empty 2' };
    await dispatch('message', { data: { type: 'check' } });
    assert.deepEqual(JSON.parse(JSON.stringify(told)), [{ type: 'update-ready', version: 'v2' }]);
    assert.equal(await get('/assets/shell.mjs'), 'shell 1');
    await dispatch('message', { data: { type: 'swap' } });
    assert.equal(await get('/assets/shell.mjs'), 'shell 2');
    assert.deepEqual([...caches.all.keys()].sort(), ['muster-meta', 'muster-v2']);
});

test('files of two versions are never used together', async () => {
    const { server, dispatch, get, caches } = trial();
    await dispatch('install');
    server.version = 'v2';
    const files = server.files;
    // The server is replaced while its files are read.
    server.files = new Proxy(files, { get: (all, key) => { if (key === '/skeleton') server.version = 'v3'; return all[key]; } });
    await dispatch('message', { data: { type: 'check' } });
    assert.equal(await get('/assets/shell.mjs'), 'shell 1');
    assert.ok(!caches.all.has('muster-v2'));
});

test('a check without a network changes nothing', async () => {
    const { server, dispatch, get, told } = trial();
    await dispatch('install');
    server.online = false;
    await dispatch('message', { data: { type: 'check' } });
    assert.deepEqual(told, []);
    assert.equal(await get('/assets/shell.mjs'), 'shell 1');
});
