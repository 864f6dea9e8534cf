// What a page loads: starts the shell on it or keeps its frame, and keeps a used sign-in link out of the way back.

import { keepFrame } from './frame.mjs';
import { start } from './shell.mjs';

document.addEventListener('submit', ({ target }) => {
    if (target.matches('form[action^="/enrol/"]')) history.replaceState(null, '', '/sign-in');
});

start(document);
keepFrame(document);
