// How far this device's clock is from the server's, measured by answers.

/**
 * One measurement in milliseconds (server minus device) from an answer's `Date` header, which is cut to
 * whole seconds: the middle of that second is taken. Null without a usable header, or after a slow answer.
 */
export function offset({ sentAt, receivedAt, date }) {
    const server = Date.parse(date ?? '');
    if (Number.isNaN(server) || receivedAt < sentAt || receivedAt - sentAt > 5_000) return null;
    return Math.round(server + 500 - (sentAt + receivedAt) / 2);
}

/** Keeps the latest measurements; the one in the middle is hardest to mislead. */
export class ServerClock {
    #measured = [];

    /** Takes a measurement. */
    measure(timing) {
        const value = offset(timing);
        if (value === null) return;
        this.#measured = [...this.#measured, value].slice(-5);
    }

    /** The offset in milliseconds, or null when nothing was measured. */
    get offset() {
        if (this.#measured.length === 0) return null;
        const sorted = [...this.#measured].sort((one, other) => one - other);
        return sorted[sorted.length >> 1];
    }
}

/** A fetch that measures by the way. */
export function measuring(fetch, clock, now = () => Date.now()) {
    return async (...all) => {
        const sentAt = now();
        const response = await fetch(...all);
        clock.measure({ sentAt, receivedAt: now(), date: response.headers.get('date') });
        return response;
    };
}
