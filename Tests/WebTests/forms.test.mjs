import assert from 'node:assert/strict';
import { test } from 'node:test';

import { isSamePress } from '../../Web/forms.mjs';

const press = (at, fields, { button = '', isTyped = false } = {}) => ({
    at, button, isTyped, fields: Object.entries(fields).map(([name, value]) => ({ name, value })),
});

test('a trembling finger presses once', () => {
    assert.ok(isSamePress(press(0, { act: 'raise' }), press(1_999, { act: 'raise' })));
});

test('an alarm that is pressed again is another alarm: the first may be too late to be one', () => {
    assert.ok(!isSamePress(press(0, { act: 'raise' }), press(130_000, { act: 'raise' })));
});

test('another room, or another button, is another command at once', () => {
    assert.ok(!isSamePress(press(0, { room: 'a' }), press(100, { room: 'b' })));
    assert.ok(!isSamePress(press(0, { room: 'a' }, { button: 'status=allHere' }), press(100, { room: 'a' }, { button: 'status=needsHelp' })));
});

test('the same words are not noted twice, however long the first waits', () => {
    assert.ok(isSamePress(press(0, { text: 'x' }, { isTyped: true }), press(60_000, { text: 'x' }, { isTyped: true })));
    assert.ok(!isSamePress(press(0, { text: 'x' }, { isTyped: true }), press(60_000, { text: 'y' }, { isTyped: true })));
});
