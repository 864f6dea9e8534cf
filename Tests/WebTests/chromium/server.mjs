// A server for the trial: the files of Web/, one page, and a desk that keeps notes. 127.0.0.1 only.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname } from 'node:path';

const web = new URL('../../../Web/', import.meta.url);
const types = { '.mjs': 'text/javascript', '.css': 'text/css', '.webmanifest': 'application/manifest+json', '.png': 'image/png', '.svg': 'image/svg+xml' };
const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'";

const log = [];
const outcomes = new Map();
const listeners = new Set();
let commands = 0;
let feeds = 0;
let mode = 'up';
let tag = 1;

const page = (person) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Trial</title>
    <link rel="manifest" href="/manifest.webmanifest">
    <script type="module" src="/assets/main.mjs"></script>
    <main data-regions ${person ? 'data-site="north" data-person="p1" data-device="d1"' : ''}>${person ? '<p>Drawn by the server.</p>' : ''}</main></html>`;

function record(data) {
    log.push(data);
    for (const listener of listeners) send(listener, log.length);
}
function send(response, position) {
    response.write(`id: ${position}\nevent: record\ndata: ${JSON.stringify(log[position - 1])}\n\n`);
}
function json(response, status, body, type = 'application/json') {
    response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
}
const notes = () => log.filter((each) => each.text).map((each) => each.text);

const routes = {
    'GET /': (request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page(true)),
    'GET /skeleton': (request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(page(false)),
    'GET /assets/manifest.json': (request, response) => json(response, 200, { version: '1', files: manifest }),
    'GET /api/state': (request, response) => json(response, 200,
        { state: { notes: notes() }, directory: {}, viewer: { person: 'p1', device: 'd1' }, position: log.length, tag: `t${tag}` }),
    'GET /api/feed': (request, response) => {
        if (!request.url.endsWith(`&tag=t${tag}`)) return json(response, 409, { code: 'feed.outdated' }, 'application/problem+json');
        feeds += 1;
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        for (let at = Number(request.headers['last-event-id'] ?? 0) + 1; at <= log.length; at += 1) send(response, at);
        response.write(`id: ${log.length}\nevent: caught-up\ndata: ${log.length}\n\n`);
        listeners.add(response);
        response.on('close', () => listeners.delete(response));
    },
    'POST /api/command': (request, response, body) => {
        commands += 1;
        const { id, text } = JSON.parse(body);
        if (text === 'refuse me') return json(response, 409, { code: 'no', detail: 'Not now.' }, 'application/problem+json');
        if (!outcomes.has(id)) { record({ type: 'note', text }); outcomes.set(id, log.length); }
        return json(response, 200, { outcome: 'accepted', position: outcomes.get(id), head: '' });
    },
    'POST /trial/record': (request, response, body) => { record(JSON.parse(body)); response.end(); },
    // What everybody was given is no longer what they would be given; only who listens is told.
    'POST /trial/restart': (request, response, body) => {
        tag += 1;
        log.push({ type: 'note', text: body });
        for (const listener of listeners) listener.end('event: restart\ndata: {}\n\n');
        response.end();
    },
    'POST /trial/mode': (request, response, body) => {
        mode = body;
        if (mode === 'down') for (const listener of listeners) listener.destroy();
        response.end();
    },
    'GET /trial/facts': (request, response) => json(response, 200,
        { commands, feeds, listeners: listeners.size, notes: notes() }),
};

const manifest = ['main', 'shell', 'announce', 'clock', 'command-post', 'command', 'connection', 'core', 'database',
    'event-stream', 'feed', 'fields', 'forms', 'guard', 'hold', 'input', 'morph', 'notices', 'outbox', 'painter',
    'patch', 'position', 'replica', 'sign-out', 'site-link', 'store', 'tabs', 'updates'].map((name) => `/assets/${name}.mjs`);

function file(path, response) {
    const name = path.replace(/^\/(assets\/)?/, '');
    const url = name === 'core.mjs' ? new URL('core.mjs', import.meta.url) : new URL(name, web);
    try {
        const bytes = readFileSync(url);
        response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream', 'cache-control': 'no-cache' });
        response.end(bytes);
    } catch {
        response.writeHead(404).end();
    }
}

const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, 'http://127.0.0.1');
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    if (mode === 'down' && !pathname.startsWith('/trial/')) { request.socket.destroy(); return; }
    response.setHeader('content-security-policy', policy);
    const route = routes[`${request.method} ${pathname}`];
    if (route) route(request, response, Buffer.concat(chunks).toString());
    else file(pathname, response);
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
