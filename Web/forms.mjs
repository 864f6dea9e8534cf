// Acts are forms: read here, made into commands by the core, and sent by the outbox instead of the browser.

import { isSilent } from './announce.mjs';

/** The fields of a form in order, as `[{name, value}]`, with the button that was pressed. Files are left out. */
export function fieldsOf(form, submitter = null) {
    const fields = [...new FormData(form)]
        .filter(([, value]) => typeof value === 'string')
        .map(([name, value]) => ({ name, value }));
    if (submitter?.name) fields.push({ name: submitter.name, value: submitter.value });
    return fields;
}

/** A press within this time of an equal one is a finger that trembled, not another wish. */
const SAME_PRESS = 2_000;

/** What each form sent last and has no answer to: `{id, at, fields, button, isTyped}`. */
const sent = new WeakMap();

const equal = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * Whether a press is the one before: the same fields by the same button, and either at once or with words that somebody
 * typed. Anything else is another command, also while the first waits: another room, or the same alarm once more.
 */
export function isSamePress(before, press) {
    return equal([before.fields, before.button], [press.fields, press.button])
        && (press.isTyped || press.at - before.at < SAME_PRESS);
}

/** What a person wants by a form: its token changes with each drawing and is not part of that. */
const wishOf = (form) => fieldsOf(form).filter(({ name }) => name !== 'token');

/** What a form holds at this press. */
function pressOf(form, submitter, id) {
    const typed = form.querySelectorAll('textarea, input:not([type]), input[type="text"]');
    return {
        id, at: Date.now(), fields: wishOf(form), button: submitter?.name ? `${submitter.name}=${submitter.value}` : '',
        isTyped: [...typed].some((field) => field.value.trim() !== ''),
    };
}

/**
 * Takes over `form[data-act]` below `root`. `act({fields, id})` makes and queues the command and gives the
 * problems of the form, if any; when it throws, `submitPlainly(form)` sends the form as without a script.
 */
export function serveForms(root, { act, submitPlainly, isPlain, newID }) {
    root.addEventListener('submit', async (event) => {
        const form = event.target;
        if (!form.matches?.('form[data-act]') || event.defaultPrevented) return;
        seal(form);
        if (isPlain()) return;
        event.preventDefault();
        const press = pressOf(form, event.submitter, newID());
        if (form.dataset.liveCommand && sent.has(form) && isSamePress(sent.get(form), press)) return;
        const { id } = press;
        sent.set(form, press);
        form.dataset.liveCommand = id;
        const forget = () => { if (form.dataset.liveCommand === id) delete form.dataset.liveCommand; };
        try {
            const problems = await act({ fields: fieldsOf(form, event.submitter), id });
            showProblems(form, problems);
            if (problems.length > 0) forget();
            else if (form.dataset.liveCommand === id) form.dataset.liveState = 'queued';
        } catch {
            forget();
            submitPlainly(form);
        }
    });
}

/** The core draws forms without the token of the session; the container keeps it for a form that leaves as a form. */
function seal(form) {
    const { token } = form.closest('[data-token]')?.dataset ?? {};
    const field = form.elements.namedItem('token');
    if (token && field) field.value = token;
}

/** Shows at each form how its command stands; an accepted one is ready for the next. */
export function showOutcomes(root, summary) {
    for (const form of root.querySelectorAll('form[data-live-command]')) {
        const command = summary.find((each) => each.id === form.dataset.liveCommand);
        if (!command) continue;
        form.dataset.liveState = command.state;
        if (['queued', 'sent', 'late'].includes(command.state)) continue;
        delete form.dataset.liveCommand;
        if (command.problem) {
            showProblems(form, [{ field: null, text: command.problem.detail ?? command.problem.title }]);
        } else if (equal(sent.get(form)?.fields, wishOf(form))) {
            // What was typed meanwhile is another wish and stays.
            form.reset();
        }
    }
}

/** Shows problems at the top of a form, `[{field, text}]`, and brings the person to the first. */
export function showProblems(form, problems) {
    form.querySelector('[data-live-own="problems"]')?.remove();
    for (const field of form.querySelectorAll('[data-live-invalid]')) {
        field.removeAttribute('aria-invalid');
        field.removeAttribute('data-live-invalid');
    }
    if (problems.length === 0) return;
    const list = form.ownerDocument.createElement('ul');
    list.setAttribute('data-live-own', 'problems');
    if (!isSilent(form.ownerDocument)) list.setAttribute('role', 'alert');
    list.className = 'problems';
    for (const { text } of problems) {
        const item = form.ownerDocument.createElement('li');
        item.textContent = text;
        list.append(item);
    }
    form.prepend(list);
    const named = problems.map(({ field }) => field && form.elements.namedItem(field)).filter((field) => field?.focus);
    for (const field of named) {
        field.setAttribute('data-live-invalid', '');
        field.setAttribute('aria-invalid', 'true');
    }
    named[0]?.focus();
}
