// Press and hold: a deliberate act with a way back. Letting go, sliding off or losing the button cancels it.

/** How long a button is held unless its `data-hold` says another number of milliseconds. */
export const HOLD = 2_000;

/** How much of the hold is done, from 0 to 1. */
export function progress(beganAt, duration, now) {
    return Math.min(1, Math.max(0, (now - beganAt) / duration));
}

/**
 * Serves all `[data-hold]` buttons below `root` (`type="button"`, so that without a script they do nothing).
 * `onHeld(button)` is called once for each completed hold. A plain click (keyboard, screen reader, a quick
 * tap) leads to the two-step form that `data-hold-else` names by id.
 */
export function serveHolds(root, onHeld, { now = () => performance.now(), frame = requestAnimationFrame } = {}) {
    let held = null;
    let completedAt = -Infinity;

    const stop = () => {
        if (!held) return;
        held.button.removeAttribute('data-live-holding');
        held.button.style.removeProperty('--hold');
        held = null;
    };

    const step = () => {
        if (!held) return;
        if (!held.button.isConnected || held.button.disabled) { stop(); return; }
        const part = progress(held.beganAt, held.duration, now());
        held.button.style.setProperty('--hold', part.toFixed(3));
        if (part < 1) { frame(step); return; }
        const { button } = held;
        completedAt = now();
        stop();
        onHeld(button);
    };

    root.addEventListener('pointerdown', (event) => {
        const button = event.target.closest?.('[data-hold]');
        if (!button || held || event.button !== 0) return;
        const duration = Number(button.dataset.hold) || HOLD;
        held = { button, pointer: event.pointerId, beganAt: now(), duration };
        button.setAttribute('data-live-holding', '');
        frame(step);
    });
    const release = (event) => { if (held?.pointer === event.pointerId) stop(); };
    root.addEventListener('pointerup', release);
    root.addEventListener('pointercancel', release);
    root.addEventListener('pointermove', (event) => {
        if (held?.pointer === event.pointerId && !isOver(held.button, event)) stop();
    });
    // A long press must not open the browser's own menu in its place.
    root.addEventListener('contextmenu', (event) => {
        if (event.target.closest?.('[data-hold]')) event.preventDefault();
    });
    root.addEventListener('click', (event) => {
        const button = event.target.closest?.('[data-hold]');
        if (!button) return;
        event.preventDefault();
        // The click that ends a completed hold is not a wish for the other way.
        if (now() - completedAt > 1_000) showOtherWay(button);
    });
}

/** Fingers tremble: 24 pixels round the button still count as on it. */
function isOver(button, { clientX, clientY }) {
    const box = button.getBoundingClientRect();
    const slack = 24;
    return clientX >= box.left - slack && clientX <= box.right + slack
        && clientY >= box.top - slack && clientY <= box.bottom + slack;
}

function showOtherWay(button) {
    const other = button.ownerDocument.getElementById(button.dataset.holdElse ?? '');
    if (!other) return;
    if (other.nodeName === 'DETAILS') other.open = true;
    const first = other.querySelector('button, input:not([type="hidden"]), select, textarea, summary');
    first?.focus();
}
