import assert from 'node:assert/strict';
import { test } from 'node:test';

import { compare, place } from '../../Web/position.mjs';
import { Recent, Tabs } from '../../Web/tabs.mjs';

/** Locks as the browser has them: one holder, a queue, stealing. */
function fakeLocks() {
    let holder = null;
    const queue = [];
    const next = () => {
        if (holder || queue.length === 0) return;
        const entry = queue.shift();
        holder = entry;
        Promise.resolve(entry.callback({})).then(entry.resolve, entry.reject).finally(() => {
            if (holder === entry) { holder = null; next(); }
        });
    };
    return {
        request(name, options, callback) {
            return new Promise((resolve, reject) => {
                const entry = { callback, resolve, reject };
                options.signal?.addEventListener('abort', () => {
                    const at = queue.indexOf(entry);
                    if (at >= 0) { queue.splice(at, 1); reject(new DOMException('aborted', 'AbortError')); }
                });
                if (options.steal) {
                    holder?.reject(new DOMException('stolen', 'AbortError'));
                    holder = null;
                    queue.unshift(entry);
                } else {
                    queue.push(entry);
                }
                next();
            });
        },
    };
}

/** Channels of one name: each hears all others. */
function fakeChannels() {
    const all = [];
    return () => {
        const channel = {
            onmessage: null,
            postMessage: (data) => all.filter((each) => each !== channel).forEach((each) => each.onmessage?.({ data })),
            close: () => all.splice(all.indexOf(channel), 1),
        };
        all.push(channel);
        return channel;
    };
}

const settle = () => new Promise((resolve) => { setImmediate(resolve); });
const until = (signal) => new Promise((resolve) => { signal.addEventListener('abort', resolve); });

function device() {
    const locks = fakeLocks();
    const open = fakeChannels();
    return (name, log) => {
        const control = new AbortController();
        const tabs = new Tabs({
            site: 's', locks, channel: open(),
            lead: async (signal) => { log.push(`${name} leads`); await until(signal); log.push(`${name} stops`); },
            follow: (message) => log.push(`${name} hears ${message.text}`),
            answer: (message) => log.push(`${name} is asked ${message.ask}`),
        });
        return { tabs, joined: tabs.join(control.signal), close: () => control.abort() };
    };
}

test('one tab leads, another takes its place when it closes', async () => {
    const log = [];
    const open = device();
    const first = open('first', log);
    const second = open('second', log);
    await settle();
    assert.deepEqual(log, ['first leads']);
    first.tabs.say({ text: 'hello' });
    second.tabs.say({ ask: 'since' });
    first.close();
    await settle();
    assert.deepEqual(log, ['first leads', 'second hears hello', 'first is asked since', 'first stops', 'second leads']);
    second.close();
    await Promise.all([first.joined, second.joined]);
});

test('the lead is taken from a sleeping tab, which then waits its turn', async () => {
    const log = [];
    const open = device();
    const first = open('first', log);
    const second = open('second', log);
    await settle();
    second.tabs.takeOver();
    await settle();
    assert.ok(second.tabs.isLeading);
    assert.ok(!first.tabs.isLeading);
    second.close();
    await settle();
    assert.ok(first.tabs.isLeading);
    assert.equal(log.at(-1), 'first leads');
    first.close();
    await Promise.all([first.joined, second.joined]);
});

test('an error of the leader comes out', async () => {
    const tabs = new Tabs({ site: 's', locks: fakeLocks(), channel: fakeChannels()(), follow() {}, answer() {},
        lead: async () => { throw new Error('refused'); } });
    await assert.rejects(tabs.join(new AbortController().signal), /refused/);
});

test('without locks each tab leads itself', async () => {
    const control = new AbortController();
    const tabs = new Tabs({ site: 's', locks: undefined, channel: null, follow() {}, answer() {}, lead: until });
    const joined = tabs.join(control.signal);
    assert.ok(tabs.isLeading);
    control.abort();
    await joined;
});

test('positions compare as numbers, without one comes first', () => {
    assert.equal(compare('9', '10'), -1);
    assert.equal(compare(null, '0'), -1);
    assert.equal(compare('12345678901234567890', '12345678901234567891'), -1);
    assert.equal(compare('3', '3'), 0);
});

test('a tab takes what follows, knows what it has, and sees a gap', () => {
    assert.equal(place('5', { id: '8', previous: '5' }), 'take');
    assert.equal(place('5', { id: '5', previous: '4' }), 'known');
    assert.equal(place('5', { id: '9', previous: '8' }), 'gap');
    assert.equal(place('6', { id: '9', previous: '5' }), 'take');
    assert.equal(place('5', { id: null, previous: '5' }), 'take');
});

test('a leader gives what a tab missed, as far as it still knows', () => {
    const recent = new Recent('10');
    for (const id of ['11', '14', '15']) recent.add({ id });
    recent.add({ id: null });
    assert.deepEqual(recent.since('11').map((each) => each.id), ['14', '15']);
    assert.deepEqual(recent.since('15'), []);
    assert.equal(recent.since('9'), null);
    for (let id = 16; id < 700; id += 1) recent.add({ id: String(id) });
    assert.equal(recent.since('12'), null);
    assert.equal(recent.since('690').length, 9);
});
