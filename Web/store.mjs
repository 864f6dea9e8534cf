// What a device may show without a network: the replica of each site as last known, on a lease.

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

/** The replicas of one signed-in person on this device. */
export class Store {
    #database; #now;

    constructor(database, now = () => Date.now()) {
        this.#database = database;
        this.#now = now;
    }

    /**
     * Opens what is kept of a site: `{replica}`, `{expired: true}` when it was removed for its age, or `{}`.
     * A replica is `{site, state, position, directory, viewer, contactAt}`; state and directory are JSON text.
     */
    async open(site) {
        const replica = await this.#database.get(TABLE, site);
        if (!replica) return {};
        const now = this.#now();
        if (!lease(replica, now).isValid) {
            await this.#database.remove(TABLE, site);
            return { expired: true };
        }
        await this.#database.put(TABLE, { ...replica, clockAt: Math.max(now, replica.clockAt) });
        return { replica };
    }

    /** Keeps a replica; `contactAt` is when the server was last heard. */
    save(replica) {
        return this.#database.put(TABLE, { ...replica, clockAt: Math.max(this.#now(), replica.contactAt) });
    }

    /** The site that was last in contact, for a start without a network; null when nothing is kept. */
    async lastSite() {
        const all = await this.#database.all(TABLE);
        return all.sort((one, other) => other.contactAt - one.contactAt)[0]?.site ?? null;
    }

    /** Removes everything whose lease is over; true when something was removed. */
    async expire() {
        const now = this.#now();
        const over = (await this.#database.all(TABLE)).filter((each) => !lease(each, now).isValid);
        for (const replica of over) await this.#database.remove(TABLE, replica.site);
        return over.length > 0;
    }

    /** Forgets everything: at sign-out, or when the server says that the session is over. */
    clear() { return this.#database.clear(TABLE); }
}
