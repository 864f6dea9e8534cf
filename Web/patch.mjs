// Brings changed regions into the page and disturbs nothing else: focus, selection, scroll, typed text and
// open <details> stay. An attribute that starts with `data-live-`, and `style`, belong to the page's scripts.

import { isField, keep } from './fields.mjs';
import { match, NEW, staying } from './morph.mjs';

const ELEMENT = 1;

/**
 * Applies `[{key, html}]`, outer regions before those that have their place in them; `{key, gone}` takes a piece
 * away, `{key, html, after}` and `{key, html, before}` put one in beside another. `order`, when given, lists the
 * outermost regions of the page: missing ones are made, others are removed. Returns the texts to announce as
 * `[{level, text}]`.
 */
export function patch(root, regions, order = null) {
    const document = root.ownerDocument ?? root;
    const container = root.querySelector('[data-regions]') ?? root;
    const spoken = [];
    if (order) arrange(container, order, document);
    for (const { key, html, gone, after, before } of regions) {
        if (gone) remove(find(container, key), document);
        else if (after ?? before) spoken.push(...putIn(container, { key, html, after, before }, document));
        else spoken.push(...patchRegion(find(container, key) ?? container.appendChild(make(document, key)), html, document));
    }
    return spoken;
}

/** Makes some regions like those of another document, as `patch` does; gives the texts to announce. */
export function takeOver(root, fresh, keys) {
    return keys.flatMap((key) => {
        const [region, source] = [root, fresh].map((each) => each.querySelector(`[data-region="${key}"]`));
        if (!region || !source) return [];
        const before = announcements(region);
        morphChildren(region, root.ownerDocument.importNode(source, true));
        return news(before, announcements(region));
    });
}

/** Takes a piece away; the keyboard stays in what was around it. */
function remove(piece, document) {
    if (!piece) return;
    const around = piece.parentElement?.closest('[data-region]');
    const focused = piece.contains(document.activeElement) ? document.activeElement : null;
    piece.remove();
    if (focused && around) holdFocus(around, focused);
}

/** Puts a piece in beside one that the page has. */
function putIn(container, { key, html, after, before }, document) {
    const template = document.createElement('template');
    template.innerHTML = html;
    const piece = template.content.firstElementChild;
    if (after !== undefined) find(container, after)?.after(piece);
    else find(container, before)?.before(piece);
    known.get(container)?.set(key, piece);
    return news([], announcements(piece));
}

function patchRegion(region, html, document) {
    const template = document.createElement('template');
    template.innerHTML = html;
    const before = announcements(region);
    const focused = region.contains(document.activeElement) ? document.activeElement : null;
    const only = template.content.children.length === 1 ? template.content.firstElementChild : null;
    if (only?.dataset.region === region.dataset.region) morphElement(region, only);
    else morphChildren(region, template.content);
    if (focused && !region.contains(document.activeElement)) holdFocus(region, focused);
    return news(before, announcements(region));
}

/**
 * The focused element is gone: the keyboard goes to the same link if another piece brought it (the call to 911 stands
 * on the page before and after the alarm is received), else it stays in the region instead of the page's top.
 */
function holdFocus(region, gone) {
    const link = gone.getAttribute('href');
    const same = link && [...region.querySelectorAll('a[href]')].find((each) => each.getAttribute('href') === link);
    same?.focus({ preventScroll: true });
    if (same && region.ownerDocument.activeElement === same) return;
    if (!region.hasAttribute('tabindex')) region.setAttribute('tabindex', '-1');
    region.focus({ preventScroll: true });
}

/** The regions of each container by key. */
const known = new WeakMap();

/** Finds a region. A board may have hundreds: they are listed once, and again when one is not where it was. */
function find(container, key) {
    const region = known.get(container)?.get(key);
    if (region?.dataset.region === key && container.contains(region)) return region;
    const all = [...container.querySelectorAll('[data-region]')];
    known.set(container, new Map(all.map((each) => [each.dataset.region, each])));
    return known.get(container).get(key) ?? null;
}

function make(document, key) {
    const region = document.createElement('section');
    region.dataset.region = key;
    return region;
}

