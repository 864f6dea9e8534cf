// Draws: asks the core for the regions that changed and brings them into the page.

import { patch } from './patch.mjs';

/**
 * `render(input)` is the core's; `mayDraw()` says whether there is something to draw from; `facts()` gives what it is
 * told each time; `speak(texts)` reads out; `fail(error)` gets what the core throws.
 */
export class Painter {
    #document; #place; #render; #mayDraw; #facts; #speak; #fail; #now; #later;
    #isPlanned = false;
    #isIncidentOpen;

    constructor({ document, place, render, mayDraw, facts, speak, fail, now = () => Date.now(),
        later = (run) => setTimeout(run, 0) }) {
        this.#document = document;
        this.#place = place;
        this.#render = render;
        this.#mayDraw = mayDraw;
        this.#facts = facts;
        this.#speak = speak;
        this.#fail = fail;
        this.#now = now;
        this.#later = later;
        this.#isIncidentOpen = place.querySelector('[data-incident]') !== null;
    }

    /** Whether an incident was open when the page was last drawn, here or by the server. */
    get isIncidentOpen() { return this.#isIncidentOpen; }

    /** Draws soon; any number of changes until then are one drawing. */
    plan() {
        if (this.#isPlanned) return;
        this.#isPlanned = true;
        this.#later(() => { this.#isPlanned = false; this.draw(); });
    }

    /** Draws all regions, or only those named; asked at the last moment, since what was planned may have been closed. */
    draw(only = null) {
        if (!this.#mayDraw()) return;
        let answer;
        try {
            answer = this.#render({ page: this.#page, now: this.#now(), ...this.#facts(), ...(only ? { only } : {}) });
        } catch (error) {
            this.#fail(error);
            return;
        }
        const before = this.#mode;
        this.#speak(patch(this.#place, answer.regions, answer.order ?? null));
        // An alarm, or practice that turns real: what it is stands at the top, wherever somebody had read to.
        if (this.#mode !== before && this.#mode !== 'everyday') this.#document.defaultView?.scrollTo(0, 0);
        if (answer.title) this.#document.title = answer.title;
        this.#isIncidentOpen = answer.incident ?? this.#place.querySelector('[data-incident]') !== null;
    }

    /** Once a second: only regions that show an age, or that say so of themselves, change with the clock alone. */
    tick() {
        const aging = [...this.#place.querySelectorAll('[data-age], [data-clock]')]
            .map((age) => age.closest('[data-region]')?.dataset.region);
        const only = [...new Set(aging)].filter((key) => key !== undefined);
        if (only.length > 0) this.draw(only);
    }

    get #mode() { return this.#place.querySelector('#page')?.dataset.mode ?? null; }

    /** The server names the page it drew; the empty page of an offline start is known by its address. */
    get #page() {
        const { pathname, search } = this.#document.location;
        return this.#place.dataset.page ?? pathname + search;
    }
}
