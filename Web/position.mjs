// Positions in a log: whole numbers as text, since they may be longer than JavaScript's numbers are exact.

/** Compares two positions, which are whole numbers as text; none at all comes first. */
export function compare(one, other) {
    const [a, b] = [BigInt(one ?? -1), BigInt(other ?? -1)];
    return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * Whether a tab at `position` may take an event that follows `previous`: `take`, `known` (has it already)
 * or `gap` (something between is missing). An event without a position never moves anything: it is taken.
 */
export function place(position, { id, previous }) {
    if (!id) return 'take';
    if (compare(id, position) <= 0) return 'known';
    return compare(previous, position) <= 0 ? 'take' : 'gap';
}
