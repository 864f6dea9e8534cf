// The feed of one site: reads server-sent events with fetch, resumes after the last position, tries again.

import { connectionState, EventParser, pause, REACHED, SILENCE } from './event-stream.mjs';
import { isOurs } from './problem.mjs';

/** The server answered the feed with a status that another attempt cannot mend. */
export class FeedRefused extends Error {
    constructor(status) {
        super(`The feed was refused (${status}).`);
        this.name = 'FeedRefused';
        this.status = status;
    }
}

/** 401: sign in again. 403, 404: not this site. 409: the state is not the one of today, fetch it anew. */
const FINAL = new Set([401, 403, 404, 409]);

/**
 * Reads the feed until `signal` is aborted or the server refuses for good (throws FeedRefused). `tag` names the state
 * that the events will be folded on; the server refuses with 409 where it would give another one now.
 * `onEvent({id, event, data})` gets every event in order, `onConnection({state, since})` every change.
 */
export class Feed {
    #site; #tag; #position; #onEvent; #onConnection; #io;
    #facts;
    #said = '';

    constructor({ site, tag, position = null, onEvent, onConnection, io = {} }) {
        this.#site = site;
        this.#tag = tag;
        this.#position = position;
        this.#onEvent = onEvent;
        this.#onConnection = onConnection;
        this.#io = { ...browserIO(), ...io };
        this.#facts = { caughtUp: false, heardAt: null, online: this.#io.isOnline() };
    }

    /** Position of the last event that was passed on, as text. */
    get position() { return this.#position; }

    /** Runs for as long as the page lives. */
    async run(signal) {
        let attempt = 0;
        while (!signal.aborted) {
            let isHeard = false;
            let asked = null;
            try {
                asked = await this.#once(signal, () => { attempt = 0; isHeard = true; });
            } catch (error) {
                if (error instanceof FeedRefused || signal.aborted) { this.#lose(); throw error; }
            }
            if (signal.aborted) break;
            // A lost connection is caught up with; when another attempt reaches nobody, there is nothing to catch.
            this.#lose(isHeard);
            attempt += 1;
            // Going down, the server gives each device its own delay: so a restart is not met by all of them at once.
            await this.#io.wait(asked ?? pause(attempt, this.#io.random), signal);
        }
        this.#lose();
    }

    async #once(signal, onHeard) {
        const attempt = new AbortController();
        const stop = () => attempt.abort();
        signal.addEventListener('abort', stop);
        const watch = this.#io.watchdog(SILENCE, stop);
        try {
            const response = await this.#open(attempt.signal);
            const parser = new EventParser();
            const decoder = new TextDecoder();
            for await (const bytes of chunks(response.body)) {
                watch.kick();
                onHeard();
                this.#hear();
                for (const event of parser.push(decoder.decode(bytes, { stream: true }))) {
                    if (this.#take(event) === 'bye') return delayOf(event.data);
                }
            }
            return null;
        } finally {
            watch.stop();
            attempt.abort();
            signal.removeEventListener('abort', stop);
        }
    }

    async #open(signal) {
        const headers = { accept: 'text/event-stream' };
        if (this.#position !== null) headers['last-event-id'] = String(this.#position);
        const query = new URLSearchParams({ site: this.#site, tag: this.#tag });
        const response = await this.#io.fetch(`/api/feed?${query}`, {
            headers, signal, cache: 'no-store', credentials: 'same-origin', redirect: 'error',
        });
        if (FINAL.has(response.status) && isOurs(response)) throw new FeedRefused(response.status);
        const type = response.headers.get('content-type') ?? '';
        // A captive portal answers 200 with a page of its own: that is no feed.
        if (!response.ok || !type.startsWith('text/event-stream')) throw new Error('This is no feed.');
        return response;
    }

    #take(event) {
        if (event.event === 'heartbeat') return null;
        if (event.event === 'caught-up') this.#facts.caughtUp = true;
        if (event.event === 'tag') this.#tag = event.data;
        if (event.id) this.#position = event.id;
        this.#onEvent(event);
        this.#say();
        return event.event;
    }

    #hear() {
        this.#facts.heardAt = this.#io.now();
        this.#facts.online = true;
        this.#say();
    }

    #lose(isReachable = true) {
        this.#facts.caughtUp = false;
        this.#facts.online = isReachable && this.#io.isOnline();
        this.#say();
    }

    #say() {
        const connection = connectionState(this.#facts, this.#io.now());
        // While live, only the change to live is news; the time of contact moves with every byte.
        const key = connection.state === 'live' ? 'live' : JSON.stringify(connection);
        if (key === this.#said) return;
        this.#said = key;
        this.#onConnection(connection);
    }
}

/** The delay that a goodbye asks for in milliseconds, or null; nobody is sent away for longer than a minute. */
function delayOf(data) {
    try {
        const { retry } = JSON.parse(data);
        return Number.isFinite(retry) ? Math.min(60_000, Math.max(0, retry)) : null;
    } catch {
        return null;
    }
}

/** A body as an async sequence of bytes, where the browser has no iterator for it. */
async function* chunks(body) {
    const reader = body.getReader();
    try {
        for (;;) {
            const { done, value } = await reader.read();
            if (done) return;
            yield value;
        }
    } finally {
        reader.releaseLock();
    }
}

/** What the feed needs of a browser; tests give their own. */
function browserIO() {
    return {
        fetch: (...all) => globalThis.fetch(...all),
        now: () => Date.now(),
        random: Math.random,
        isOnline: () => globalThis.navigator?.onLine !== false,
        wait: waitOrNetwork,
        watchdog,
    };
}

/** Waits, but not longer than until the network is back, the server has answered something else, or `signal` is aborted. */
export function waitOrNetwork(milliseconds, signal) {
    return new Promise((resolve) => {
        const done = () => {
            clearTimeout(timer);
            globalThis.removeEventListener?.('online', done);
            globalThis.removeEventListener?.(REACHED, done);
            signal?.removeEventListener('abort', done);
            resolve();
        };
        const timer = setTimeout(done, milliseconds);
        globalThis.addEventListener?.('online', done);
        globalThis.addEventListener?.(REACHED, done);
        signal?.addEventListener('abort', done);
    });
}

function watchdog(milliseconds, onSilence) {
    let timer = setTimeout(onSilence, milliseconds);
    return {
        kick() { clearTimeout(timer); timer = setTimeout(onSilence, milliseconds); },
        stop() { clearTimeout(timer); },
    };
}
