// The device's one connection to a site, whichever tab holds it: events come in order, gaps are filled.

import { SILENCE } from './event-stream.mjs';
import { Feed } from './feed.mjs';
import { compare, place } from './position.mjs';
import { Recent, Tabs } from './tabs.mjs';

/** How often a leading tab shows the others that it is awake. */
const PULSE = 10_000;

/**
 * Follows a site from a position. `onEvent(event)` gets each event once and in order; `onConnection` what may
 * be said about the connection; `onResync()` is asked for a new state when events are no longer to be had,
 * and resolves with its position. An error of `run` is a FeedRefused.
 */
export class Connection {
    #site; #on; #tabs; #io;
    #position;
    #recent;
    #said = { state: 'stale', since: null };
    #heardAt;
    #resyncing = null;
    #me = Math.random().toString(36).slice(2);

    constructor({ site, position, onEvent, onConnection, onResync, io = {} }) {
        this.#site = site;
        this.#position = position;
        this.#on = { event: onEvent, connection: onConnection, resync: onResync };
        this.#io = { now: () => Date.now(), feed: {}, tabs: {}, ...io };
        this.#heardAt = this.#io.now();
        this.#tabs = new Tabs({
            site,
            lead: (signal) => this.#lead(signal),
            follow: (message) => this.#follow(message),
            answer: (message) => this.#answer(message),
            ...this.#io.tabs,
        });
    }

    /** Position of the last event that was passed on. */
    get position() { return this.#position; }

    /** Runs until `signal` is aborted. */
    run(signal) {
        const joined = this.#tabs.join(signal);
        if (!this.#tabs.isLeading) this.#tabs.say({ ask: 'since', position: this.#position, from: this.#me });
        return joined;
    }

    /** To be called now and then: takes the lead when a visible tab hears nothing from the leader. */
    check(isVisible) {
        if (this.#tabs.isLeading) return;
        const silent = this.#io.now() - this.#heardAt >= SILENCE;
        if (silent && isVisible) {
            this.#heardAt = this.#io.now();
            this.#tabs.takeOver();
        }
        if (silent) this.#say({ state: 'stale', since: this.#said.since });
    }

    async #lead(signal) {
        this.#recent = new Recent(this.#position);
        const feed = new Feed({
            site: this.#site,
            position: this.#position,
            onEvent: (event) => this.#pass(event),
            onConnection: (connection) => this.#say(connection),
            io: this.#io.feed,
        });
        const pulse = setInterval(() => this.#tabs.say({ connection: this.#said }), PULSE);
        try {
            await feed.run(signal);
        } finally {
            clearInterval(pulse);
        }
    }

    /** At the leader: to this page, and to the other tabs with the position that it follows. */
    #pass(event) {
        const previous = this.#position;
        this.#recent.add({ ...event, previous });
        if (event.id) this.#position = event.id;
        this.#tabs.say({ event, previous });
        if (!this.#resyncing) this.#on.event(event);
    }

    #say(connection) {
        this.#said = connection;
        if (this.#tabs.isLeading) this.#tabs.say({ connection });
        this.#on.connection(connection);
    }

    #answer({ ask, position, from }) {
        if (ask !== 'since') return;
        const events = this.#recent?.since(position);
        this.#tabs.say(events ? { missed: events, to: from } : { resync: true, to: from });
        this.#tabs.say({ connection: this.#said });
    }

    #follow(message) {
        this.#heardAt = this.#io.now();
        if (message.connection) this.#say(message.connection);
        if (message.event) this.#take(message.event, message.previous);
        if (message.to !== this.#me) return;
        for (const { previous, ...event } of message.missed ?? []) this.#take(event, previous);
        if (message.resync) this.resync();
    }

    #take(event, previous) {
        if (this.#resyncing) return;
        const where = place(this.#position, { id: event.id, previous });
        if (where === 'gap') {
            this.#tabs.say({ ask: 'since', position: this.#position, from: this.#me });
        } else if (where === 'take' && event.id) {
            this.#position = event.id;
        }
        // Only records have a place in the order; what is said beside them is always heard.
        if (where === 'take' || event.event !== 'record') this.#on.event(event);
    }

    /** Asks for a new state; what comes in meanwhile is passed on afterwards, as far as the state lacks it. */
    resync() {
        this.#resyncing ??= this.#on.resync()
            .then((position) => { this.#resyncing = null; this.#goOnFrom(position); })
            .catch(() => { this.#resyncing = null; });
        return this.#resyncing;
    }

    #goOnFrom(position) {
        const isLeading = this.#tabs.isLeading;
        const missed = isLeading ? this.#recent.since(position) : [];
        if (isLeading && missed === null) {
            // A state older than what the feed began with comes from a server that is behind: it catches up.
            setTimeout(() => this.resync(), 1_000);
            return;
        }
        this.#position = isLeading && compare(this.#position, position) > 0 ? this.#position : position;
        for (const event of missed) this.#on.event(event);
        if (!isLeading) this.#tabs.say({ ask: 'since', position, from: this.#me });
    }
}
