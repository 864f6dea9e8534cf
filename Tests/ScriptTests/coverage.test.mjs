import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge, linesByTarget } from '../../script/coverage.mjs';

const file = (filename, count, covered) => ({ filename, summary: { lines: { count, covered } } });

test('lines are summed by target; tests and packages are left out', () => {
    const found = linesByTarget({
        data: [{
            files: [
                file('/a/Sources/MusterCore/Wire/Wire.swift', 100, 90),
                file('/a/Sources/MusterCore/Incident/Raise.swift', 100, 100),
                file('/a/Tests/MusterCoreTests/WireTests.swift', 50, 1),
                file('/a/.build/coverage/checkouts/x/Sources/NIOCore/A.swift', 70, 1),
            ],
        }],
    });
    assert.deepEqual([...found], [['MusterCore', { count: 200, covered: 190 }]]);
});

test('a layer below its floor is red', () => {
    const at = (covered) => judge(new Map([['MusterCore', { count: 1000, covered }]]), ['MusterCore']).problems;
    assert.deepEqual(at(950), []);
    assert.deepEqual(at(949), ['core is below its floor of 95 %']);
});

test('targets of a layer are held together', () => {
    const measured = new Map([['MusterLog', { count: 50, covered: 50 }], ['MusterSQLite', { count: 50, covered: 30 }]]);
    assert.deepEqual(judge(measured, []).problems, ['logs is below its floor of 85 %']);
});

test('code that is in no layer or was not measured is red', () => {
    assert.deepEqual(judge(new Map(), ['MusterNew']).problems, ['MusterNew is in no layer (script/coverage.mjs)']);
    assert.deepEqual(judge(new Map(), ['MusterCore']).problems, ['MusterCore was not measured']);
    assert.deepEqual(judge(new Map(), ['muster']).problems, []);
});
