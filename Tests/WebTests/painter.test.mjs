// Drawing is planned for the next turn; what was closed until then is not drawn from.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Painter } from '../../Web/painter.mjs';

function painter(mayDraw) {
    const drawn = [];
    const failed = [];
    const turns = [];
    const place = { querySelector: () => null, querySelectorAll: () => [], dataset: { page: '/staff' } };
    const made = new Painter({
        document: { location: { pathname: '/staff', search: '' } }, place, facts: () => ({}), speak: () => {},
        render: () => {
            drawn.push('asked');
            throw new Error('There is no core.');
        },
        mayDraw, fail: (error) => failed.push(error), later: (run) => turns.push(run),
    });
    return { made, drawn, failed, turn: () => turns.splice(0).forEach((run) => run()) };
}

test('a drawing that was planned before the replica was closed is not made, and is no failure of the core', () => {
    let isOpen = true;
    const { made, drawn, failed, turn } = painter(() => isOpen);
    made.plan();
    isOpen = false;
    turn();
    made.draw();
    assert.deepEqual([drawn, failed], [[], []]);
    isOpen = true;
    made.plan();
    made.plan();
    turn();
    assert.equal(drawn.length, 1);
    assert.equal(failed.length, 1);
});

test('a tick draws the regions that show an age and those that run with the clock, each once, also while they are empty', () => {
    const asked = [];
    const region = (key) => ({ dataset: { region: key }, closest() { return this; } });
    const age = (key) => ({ dataset: {}, closest: () => region(key) });
    const elements = { '[data-age]': [age('rooms'), age('rooms')], '[data-clock]': [region('watch')] };
    const place = {
        querySelector: () => null, dataset: { page: '/board' },
        querySelectorAll: (selector) => selector.split(', ').flatMap((each) => elements[each] ?? []),
    };
    const made = new Painter({
        document: { location: { pathname: '/board', search: '' } }, place, facts: () => ({}), speak: () => {},
        render: (input) => { asked.push(input.only); throw new Error('Enough.'); }, mayDraw: () => true, fail: () => {},
    });
    made.tick();
    assert.deepEqual(asked, [['rooms', 'watch']]);
    elements['[data-age]'] = [];
    made.tick();
    elements['[data-clock]'] = [];
    made.tick();
    assert.deepEqual(asked, [['rooms', 'watch'], ['watch']]);
});
