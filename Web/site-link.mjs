// Keeps a replica in step with its site for as long as the page lives: state first, then the feed, again and again.

import { Connection } from './connection.mjs';
import { CorePanic, CoreProblem } from './core.mjs';
import { pause } from './event-stream.mjs';
import { FeedRefused } from './feed.mjs';
import { StateUnavailable } from './replica.mjs';

/**
 * `on.opened()` after a new state, `on.event(event)`, `on.connection({state, since})`, `on.refused(why)` with
 * `signed-out`, `no-site` or `no-state`, `on.failed(error)` when the core cannot go on.
 */
export class SiteLink {
    #site; #replica; #fetch; #on;
    #connection = null;
    #following = new AbortController();
    #isStopped = false;
    #said = { state: 'stale', since: null };

    constructor({ site, replica, fetch, on }) {
        this.#site = site;
        this.#replica = replica;
        this.#fetch = fetch;
        this.#on = on;
    }

    /** What may be said about the connection. */
    get connection() { return this.#said; }

    /** Runs until the server refuses for good or the core fails. */
    async run() {
        for (let attempt = 1; !this.#isStopped; attempt += 1) {
            try {
                if (!this.#replica.isOpen) await this.#open();
                attempt = 1;
                await this.#follow();
            } catch (error) {
                if (error instanceof CorePanic || error instanceof CoreProblem) { this.#on.failed(error); return; }
                if (!this.#following.signal.aborted && !await this.#goesOnAfter(error)) return;
            }
            await new Promise((resolve) => { setTimeout(resolve, pause(attempt)); });
        }
    }

    /** To be called once a second. */
    check(isVisible) { this.#connection?.check(isVisible); }

    /** Discards the state and takes the server's: the slice changed, or an event could not be folded. */
    resync() { this.#connection?.resync(); }

    /** Takes the state anew and follows from there: the replica was closed. */
    restart() { this.#following.abort(); }

    /** Ends `run`, for good. */
    stop() {
        this.#isStopped = true;
        this.#following.abort();
    }

    async #open() {
        await this.#replica.openFromServer();
        await this.#on.opened();
        return this.#replica.position;
    }

    #follow() {
        this.#following = new AbortController();
        this.#connection = new Connection({
            site: this.#site,
            position: this.#replica.position,
            onEvent: (event) => this.#on.event(event),
            onConnection: (connection) => this.#say(connection),
            onResync: () => this.#open(),
            io: { feed: { fetch: this.#fetch }, tabs: { session: this.#replica.viewer.device } },
        });
        return this.#connection.run(this.#following.signal);
    }

    #say(connection) {
        const isNews = connection.state !== this.#said.state || connection.since !== this.#said.since;
        this.#said = connection;
        if (isNews) this.#on.connection(connection);
    }

    /** What a refusal means; whether another attempt makes sense. */
    async #goesOnAfter(error) {
        if (!(error instanceof FeedRefused) && !(error instanceof StateUnavailable)) throw error;
        const { status } = error;
        this.#say({ state: status === 0 ? 'offline' : 'stale', since: this.#said.since });
        if (status === 401) { this.#on.refused('signed-out'); return false; }
        if (status === 403 || status === 404) { this.#on.refused('no-site'); return false; }
        // A position that the server does not serve any more needs the state anew; the next round asks again.
        if (error instanceof FeedRefused) await this.#open().catch(() => {});
        else if (!this.#replica.isOpen) this.#on.refused('no-state');
        return true;
    }
}
