// Commands wait here until the desk has answered, across reloads, crashes and hours without a network.

import { answered, isLate, isRealAlarm, next, queued, sending, summary, untilNext } from './command.mjs';
import { REACHED } from './event-stream.mjs';

const TABLE = 'commands';
const LOCK = 'muster-outbox';

/** How long one attempt may take. */
const ATTEMPT = 15_000;

/** How long a tab waits for another one that is sending. */
const PATIENCE = 2_000;

/**
 * The outbox of one signed-in person on this device. `onChange(summary)` hears of every change, `onSignedOut()` when
 * the server no longer knows the session.
 */
export class Outbox {
    #database; #person; #device; #onChange; #onSignedOut; #io;
    #commands = new Map();
    #channel;
    /** Ids whose latest state is not in the storage (yet): what is there must not overwrite them. */
    #unsaved = new Set();
    #storageFailed = false;
    #awaited = new Map();
    #pumping = null;
    #timer = null;
    #closed = false;
    /** Counts what was forgotten: whatever began before that brings nothing back. */
    #era = 0;

    /** Opens the outbox and begins to send what waits. */
    static async open({ database, person, device, onChange, onSignedOut = () => {}, io = {} }) {
        const outbox = new Outbox({ database, person, device, onChange, onSignedOut }, { ...browserIO(), ...io });
        await outbox.#load();
        outbox.#listen();
        outbox.#pump();
        return outbox;
    }

    constructor({ database, person, device, onChange, onSignedOut }, io) {
        this.#database = database;
        this.#person = person;
        this.#device = device;
        this.#onChange = onChange;
        this.#onSignedOut = onSignedOut;
        this.#io = io;
    }

