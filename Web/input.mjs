// What a person does on the page, given to the shell: acts, holds, "seen", sign-out, command post.

import { commandID } from './command.mjs';
import { serveForms } from './forms.mjs';
import { serveHolds } from './hold.mjs';

/** Listens on the document, so that regions can be drawn anew without listening again. */
export function serveInput(document, on) {
    serveForms(document, { act: on.act, submitPlainly: on.submitPlainly, isPlain: on.isPlain, newID: commandID });
    serveHolds(document, (button) => button.form?.requestSubmit());

    document.addEventListener('click', (event) => {
        const seen = event.target.closest?.('[data-seen]');
        for (const id of seen?.dataset.seen.split(' ') ?? []) on.seen(id);
    });
    document.addEventListener('change', (event) => {
        if (event.target.matches?.('input[data-command-post]')) on.declare(event.target.checked);
    });
    document.addEventListener('submit', (event) => {
        if (!event.target.matches?.('form[data-sign-out]')) return;
        event.preventDefault();
        on.signOut();
    });
    document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') on.leave(); });
    document.defaultView.addEventListener('online', () => on.online());

    // From here on the page may show what needs a script.
    document.documentElement.dataset.liveReady = '';
}
