// The device's own storage: a few named tables in IndexedDB, or in memory where the browser has none.

const NAME = 'muster';
const VERSION = 2;

/** The tables and the field that each is keyed by. */
export const TABLES = Object.freeze({ commands: 'id', replicas: 'device' });

/** A request of IndexedDB as a promise. */
function done(request) {
    return new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
    });
}

function open(factory) {
    return new Promise((resolve, reject) => {
        const request = factory.open(NAME, VERSION);
        request.onupgradeneeded = () => {
            for (const [table, keyPath] of Object.entries(TABLES)) {
                const { result: base, transaction } = request;
                const isThere = base.objectStoreNames.contains(table);
                if (isThere && transaction.objectStore(table).keyPath === keyPath) continue;
                // What an older version kept under another key is taken from the server again.
                if (isThere) base.deleteObjectStore(table);
                base.createObjectStore(table, { keyPath });
            }
        };
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
        request.onblocked = () => reject(new Error('The storage is blocked by another page.'));
    });
}

class DeviceDatabase {
    /** What is kept here outlives the page. */
    lasts = true;
    #base;

    constructor(base) {
        this.#base = base;
        base.onversionchange = () => base.close();
    }

    #table(table, mode) { return this.#base.transaction(table, mode).objectStore(table); }

    get(table, key) { return done(this.#table(table, 'readonly').get(key)); }

    all(table) { return done(this.#table(table, 'readonly').getAll()); }

    /** Resolves when the transaction is complete: only then is a command safe from a crash of the page. */
    put(table, value) { return this.#write(table, (store) => store.put(value)); }

    remove(table, key) { return this.#write(table, (store) => store.delete(key)); }

    clear(table) { return this.#write(table, (store) => store.clear()); }

    #write(table, change) {
        return new Promise((resolve, reject) => {
            const transaction = this.#base.transaction(table, 'readwrite', { durability: 'strict' });
            transaction.oncomplete = () => resolve();
            transaction.onerror = () => reject(transaction.error);
            transaction.onabort = () => reject(transaction.error);
            change(transaction.objectStore(table));
        });
    }
}

/** The same in memory; `lasts` says that it ends with the page. */
export class MemoryDatabase {
    lasts = false;
    #tables = new Map(Object.keys(TABLES).map((table) => [table, new Map()]));

    async get(table, key) { return structuredClone(this.#tables.get(table).get(key)); }

    async all(table) { return structuredClone([...this.#tables.get(table).values()]); }

    async put(table, value) { this.#tables.get(table).set(value[TABLES[table]], structuredClone(value)); }

    async remove(table, key) { this.#tables.get(table).delete(key); }

    async clear(table) { this.#tables.get(table).clear(); }
}

/** How long a page waits for its storage: some browsers never answer, and the page must live all the same. */
const PATIENCE = 3_000;

/** Opens the device's storage; a browser without one (private windows, refused, full or silent) gets memory. */
export async function openDatabase(factory = storage(), patience = PATIENCE) {
    if (!factory) return new MemoryDatabase();
    let timer;
    const silent = new Promise((resolve, reject) => {
        timer = setTimeout(() => reject(new Error('The storage does not answer.')), patience);
    });
    try {
        return new DeviceDatabase(await Promise.race([open(factory), silent]));
    } catch {
        return new MemoryDatabase();
    } finally {
        clearTimeout(timer);
    }
}

/** Where storage is refused, the mere name of it throws. */
function storage() {
    try {
        return globalThis.indexedDB;
    } catch {
        return undefined;
    }
}