function arrange(container, order, document) {
    const wanted = new Set(order);
    const before = [...container.children].filter((child) => child.dataset.region !== undefined);
    for (const child of before) if (!wanted.has(child.dataset.region)) child.remove();
    const matches = order.map((key) => before.findIndex((child) => child.dataset.region === key));
    const nodes = matches.map((old, position) => (old === NEW ? make(document, order[position]) : before[old]));
    settle(container, nodes, matches, before);
}

/** Puts `nodes` in order, moving as few as possible and never the one with the focus. */
function settle(target, nodes, matches, before) {
    const active = target.ownerDocument.activeElement;
    const stays = staying(matches, before.findIndex((node) => node === active || node.contains(active)));
    // From the last to the first: what stays is passed by, all else is put before what follows it.
    let following = null;
    for (let position = nodes.length - 1; position >= 0; position -= 1) {
        if (!stays.has(matches[position])) target.insertBefore(nodes[position], following);
        following = nodes[position];
    }
}

function keyOf(node) {
    if (node.nodeType !== ELEMENT) return null;
    return node.dataset?.region ?? node.dataset?.key ?? (node.id || null);
}

/** An element that a script put in (a message at a form): no view knows it, no patch removes it. */
const isScripts = (node) => node.nodeType === ELEMENT && node.hasAttribute('data-live-own');

/** An empty element with a region's key is the place of that region: what is in it comes by its own key. */
const isSlot = (node) => node.dataset?.region !== undefined && node.firstChild === null;

const described = (node) => ({ key: keyOf(node), name: node.nodeName });

/** Makes the children of `target` like those of `source`, whose nodes may be used up. */
export function morphChildren(target, source) {
    const before = [...target.childNodes].filter((node) => !isScripts(node));
    const after = [...source.childNodes];
    const matches = match(before.map(described), after.map(described));
    const kept = new Set(matches);
    before.forEach((node, index) => { if (!kept.has(index)) node.remove(); });

    const nodes = matches.map((old, position) => (old === NEW ? after[position] : before[old]));
    nodes.forEach((node, position) => {
        if (node !== after[position] && !node.isEqualNode(after[position])) morphNode(node, after[position]);
    });
    settle(target, nodes, matches, before);
}

function morphNode(target, source) {
    if (target.nodeType !== ELEMENT) {
        if (target.nodeValue !== source.nodeValue) target.nodeValue = source.nodeValue;
        return;
    }
    morphElement(target, source);
}

function morphElement(target, source) {
    if (target.hasAttribute('data-keep')) return;
    const restore = isField(target) ? keep(target) : null;
    morphAttributes(target, source);
    if (isSlot(source) && target.dataset.region === source.dataset.region) return;
    morphChildren(target, source);
    restore?.();
}

/** Attributes that are a person's or a script's, not the view's. */
function isOwn(element, name) {
    if (name === 'style' || name.startsWith('data-live-')) return true;
    if (name === 'aria-invalid') return element.hasAttribute('data-live-invalid');
    return name === 'open' && (element.nodeName === 'DETAILS' || element.nodeName === 'DIALOG');
}

function morphAttributes(target, source) {
    for (const name of target.getAttributeNames()) {
        if (!source.hasAttribute(name) && !isOwn(target, name)) target.removeAttribute(name);
    }
    for (const name of source.getAttributeNames()) {
        if (isOwn(target, name)) continue;
        const value = source.getAttribute(name);
        if (target.getAttribute(name) !== value) target.setAttribute(name, value);
    }
}

/** The texts that a region wants read out: elements with `data-announce`, without the ages inside them. */
function announcements(region) {
    const own = region.hasAttribute('data-announce') ? [region] : [];
    return [...own, ...region.querySelectorAll('[data-announce]')].map((element) => {
        const copy = element.cloneNode(true);
        for (const age of copy.querySelectorAll('[data-age]')) age.remove();
        return { level: element.dataset.announce || 'polite', text: copy.textContent.replace(/\s+/g, ' ').trim() };
    });
}

function news(before, after) {
    const known = new Set(before.map(({ text }) => text));
    return after.filter(({ text }) => text !== '' && !known.has(text));
}
