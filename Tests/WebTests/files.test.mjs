import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

const web = new URL('../../Web/', import.meta.url);
const modules = readdirSync(web).filter((name) => name.endsWith('.mjs'));
const read = (name) => readFileSync(new URL(name, web), 'utf8');

test('each module imports only its neighbours, and they exist', () => {
    for (const name of modules) {
        for (const [, from] of read(name).matchAll(/from '([^']+)'|import\('([^']+)'\)/g)) {
            assert.match(from, /^\.\/[a-z-]+\.mjs$/, name);
            assert.ok(existsSync(new URL(from, web)), `${name} imports ${from}`);
        }
    }
});

test('nothing that a strict content policy refuses, and nothing from elsewhere', () => {
    for (const name of modules) {
        assert.doesNotMatch(read(name), /\beval\(|new Function\(|https?:\/\//, name);
        assert.doesNotMatch(read(name), /document\.write|insertAdjacentHTML|outerHTML/, name);
    }
    const drawing = modules.filter((name) => read(name).includes('innerHTML'));
    assert.deepEqual(drawing, ['patch.mjs'], 'HTML becomes nodes in one place only');
});

test('each module says what it is for, and is short', () => {
    for (const name of modules) {
        assert.match(read(name), /^\/\/ [A-Z]/, name);
        assert.ok(read(name).split('\n').length <= 400, name);
    }
});

test('the service worker needs no module support', () => {
    assert.doesNotMatch(read('service-worker.mjs'), /^\s*(import|export)\b/m);
});

test('the manifest names icons of the sizes that it says', () => {
    const { icons, start_url: start } = JSON.parse(read('manifest.webmanifest'));
    assert.equal(start, '/');
    assert.ok(icons.some((each) => each.purpose === 'maskable'));
    for (const { src, sizes, type } of icons.filter((each) => each.type === 'image/png')) {
        const bytes = readFileSync(new URL(src.replace('/assets/', ''), web));
        assert.equal(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, sizes, `${src} ${type}`);
    }
});
