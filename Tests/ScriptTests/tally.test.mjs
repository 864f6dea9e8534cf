import assert from 'node:assert/strict';
import { test } from 'node:test';
import { junit, sum, tap } from '../../script/tally.mjs';

const swift = `<testsuites><testsuite name="TestResults" tests="3" failures="1">
<testcase classname="A" name="one()" time="0.1" />
<testcase classname="A" name="two(a > b)" time="0.1"><failure message="x"></failure></testcase>
<testcase classname="A" name="three()" time="0.1" />
</testsuite></testsuites>`;

test('testcases are counted one by one', () => {
    assert.deepEqual(junit(swift), { passed: 2, failed: 1, skipped: 0 });
    assert.deepEqual(junit('<testsuites></testsuites>'), { passed: 0, failed: 0, skipped: 0 });
    const pytest = '<testcase name="a"><skipped type="x">why</skipped></testcase><testcase name="b"><error/></testcase>';
    assert.deepEqual(junit(pytest), { passed: 0, failed: 1, skipped: 1 });
});

test('the summary of node --test is read, also its cancelled and open ones', () => {
    const text = '# pass 9 in a title\n# tests 7\n# pass 3\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 1\n';
    assert.deepEqual(tap(text), { passed: 3, failed: 2, skipped: 2 });
});

test('a runner that was cut off is a failure', () => {
    assert.deepEqual(tap('ok 1 - a\n'), { passed: 0, failed: 1, skipped: 0 });
});

test('tests that ran twice are counted once, and their failures always', () => {
    assert.deepEqual(sum([['again-core.xml', swift], ['swift.xml', swift]]), { passed: 2, failed: 2, skipped: 0 });
});

test('a red stage without a red test is one failure', () => {
    assert.equal(sum([], 'lint').failed, 1);
    assert.equal(sum([['swift.xml', swift]], 'swift').failed, 1);
});