    /** Whether commands outlive this page; when not, the page says so. */
    get lasts() { return this.#database.lasts && !this.#storageFailed; }

    /** What a page may say about the commands. */
    get summary() { return summary(this.#own(), this.#io.now()); }

    /** How many commands have no answer yet, whoever made them on this device. */
    get waiting() { return [...this.#commands.values()].filter((each) => each.state !== 'answered').length; }

    /** How many of this person's real alarms have no answer yet. */
    get waitingRaises() { return this.#own().filter((each) => isRealAlarm(each) && each.state !== 'answered').length; }

    /** Whether a raise has not been answered in time: the page says to use the phone. */
    get hasLateRaise() { return this.#own().some((each) => isLate(each, this.#io.now())); }

    /** Keeps a command, then sends it. The same id again changes nothing. Resolves once it is kept. */
    async add(command) {
        if (this.#commands.has(command.id)) return;
        await this.#keep(queued({ ...command, person: this.#person, device: this.#device }, this.#io.now()));
        this.#pump();
    }

    /** Resolves with the summary of a command once it is answered. */
    answer(id) {
        const now = () => this.summary.find((each) => each.id === id);
        const state = this.#commands.get(id)?.state;
        if (state === undefined || state === 'answered') return Promise.resolve(now());
        return new Promise((resolve) => { this.#awaited.set(id, () => resolve(now())); });
    }

    /** The person has seen the outcome: it need not be kept any longer. */
    async seen(id) {
        const command = this.#commands.get(id);
        if (command?.state !== 'answered') return;
        this.#commands.delete(id);
        this.#unsaved.delete(id);
        await this.#stored(() => this.#database.remove(TABLE, id));
        this.#tell();
    }

    /** Sends at once what waits: after a sign-in, or when the network is back. */
    retry() {
        for (const command of this.#own()) {
            if (command.state === 'answered') continue;
            this.#commands.set(command.id, { ...command, notBefore: 0 });
            this.#unsaved.add(command.id);
        }
        this.#pump();
    }

    /** Forgets everything: at sign-out. */
    async clear() {
        this.#era += 1;
        this.#commands.clear();
        this.#unsaved.clear();
        await this.#stored(() => this.#database.clear(TABLE));
        this.#tell();
    }

    /** Stops sending; what waits is kept. */
    close() {
        this.#closed = true;
        this.#io.clearTimer(this.#timer);
        this.#channel?.close();
    }

    #own() { return [...this.#commands.values()].filter((each) => each.person === this.#person); }

    async #load() {
        const era = this.#era;
        const kept = await this.#stored(() => this.#database.all(TABLE));
        if (!kept || era !== this.#era) return;
        const newer = [...this.#commands.values()].filter((each) => this.#unsaved.has(each.id));
        this.#commands = new Map([...kept, ...newer].map((each) => [each.id, each]));
    }

    #listen() {
        this.#channel = this.#io.openChannel(LOCK);
        if (!this.#channel) return;
        this.#channel.onmessage = async ({ data }) => {
            if (data === 'reached') { this.#io.reached(); return; }
            await this.#load();
            this.#changed();
            this.#pump();
        };
    }

    async #keep(command) {
        this.#commands.set(command.id, command);
        this.#unsaved.add(command.id);
        const era = this.#era;
        const isSaved = await this.#stored(async () => { await this.#database.put(TABLE, command); return true; });
        if (isSaved && this.#database.lasts) this.#unsaved.delete(command.id);
        if (era !== this.#era) await this.#stored(() => this.#database.remove(TABLE, command.id));
        this.#tell();
    }

    /** A store that fails must not stop an alarm: it goes on from memory, and `lasts` says so. */
    async #stored(work) {
        try {
            return await work();
        } catch {
            this.#storageFailed = true;
            return undefined;
        }
    }

    #tell() {
        this.#channel?.postMessage('changed');
        this.#changed();
    }

    #changed() {
        for (const [id, resolve] of this.#awaited) {
            const state = this.#commands.get(id)?.state;
            if (state !== undefined && state !== 'answered') continue;
            this.#awaited.delete(id);
            resolve();
        }
        this.#onChange(this.summary);
    }

    /** One tab at a time sends, to spare the network; the command id makes a second sending harmless. */
    #pump() {
        if (this.#pumping || this.#closed) return;
        this.#io.clearTimer(this.#timer);
        this.#pumping = this.#io.exclusively(LOCK, () => this.#sendAll())
            .finally(() => {
                this.#pumping = null;
                const wait = untilNext(this.#own(), this.#person, this.#io.now());
                if (wait !== null && !this.#closed) this.#timer = this.#io.setTimer(() => this.#pump(), wait);
            });
    }

    async #sendAll() {
        // Another tab may have sent some while this one waited for its turn.
        if (this.#database.lasts) await this.#load();
        for (;;) {
            const command = this.#closed ? null : next(this.#own(), this.#person, this.#io.now());
            if (!command) return;
            const leaving = sending(command, this.#io.now());
            const era = this.#era;
            await this.#keep(leaving);
            if (era !== this.#era) continue;
            const answer = await this.#post(leaving);
            // Forgotten meanwhile, at sign-out: the answer brings nothing back.
            if (era !== this.#era) continue;
            const after = answered(leaving, answer, this.#io.now(), this.#io.random);
            await this.#keep(after);
            if (after.state === 'answered') this.#reached();
            if (after.needsSignIn && (command.device ?? this.#device) === this.#device) this.#onSignedOut();
        }
    }

    /** The server answers again: what waits for the network, here and in the feed, waits no longer. */
    #reached() {
        this.#io.reached();
        this.#channel?.postMessage('reached');
        const now = this.#io.now();
        for (const command of this.#own().filter((each) => each.isUnheard && each.notBefore > now)) {
            this.#commands.set(command.id, { ...command, notBefore: now });
            this.#unsaved.add(command.id);
        }
    }

    async #post(command) {
        try {
            const response = await this.#io.fetch('/api/command', {
                method: 'POST',
                body: command.envelope,
                headers: {
                    'content-type': 'application/json',
                    // How long this device held the command, by its own clock: no matter how wrong that is.
                    'muster-held': String(Math.max(0, this.#io.now() - command.at)),
                    // Sent again after a new sign-in it is still that device's: the server knows whether it had it.
                    ...(command.device ? { 'muster-device': command.device } : {}),
                },
                credentials: 'same-origin', cache: 'no-store', redirect: 'error', keepalive: true,
                signal: this.#io.timeout(ATTEMPT),
            });
            const type = response.headers.get('content-type') ?? '';
            const body = type.includes('json') ? await response.json() : null;
            return { status: response.status, type, body };
        } catch {
            // No network, no time, or no JSON: there is no answer, and the command goes again.
            return null;
        }
    }
}

/** Runs when no other tab sends, but does not wait long: a tab that was put to sleep keeps its lock. */
async function whenFree(name, run) {
    const locks = globalThis.navigator?.locks;
    if (!locks) return run();
    let began = false;
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE);
    try {
        return await locks.request(name, { signal: patience.signal }, () => { began = true; return run(); });
    } catch (error) {
        if (began) throw error;
        return run();
    } finally {
        clearTimeout(timer);
    }
}

/** What the outbox needs of a browser; tests give their own. */
function browserIO() {
    return {
        fetch: (...all) => globalThis.fetch(...all),
        now: () => Date.now(),
        random: Math.random,
        setTimer: (run, milliseconds) => setTimeout(run, milliseconds),
        clearTimer: (timer) => clearTimeout(timer),
        openChannel: (name) => (typeof BroadcastChannel === 'function' ? new BroadcastChannel(name) : null),
        exclusively: whenFree,
        reached: () => globalThis.dispatchEvent?.(new Event(REACHED)),
        timeout: (milliseconds) => (AbortSignal.timeout ? AbortSignal.timeout(milliseconds) : undefined),
    };
}
