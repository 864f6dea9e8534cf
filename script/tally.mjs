#!/usr/bin/env node
// Sums what the test runners wrote and prints one line: "N passed, N failed".
// usage: script/tally.mjs FOLDER [--red STAGE]
// FOLDER holds JUnit files (*.xml; those named again-* count only what failed) and TAP files (*.tap).
// --red names a stage that failed; it counts as one failure when no test did. A skipped test is a failed one.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The counts of one JUnit file: every testcase is passed, failed or skipped. */
export function junit(text) {
    const cases = text.match(/<testcase\b(?:[^>"'/]|\/(?!>)|"[^"]*"|'[^']*')*(?:\/>|>[\s\S]*?<\/testcase>)/g) ?? [];
    const failed = cases.filter((each) => /<(failure|error)\b/.test(each)).length;
    const skipped = cases.filter((each) => /<skipped\b/.test(each)).length;
    return { passed: cases.length - failed - skipped, failed, skipped };
}

/** The counts of one TAP file of node --test, from the summary at its end. */
export function tap(text) {
    const number = (word) => {
        const found = [...text.matchAll(new RegExp(`^# ${word} (\\d+)$`, 'gm'))].at(-1);
        return found ? Number(found[1]) : undefined;
    };
    // Without a summary the runner was cut off: that is a failure, not nothing.
    if (number('pass') === undefined) return { passed: 0, failed: 1, skipped: 0 };
    return {
        passed: number('pass'),
        failed: (number('fail') ?? 0) + (number('cancelled') ?? 0),
        skipped: (number('skipped') ?? 0) + (number('todo') ?? 0),
    };
}

/** Adds up files given as [name, text]. */
export function sum(files, redStage) {
    const total = { passed: 0, failed: 0, skipped: 0 };
    for (const [name, text] of files) {
        const counts = name.endsWith('.tap') ? tap(text) : junit(text);
        total.failed += counts.failed;
        if (name.startsWith('again-')) continue;
        total.passed += counts.passed;
        total.skipped += counts.skipped;
    }
    if (redStage && total.failed === 0) total.failed = 1;
    return total;
}

function main(folder, option, redStage) {
    if (!folder || (option && (option !== '--red' || !redStage))) {
        console.error('usage: script/tally.mjs FOLDER [--red STAGE]');
        return 64;
    }
    const names = readdirSync(folder).filter((name) => /\.(xml|tap)$/.test(name)).sort();
    const total = sum(names.map((name) => [basename(name), readFileSync(join(folder, name), 'utf8')]), redStage);
    if (total.skipped > 0) console.error(`${total.skipped} skipped or left open: counted as failed`);
    if (total.passed === 0 && !redStage) console.error('no test ran');
    const failed = total.failed + total.skipped;
    console.log(`${total.passed} passed, ${failed} failed`);
    return failed > 0 || total.passed === 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = main(...process.argv.slice(2));
