import assert from 'node:assert/strict';
import { test } from 'node:test';

import { queued } from '../../Web/command.mjs';
import { MemoryDatabase } from '../../Web/database.mjs';
import { Outbox } from '../../Web/outbox.mjs';

const accepted = (position = 1) => Response.json({ outcome: 'accepted', position });
const rejected = () => new Response(JSON.stringify({ code: 'no', title: 'Not now.' }),
    { status: 409, headers: { 'content-type': 'application/problem+json' } });

/** A database that outlives an outbox, as a device's storage does. */
function disk() {
    const database = new MemoryDatabase();
    database.lasts = true;
    return database;
}

/** An outbox with a clock and timers in the test's hands. */
async function trial({ database = disk(), person = 'p', device = 'd', answers = [] } = {}) {
    const log = { posts: [], changes: 0, signedOut: 0, reached: 0, timer: null };
    const clock = { now: 1_000 };
    const io = {
        now: () => clock.now,
        random: () => 1,
        setTimer: (run, milliseconds) => { log.timer = { run, at: clock.now + milliseconds }; return 1; },
        clearTimer: () => { log.timer = null; },
        openChannel: () => null,
        exclusively: async (name, run) => run(),
        timeout: () => undefined,
        reached: () => { log.reached += 1; },
        async fetch(url, options) {
            const { 'muster-held': held, 'muster-device': from } = options.headers;
            log.posts.push({ body: options.body, held: Number(held), from });
            const answer = answers.length > 0 ? answers.shift() : new Error('network');
            if (answer instanceof Error) throw answer;
            return answer;
        },
    };
    const outbox = await Outbox.open({ database, person, device, onChange: () => { log.changes += 1; },
        onSignedOut: () => { log.signedOut += 1; }, io });
    const settle = async () => { for (let count = 0; count < 20; count += 1) await new Promise(setImmediate); };
    const tick = async () => {
        const { timer } = log;
        log.timer = null;
        clock.now = timer.at;
        timer.run();
        await settle();
    };
    await settle();
    return { outbox, log, clock, answers, settle, tick, database };
}

/** A note as another start of the page left it. */
const queuedNote = (id) => queued({ ...note(id), person: 'p' }, 1_000);

const note = (id) => ({ id, envelope: `{"id":"${id}"}`, act: 'note' });

test('a command is kept, sent, answered, and gone once it was seen', async () => {
    const { outbox, settle, database, answers } = await trial();
    answers.push(accepted(7));
    await outbox.add(note('a'));
    assert.equal((await database.all('commands')).length, 1);
    await settle();
    assert.deepEqual(outbox.summary.map((each) => each.state), ['accepted']);
    await outbox.seen('a');
    assert.deepEqual(outbox.summary, []);
    assert.equal((await database.all('commands')).length, 0);
});

test('the same id again has one effect', async () => {
    const { outbox, log, settle, answers } = await trial();
    answers.push(accepted());
    await outbox.add(note('a'));
    await outbox.add(note('a'));
    await settle();
    await outbox.add(note('a'));
    await settle();
    assert.equal(log.posts.length, 1);
});

test('without an answer it goes again, with growing pauses', async () => {
    const { outbox, log, settle, tick, answers } = await trial();
    await outbox.add(note('a'));
    await settle();
    assert.equal(log.timer.at, 1_500);
    await tick();
    assert.equal(log.timer.at, 2_500);
    answers.push(accepted());
    await tick();
    assert.equal(outbox.summary[0].state, 'accepted');
    assert.equal(log.posts.length, 3);
    assert.deepEqual(log.posts.map((each) => each.held), [0, 500, 1_500]);
});

test('once one command is answered, what waited for the network goes in the same go, and the feed is told', async () => {
    const { outbox, log, clock, answers, settle, tick } = await trial();
    await outbox.add(note('a'));
    await settle();
    for (let count = 0; count < 5; count += 1) await tick();
    assert.equal(log.reached, 0);
    const before = log.posts.length;
    answers.push(accepted(1), accepted(2));
    clock.now += 10;
    await outbox.add(note('b'));
    await settle();
    assert.deepEqual(log.posts.slice(before).map(({ body }) => JSON.parse(body).id), ['b', 'a']);
    assert.equal(log.reached, 2);
});

test('a server that asks for patience is given it, whatever else it answers', async () => {
    const { outbox, log, answers, settle } = await trial({ answers: [new Response('', { status: 503 })] });
    await outbox.add(note('a'));
    await settle();
    answers.push(accepted(1));
    await outbox.add(note('b'));
    await settle();
    assert.deepEqual(log.posts.map(({ body }) => JSON.parse(body).id), ['a', 'b']);
});

test('a rejection stays until it was seen, over a restart', async () => {
    const database = disk();
    const first = await trial({ database, answers: [rejected()] });
    await first.outbox.add(note('a'));
    await first.settle();
    first.outbox.close();
    const second = await trial({ database });
    assert.equal(second.log.posts.length, 0);
    assert.deepEqual(second.outbox.summary.map((each) => [each.state, each.problem.code]), [['rejected', 'no']]);
});

