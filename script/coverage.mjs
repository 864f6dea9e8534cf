#!/usr/bin/env node
// Holds each layer to its floor of covered lines, from the JSON that llvm-cov exports.
// usage: script/coverage.mjs CODECOV.json
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The layers, bottom-up; every target under Sources/ is in one of them or in `unmeasured`. */
export const layers = [
    { name: 'core', floor: 95, targets: ['MusterCore'] },
    { name: 'logs', floor: 85, targets: ['MusterLog', 'MusterSQLite', 'MusterPostgres'] },
    {
        name: 'server',
        floor: 80,
        targets: ['MusterViews', 'MusterBrowser', 'MusterDesk', 'MusterExchange', 'MusterDelivery',
            'MusterSimulation', 'MusterServer'],
    },
];

/** Targets without a floor, each with its reason. */
export const unmeasured = {
    muster: 'tests run it as a process of its own, which llvm-cov does not see',
    CLibArchive: 'a module map',
    CLibPQ: 'a module map',
};

/** Lines and covered lines by target, from the export of llvm-cov. */
export function linesByTarget(coverage) {
    const found = new Map();
    for (const file of coverage.data.flatMap((each) => each.files)) {
        const target = /\/Sources\/([^/]+)\/(?:[^/]+\/)*[^/]+\.swift$/.exec(file.filename)?.[1];
        if (!target || /\/(\.build|checkouts)[^/]*\//.test(file.filename)) continue;
        const lines = found.get(target) ?? { count: 0, covered: 0 };
        lines.count += file.summary.lines.count;
        lines.covered += file.summary.lines.covered;
        found.set(target, lines);
    }
    return found;
}

/** One row a layer, and what is wrong; `written` names the targets that have code, measured or not. */
export function judge(measured, written) {
    const rows = [];
    const problems = [];
    const known = new Set([...layers.flatMap((each) => each.targets), ...Object.keys(unmeasured)]);
    for (const target of written) {
        if (!known.has(target)) problems.push(`${target} is in no layer (script/coverage.mjs)`);
        else if (!(target in unmeasured) && !measured.has(target)) problems.push(`${target} was not measured`);
    }
    for (const { name, floor, targets } of layers) {
        const lines = targets.map((target) => measured.get(target)).filter(Boolean);
        const count = lines.reduce((sum, each) => sum + each.count, 0);
        const covered = lines.reduce((sum, each) => sum + each.covered, 0);
        if (count === 0) {
            rows.push(`${name}: no code yet (floor ${floor} %)`);
            continue;
        }
        const percent = (100 * covered) / count;
        rows.push(`${name}: ${percent.toFixed(1)} % of ${count} lines (floor ${floor} %)`);
        if (percent < floor) problems.push(`${name} is below its floor of ${floor} %`);
    }
    return { rows, problems };
}

/** Whether a folder has a Swift file with a function in it; what holds no code cannot be measured. */
function hasCode(folder) {
    return readdirSync(folder).some((name) => {
        const path = join(folder, name);
        if (statSync(path).isDirectory()) return hasCode(path);
        return name.endsWith('.swift') && /^[^/]*\b(func|init|subscript)\b.*\{\s*$/m.test(readFileSync(path, 'utf8'));
    });
}

function main(path) {
    if (!path) {
        console.error('usage: script/coverage.mjs CODECOV.json');
        return 64;
    }
    const written = readdirSync('Sources').filter((name) => hasCode(join('Sources', name)));
    const { rows, problems } = judge(linesByTarget(JSON.parse(readFileSync(path, 'utf8'))), written);
    for (const row of rows) console.log(row);
    for (const problem of problems) console.error(problem);
    return problems.length > 0 ? 1 : 0;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exitCode = main(...process.argv.slice(2));
