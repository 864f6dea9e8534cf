// A page without the core is as old as its last load: it is loaded anew while that takes nothing away from anybody.

/** How long after the last touch, key or form a page is left alone: a fold may be open, a form on its way. */
const REST = 20_000;

/** How many seconds old such a page may become. */
const EVERY = 15;

/** Watches what somebody does on the page, and loads it anew when nobody does anything. */
export class Renewal {
    #document; #fetch; #now;
    #touchedAt = -Infinity;
    #isLeaving = false;
    #seconds = 0;

    constructor(document, fetch, now = () => Date.now()) {
        this.#document = document;
        this.#fetch = fetch;
        this.#now = now;
        for (const kind of ['pointerdown', 'keydown', 'input']) {
            document.addEventListener(kind, () => { this.#touchedAt = this.#now(); }, { passive: true });
        }
        document.addEventListener('submit', () => this.leave());
    }

    /** A form is leaving as a form: another load would take its answer away. */
    leave() { this.#isLeaving = true; }

    /** To be called once a second. */
    tick() {
        this.#seconds += 1;
        if (this.#seconds % EVERY === 0) this.renew();
    }

    /** Loads an idle page anew, where the server answers; without it the page stays as it is. */
    async renew() {
        if (!this.#isIdle) return false;
        try {
            const { ok } = await this.#fetch('/health', { cache: 'no-store', credentials: 'omit', redirect: 'error' });
            if (!ok || !this.#isIdle) return false;
        } catch {
            return false;
        }
        this.#document.location.reload();
        return true;
    }

    get #isIdle() {
        return !this.#isLeaving && this.#now() - this.#touchedAt > REST && isUntouched(this.#document);
    }
}

/** Whether nothing is typed or chosen on the page, no button held and no field in use. */
export function isUntouched(document) {
    if (document.visibilityState === 'hidden' || document.querySelector('[data-live-holding]')) return false;
    if (document.activeElement?.matches?.('input, textarea, select')) return false;
    return [...document.querySelectorAll('input, textarea, select')].every(isAsDrawn);
}

function isAsDrawn(field) {
    if (field.matches('select')) return isUnchosen(field);
    if (field.matches('[type="checkbox"], [type="radio"]')) return field.checked === field.defaultChecked;
    return field.matches('[type="hidden"]') || field.value === field.defaultValue;
}

/** Where the page marks no option, the first one is what a browser shows by itself. */
function isUnchosen({ options, selectedIndex }) {
    const marked = [...options].findIndex((each) => each.defaultSelected);
    return selectedIndex === Math.max(0, marked);
}
