// What a page loads: starts the shell on it, and keeps a used sign-in link out of the way back.

import { start } from './shell.mjs';

document.addEventListener('submit', ({ target }) => {
    if (target.matches('form[action^="/enrol/"]')) history.replaceState(null, '', '/sign-in');
});

start(document);
