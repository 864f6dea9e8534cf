// A core for the trial in place of Web/core.mjs: a board of notes with the same ops, small enough to read here.

export const INTERFACE = 1;
export const Op = { version: 0, open: 1, apply: 2, render: 3, prepare: 4, encode: 5 };

export class CoreProblem extends Error {
    constructor(code) { super(code); this.code = code; }
}
export class CorePanic extends Error {}

const escape = (text) => text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);

class Board {
    state = null;
    drawn = new Map();

    call(op, input) {
        const given = typeof input === 'string' && input !== '' ? JSON.parse(input) : input;
        switch (op) {
        case Op.version: return { interface: INTERFACE };
        case Op.open: this.state = given.state; this.drawn.clear(); return {};
        case Op.apply:
            if (given.type === 'unknown') throw new CoreProblem('update-needed');
            if (given.type === 'trap') throw new CorePanic('trap');
            this.state.notes.push(given.text);
            return {};
        case Op.render: return this.render(given);
        case Op.prepare: return this.prepare(given);
        default: throw new CoreProblem('unknown-op');
        }
    }

    callText() { return JSON.stringify(this.state); }

    prepare({ id, fields }) {
        const text = fields.find((each) => each.name === 'text')?.value ?? '';
        if (text === '') return { problems: [{ field: 'text', text: 'Write what you see.' }] };
        return { envelope: { id, text }, raise: fields.some((each) => each.name === 'act' && each.value === 'raise') };
    }

    render({ now, connection, outbox, only }) {
        const notes = this.state.notes.map((text) => `<li data-key="${escape(text)}">${escape(text)}
            <input aria-label="${escape(text)}"></li>`).reverse().join('');
        const all = [
            ['status', `<p data-announce="polite"><b id="state">${connection.state}</b>
                <span data-age>${Math.floor(now / 1_000)}</span></p>`],
            ['notes', `<ul id="notes">${notes}</ul>`],
            ['form', `<form method="post" action="/act" data-act><input type="hidden" name="act" value="note">
                <label>Text <input name="text" id="text"></label><button>Send ${this.state.notes.length}</button></form>
                <form method="post" action="/act" data-act id="raise"><input type="hidden" name="act" value="raise">
                <input type="hidden" name="text" value="raised">
                <button type="button" data-hold="400" data-hold-else="two-step">Hold</button></form>
                <details id="two-step"><summary>Without holding</summary><p>${this.state.notes.length}</p></details>`],
            ['outbox', outbox.map((each) => `<p data-key="${each.id}">${each.state}
                <button data-seen="${each.id}">Seen</button></p>`).join('')],
        ];
        const regions = all.map(([key, html]) => ({ key, html }))
            .filter(({ key, html }) => this.drawn.get(key) !== html && (!only || only.includes(key)));
        for (const { key, html } of regions) this.drawn.set(key, html);
        return { regions, order: all.map(([key]) => key), incident: this.state.notes.length > 0 };
    }
}

export const loadCore = async () => new Board();
