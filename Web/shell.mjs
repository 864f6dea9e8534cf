// Puts the parts together on a page: core, replica, connection, outbox, drawing.

import { announcer, isSilent } from './announce.mjs';
import { measuring, ServerClock } from './clock.mjs';
import { CommandPost } from './command-post.mjs';
import { CorePanic, CoreProblem, INTERFACE, loadCore, Op } from './core.mjs';
import { openDatabase } from './database.mjs';
import { showOutcomes } from './forms.mjs';
import { turnOff, turnOn, whyOff } from './guard.mjs';
import { serveInput } from './input.mjs';
import { Notices } from './notices.mjs';
import { Outbox } from './outbox.mjs';
import { Painter } from './painter.mjs';
import { compare } from './position.mjs';
import { Renewal } from './renew.mjs';
import { Replica } from './replica.mjs';
import { SignOut } from './sign-out.mjs';
import { SiteLink } from './site-link.mjs';
import { Store } from './store.mjs';
import { serveUpdates } from './updates.mjs';

const WASM = '/assets/muster.wasm';
const TICK = 1_000;
const SAVE_AFTER = 500;
const LEASE_CHECK = 60;
const MEND_AFTER = 60_000;
const ASK_AGAIN = 15_000;
const LOOK_AGAIN = 5_000;

/** Starts the shell on a document; a page without `[data-regions]` needs none of it. */
export async function start(document) {
    const place = document.querySelector('[data-regions]');
    if (!place) return null;
    const shell = new Shell(document, place);
    await shell.start();
    return shell;
}

class Shell {
    #document; #place; #site; #device;
    #storage = storageOrNone('sessionStorage');
    #clock = new ServerClock();
    /** Every request says as which device this page was drawn: the cookie may be another person's by now. */
    #fetch = measuring((url, options) => globalThis.fetch(url, {
        ...options, headers: { ...(this.#device ? { 'muster-device': this.#device } : {}), ...options?.headers },
    }), this.#clock);
    #notices; #renewal; #database; #store; #replica; #link; #painter; #post;
    #outbox = null;
    #isOff = false;
    #saveTimer = null;
    #endTimer = null;
    #mendedAt = -Infinity;
    #ticks = 0;
    #ending = new SignOut({ storage: storageOrNone('localStorage'), fetch: this.#fetch });
    #session = typeof BroadcastChannel === 'function' ? new BroadcastChannel('muster-session') : null;

    constructor(document, place) {
        this.#document = document;
        this.#place = place;
        this.#notices = new Notices(document);
        this.#renewal = new Renewal(document, this.#fetch);
        // Signed out in another tab, or signed in as somebody else: what this one shows goes too.
        if (this.#session) {
            this.#session.onmessage = ({ data }) => {
                if (data === this.#device) return;
                this.#forget();
                document.location.reload();
            };
        }
    }

