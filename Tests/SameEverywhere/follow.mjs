// Follows the text of a history (HistoryText.swift) with the core of a page: open, apply, and look at the bytes.

import { Op } from '../../Web/core.mjs';

/** How often the text was looked at, and the first line at which the core's bytes are others. */
export function follow(core, text) {
    let looks = 0;
    for (const [index, line] of text.split('\n').entries()) {
        if (line === '') continue;
        const space = line.indexOf(' ');
        const [word, json] = [line.slice(0, space), line.slice(space + 1)];
        if (word === 'open') {
            core.call(Op.open, json);
        } else if (word === 'apply') {
            core.call(Op.apply, json);
        } else {
            looks += 1;
            if (core.callText(Op.encode, '') !== json) return { looks, different: index + 1 };
        }
    }
    return { looks, different: null };
}
