// The life of one command on the device, as plain functions: queued, sent, answered. No storage, no network.

import { pause } from './event-stream.mjs';
import { isProblem } from './problem.mjs';

/** A raise that did not leave within this time is not an alarm any more. */
export const RAISE_LIMIT = 120_000;

/** Letters of a random id; 16 of them carry 80 bits. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/** Makes the random id of a new command: 16 characters that the core takes as an id. */
export function commandID(random = globalThis.crypto) {
    return [...random.getRandomValues(new Uint8Array(16))].map((byte) => LETTERS[byte & 31]).join('');
}

/**
 * A command as it enters the outbox. `person` is whose session it belongs to: it is never sent under
 * another's; `device` as which device it was made. `isRaise` commands go first, and grow old.
 */
export function queued({ id, envelope, act, person, device, isRaise = false }, now) {
    return {
        id, envelope, act, person, device, isRaise, state: 'queued', at: now, attempts: 0, notBefore: now,
        firstSentAt: null, outcome: null, problem: null, seen: false, needsSignIn: false,
    };
}

/** The command is about to leave. Kept before it does: after a crash it may have arrived, and is sent again. */
export function sending(command, now) {
    return { ...command, state: 'sent', attempts: command.attempts + 1, firstSentAt: command.firstSentAt ?? now };
}

/**
 * What an answer means. `answer` is `{status, type, body}`, or null when none came. Only the desk's own word
 * ends a command: another page's 200 (a captive portal) or a bare error is no answer.
 */
export function answered(command, answer, now, random = Math.random) {
    const outcome = answer?.body?.outcome;
    if (answer && answer.status >= 200 && answer.status < 300 && typeof outcome === 'string') {
        return finish(command, { outcome, answer: answer.body });
    }
    if (answer?.status === 401 && isProblem(answer.type)) return { ...again(command, now, random), needsSignIn: true };
    if (answer && isRefusal(answer)) return finish(command, { outcome: 'rejected', problem: answer.body });
    return { ...again(command, now, random), isUnheard: answer === null };
}

/** A problem document about the command itself; too many, too early and the server's own trouble are retried. */
function isRefusal({ status, type, body }) {
    return status >= 400 && status < 500 && ![408, 425, 429].includes(status) && isProblem(type) && body !== null;
}

function finish(command, { outcome, answer = null, problem = null }) {
    return { ...command, state: 'answered', outcome, answer, problem, needsSignIn: false };
}

function again(command, now, random) {
    // An alarm is not held back by long pauses while it still is one.
    const longest = isLate(command, now) || !command.isRaise ? Infinity : 2_000;
    const wait = Math.min(longest, pause(command.attempts, random));
    return { ...command, state: 'sent', notBefore: now + wait };
}

/** A raise that has had no answer for too long. It is still sent; the server keeps it as an unconfirmed report. */
export function isLate(command, now) {
    return command.isRaise && command.state !== 'answered' && now - command.at > RAISE_LIMIT;
}

/** Whether it is an alarm about something real, and neither a practice nor a call for a colleague. */
export function isRealAlarm(command) {
    if (!command.isRaise) return false;
    const { type, body } = JSON.parse(command.envelope);
    return type !== 'raise' || (body.kind === 'actual' && body.level === 'protective');
}

/** Those of a person that may be sent: what takes an alarm back goes once that alarm, whose id it names, was answered. */
function sendable(commands, person) {
    const waiting = commands.filter((each) => each.state !== 'answered' && each.person === person);
    const raises = waiting.filter((each) => each.isRaise);
    return waiting.filter((each) => each.act !== 'cancelRaise' || !raises.some(({ id }) => each.envelope.includes(id)));
}

/** The next command to send, or null: alarms and what takes them back first, in their order, then the oldest that may go. */
export function next(commands, person, now) {
    const waiting = sendable(commands, person)
        .filter((each) => each.notBefore <= now)
        .sort((one, other) => Number(isOfAlarm(other)) - Number(isOfAlarm(one)) || one.at - other.at);
    return waiting[0] ?? null;
}

/** An alarm that is pressed after another one was taken back comes to a site where that is over. */
const isOfAlarm = (command) => command.isRaise || command.act === 'cancelRaise';

/** How long until a command may be sent again, or null when none waits. */
export function untilNext(commands, person, now) {
    const times = sendable(commands, person).map((each) => each.notBefore);
    return times.length === 0 ? null : Math.max(0, Math.min(...times) - now);
}

/**
 * What a page may say about the commands: state is `queued`, `sent` (no answer yet), `late`, `accepted`,
 * `rejected` or another outcome in the server's words. What was seen is not listed.
 */
export function summary(commands, now) {
    return commands
        .filter((each) => !each.seen)
        .sort((one, other) => one.at - other.at)
        .map((each) => ({
            id: each.id,
            act: each.act,
            isRaise: each.isRaise,
            state: isLate(each, now) ? 'late' : each.state === 'answered' ? each.outcome : each.state,
            at: each.at,
            mayHaveArrived: each.firstSentAt !== null,
            needsSignIn: each.needsSignIn,
            problem: each.problem,
            // Taken is not done: a late alarm becomes a report, a replaced holder's act a suggestion.
            ...(each.answer?.kept ? { kept: each.answer.kept } : {}),
            // The page says what exactly was pressed, also after a reload.
            envelope: each.envelope,
        }));
}
