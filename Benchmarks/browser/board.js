// Runs in the page: a board of many rooms, one event after the other, measured to after the forced layout.
async ({ opened, rooms, rounds, fold }) => {
    const { loadCore, Op } = await import('/assets/core.mjs');
    const { patch } = await import('/assets/patch.mjs');
    const core = await loadCore('/assets/muster.wasm');
    const place = document.querySelector('[data-regions]');
    const { position, state: { state: { incidents: [incident] } }, viewer } = opened;
    let next = position;
    const record = (index) => JSON.stringify({
        pos: ++next, at: incident.raisedAt + 1_000 + next, actor: viewer.person, type: 'room.reported',
        body: {
            incident: incident.id, room: rooms[index % rooms.length], status: index % 3 === 0 ? 'needsHelp' : 'allHere',
            missing: 0, extra: 0, injured: 0,
            source: { channel: 'direct', observedAt: incident.raisedAt + 1_000 + next },
        },
    });
    const open = () => core.call(Op.open, { state: opened.state, directory: opened.directory, viewer });
    const draw = () => core.call(Op.render, {
        page: '/board', now: incident.raisedAt + 1_000 + next, offset: 0, utcOffset: 0,
        connection: { state: 'live', since: incident.raisedAt }, outbox: [],
    });
    const paint = ({ regions, order }) => { patch(place, regions, order ?? null); return document.body.offsetHeight; };

    open();
    paint(draw());
    // The focus of a person who is typing must outlive every one of these redraws.
    const note = place.querySelector('textarea[name="text"]');
    for (let fold = note.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
    note.focus();
    if (document.activeElement !== note) throw new Error('the note could not take the focus');
    const spent = { apply: [], render: [], patch: [], layout: [], all: [], bytes: [] };
    for (let index = 0; index < rounds; index += 1) {
        const text = record(index * 7);
        const began = performance.now();
        core.callText(Op.apply, text);
        const applied = performance.now();
        const answer = draw();
        const drawn = performance.now();
        patch(place, answer.regions, answer.order ?? null);
        const patched = performance.now();
        void document.body.offsetHeight;
        const done = performance.now();
        spent.apply.push(applied - began);
        spent.render.push(drawn - applied);
        spent.patch.push(patched - drawn);
        spent.layout.push(done - patched);
        spent.all.push(done - began);
        spent.bytes.push(answer.regions.reduce((sum, region) => sum + (region.html?.length ?? 0), 0));
        // Let the browser paint, as it would between two events.
        await new Promise((next) => { requestAnimationFrame(() => next()); });
    }
    const keptFocus = document.activeElement?.name === 'text' && place.contains(document.activeElement);
    const drawnRooms = place.querySelectorAll('[data-region^="room-"], .tile').length;

    next = position;
    open();
    const texts = Array.from({ length: fold }, (_, index) => record(index));
    const began = performance.now();
    for (const text of texts) core.callText(Op.apply, text);
    return { spent, keptFocus, drawnRooms, fold: performance.now() - began, memory: core.memoryBytes };
}
