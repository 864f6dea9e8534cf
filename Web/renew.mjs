// A page without the core is as old as its last load: it is loaded anew while that takes nothing away from anybody.

/** Whether nobody is busy on the page: nothing typed, nothing chosen, no button held, no field in use. */
export function isIdle(document) {
    if (document.visibilityState === 'hidden' || document.querySelector('[data-live-holding]')) return false;
    if (document.activeElement?.matches?.('input, textarea, select')) return false;
    return [...document.querySelectorAll('input, textarea, select')].every(isUntouched);
}

/** Loads an idle page anew, where the server answers; without it the page stays as it is. */
export async function renew(document, fetch) {
    if (!isIdle(document)) return false;
    try {
        const { ok } = await fetch('/health', { cache: 'no-store', credentials: 'omit', redirect: 'error' });
        if (!ok || !isIdle(document)) return false;
    } catch {
        return false;
    }
    document.location.reload();
    return true;
}

function isUntouched(field) {
    if (field.matches('select')) return isUnchosen(field);
    if (field.matches('[type="checkbox"], [type="radio"]')) return field.checked === field.defaultChecked;
    return field.matches('[type="hidden"]') || field.value === field.defaultValue;
}

/** Where the page marks no option, the first one is what a browser shows by itself. */
function isUnchosen({ options, selectedIndex }) {
    const marked = [...options].findIndex((each) => each.defaultSelected);
    return selectedIndex === Math.max(0, marked);
}
