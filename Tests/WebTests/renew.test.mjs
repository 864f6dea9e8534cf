// A page without the core is loaded anew, and never under somebody's fingers.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isUntouched, Renewal } from '../../Web/renew.mjs';

const field = (kind, facts) => ({
    matches: (selector) => selector.split(', ').some((each) => each === kind || each === `[type="${facts.type}"]`), ...facts,
});
const text = (value, defaultValue = '') => field('input', { type: 'text', value, defaultValue });

function page({ fields = [], active = null, holds = false, visible = true } = {}) {
    const seen = { loads: 0, listeners: {} };
    return {
        seen,
        visibilityState: visible ? 'visible' : 'hidden',
        activeElement: active,
        location: { reload: () => { seen.loads += 1; } },
        querySelector: () => (holds ? {} : null),
        querySelectorAll: () => fields,
        addEventListener: (kind, run) => { seen.listeners[kind] = run; },
    };
}

const answers = async () => ({ ok: true });

test('only a page on which nothing was begun is untouched', () => {
    const options = [{ defaultSelected: false }, { defaultSelected: true }];
    assert.equal(isUntouched(page()), true);
    assert.equal(isUntouched(page({ fields: [text('same', 'same'), field('input', { type: 'hidden', value: 'x', defaultValue: '' })] })), true);
    assert.equal(isUntouched(page({ fields: [text('All are')] })), false);
    assert.equal(isUntouched(page({ active: text('') })), false);
    assert.equal(isUntouched(page({ holds: true })), false);
    assert.equal(isUntouched(page({ visible: false })), false);
    assert.equal(isUntouched(page({ fields: [field('input', { type: 'checkbox', checked: true, defaultChecked: false })] })), false);
    assert.equal(isUntouched(page({ fields: [field('select', { options, selectedIndex: 1 })] })), true);
    assert.equal(isUntouched(page({ fields: [field('select', { options, selectedIndex: 0 })] })), false);
    assert.equal(isUntouched(page({ fields: [field('select', { options: [{}, {}], selectedIndex: 0 })] })), true);
});

test('it is loaded anew where the server answers, and stays where it does not', async () => {
    const idle = page();
    assert.equal(await new Renewal(idle, answers).renew(), true);
    assert.equal(await new Renewal(idle, async () => ({ ok: false })).renew(), false);
    assert.equal(await new Renewal(idle, async () => { throw new TypeError('no network'); }).renew(), false);
    assert.equal(idle.seen.loads, 1);
    const began = page({ fields: [] });
    const typing = async () => { began.activeElement = text(''); return { ok: true }; };
    assert.equal(await new Renewal(began, typing).renew(), false);
    assert.equal(began.seen.loads, 0);
});

test('whoever opened a fold just now is left alone, and a form that leaves keeps its answer', async () => {
    const idle = page();
    const clock = { now: 100_000 };
    const renewal = new Renewal(idle, answers, () => clock.now);
    idle.seen.listeners.pointerdown();
    clock.now += 19_000;
    assert.equal(await renewal.renew(), false);
    clock.now += 2_000;
    assert.equal(await renewal.renew(), true);
    idle.seen.listeners.submit();
    clock.now += 600_000;
    assert.equal(await renewal.renew(), false);
    const plain = new Renewal(page(), answers);
    plain.leave();
    assert.equal(await plain.renew(), false);
});
