// Signing out: the device forgets at once; the server is told now, or as soon as it can be reached.

const KEY = 'muster-signing-out';

/** How long one attempt may take. */
const ATTEMPT = 10_000;

/** A session that was ended here, until the server knows it; kept over reloads where the browser lets it. */
export class SignOut {
    #storage; #fetch;
    #device = null;

    constructor({ storage, fetch }) {
        this.#storage = storage;
        this.#fetch = fetch;
        try { this.#device = storage.getItem(KEY); } catch { /* Then it is known for as long as the page lives. */ }
    }

    /** The session that was ended here and not at the server, or null. */
    get pending() { return this.#device; }

    /** The session ends here. */
    begin(device) {
        this.#device = device;
        try { this.#storage.setItem(KEY, device); } catch { /* As above. */ }
    }

    /** Tells the server; true once it knows. */
    async tell() {
        try {
            const response = await this.#fetch('/sign-out', {
                method: 'POST', headers: { 'muster-device': this.#device }, redirect: 'error', cache: 'no-store',
                credentials: 'same-origin', signal: AbortSignal.timeout?.(ATTEMPT),
            });
            // Another page's 200 (a captive portal) ends nothing.
            if ((await response.json()).outcome !== 'signedOut') return false;
        } catch {
            return false;
        }
        this.settle();
        return true;
    }

    /** The server knows, or somebody has signed in since. */
    settle() {
        this.#device = null;
        try { this.#storage.removeItem(KEY); } catch { /* As above. */ }
    }
}
