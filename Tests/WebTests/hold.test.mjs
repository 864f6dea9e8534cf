import assert from 'node:assert/strict';
import { test } from 'node:test';

import { progress, serveHolds } from '../../Web/hold.mjs';

/** A document with one button, a clock and frames in the test's hands. */
function trial() {
    const handlers = {};
    const clock = { now: 0 };
    const frames = [];
    const held = [];
    const other = { nodeName: 'DETAILS', open: false, querySelector: () => ({ focus() { other.isFocused = true; } }) };
    const attributes = new Set();
    const button = {
        dataset: { hold: '2000', holdElse: 'two-step' }, isConnected: true, disabled: false, style: new Map(),
        closest: () => button,
        setAttribute: (name) => attributes.add(name),
        removeAttribute: (name) => attributes.delete(name),
        getBoundingClientRect: () => ({ left: 0, top: 0, right: 100, bottom: 48 }),
        ownerDocument: { getElementById: (id) => (id === 'two-step' ? other : null) },
    };
    button.style.setProperty = button.style.set;
    button.style.removeProperty = button.style.delete;
    serveHolds({ addEventListener: (type, handler) => { handlers[type] = handler; } }, () => held.push(clock.now),
        { now: () => clock.now, frame: (run) => frames.push(run) });
    const fire = (type, more = {}) => handlers[type]({
        target: button, pointerId: 1, button: 0, clientX: 50, clientY: 20, preventDefault() {}, ...more,
    });
    const pass = (milliseconds) => { clock.now += milliseconds; frames.splice(0).forEach((run) => run()); };
    return { fire, pass, held, button, other, attributes };
}

test('progress goes from nothing to all', () => {
    assert.deepEqual([progress(100, 200, 50), progress(100, 200, 200), progress(100, 200, 900)], [0, 0.5, 1]);
});

test('two seconds are an act, once', () => {
    const { fire, pass, held, attributes, button } = trial();
    fire('pointerdown');
    pass(1_000);
    assert.equal(button.style.get('--hold'), '0.500');
    assert.ok(attributes.has('data-live-holding'));
    pass(1_000);
    pass(1_000);
    fire('pointerup');
    assert.deepEqual(held, [2_000]);
    assert.ok(!attributes.has('data-live-holding'));
});

test('letting go, sliding off, or losing the button cancels', () => {
    for (const cancel of [
        ({ fire }) => fire('pointerup'),
        ({ fire }) => fire('pointercancel'),
        ({ fire }) => fire('pointermove', { clientX: 130 }),
        ({ button }) => { button.isConnected = false; },
        ({ button }) => { button.disabled = true; },
    ]) {
        const each = trial();
        each.fire('pointerdown');
        each.pass(1_900);
        cancel(each);
        each.pass(1_000);
        assert.deepEqual(each.held, []);
        assert.ok(!each.attributes.has('data-live-holding'));
    }
});

test('a trembling finger and a second finger do not cancel', () => {
    const { fire, pass, held } = trial();
    fire('pointerdown');
    fire('pointermove', { clientX: 120 });
    fire('pointerdown', { pointerId: 2 });
    fire('pointerup', { pointerId: 2 });
    pass(2_000);
    assert.equal(held.length, 1);
});

test('a click without a hold leads to the two-step form', () => {
    const { fire, pass, other } = trial();
    pass(5_000);
    fire('click');
    assert.ok(other.open && other.isFocused);
});

test('the click that ends a hold does not', () => {
    const { fire, pass, other } = trial();
    fire('pointerdown');
    pass(2_000);
    fire('click');
    assert.ok(!other.open);
});
