// One site's replica in this page: opens it from the device or the server, folds events, draws, keeps it.

import { Op } from './core.mjs';
import { compare } from './position.mjs';
import { isOurs } from './problem.mjs';

/** The server did not give the state; `status` is 0 when it was not reached, or when somebody else answered. */
export class StateUnavailable extends Error {
    constructor(status) {
        super(`The state could not be loaded (${status}).`);
        this.name = 'StateUnavailable';
        this.status = status;
    }
}

export class Replica {
    #core; #load; #store; #site; #fetch; #now;
    #viewer = null;
    #directory = 'null';
    #position = null;
    #tag = '';
    #contactAt = null;
    #isOpen = false;
    /** Counts what was closed: what was asked for before that opens nothing. */
    #era = 0;

    constructor({ core, load, store, site, fetch = (...all) => globalThis.fetch(...all), now = () => Date.now() }) {
        this.#core = core;
        this.#load = load;
        this.#store = store;
        this.#site = site;
        this.#fetch = fetch;
        this.#now = now;
    }

    /** Whether there is a state to draw from. */
    get isOpen() { return this.#isOpen; }

    /** The log position of the state, as text. */
    get position() { return this.#position; }

    /** What the state was cut by, as the server names it: roles, rooms, and what the directory says. */
    get tag() { return this.#tag; }
    set tag(tag) { this.#tag = tag; }

    /** When the server was last heard. */
    get contactAt() { return this.#contactAt; }

    /** Who looks; `person` and `device` are ids. */
    get viewer() { return this.#viewer; }

    /** Opens what is kept here of a session: `opened`, `expired` or `none`. */
    async openFromDevice(device) {
        const { replica, expired } = await this.#store.open(device);
        if (expired) return 'expired';
        if (!replica) return 'none';
        this.#open(replica);
        return 'opened';
    }

    /** Opens what the server gives now; whatever was open is replaced. */
    async openFromServer() {
        const era = this.#era;
        let response;
        try {
            response = await this.#fetch(`/api/state?site=${encodeURIComponent(this.#site)}`, {
                headers: { accept: 'application/json' }, cache: 'no-store', credentials: 'same-origin', redirect: 'error',
            });
        } catch {
            throw new StateUnavailable(0);
        }
        const isJSON = (response.headers.get('content-type') ?? '').includes('json');
        if (!response.ok || !isJSON) throw new StateUnavailable(isOurs(response) ? response.status : 0);
        const { state, directory, viewer, position, tag } = await response.json();
        const core = this.#core ?? await this.#load();
        if (era !== this.#era) throw new StateUnavailable(0);
        this.#core = core;
        this.#open({
            state: JSON.stringify(state), directory: JSON.stringify(directory), viewer,
            position: String(position), tag, contactAt: this.#now(),
        });
    }

    #open({ state, directory, viewer, position, tag, contactAt }) {
        // The texts are put together as they are: parsing a school's state here would only cost time.
        this.#core.call(Op.open, `{"state":${state},"directory":${directory},"viewer":${JSON.stringify(viewer)}}`);
        this.#viewer = viewer;
        this.#directory = directory;
        this.#position = position;
        this.#tag = tag;
        this.#contactAt = contactAt;
        this.#isOpen = true;
    }

    /** Folds one record, given as the text of the feed; one that the state has already, or a closed one, changes nothing. */
    apply({ id, data }) {
        if (!this.#isOpen || compare(id, this.#position) <= 0) return;
        this.#core.call(Op.apply, data);
        this.#position = id;
    }

    /** Everything up to a position has come: what was not in it is of no concern here. */
    advance(position) {
        if (compare(position, this.#position) > 0) this.#position = position;
    }

    /** The server was heard: the lease begins anew. */
    touch() { this.#contactAt = this.#now(); }

    /** Draws: `{regions, order, title, incident}`. */
    render(input) { return this.#core.call(Op.render, input); }

    /** Makes a command of a form: `{envelope, raise}` or `{problems}`. */
    prepare(input) { return this.#core.call(Op.prepare, input); }

    /** Forgets the state, and with it the core whose memory held it; a new one is loaded when there is a state again. */
    close() {
        this.#era += 1;
        this.#core = null;
        this.#viewer = null;
        this.#directory = 'null';
        this.#isOpen = false;
    }

    /** Keeps the state on the device; of a closed replica nothing. */
    async save() {
        if (!this.#isOpen) return;
        await this.#store.save({
            device: this.#viewer.device, site: this.#site, state: this.#core.callText(Op.encode, ''), directory: this.#directory,
            viewer: this.#viewer, position: this.#position, tag: this.#tag, contactAt: this.#contactAt,
        });
    }
}