test('what was under way at a crash is sent again', async () => {
    const database = disk();
    const first = await trial({ database });
    await first.outbox.add(note('a'));
    await first.settle();
    first.outbox.close();
    const second = await trial({ database, answers: [accepted()] });
    second.clock.now = 60_000;
    second.outbox.retry();
    await second.settle();
    assert.equal(second.outbox.summary[0].state, 'accepted');
});

test('a command of another person is not sent under this session, nor shown', async () => {
    const database = disk();
    const first = await trial({ database });
    await first.outbox.add(note('a'));
    await first.settle();
    first.outbox.close();
    const second = await trial({ database, person: 'q', answers: [accepted()] });
    second.outbox.retry();
    await second.settle();
    assert.equal(second.log.posts.length, 0);
    assert.deepEqual(second.outbox.summary, []);
});

test('after a new sign-in of the person a command is still sent as the device it was made on', async () => {
    const database = disk();
    const first = await trial({ database });
    await first.outbox.add(note('a'));
    await first.settle();
    first.outbox.close();
    const second = await trial({ database, device: 'e', answers: [accepted(), accepted()] });
    second.outbox.retry();
    await second.outbox.add(note('b'));
    await second.settle();
    assert.deepEqual(second.log.posts.map((each) => each.from), ['d', 'e']);
});

test('a session that the server no longer knows is told, once for what was made in it', async () => {
    const database = disk();
    const gone = () => Response.json({ code: 'signed-out' }, { status: 401, headers: { 'content-type': 'application/problem+json' } });
    const first = await trial({ database, answers: [gone()] });
    await first.outbox.add(note('a'));
    await first.settle();
    assert.equal(first.log.signedOut, 1);
    first.outbox.close();
    // What was made in an earlier session says nothing about this one.
    const second = await trial({ database, device: 'e', answers: [gone()] });
    second.outbox.retry();
    await second.settle();
    assert.equal(second.log.posts.length, 1);
    assert.equal(second.log.signedOut, 0);
});

test('a raise that stays unanswered for two minutes is late', async () => {
    const { outbox, clock, settle } = await trial();
    await outbox.add({ ...note('a'), isRaise: true });
    await settle();
    assert.ok(!outbox.hasLateRaise);
    clock.now += 120_001;
    assert.ok(outbox.hasLateRaise);
    assert.equal(outbox.summary[0].state, 'late');
});

test('a full storage does not stop a command', async () => {
    const database = disk();
    database.put = async () => { throw new DOMException('full', 'QuotaExceededError'); };
    const { outbox, settle, answers } = await trial({ database });
    answers.push(accepted());
    await outbox.add(note('a'));
    await settle();
    assert.equal(outbox.summary[0].state, 'accepted');
    assert.ok(!outbox.lasts);
});

test('in memory it works and says that it does not last', async () => {
    const { outbox, settle, answers } = await trial({ database: new MemoryDatabase() });
    answers.push(accepted());
    const answer = outbox.add(note('a')).then(() => outbox.answer('a'));
    await settle();
    assert.equal((await answer).state, 'accepted');
    assert.ok(!outbox.lasts);
});

test('sign-out forgets everything', async () => {
    const { outbox, settle, database } = await trial();
    await outbox.add(note('a'));
    await settle();
    await outbox.clear();
    assert.equal((await database.all('commands')).length, 0);
    assert.deepEqual(outbox.summary, []);
});

test('a store that cannot be read does not stop an alarm', async () => {
    const database = disk();
    database.all = async () => { throw new Error('connection lost'); };
    const { outbox, log, settle } = await trial({ database, answers: [accepted()] });
    await outbox.add({ ...note('a'), isRaise: true });
    await settle();
    assert.equal(log.posts.length, 1);
    assert.equal(outbox.lasts, false);
    assert.equal(outbox.waiting, 0);
});

test('an answer that comes after sign-out brings nothing back', async () => {
    let arrive;
    const answers = [new Promise((resolve) => { arrive = resolve; })];
    const { outbox, log, settle, database } = await trial({ answers });
    await outbox.add(note('a'));
    await settle();
    assert.equal(log.posts.length, 1);
    await outbox.clear();
    arrive(accepted());
    await settle();
    assert.deepEqual(outbox.summary, []);
    assert.deepEqual(await database.all('commands'), []);
});

test('a read that was under way at sign-out brings nothing back, and nothing is sent', async () => {
    const database = disk();
    await database.put('commands', queuedNote('a'));
    let read;
    const all = database.all.bind(database);
    const { outbox, log, settle, clock } = await trial({ database, answers: [accepted()] });
    log.posts.length = 0;
    await database.put('commands', queuedNote('b'));
    database.all = async (table) => {
        const found = await all(table);
        await new Promise((done) => { read = done; });
        return found;
    };
    clock.now += 60_000;
    outbox.retry();
    await settle();
    await outbox.clear();
    read();
    await settle();
    assert.equal(log.posts.length, 0);
    assert.deepEqual(outbox.summary, []);
    assert.deepEqual(await all('commands'), []);
});

test('a store that cannot be cleared does not stop a sign-out', async () => {
    const database = disk();
    const { outbox } = await trial({ database });
    database.clear = async () => { throw new Error('connection lost'); };
    await outbox.clear();
    assert.deepEqual(outbox.summary, []);
    assert.equal(outbox.lasts, false);
});
