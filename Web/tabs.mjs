// One connection a session: of all its tabs one leads and reads the feed, the others hear it from there.

import { compare } from './position.mjs';

/** How many events a leader keeps for tabs that ask for what they missed. */
const KEPT = 512;

/** What a leader remembers, so that another tab can catch up without a connection of its own. */
export class Recent {
    #events = [];
    #before;

    /** `position` is where the leader itself began. */
    constructor(position) { this.#before = position; }

    /** Remembers an event that has a position. */
    add(event) {
        if (!event.id) return;
        this.#events.push(event);
        if (this.#events.length > KEPT) this.#before = this.#events.shift().id;
    }

    /** The events after a position, or null when some of them are no longer known. */
    since(position) {
        if (compare(position, this.#before) < 0) return null;
        return this.#events.filter((event) => compare(event.id, position) > 0);
    }
}

/**
 * Takes part in a session's one connection; tabs of another session at the site are strangers to it. `lead(signal)` is called when this tab becomes the leader, and
 * runs the feed until its signal is aborted. `follow(message)` gets what a leader says, `answer(message)` is
 * called at the leader for what another tab asks. Without Web Locks every tab leads itself.
 */
export class Tabs {
    #name; #locks; #channel; #lead; #follow; #answer;
    #leading = false;
    #stealing = false;
    #waiting = new AbortController();

    constructor({ site, session = '', lead, follow, answer, locks = globalThis.navigator?.locks,
        channel = openChannel(`muster-feed:${site}:${session}`) }) {
        this.#name = `muster-feed:${site}:${session}`;
        this.#locks = locks;
        this.#channel = channel;
        this.#lead = lead;
        this.#follow = follow;
        this.#answer = answer;
    }

    /** Whether this tab holds the connection. */
    get isLeading() { return this.#leading; }

    /** Says something to all other tabs; with `ask` in it, the leader answers. */
    say(message) { this.#channel?.postMessage(message); }

    /** Takes the lead from a leader that says nothing any more: a tab put to sleep keeps its lock. */
    takeOver() {
        if (this.#leading) return;
        this.#stealing = true;
        this.#waiting.abort();
    }

    /** Takes part until `signal` is aborted; an error of `lead` comes out here. */
    async join(signal) {
        if (this.#channel) this.#channel.onmessage = ({ data }) => this.#hear(data);
        signal.addEventListener('abort', () => this.#waiting.abort());
        try {
            if (!this.#locks || !this.#channel) await this.#rule(signal);
            else while (!signal.aborted) await this.#stand(signal);
        } finally {
            this.#channel?.close();
        }
    }

    /** Waits for the lead and holds it; comes back when it was taken, or when a take-over begins. */
    async #stand(signal) {
        const deposed = new AbortController();
        const stop = () => deposed.abort();
        signal.addEventListener('abort', stop);
        this.#waiting = new AbortController();
        const options = this.#stealing ? { steal: true } : { signal: this.#waiting.signal };
        this.#stealing = false;
        try {
            await this.#locks.request(this.#name, options, () => this.#rule(deposed.signal));
        } catch (error) {
            if (error?.name !== 'AbortError') throw error;
        } finally {
            deposed.abort();
            signal.removeEventListener('abort', stop);
        }
    }

    async #rule(signal) {
        this.#leading = true;
        try {
            await this.#lead(signal);
        } finally {
            this.#leading = false;
        }
    }

    #hear(message) {
        if (message?.ask) {
            if (this.#leading) this.#answer(message);
        } else if (!this.#leading) {
            this.#follow(message);
        }
    }
}

function openChannel(name) {
    return typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : null;
}
