// New versions of the shell: made ready beside the old one, and put in place only when no incident is open.

const CHECK = 15 * 60 * 1_000;

/**
 * `isIncidentOpen()` is asked before a swap; while one is open, the next check asks again. `onSwap()` hears
 * that the next page will be of the new version.
 */
export async function serveUpdates({ isIncidentOpen, onSwap, container = globalThis.navigator?.serviceWorker }) {
    if (!container) return;
    const allow = (worker) => { if (!isIncidentOpen()) worker?.postMessage({ type: 'swap' }); };
    container.addEventListener('message', ({ data }) => {
        if (data?.type === 'update-ready') allow(container.controller);
        if (data?.type === 'swapped') onSwap();
    });
    try {
        const registration = await container.register('/service-worker.mjs', { updateViaCache: 'none' });
        const check = () => {
            container.controller?.postMessage({ type: 'check' });
            // A new worker that waits, waits for the same permission.
            if (container.controller) allow(registration.waiting);
        };
        check();
        setInterval(check, CHECK);
    } catch {
        // No secure context, or storage refused: the page works, but it does not start without a network.
    }
}
