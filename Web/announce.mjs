// Reads short texts out through two live regions, for people who hear the page instead of seeing it.

const LEVELS = { polite: 'status', assertive: 'alert' };

/** How long a text stands for a screen reader to fetch it. */
const SPOKEN = 10_000;

/** Whether the page is one of somebody who hides: nothing speaks, sounds or shakes. The core says who does. */
export const isSilent = (document) => document.querySelector('[data-look]') !== null;

/** Finds the page's live regions (`data-live="polite"`), or makes them, and returns a function that speaks. */
export function announcer(document) {
    const places = Object.fromEntries(Object.entries(LEVELS).map(([level, role]) => {
        const place = document.querySelector(`[data-live="${level}"]`) ?? make(document, level, role);
        return [level, place];
    }));
    return (texts) => {
        const silent = isSilent(document);
        for (const level of Object.keys(LEVELS)) {
            const said = texts.filter((each) => each.level === level).map((each) => each.text);
            if (silent) places[level].textContent = '';
            else if (said.length > 0) say(places[level], said.join(' ').slice(0, 500));
        }
    };
}

/** What was read out goes again: whoever reads the page line by line must not find it there as news. */
function say(place, text) {
    place.textContent = text;
    setTimeout(() => { if (place.textContent === text) place.textContent = ''; }, SPOKEN)?.unref?.();
}

function make(document, level, role) {
    const place = document.createElement('p');
    place.dataset.live = level;
    place.className = 'visually-hidden';
    place.setAttribute('role', role);
    place.setAttribute('aria-live', level);
    document.body.append(place);
    return place;
}