    async start() {
        this.#database = await openDatabase();
        this.#store = new Store(this.#database);
        const drawn = this.#place.dataset;
        if (drawn.device) this.#session?.postMessage(drawn.device);
        const kept = drawn.device ? {} : await this.#store.last();
        this.#device = drawn.device ?? kept.device;
        this.#site = drawn.site ?? new URLSearchParams(this.#document.location.search).get('site') ?? kept.site ?? '';
        if (this.#ending.pending && (drawn.device ?? this.#ending.pending) === this.#ending.pending) {
            this.#isOff = true;
            await this.#store.clear();
            this.#serveInput();
            return this.#endSession();
        }
        this.#ending.settle();
        this.#post = new CommandPost({
            document: this.#document, storage: storageOrNone('localStorage'), device: () => this.#device,
            onChange: () => this.#plan(),
            tell: (isPost) => this.#tellPost(isPost),
        });
        this.#post.run();
        // The empty page of an offline start has nothing from the server to fall back on: the core tries again.
        const off = this.#place.firstElementChild ? whyOff(this.#storage, Date.now()) : null;
        const core = off ? null : await this.#load();
        this.#serveUpdates();
        if (!core) return this.#goPlain(whyOff(this.#storage, Date.now()) ?? 'panic');
        this.#replica = new Replica({
            core, load: () => loadCore(WASM), store: this.#store, site: this.#site, fetch: this.#fetch,
        });
        this.#painter = new Painter({
            document: this.#document, place: this.#place,
            render: (input) => this.#replica.render(input),
            mayDraw: () => this.#mayDraw,
            facts: () => this.#facts(),
            speak: announcer(this.#document),
            fail: (error) => this.#fail(error),
        });
        this.#link = new SiteLink({
            site: this.#site, replica: this.#replica, fetch: this.#fetch,
            on: {
                opened: () => this.#opened(),
                event: (event) => this.#take(event),
                connection: (connection) => this.#connectionChanged(connection),
                refused: (why) => this.#refused(why),
                failed: (error) => this.#fail(error),
            },
        });
        await this.#openFromDevice();
        this.#serveInput();
        setInterval(() => this.#tick(), TICK);
        if (!this.#isOff) this.#link.run();
        return undefined;
    }

    /** The core, or null when it cannot be had: then the server's pages are what there is. */
    async #load() {
        try {
            const core = await loadCore(WASM);
            if (core.call(Op.version).interface === INTERFACE) return core;
            turnOff(this.#storage, 'update', Date.now(), false);
        } catch {
            // Not loaded or not started: nothing depends on it yet.
        }
        return null;
    }

    /** Without the core: forms go to the server as they are, and what waits in the outbox is still sent. */
    async #goPlain(reason) {
        this.#isOff = true;
        this.#notices.show(reason);
        const { person } = this.#place.dataset;
        if (person) await this.#openOutbox(person);
        setInterval(() => this.#tick(), TICK);
        this.#serveInput();
    }

    async #openFromDevice() {
        try {
            const found = await this.#replica.openFromDevice(this.#device);
            this.#notices.set('expired', found === 'expired');
        } catch (error) {
            // What an older version kept may not open any more: the server has the state.
            if (error instanceof CorePanic) { this.#fail(error); return; }
            await this.#store.clear();
        }
        if (this.#replica.isOpen) await this.#opened();
    }

    async #opened() {
        for (const name of ['expired', 'no-state', 'signed-out', 'in-lockdown', 'unsent-kept', 'unsent-alarm', 'no-site']) this.#notices.hide(name);
        this.#device ??= this.#replica.viewer.device;
        if (!this.#outbox) await this.#openOutbox(this.#replica.viewer.person);
        this.#painter.draw();
        this.#planSave();
    }

    async #openOutbox(person) {
        this.#outbox = await Outbox.open({
            database: this.#database, person, device: this.#device, io: { fetch: this.#fetch },
            onChange: (summary) => this.#outboxChanged(summary),
            onSignedOut: () => this.#refused('signed-out'),
        });
        this.#notices.set('not-kept', !this.#outbox.lasts);
    }

    #outboxChanged(summary) {
        showOutcomes(this.#document, summary);
        this.#notices.setWaiting(summary, this.#outbox?.waiting > 0);
        this.#plan();
    }

    #take(event) {
        try {
            if (event.event === 'caught-up') this.#replica.advance(event.id);
            else if (event.event === 'record') this.#replica.apply(event);
            else return;
        } catch (error) {
            this.#fail(error);
            return;
        }
        this.#plan();
        this.#planSave();
    }

    #connectionChanged({ state }) {
        this.#document.documentElement.dataset.liveConnection = state;
        if (state === 'live') {
            this.#outbox?.retry();
            this.#post.resume();
        }
        this.#plan();
    }

    async #tellPost(declared) {
        try {
            const response = await this.#fetch('/api/command-post', {
                method: 'POST', body: JSON.stringify({ declared }), headers: { 'content-type': 'application/json' },
                cache: 'no-store', credentials: 'same-origin', redirect: 'error', signal: AbortSignal.timeout?.(10_000),
            });
            return response.status === 204;
        } catch {
            return false;
        }
    }

    #refused(why) {
        this.#notices.show(why);
        if (why === 'no-state') return;
        // The words for the intercom outlive the page that showed them.
        const toSay = this.#place.querySelector('[data-region="unsent"] .pa-text')?.textContent;
        // Nor does whoever hides lose what to do.
        if (isSilent(this.#document)) this.#notices.show('in-lockdown');
        this.#forget();
        if (this.#outbox?.waitingRaises > 0) this.#notices.show('unsent-alarm', toSay);
        else if (this.#outbox?.waiting > 0) this.#notices.show('unsent-kept');
        if (why === 'no-site') setTimeout(() => this.#document.location.reload(), LOOK_AGAIN);
    }

    /** What this page shows and holds goes, and what the device keeps of its session; nothing brings it back. */
    #forget() {
        this.#link?.stop();
        this.#drop();
        this.#store?.forget(this.#device).catch(() => {});
    }

    #drop() {
        this.#replica?.close();
        this.#place.replaceChildren();
    }

    /** A page that the server drew is not overdrawn by an older state of this device. */
    get #mayDraw() {
        if (!this.#replica?.isOpen || this.#isOff) return false;
        const drawn = this.#place.dataset.position ?? null;
        return drawn === null || compare(this.#replica.position, drawn) >= 0;
    }

    #plan() { this.#painter?.plan(); }

    #facts() {
        return {
            offset: this.#clock.offset, utcOffset: utcOffset(), connection: this.#link.connection, device: this.#post.facts,
            outbox: this.#outbox?.summary ?? [], lasts: this.#outbox?.lasts ?? true,
        };
    }

    #tick() {
        this.#ticks += 1;
        const isVisible = this.#document.visibilityState === 'visible';
        if (this.#outbox) this.#notices.setWaiting(this.#outbox.summary, this.#outbox.waiting > 0);
        if (this.#isOff) {
            if (!this.#ending.pending && (this.#outbox?.lasts || !this.#outbox?.waiting)) this.#renewal.tick();
            return;
        }
        this.#link.check(isVisible);
        if (this.#link.connection.state === 'live') this.#replica.touch();
        if (isVisible) this.#painter.tick();
        if (this.#ticks % LEASE_CHECK === 0) this.#checkLease();
    }

    async #checkLease() {
        if (this.#link.connection.state === 'live') { this.#planSave(); return; }
        if (!await this.#store.expire()) return;
        this.#drop();
        this.#notices.show('expired');
        this.#link.restart();
    }

    #planSave() {
        this.#saveTimer ??= setTimeout(() => { this.#saveTimer = null; this.#save(); }, SAVE_AFTER);
    }

    async #save() {
        try {
            await this.#replica.save();
        } catch (error) {
            // A full disk costs the offline start, not the page.
            if (error instanceof CorePanic) this.#fail(error);
        }
    }

    /** Makes a command of a form's fields and keeps it; gives the problems of the form. */
    async #act({ fields, id }) {
        if (this.#isOff || !this.#replica.isOpen || !this.#outbox) throw new Error('The core is not at work.');
        const { envelope, raise, problems } = this.#prepare({
            id, now: Date.now(), offset: this.#clock.offset, utcOffset: utcOffset(), fields,
        });
        if (problems?.length > 0) return problems;
        const act = fields.find((each) => each.name === 'act')?.value ?? '';
        // After an alarm the words for the intercom stand at the top, and so does that it is not sent.
        if (raise === true || act === 'turnActual') this.#document.defaultView.scrollTo(0, 0);
        await this.#outbox.add({
            id, envelope: typeof envelope === 'string' ? envelope : JSON.stringify(envelope),
            act, isRaise: raise === true,
        });
        return [];
    }

    #prepare(input) {
        try {
            return this.#replica.prepare(input);
        } catch (error) {
            // The form itself goes to the server now: that is the reload.
            turnOff(this.#storage, 'panic', Date.now(), false);
            this.#isOff = true;
            throw error;
        }
    }

    /** A form that the core could not take goes as it is, if it can. */
    #submitPlainly(form) {
        this.#renewal.leave();
        if (globalThis.navigator.onLine === false) this.#notices.show('unsent-raise');
        else form.submit();
    }

    /** What the core threw: a refusal is mended from the server (true); a stop ends its use in this tab. */
    #fail(error) {
        if (this.#isOff) return false;
        const isRefusal = error instanceof CoreProblem && error.code !== 'update-needed';
        if (isRefusal && Date.now() - this.#mendedAt > MEND_AFTER) {
            this.#mendedAt = Date.now();
            this.#link.restart();
            return true;
        }
        this.#isOff = true;
        const reason = error instanceof CoreProblem && error.code === 'update-needed' ? 'update' : 'panic';
        const isOnline = this.#link.connection.state === 'live' && globalThis.navigator.onLine !== false;
        if (turnOff(this.#storage, reason, Date.now(), isOnline)) this.#document.location.reload();
        else this.#notices.show(reason);
        return false;
    }

    #serveUpdates() {
        serveUpdates({
            isIncidentOpen: () => this.#painter?.isIncidentOpen ?? this.#place.querySelector('[data-incident]') !== null,
            onSwap: () => turnOn(this.#storage),
        });
    }

    #serveInput() {
        serveInput(this.#document, {
            act: (command) => this.#act(command),
            submitPlainly: (form) => this.#submitPlainly(form),
            seen: (id) => this.#outbox?.seen(id),
            declare: (isPost) => this.#post.declare(isPost),
            leave: () => this.#save(),
            online: () => { this.#outbox?.retry(); if (this.#ending.pending) this.#endSession(); },
            signOut: () => this.#signOut(),
            isPlain: () => this.#isOff,
        });
    }

    /** Forgets everything on the device; not yet when something is not sent and was not warned of before. */
    async #signOut() {
        if (this.#outbox?.waiting > 0 && !this.#document.querySelector('[data-notice="unsent-at-sign-out"]')) {
            this.#notices.show('unsent-at-sign-out');
            return;
        }
        this.#ending.begin(this.#device);
        this.#forget();
        await this.#outbox?.clear();
        await this.#store.clear().catch(() => {});
        this.#session?.postMessage('signed-out');
        await this.#endSession();
    }

    /** Tells the server that the session is over, again and again until it knows. */
    async #endSession() {
        this.#drop();
        if (await this.#ending.tell()) { this.#document.location.replace('/sign-in?out=1'); return; }
        this.#notices.show('signed-out-here');
        clearTimeout(this.#endTimer);
        this.#endTimer = setTimeout(() => this.#endSession(), ASK_AGAIN);
    }
}

/** Minutes from UTC to the wall clock of this device: what a site goes by whose zone is not named. */
const utcOffset = () => -new Date().getTimezoneOffset();

/** Storage of the tab or the device; where the browser refuses it, a mark is simply not kept. */
function storageOrNone(name) {
    try {
        return globalThis[name];
    } catch {
        return { getItem: () => null, setItem() {}, removeItem() {} };
    }
}
