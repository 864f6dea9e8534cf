import assert from 'node:assert/strict';
import { test } from 'node:test';

import { CoreProblem } from '../../Web/core.mjs';
import { StateUnavailable } from '../../Web/replica.mjs';
import { SiteLink } from '../../Web/site-link.mjs';

const settle = async () => { for (let count = 0; count < 20; count += 1) await new Promise(setImmediate); };
const sse = { 'content-type': 'text/event-stream' };
const refused = (status) => new Response('{}', { status, headers: { 'content-type': 'application/problem+json' } });
const text = (...events) => new Response(events.join(''), { headers: sse });
const caughtUp = (id) => `id: ${id}\nevent: caught-up\ndata: ${id}\n\n`;
const restart = 'event: restart\ndata: {}\n\n';

/** A link over scripted answers: `states` gives tags or statuses, `feeds` answers; it ends when one of them is used up. */
function trial(t, { kept = null, states, feeds, goesOn = false }) {
    const log = [];
    const over = (signal) => new Promise((resolve, reject) => { signal?.addEventListener('abort', () => reject(signal.reason)); });
    const replica = {
        viewer: { device: 'd' }, isOpen: kept !== null, tag: kept, position: '10', contactAt: kept === null ? null : 500,
        async openFromServer() {
            if (states.length === 0) return over();
            const given = states.shift();
            log.push(`state ${given}`);
            if (given instanceof Error) throw given;
            if (typeof given === 'number') throw new StateUnavailable(given);
            Object.assign(this, { isOpen: true, tag: given });
            return undefined;
        },
    };
    const link = new SiteLink({
        site: 's', replica,
        fetch: async (url, { signal }) => {
            const answer = feeds.shift();
            if (!answer) return over(signal);
            log.push(`feed ${new URLSearchParams(url.split('?')[1]).get('tag')}`);
            return answer;
        },
        on: {
            opened() {}, event() {}, failed: (error) => log.push(`failed ${error.code}`) && goesOn,
            connection: ({ state, since }) => log.push(`${state} ${since === null ? 'never' : since === 500 ? 'kept' : 'heard'}`),
            refused: (why) => log.push(why),
        },
        io: {
            random: () => 1, wait: async (milliseconds) => { log.push(milliseconds); },
            feed: { wait: (milliseconds, signal) => over(signal) }, tabs: { locks: undefined, channel: null },
        },
    });
    t.after(() => link.stop());
    link.run();
    return { link, log };
}

test('a device that was away is refused with its old state, fetches a new one and goes on with that', async (t) => {
    const { log } = trial(t, { kept: 'old', states: ['new'], feeds: [refused(409), text(caughtUp(10))] });
    await settle();
    assert.deepEqual(log.filter((each) => !`${each}`.startsWith('stale')),
        ['feed old', 500, 'state new', 'feed new', 'live heard']);
});

test('told to begin anew it fetches the state', async (t) => {
    const { log } = trial(t, { kept: 'old', states: ['new'], feeds: [text(caughtUp(10), restart), text(caughtUp(11))] });
    await settle();
    assert.deepEqual(log.filter((each) => `${each}`.match(/^(feed|state)/)), ['feed old', 'state new', 'feed new']);
});

test('a state that cannot be had is asked for again with growing pauses, and what is shown keeps its age', async (t) => {
    const { log } = trial(t, { kept: 'old', states: [503, 0, 503, 'new'], feeds: [text(restart), text(caughtUp(11))] });
    await settle();
    assert.deepEqual(log.filter((each) => typeof each === 'number'), [500, 1_000, 2_000, 4_000]);
    assert.ok(log.includes('feed new') && log.includes('live heard'));
    assert.ok(!log.some((each) => `${each}`.includes('never')), `${log}`);
    assert.ok(!log.includes('no-state'));
});

test('a server that refuses every state it gives is not asked without end', async (t) => {
    const feeds = Array.from({ length: 4 }, () => refused(409));
    const { log } = trial(t, { kept: 'old', states: ['a', 'b', 'c'], feeds });
    await settle();
    assert.deepEqual(log.filter((each) => typeof each === 'number'), [500, 1_000, 2_000, 4_000]);
});

test('a state that the core cannot read is asked for again, as long as the page hopes for another', async (t) => {
    const problem = () => new CoreProblem({ code: 'bad-input', detail: 'No.' });
    const hopes = trial(t, { states: [problem(), 'new'], feeds: [text(caughtUp(11))], goesOn: true });
    const ends = trial(t, { states: [problem(), 'new'], feeds: [text(caughtUp(11))] });
    await settle();
    assert.ok(hopes.log.includes('failed bad-input') && hopes.log.includes('live heard'), `${hopes.log}`);
    assert.deepEqual(ends.log.filter((each) => !`${each}`.startsWith('state')), ['failed bad-input']);
});

test('what a device kept is shown with the age of its last contact', async (t) => {
    const { log } = trial(t, { kept: 'old', states: [], feeds: [new Response('', { status: 503 })] });
    await settle();
    assert.deepEqual(log, ['feed old', 'offline kept']);
});

test('a session that is over ends it', async (t) => {
    const { log } = trial(t, { kept: 'old', states: [], feeds: [refused(401)] });
    await settle();
    assert.deepEqual(log.filter((each) => !`${each}`.startsWith('stale')), ['feed old', 'signed-out']);
});
