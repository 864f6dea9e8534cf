// Keeps a replica in step with its site for as long as the page lives: state first, then the feed, again and again.

import { Connection } from './connection.mjs';
import { CorePanic, CoreProblem } from './core.mjs';
import { pause } from './event-stream.mjs';
import { FeedRefused, waitOrNetwork } from './feed.mjs';
import { StateUnavailable } from './replica.mjs';

/**
 * `on.opened()` after a new state, `on.event(event)`, `on.connection({state, since})`, `on.refused(why)` with
 * `signed-out`, `no-site` or `no-state`, `on.failed(error)` when the core cannot go on. While a new state cannot be
 * had, what was open stays open, with its age. `failed` tells whether to go on with a new state.
 */
export class SiteLink {
    #site; #replica; #fetch; #on; #io;
    #connection = null;
    #said = { state: 'stale', since: null };
    #stopped = new AbortController();
    /** Whether the replica may be followed: as the server gave it, or as this device kept it, which the feed judges. */
    #isCurrent = false;
    #attempt = 0;

    constructor({ site, replica, fetch, on, io = {} }) {
        this.#site = site;
        this.#replica = replica;
        this.#fetch = fetch;
        this.#on = on;
        this.#io = { wait: waitOrNetwork, ...io };
    }

    /** What may be said about the connection. */
    get connection() { return this.#said; }

    /** Runs until the server refuses for good, the core fails or it is stopped. */
    async run() {
        const { signal } = this.#stopped;
        this.#isCurrent = this.#replica.isOpen;
        this.#said = { ...this.#said, since: this.#replica.contactAt };
        while (!signal.aborted) {
            try {
                if (!this.#isCurrent) await this.#open();
                await this.#follow(signal);
                this.#isCurrent = false;
            } catch (error) {
                if (signal.aborted) return;
                const isCore = error instanceof CorePanic || error instanceof CoreProblem;
                if (isCore ? !this.#on.failed(error) : !this.#goesOnAfter(error)) return;
                this.#isCurrent = this.#isCurrent && !isCore;
            }
            this.#attempt += 1;
            await this.#io.wait(pause(this.#attempt, this.#io.random), signal);
        }
    }

    /** To be called once a second. */
    check(isVisible) { this.#connection?.check(isVisible); }

    /** Takes the server's state anew and follows from there: an event could not be folded, or the replica was closed. */
    restart() {
        this.#isCurrent = false;
        this.#connection?.end();
    }

    /** Ends `run`, for good. */
    stop() { this.#stopped.abort(); }

    async #open() {
        await this.#replica.openFromServer();
        this.#isCurrent = true;
        await this.#on.opened();
    }

    /** Ends when the state is to be fetched anew. */
    #follow(signal) {
        this.#connection = new Connection({
            site: this.#site,
            tag: this.#replica.tag,
            position: this.#replica.position,
            onEvent: (event) => {
                if (event.event === 'tag') this.#replica.tag = event.data;
                else this.#on.event(event);
            },
            onConnection: (connection) => this.#say(connection),
            io: {
                feed: { fetch: this.#fetch, ...this.#io.feed },
                tabs: { session: this.#replica.viewer.device, ...this.#io.tabs },
            },
        });
        return this.#connection.run(signal);
    }

    #say({ state, since }) {
        const connection = { state, since: since ?? this.#said.since };
        // Only when everything has come is the new state one that holds: until then each attempt waits longer.
        if (state === 'live') this.#attempt = 0;
        const isNews = connection.state !== this.#said.state || connection.since !== this.#said.since;
        this.#said = connection;
        if (isNews) this.#on.connection(connection);
    }

    /** What a refusal means; whether another attempt makes sense. */
    #goesOnAfter(error) {
        if (!(error instanceof FeedRefused) && !(error instanceof StateUnavailable)) throw error;
        const { status } = error;
        this.#say({ state: status === 0 ? 'offline' : 'stale', since: this.#said.since });
        if (status === 401) { this.#on.refused('signed-out'); return false; }
        if (status === 403 || status === 404) { this.#on.refused('no-site'); return false; }
        if (!this.#replica.isOpen) this.#on.refused('no-state');
        return true;
    }
}
