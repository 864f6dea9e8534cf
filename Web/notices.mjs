// The shell's own few messages. They stand outside the regions, so that they work when the core does not.

import { isSilent } from './announce.mjs';

/** Words that a page can replace: `<template data-words="unsent-raise">...</template>`. */
const WORDS = Object.freeze({
    'unsent-raise': 'Not sent. Keep this page open, or use the phone.',
    'unanswered-raise': 'Sent, but no answer yet. Keep this page open, or use the phone.',
    'not-kept': 'This browser cannot keep reports. Leave this page open until they are sent.',
    'expired': 'What this device knew was removed after 12 hours without contact. Connect to see it again.',
    'no-state': 'This device has nothing to show without a connection.',
    'signed-out': 'You are signed out on this device. Open a new sign-in link, or ask the office for one.',
    'in-lockdown': 'This page no longer follows what happens. In a Lockdown stay locked, dark and silent, and open to nobody.',
    'unsent-kept': 'Something you entered is not sent yet. It is kept here, and sent once you sign in again on this device. '
        + 'If it cannot wait, use the phone.',
    'unsent-alarm': 'Nobody has answered your alarm: take it as NOT sent. Use the intercom, the radio or a telephone now; call 911 where it is needed. '
        + 'It is kept here, and sent once you sign in again on this device.',
    'signed-out-here': 'This device has forgotten what it knew. The server cannot be reached, so the sign-in itself is '
        + 'not ended yet: keep this page open until it is, or ask the office to end it.',
    'no-site': 'Nothing here is open to you now. This page asks again by itself.',
    'update': 'An update is needed. This page comes from the server, and is loaded anew every 15 seconds, while nobody types.',
    'panic': 'This page cannot follow by itself now. It is loaded anew every 15 seconds, while nobody types.',
    'alarm': 'An emergency is open here. The staff page and the board show it.',
    'unheard': 'The server does not answer now. What stands here may be old.',
    'unsent-at-sign-out': 'Something is not sent yet and would be lost. Sign out again to do it all the same.',
});

const URGENT = new Set(['unsent-raise', 'unanswered-raise', 'signed-out', 'in-lockdown', 'unsent-kept', 'unsent-alarm', 'signed-out-here', 'update', 'panic', 'alarm']);

/** Shows and removes messages by name. */
export class Notices {
    #document;
    #place;

    constructor(document) {
        this.#document = document;
        this.#place = document.querySelector('[data-notices]') ?? this.#make();
    }

    /** Shows a message, with what is to be said over the intercom where it is known; again it says nothing anew. */
    show(name, toSay = '') {
        if (this.#find(name)) return;
        const notice = this.#document.createElement('p');
        notice.dataset.notice = name;
        if (!isSilent(this.#document)) notice.setAttribute('role', URGENT.has(name) ? 'alert' : 'status');
        const own = this.#document.querySelector(`template[data-words="${name}"]`);
        const words = own?.content.textContent.trim() || WORDS[name];
        notice.textContent = toSay ? `${words} Say: ${toSay}` : words;
        this.#place.append(notice);
    }

    /** Removes a message. */
    hide(name) { this.#find(name)?.remove(); }

    /** Shows or removes. */
    set(name, isShown) { if (isShown) this.show(name); else this.hide(name); }

    /** Says of what waits in an outbox what must not wait to be read. */
    setWaiting(summary, isAnyWaiting) {
        const late = summary.filter((each) => each.state === 'late');
        this.set('unsent-raise', late.some((each) => !each.mayHaveArrived));
        this.set('unanswered-raise', late.some((each) => each.mayHaveArrived));
        if (!isAnyWaiting) this.hide('unsent-at-sign-out');
    }

    #find(name) { return this.#place.querySelector(`[data-notice="${name}"]`); }

    #make() {
        const place = this.#document.createElement('div');
        place.dataset.notices = '';
        this.#document.body.prepend(place);
        return place;
    }
}
