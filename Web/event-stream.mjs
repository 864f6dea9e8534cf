// Server-sent events as plain functions: a parser of the text, the pause before the next attempt, and what
// may be said about the connection. No network and no clock in here.

/** Longest text of one event that is kept; the server's records are far below it. */
const LONGEST = 1_000_000;

/**
 * Reads the text of an event stream in pieces of any size. Unlike a browser's own reader it gives an event
 * only the id that stands in it: an event without one has no position.
 */
export class EventParser {
    #rest = '';
    #id = null;
    #event = '';
    #data = [];
    #size = 0;

    /** Takes the next piece and gives the events that it completes, as `{id, event, data}`. */
    push(piece) {
        // A carriage return at the very end may be half of a line end: it waits for the next piece.
        const text = this.#rest + piece;
        const lines = text.split(/\r\n|\n|\r(?!$)/);
        this.#rest = lines.pop();
        if (this.#rest.length + this.#size > LONGEST) throw new Error('An event of the feed is too long.');
        const events = [];
        for (const line of lines) {
            const event = this.#line(line);
            if (event) events.push(event);
        }
        return events;
    }

    #line(line) {
        if (line === '') return this.#finish();
        if (line.startsWith(':')) return { id: null, event: 'heartbeat', data: '' };
        const colon = line.indexOf(':');
        const field = colon < 0 ? line : line.slice(0, colon);
        const value = colon < 0 ? '' : line.slice(colon + (line[colon + 1] === ' ' ? 2 : 1));
        if (field === 'id') this.#id = value;
        else if (field === 'event') this.#event = value;
        else if (field === 'data') { this.#data.push(value); this.#size += value.length; }
        return null;
    }

    #finish() {
        const data = this.#data.join('\n');
        const event = this.#event || 'message';
        const any = this.#data.length > 0;
        const id = this.#id;
        this.#id = null;
        this.#data = [];
        this.#event = '';
        this.#size = 0;
        return any ? { id, event, data } : null;
    }
}

/**
 * The pause before attempt number `attempt` (from 1): doubling up to 20 s, at random between half and all of
 * it, so that a school's devices do not all come back in the same second.
 */
export function pause(attempt, random = Math.random) {
    const longest = Math.min(20_000, 500 * 2 ** Math.min(attempt - 1, 10));
    return Math.round(longest / 2 + (longest / 2) * random());
}

/** The page's own event: the server has answered, so whoever waits before another attempt need not. */
export const REACHED = 'muster-reached';

/** Nothing heard for this long: the connection is given up and what is shown is called stale. */
export const SILENCE = 40_000;

/**
 * What may be said about the connection: `live` (caught up, and heard lately), `stale` (shown since a known
 * time, being mended) or `offline` (the device itself has no network). `since` is the last contact.
 */
export function connectionState({ caughtUp, heardAt, online }, now) {
    if (!online) return { state: 'offline', since: heardAt };
    if (caughtUp && heardAt !== null && now - heardAt < SILENCE) return { state: 'live', since: heardAt };
    return { state: 'stale', since: heardAt };
}
