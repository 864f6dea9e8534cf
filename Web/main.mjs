// What a page loads: starts the shell on it.

import { start } from './shell.mjs';

start(document);
