// What a person has typed or chosen belongs to the person: a patch keeps it, whatever the new HTML says.

const UNTYPED = new Set(['hidden', 'submit', 'button', 'reset', 'image']);

/** Whether an element is a field whose contents a person can change. */
export function isField(element) {
    const name = element.nodeName;
    if (name === 'INPUT') return !UNTYPED.has(element.type);
    return name === 'TEXTAREA' || name === 'SELECT';
}

/** Whether a field no longer holds what the page put there. */
export function isTouched(field) {
    if (field.nodeName === 'SELECT') return isSelectTouched(field);
    if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
    return field.value !== field.defaultValue;
}

function isSelectTouched(select) {
    const options = [...select.options];
    if (select.multiple || options.some((option) => option.defaultSelected)) {
        return options.some((option) => option.selected !== option.defaultSelected);
    }
    return select.selectedIndex > 0;
}

/**
 * Keeps a field through a patch: returns a function that, called afterwards, gives the person's text or
 * choice back when the field was focused or touched, and otherwise shows what the new HTML says.
 */
export function keep(field) {
    const own = field.ownerDocument.activeElement === field || isTouched(field);
    if (field.nodeName === 'SELECT') return keepSelect(field, own);
    if (field.type === 'checkbox' || field.type === 'radio') {
        const checked = field.checked;
        return () => set(field, 'checked', own ? checked : field.defaultChecked);
    }
    if (field.type === 'file') return () => {};
    const value = field.value;
    return () => set(field, 'value', own ? value : field.defaultValue);
}

function keepSelect(select, own) {
    const chosen = new Set([...select.options].filter((option) => option.selected).map((option) => option.value));
    return () => {
        const options = [...select.options];
        if (own && options.some((option) => chosen.has(option.value))) {
            for (const option of options) set(option, 'selected', chosen.has(option.value));
        } else if (options.some((option) => option.defaultSelected)) {
            for (const option of options) set(option, 'selected', option.defaultSelected);
        } else if (!select.multiple && options.length > 0) {
            set(select, 'selectedIndex', 0);
        }
    };
}

/** Writes only what differs: writing an equal value would move the text cursor. */
function set(target, name, value) {
    if (target[name] !== value) target[name] = value;
}
