// The device's one connection to a site, whichever tab holds it: events come in order, gaps are filled.

import { SILENCE } from './event-stream.mjs';
import { Feed, FeedRefused } from './feed.mjs';
import { place } from './position.mjs';
import { Recent, Tabs } from './tabs.mjs';

/** How often a leading tab shows the others that it is awake. */
const PULSE = 10_000;

/** The server's status and its word for a state that is not the one of today. */
const [OUTDATED, RESTART] = [409, 'restart'];

/**
 * Follows a site from a position of a state with a tag. `onEvent(event)` gets each event once and in order;
 * `onConnection` what may be said about the connection.
 */
export class Connection {
    #site; #tag; #on; #tabs; #io;
    #position;
    #recent;
    #said = { state: 'stale', since: null };
    #heardAt;
    #end = new AbortController();
    #me = Math.random().toString(36).slice(2);

    constructor({ site, tag, position, onEvent, onConnection, io = {} }) {
        this.#site = site;
        this.#tag = tag;
        this.#position = position;
        this.#on = { event: onEvent, connection: onConnection };
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

    /** Runs until the state is to be fetched anew, or until `signal` is aborted. An error is a FeedRefused. */
    async run(signal) {
        signal.addEventListener('abort', () => this.end());
        const joined = this.#tabs.join(this.#end.signal);
        if (!this.#tabs.isLeading) this.#ask();
        try {
            await joined;
        } catch (error) {
            if (!this.#isOver) throw error;
        }
    }

    /** Ends it: what follows is to be folded on another state. */
    end() { this.#end.abort(); }

    get #isOver() { return this.#end.signal.aborted; }

    /** To be called now and then: takes the lead when a visible tab hears nothing from the leader. */
    check(isVisible) {
        if (this.#tabs.isLeading || this.#isOver) return;
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
            tag: this.#tag,
            position: this.#position,
            onEvent: (event) => this.#pass(event),
            onConnection: (connection) => this.#say(connection),
            io: this.#io.feed,
        });
        const pulse = setInterval(() => this.#tell({ connection: this.#said }), PULSE);
        try {
            await feed.run(signal);
        } catch (error) {
            if (!(error instanceof FeedRefused) || error.status !== OUTDATED) throw error;
            this.#tell({ event: { event: RESTART } });
            this.end();
        } finally {
            clearInterval(pulse);
        }
    }

    /** At the leader: to this page, and to the other tabs with the position that it follows. */
    #pass(event) {
        if (this.#isOver) return;
        const previous = this.#position;
        this.#recent.add({ ...event, previous });
        if (event.id) this.#position = event.id;
        this.#tell({ event, previous });
        this.#hear(event);
    }

    /** Whatever is said among tabs bears the tag: what one of them hears is of no use to another state. */
    #tell(message) { this.#tabs.say({ ...message, tag: this.#tag }); }

    #ask() { this.#tell({ ask: 'since', position: this.#position, from: this.#me }); }

    #say(connection) {
        this.#said = connection;
        if (this.#tabs.isLeading) this.#tell({ connection });
        this.#on.connection(connection);
    }

    /** Of two tabs with different states one is outdated: both fetch theirs anew. */
    #differs({ tag }) {
        if (tag !== this.#tag) this.end();
        return this.#isOver;
    }

    #answer(message) {
        if (this.#differs(message)) return;
        const { position, from } = message;
        const events = this.#recent?.since(position);
        this.#tell(events ? { missed: events, to: from } : { resync: true, to: from });
        this.#tell({ connection: this.#said });
    }

    #follow(message) {
        if (this.#differs(message)) return;
        this.#heardAt = this.#io.now();
        if (message.connection) this.#say(message.connection);
        if (message.event) this.#take(message.event, message.previous);
        if (message.to !== this.#me) return;
        for (const { previous, ...event } of message.missed ?? []) this.#take(event, previous);
        if (message.resync) this.end();
    }

    #take(event, previous) {
        if (this.#isOver) return;
        const where = place(this.#position, { id: event.id, previous });
        if (where === 'gap') this.#ask();
        else if (where === 'take' && event.id) this.#position = event.id;
        // Records and "caught up" have a place in the order; what is said beside them is always heard.
        if (where === 'take') this.#hear(event);
    }

    #hear(event) {
        if (event.event === RESTART) { this.end(); return; }
        if (event.event === 'tag') this.#tag = event.data;
        this.#on.event(event);
    }
}
