// A page that only the server draws (the roster): its frame is asked for again and again, so that nobody at work on it
// overlooks an alarm. What stands in the page is somebody's work and stays as it is.

import { announcer } from './announce.mjs';
import { Notices } from './notices.mjs';
import { takeOver } from './patch.mjs';

/** The regions of the frame: the band that says what is going on, and the masthead with the age of the page. */
const FRAME = ['mode-first', 'masthead', 'mode-last'];
const MARKS = ['data-mode', 'data-pretended', 'data-incident', 'data-look'];
const EVERY = 5_000;
const PATIENCE = 8_000;

/** Keeps the frame of a page with `[data-frame]` up to date, one question after the other. */
export function keepFrame(document) {
    const place = document.querySelector('[data-frame]');
    if (!place) return;
    const notices = new Notices(document);
    const speak = announcer(document);
    const look = async () => {
        try {
            if (document.visibilityState !== 'hidden') show(await ask(place.dataset.frame));
            notices.hide('unheard');
        } catch {
            notices.show('unheard');
        }
        setTimeout(look, EVERY);
    };
    const show = (fresh) => {
        notices.set('signed-out', fresh === null);
        if (fresh === null) return;
        if (isAlarm(fresh) && !isAlarm(place)) notices.show('alarm');
        if (!isAlarm(fresh)) notices.hide('alarm');
        speak(takeFrame(place, fresh));
    };
    setTimeout(look, EVERY);
}

/** Takes the frame over from the page as it is now; gives what is to be read out. */
export function takeFrame(place, fresh) {
    const [mine, theirs] = [place, fresh].map((each) => each.querySelector('#page'));
    for (const name of MARKS) {
        if (theirs.hasAttribute(name)) mine.setAttribute(name, theirs.getAttribute(name));
        else mine.removeAttribute(name);
    }
    return takeOver(place, fresh, FRAME);
}

const isAlarm = (page) => page.querySelector('#page[data-mode="live"]') !== null;

/** The page as it is now, or null where the session is over: it then leads to the sign-in. */
async function ask(address) {
    const response = await fetch(address, {
        cache: 'no-store', credentials: 'same-origin', redirect: 'manual', signal: AbortSignal.timeout?.(PATIENCE),
    });
    if (response.type === 'opaqueredirect') return null;
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (!response.ok || !fresh.querySelector('#page')) throw new Error('This is not the page.');
    return fresh;
}
