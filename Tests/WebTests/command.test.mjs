import assert from 'node:assert/strict';
import { webcrypto } from 'node:crypto';
import { test } from 'node:test';

import { answered, commandID, isLate, isRealAlarm, next, queued, RAISE_LIMIT, sending, summary, untilNext } from '../../Web/command.mjs';

const make = (id, now, more = {}) => queued({ id, envelope: '{}', act: 'note', person: 'p', ...more }, now);
const json = 'application/json';
const problem = 'application/problem+json';
const one = () => 1;

test('an id has 16 characters of the core\'s alphabet and is new each time', () => {
    const ids = Array.from({ length: 200 }, () => commandID(webcrypto));
    assert.ok(ids.every((id) => /^[a-z2-7]{16}$/.test(id)));
    assert.equal(new Set(ids).size, 200);
});

test('accepted and rejected end a command', () => {
    const sent = sending(make('a', 0), 1);
    const yes = answered(sent, { status: 200, type: json, body: { outcome: 'accepted', position: 4 } }, 2);
    assert.deepEqual([yes.state, yes.outcome, yes.answer.position], ['answered', 'accepted', 4]);
    const no = answered(sent, { status: 409, type: problem, body: { code: 'already-closed' } }, 2);
    assert.deepEqual([no.state, no.outcome, no.problem.code], ['answered', 'rejected', 'already-closed']);
});

test('what is not the desk\'s word is no answer', () => {
    const sent = sending(make('a', 0), 1);
    for (const answer of [
        null,
        { status: 200, type: 'text/html', body: null },
        { status: 200, type: json, body: { hello: 'portal' } },
        { status: 403, type: 'text/html', body: null },
        { status: 404, type: json, body: {} },
        { status: 429, type: problem, body: { code: 'slow' } },
        { status: 503, type: problem, body: { code: 'down' } },
    ]) assert.equal(answered(sent, answer, 2).state, 'sent', JSON.stringify(answer));
});

test('an ended session keeps the command and asks to sign in', () => {
    const waiting = answered(sending(make('a', 0), 1), { status: 401, type: problem, body: {} }, 2);
    assert.deepEqual([waiting.state, waiting.needsSignIn], ['sent', true]);
});

test('a login page of the network in the way does not end a session', () => {
    const waiting = answered(sending(make('a', 0), 1), { status: 401, type: 'text/html', body: null }, 2);
    assert.deepEqual([waiting.state, waiting.needsSignIn], ['sent', false]);
});

test('what takes an alarm back waits behind it', () => {
    const raise = { ...sending(make('first-alarm', 0, { isRaise: true }), 1), notBefore: 5_000 };
    const cancel = make('b', 10, { act: 'cancelRaise', envelope: '{"incident":"first-alarm"}' });
    assert.equal(next([raise, cancel], 'p', 20), null);
    assert.equal(next([raise, cancel], 'p', 5_000).id, 'first-alarm');
    const other = make('c', 10, { act: 'cancelRaise', envelope: '{"incident":"an-older-one"}' });
    assert.equal(next([raise, other], 'p', 20).id, 'c');
    const done = answered(raise, { status: 200, type: json, body: { outcome: 'accepted' } }, 6_000);
    assert.equal(next([done, cancel], 'p', 6_000).id, 'b');
});

test('an alarm that comes after one that was taken back goes after both', () => {
    const first = make('first-alarm', 0, { isRaise: true });
    const cancel = make('b', 10, { act: 'cancelRaise', envelope: '{"incident":"first-alarm"}' });
    const second = make('second-alarm', 20, { isRaise: true });
    const note = make('n', 5);
    assert.equal(next([note, second, cancel, first], 'p', 30).id, 'first-alarm');
    const done = answered(first, { status: 200, type: json, body: { outcome: 'accepted' } }, 40);
    assert.equal(next([note, second, cancel, done], 'p', 40).id, 'b');
    // It waits for nothing but its own alarm: another one is never held back.
    const slow = { ...sending(first, 1), notBefore: 5_000 };
    assert.equal(next([note, second, cancel, slow], 'p', 40).id, 'second-alarm');
});

test('pauses grow, but an alarm is never held longer than two seconds', () => {
    let note = make('a', 0);
    let raise = make('b', 0, { isRaise: true });
    for (let count = 0; count < 8; count += 1) {
        note = answered(sending(note, 0), null, 0, one);
        raise = answered(sending(raise, 0), null, 0, one);
    }
    assert.equal(note.notBefore, 20_000);
    assert.equal(raise.notBefore, 2_000);
});

test('a raise goes first, then the oldest; what belongs to another person stays', () => {
    const all = [make('new', 5), make('old', 1), make('raise', 9, { isRaise: true }), make('other', 0, { person: 'q' })];
    assert.equal(next(all, 'p', 10).id, 'raise');
    assert.equal(next(all.slice(0, 2), 'p', 10).id, 'old');
    assert.equal(next(all.slice(3), 'p', 10), null);
    assert.equal(untilNext(all.slice(3), 'p', 10), null);
});

test('a command that waits does not hold up another', () => {
    const waiting = { ...make('old', 1), notBefore: 50 };
    assert.equal(next([waiting, make('new', 2)], 'p', 10).id, 'new');
    assert.equal(untilNext([waiting], 'p', 10), 40);
});

test('a raise without an answer is late after its limit, and says whether it may have arrived', () => {
    const raise = make('a', 0, { isRaise: true });
    assert.ok(!isLate(raise, RAISE_LIMIT));
    assert.ok(isLate(raise, RAISE_LIMIT + 1));
    assert.ok(!isLate(make('b', 0), RAISE_LIMIT + 1));
    const [never] = summary([raise], RAISE_LIMIT + 1);
    assert.deepEqual([never.state, never.mayHaveArrived], ['late', false]);
    const [tried] = summary([sending(raise, 5)], RAISE_LIMIT + 1);
    assert.deepEqual([tried.state, tried.mayHaveArrived], ['late', true]);
});

test('what was taken and not done says so to the page', () => {
    const sent = sending(make('a', 0), 1);
    const reply = (body) => ({ status: 200, type: 'application/json', body });
    const [kept] = summary([answered(sent, reply({ outcome: 'accepted', kept: 'report' }), 2)], 3);
    assert.deepEqual([kept.state, kept.kept], ['accepted', 'report']);
    const [done] = summary([answered(sent, reply({ outcome: 'accepted' }), 2)], 3);
    assert.ok(!('kept' in done));
});

test('a real alarm is told from a practice and from a call for a colleague', () => {
    const of = (type, body, isRaise = true) => isRealAlarm(make('a', 0, { isRaise, envelope: JSON.stringify({ type, body }) }));
    assert.ok(of('raise', { kind: 'actual', level: 'protective' }));
    assert.ok(of('turnActual', { incident: 'i' }), 'a practice that somebody says is real');
    assert.ok(!of('raise', { kind: 'drill', level: 'protective' }));
    assert.ok(!of('raise', { kind: 'actual', level: 'medical' }));
    assert.ok(!of('writeNote', {}, false));
});
