// What a device may show without a network: the replica of its session as last known, on a lease.

const TABLE = 'replicas';

/** How long after the last contact a device may keep what it knows about people. */
export const LEASE = 12 * 60 * 60 * 1_000;

/**
 * Whether a kept replica may still be shown, and until when. A device's clock that was set back does not
 * lengthen the lease: the latest time ever seen counts.
 */
export function lease({ contactAt, clockAt }, now) {
    const until = contactAt + LEASE;
    return { isValid: Math.max(now, clockAt) < until, until };
}

/** The replica of each session of this device: keyed by the session's device id, so that no two share one. */
export class Store {
    #database; #now;

    constructor(database, now = () => Date.now()) {
        this.#database = database;
        this.#now = now;
    }

    /**
     * Opens what is kept of a session: `{replica}`, `{expired: true}` when it was removed for its age, or `{}`.
     * What another session left here is removed: it is nobody's to see any more. A replica is
     * `{device, site, state, position, directory, viewer, contactAt}`; state and directory are JSON text.
     */
    async open(device) {
        const now = this.#now();
        let replica = null;
        let isExpired = false;
        for (const each of await this.#database.all(TABLE)) {
            if (each.device === device && lease(each, now).isValid) { replica = each; continue; }
            isExpired ||= each.device === device;
            await this.#database.remove(TABLE, each.device);
        }
        if (!replica) return isExpired ? { expired: true } : {};
        await this.#database.put(TABLE, { ...replica, clockAt: Math.max(now, replica.clockAt) });
        return { replica };
    }

    /** Keeps a replica; `contactAt` is when the server was last heard. */
    save(replica) {
        return this.#database.put(TABLE, { ...replica, clockAt: Math.max(this.#now(), replica.contactAt) });
    }

    /** The session that was last in contact, for a start without a network: `{device, site}`, or `{}`. */
    async last() {
        const all = await this.#database.all(TABLE);
        const [{ device, site } = {}] = all.sort((one, other) => other.contactAt - one.contactAt);
        return { device, site };
    }

    /** Removes everything whose lease is over; true when something was removed. */
    async expire() {
        const now = this.#now();
        const over = (await this.#database.all(TABLE)).filter((each) => !lease(each, now).isValid);
        for (const replica of over) await this.#database.remove(TABLE, replica.device);
        return over.length > 0;
    }

    /** Forgets a session's: it is over. */
    async forget(device) { if (device) await this.#database.remove(TABLE, device); }

    /** Forgets everything: at sign-out. */
    clear() { return this.#database.clear(TABLE); }
}
