// Which old child becomes which new child: the plan of a patch, as plain functions over keys.

/** The value that says: no old child fits, a new one is put in. */
export const NEW = -1;

/**
 * Matches new children to old ones. A child is `{key, name}`: with a key it only matches the same key and
 * name; without one it takes the next unused child of its name that has no key either.
 * Gives, for each new child, the index of its old one or NEW.
 */
export function match(before, after) {
    const keyed = new Map();
    const loose = new Map();
    before.forEach((child, index) => {
        if (child.key) {
            if (!keyed.has(child.key)) keyed.set(child.key, index);
        } else if (loose.has(child.name)) {
            loose.get(child.name).push(index);
        } else {
            loose.set(child.name, [index]);
        }
    });
    for (const list of loose.values()) list.reverse();
    return after.map((child) => {
        if (!child.key) return loose.get(child.name)?.pop() ?? NEW;
        const index = keyed.get(child.key);
        if (index === undefined || before[index].name !== child.name) return NEW;
        keyed.delete(child.key);
        return index;
    });
}

/**
 * The old children that stay where they are while the others move round them: the longest run that is in
 * order already. `pinned` (the child that holds the focus) always stays, since moving it would lose the focus.
 */
export function staying(matches, pinned = NEW) {
    const at = pinned === NEW ? -1 : matches.indexOf(pinned);
    const candidates = matches
        .map((old, position) => ({ old, position }))
        .filter(({ old }) => old !== NEW)
        .filter(({ old, position }) =>
            at < 0 || position === at || (position < at ? old < pinned : old > pinned))
        .map(({ old }) => old);
    return new Set(longestIncreasing(candidates));
}

function longestIncreasing(values) {
    const tails = [];       // tails[n]: index of the smallest value that ends a run of length n + 1
    const previous = new Array(values.length);
    values.forEach((value, index) => {
        let low = 0;
        let high = tails.length;
        while (low < high) {
            const middle = (low + high) >> 1;
            if (values[tails[middle]] < value) low = middle + 1; else high = middle;
        }
        previous[index] = low > 0 ? tails[low - 1] : -1;
        tails[low] = index;
    });
    const run = [];
    for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index]) run.push(values[index]);
    return run.reverse();
}
