import assert from 'node:assert/strict';
import { test } from 'node:test';

import { announcer, isSilent } from '../../Web/announce.mjs';

/** A document with its two live regions, and with a page that may hide somebody. */
function trial(look) {
    const places = { polite: { textContent: '' }, assertive: { textContent: 'old' } };
    const page = { look };
    const querySelector = (selector) => {
        if (selector === '[data-look]') return page.look === null ? null : page;
        return places[/data-live="(\w+)"/.exec(selector)[1]];
    };
    return { places, page, document: { querySelector } };
}

test('what is new is read out at its level', () => {
    const { document, places } = trial(null);
    announcer(document)([{ level: 'assertive', text: 'Evacuate' }, { level: 'polite', text: 'Offline' }]);
    assert.equal(places.assertive.textContent, 'Evacuate');
    assert.equal(places.polite.textContent, 'Offline');
});

test('nothing is read out on the page of somebody who hides, dark or bright', () => {
    for (const look of ['quiet', 'silent']) {
        const { document, places } = trial(look);
        assert.equal(isSilent(document), true);
        announcer(document)([{ level: 'assertive', text: 'Lockdown' }, { level: 'polite', text: 'Offline' }]);
        assert.deepEqual([places.polite.textContent, places.assertive.textContent], ['', '']);
    }
});

test('once nobody hides any more it speaks again', () => {
    const { document, page, places } = trial('quiet');
    const speak = announcer(document);
    speak([{ level: 'polite', text: 'one' }]);
    page.look = null;
    speak([{ level: 'polite', text: 'two' }]);
    assert.equal(places.polite.textContent, 'two');
});
