// Starts Muster without a network: keeps the files of one version and an empty page, and nothing personal.
// It has no imports, so that browsers without module workers run it too; /assets/manifest.json lists the files.
'use strict';

const META = 'muster-meta';
const MANIFEST = '/assets/manifest.json';

/** The page without people or places in it, which the core fills from the device's own replica. */
const SKELETON = '/skeleton';

/** A navigation that has no answer after this long starts from the device. */
const PATIENCE = 5_000;

const cacheOf = (version) => `muster-${version}`;

/** What is done with a request: `page` and `asset` are answered here, all else goes to the network. */
function kindOf({ method, mode, url }, origin) {
    const { origin: its, pathname } = new URL(url);
    if (method !== 'GET' || its !== origin || pathname.startsWith('/api/') || pathname === MANIFEST) return 'pass';
    return mode === 'navigate' ? 'page' : 'asset';
}

async function read(name) {
    const kept = await (await caches.open(META)).match(`/${name}`);
    return kept ? kept.text() : null;
}

async function write(name, value) {
    await (await caches.open(META)).put(`/${name}`, new Response(value));
}

async function fetchManifest() {
    const response = await fetch(MANIFEST, { cache: 'no-store' });
    if (!response.ok) throw new Error(`The list of files could not be read (${response.status}).`);
    const { version, files } = await response.json();
    return { version: String(version), files };
}

let filling = null;

/** Loads all files of the server's version; the same load is not begun twice. Gives the version. */
function fill() {
    filling ??= load().finally(() => { filling = null; });
    return filling;
}

async function load() {
    const { version, files } = await fetchManifest();
    const cache = await caches.open(cacheOf(version));
    for (const file of new Set([...files, SKELETON])) {
        if (await cache.match(file)) continue;
        const response = await fetch(file, { cache: 'no-cache', credentials: 'same-origin' });
        if (!response.ok || response.redirected) throw new Error(`${file} could not be read (${response.status}).`);
        await cache.put(file, response);
    }
    // The server may have been replaced while its files were read: then these are of two versions.
    if ((await fetchManifest()).version !== version) {
        await caches.delete(cacheOf(version));
        throw new Error('The server changed its version meanwhile.');
    }
    return version;
}

async function tell(message) {
    const pages = await self.clients.matchAll({ includeUncontrolled: true });
    for (const page of pages) page.postMessage(message);
}

/** The first version is used at once; a later one is made ready, and waits until a page allows it. */
async function check() {
    const version = await fill();
    const current = await read('current');
    if (current === null) return use(version);
    if (current === version) return undefined;
    await write('ready', version);
    return tell({ type: 'update-ready', version });
}

async function use(version) {
    await write('current', version);
    for (const name of await caches.keys()) {
        if (name.startsWith('muster-') && name !== META && name !== cacheOf(version)) await caches.delete(name);
    }
}

/** A page has said that no incident is open. */
async function swap() {
    const [ready, current] = [await read('ready'), await read('current')];
    if (ready !== null && ready !== current && await caches.has(cacheOf(ready))) {
        await use(ready);
        await tell({ type: 'swapped', version: ready });
    }
    await self.skipWaiting();
}

async function fromDevice(path) {
    const current = await read('current');
    if (current === null) return undefined;
    return (await caches.open(cacheOf(current))).match(path);
}

/** A proxy that cannot reach the server answers in its place. */
const isAway = (response) => [502, 503, 504].includes(response.status);

async function page(request) {
    const answer = fetch(request);
    const late = new Promise((resolve) => { setTimeout(resolve, PATIENCE, null); });
    const response = await Promise.race([answer, late]).catch(() => null);
    if (response && !isAway(response)) return response;
    return (await fromDevice(SKELETON)) ?? response ?? answer;
}

async function asset(request) {
    return (await fromDevice(new URL(request.url).pathname)) ?? fetch(request);
}

self.addEventListener('install', (event) => {
    event.waitUntil((async () => {
        await check();
        if (!self.registration.active) await self.skipWaiting();
    })());
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
    const kind = kindOf(event.request, self.location.origin);
    if (kind === 'page') event.respondWith(page(event.request));
    if (kind === 'asset') event.respondWith(asset(event.request));
});

self.addEventListener('message', (event) => {
    // Being offline is no news to anyone here: the next check finds what this one could not.
    if (event.data?.type === 'check') event.waitUntil(check().catch(() => {}));
    if (event.data?.type === 'swap') event.waitUntil(swap());
});
