// A page without the core is loaded anew, and never under somebody's fingers.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isIdle, renew } from '../../Web/renew.mjs';

const field = (kind, facts) => ({
    matches: (selector) => selector.split(', ').some((each) => each === kind || each === `[type="${facts.type}"]`), ...facts,
});
const text = (value, defaultValue = '') => field('input', { type: 'text', value, defaultValue });

function page({ fields = [], active = null, holds = false, visible = true } = {}) {
    const seen = { loads: 0 };
    return {
        seen,
        visibilityState: visible ? 'visible' : 'hidden',
        activeElement: active,
        location: { reload: () => { seen.loads += 1; } },
        querySelector: () => (holds ? {} : null),
        querySelectorAll: () => fields,
    };
}

test('only a page on which nobody is busy is idle', () => {
    const options = [{ defaultSelected: false }, { defaultSelected: true }];
    assert.equal(isIdle(page()), true);
    assert.equal(isIdle(page({ fields: [text('same', 'same'), field('input', { type: 'hidden', value: 'x', defaultValue: '' })] })), true);
    assert.equal(isIdle(page({ fields: [text('All are')] })), false);
    assert.equal(isIdle(page({ active: text('') })), false);
    assert.equal(isIdle(page({ holds: true })), false);
    assert.equal(isIdle(page({ visible: false })), false);
    assert.equal(isIdle(page({ fields: [field('input', { type: 'checkbox', checked: true, defaultChecked: false })] })), false);
    assert.equal(isIdle(page({ fields: [field('select', { options, selectedIndex: 1 })] })), true);
    assert.equal(isIdle(page({ fields: [field('select', { options, selectedIndex: 0 })] })), false);
    assert.equal(isIdle(page({ fields: [field('select', { options: [{}, {}], selectedIndex: 0 })] })), true);
});

test('it is loaded anew where the server answers, and stays where it does not', async () => {
    const idle = page();
    assert.equal(await renew(idle, async () => ({ ok: true })), true);
    assert.equal(await renew(idle, async () => ({ ok: false })), false);
    assert.equal(await renew(idle, async () => { throw new TypeError('no network'); }), false);
    assert.equal(idle.seen.loads, 1);
    const began = page({ fields: [] });
    const typing = async () => { began.activeElement = text(''); return { ok: true }; };
    assert.equal(await renew(began, typing), false);
    assert.equal(began.seen.loads, 0);
});
