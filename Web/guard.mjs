// After a stop of the core the page goes on with server-drawn pages: one reload, never a loop.

const KEY = 'muster-core-off';

/** How long a tab stays without the core. */
const REST = 30 * 60 * 1_000;

/** Why the core is off in this tab (`panic`, `update`), or null when it may start. */
export function whyOff(storage, now) {
    try {
        const { reason, at } = JSON.parse(storage.getItem(KEY) ?? 'null') ?? {};
        return reason && now - at < REST && now >= at ? reason : null;
    } catch {
        return null;
    }
}

/**
 * Turns the core off in this tab. True when the page may reload into a server-drawn one: only if the mark
 * could be kept (else it would start the core again, and loop) and the server can be reached.
 */
export function turnOff(storage, reason, now, isOnline) {
    try {
        // A second stop within the rest does not reload again, whatever the first reload led to.
        const isFirst = whyOff(storage, now) === null;
        const text = JSON.stringify({ reason, at: now });
        storage.setItem(KEY, text);
        return isFirst && isOnline && storage.getItem(KEY) === text;
    } catch {
        return false;
    }
}

/** A new version is in place: the core may start again at the next page. */
export function turnOn(storage) {
    try {
        storage.removeItem(KEY);
    } catch {
        // No storage: then there is no mark either.
    }
}
