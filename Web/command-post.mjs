// A device declared as command post stays awake and in front. Only for such a device does silence mean anything.

const KEY = 'muster-command-post';

/** How often a command post says that it is in front; the server takes three of these for silence. */
const BEAT = 20_000;

/** What is kept in place of a device that was declared, until the server knows that it is one no longer. */
const NO = 'no ';

/**
 * What is known of the device: `declared` by its person, `awake` (the screen is kept on), `visible`.
 * `onChange` hears of every change; `tell(isPost)` tells the server and resolves with whether it knows.
 * What was declared holds for the session that `device()` names, over reloads and new windows, and for no other.
 */
export class CommandPost {
    #document; #wakeLock; #storage; #device; #onChange; #tell;
    /** What was said last: one word after the other, so that an old one does not arrive behind a newer. */
    #said = Promise.resolve();
    #isSaying = false;
    #lock = null;
    /** The server is told what was declared, and told again until it knows. */
    #isTold;

    constructor({ document, storage, device, wakeLock = globalThis.navigator?.wakeLock, onChange,
        tell = async () => true }) {
        this.#document = document;
        this.#wakeLock = wakeLock;
        this.#storage = storage;
        this.#device = device;
        this.#onChange = onChange;
        this.#tell = tell;
        this.#isTold = !this.#declared && !this.#isTakenBack;
        // The browser takes the lock away whenever the page is hidden.
        document.addEventListener('visibilitychange', () => {
            // In front again: the server hears it at once.
            if (this.#declared && this.facts.visible) this.#isTold = false;
            this.#settle();
        });
    }

    get facts() {
        return { declared: this.#declared, awake: this.#lock !== null, visible: this.#document.visibilityState === 'visible' };
    }

    /** Declares this device, or takes the declaration back. */
    async declare(isPost) {
        this.#storage.setItem(KEY, (isPost ? '' : NO) + this.#device());
        this.#isTold = false;
        await this.#settle();
    }

    /** Goes on with what was declared before a reload, or could not be told. */
    resume() { return this.#settle(); }

    /**
     * Says so again while the page is in front: a screen that is dark or covered is a post that nobody looks at. That it is
     * one no longer is said again until the server knows.
     */
    async beat() {
        if ((this.#declared ? this.facts.visible : this.#isTakenBack) && !this.#isSaying) await this.#say();
    }

    /** Goes on with what was declared, and beats for as long as the page lives. */
    run() {
        setInterval(() => this.beat(), BEAT);
        return this.resume();
    }

    get #isTakenBack() { return Boolean(this.#device()) && this.#storage.getItem(KEY) === NO + this.#device(); }

    get #declared() { return Boolean(this.#device()) && this.#storage.getItem(KEY) === this.#device(); }

    async #settle() {
        const wanted = this.#declared && this.#document.visibilityState === 'visible';
        if (wanted && !this.#lock) {
            // Refused on low battery, or unknown to the browser: `awake` says so, and the page shows it.
            this.#lock = await this.#wakeLock?.request('screen').catch(() => null) ?? null;
            this.#lock?.addEventListener('release', () => { this.#lock = null; this.#onChange(this.facts); });
        } else if (!wanted && this.#lock) {
            await this.#lock.release();
        }
        this.#onChange(this.facts);
        if (!this.#isTold) await this.#say();
    }

    #say() {
        this.#said = this.#said.then(async () => {
            const declared = this.#declared;
            // Nobody looks at a page that is covered: it says nothing until it is in front.
            if (declared && !this.facts.visible) return;
            this.#isSaying = true;
            try { this.#isTold = await this.#tell(declared); } catch { this.#isTold = false; }
            this.#isSaying = false;
            if (this.#isTold && this.#isTakenBack) this.#storage.removeItem(KEY);
        });
        return this.#said;
    }
}
