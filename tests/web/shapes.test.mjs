// The shapes in which versions show, which of their changes, and which pair of them.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { lossless, newPage, picture, settled, siteAndBrowser, stateOf } from './support.mjs';

const opened = siteAndBrowser();

/** The first example has four versions. */
async function openHistory(settings = {}) {
    const page = await newPage(opened.browser, settings);
    await page.goto(`${opened.site.address}index.html`);
    await settled(page);
    return page;
}

const viewer = (page, run, argument) =>
    page.evaluate(
        ([body, value]) => new Function('viewer', 'value', `return (${body})(viewer, value)`)(
            document.querySelector('twicetold-viewer'),
            value,
        ),
        [String(run), argument],
    );

/** What the text beside the canvas marks. */
const marksOf = (page) =>
    page.evaluate(() => {
        const root = document.querySelector('twicetold-viewer').shadowRoot;
        return [...root.querySelectorAll('ins, del')].map((node) => node.textContent);
    });

async function press(page, ...keys) {
    await page.evaluate(() => document.querySelector('twicetold-viewer').focus());
    for (const key of keys) await page.keyboard.press(key);
    await settled(page);
}

test('inline shows both wordings in one column, and the key leads back', async () => {
    const page = await openHistory();
    assert.equal((await stateOf(page)).presentation, 'side-by-side');
    await press(page, 'i');
    assert.equal((await stateOf(page)).presentation, 'inline');
    const { words } = await viewer(page, (v) => v.layout());
    const sides = new Set(words.map(({ side }) => side));
    assert.deepEqual([...sides].sort(), ['after', 'before']);
    // One column: a line holds words of both.
    const lines = new Map();
    for (const { y, side } of words) lines.set(y, (lines.get(y) ?? new Set()).add(side));
    assert.ok([...lines.values()].some((line) => line.size === 2));
    await picture(page, 'inline');
    await press(page, 'i');
    assert.equal((await stateOf(page)).presentation, 'side-by-side');
    assert.deepEqual(page.problems, []);
});

test('what is hidden is neither marked, counted nor told in the text beside the canvas', async () => {
    const page = await openHistory();
    const before = await stateOf(page);
    const marks = await marksOf(page);
    await press(page, 'c');
    const hidden = await stateOf(page);
    assert.ok(hidden.filter.hideCosmetic);
    assert.ok(hidden.hiddenCount > 0);
    assert.equal(hidden.changeCount + hidden.hiddenCount, before.changeCount);
    assert.ok((await marksOf(page)).length < marks.length);
    await viewer(page, (v) => v.filterChanges({ hideCosmetic: false, hiddenKinds: ['addition'] }));
    const kinds = await stateOf(page);
    assert.deepEqual(kinds.filter, { hideCosmetic: false, hiddenKinds: ['addition'] });
    await viewer(page, (v) => v.filterChanges({ hiddenKinds: [] }));
    assert.equal((await stateOf(page)).changeCount, before.changeCount);
    assert.deepEqual(await marksOf(page), marks);
});

test('any two versions of the timeline are compared, and the result joins the comparison', async () => {
    const page = await openHistory();
    const { stepCount, documents } = await stateOf(page);
    assert.ok(documents.length >= 4);
    await viewer(page, (v) => v.comparePair(0, 2));
    await page.waitForFunction(() => document.querySelector('twicetold-viewer').state.after === 2);
    await settled(page);
    const state = await stateOf(page);
    assert.equal(state.before, 0);
    assert.equal(state.stepCount, stepCount + 1);
    const comparison = await viewer(page, (v) => v.comparison);
    lossless(comparison, comparison.steps[state.step]);
    assert.ok((await marksOf(page)).length > 0);
    await picture(page, 'timeline');
    // The keyboard moves the ends as well.
    await viewer(page, (v) => v.comparePair(0, 1));
    assert.deepEqual(page.problems, []);
});

test('a narrow window shows one text, and the arrow keys turn to either version', async () => {
    const page = await openHistory({ viewport: { width: 390, height: 780 } });
    assert.equal((await stateOf(page)).presentation, 'inline');
    await press(page, 'ArrowLeft');
    assert.equal((await stateOf(page)).presentation, 'earlier');
    await press(page, 'ArrowRight', 'ArrowRight');
    assert.equal((await stateOf(page)).presentation, 'later');
    await press(page, 'ArrowRight');
    const state = await stateOf(page);
    assert.equal(state.step, 1);
    assert.equal(state.presentation, 'inline');
});

test('a host may bind other keys, and hears of those that there are not', async () => {
    const page = await openHistory();
    await page.evaluate(() => {
        const element = document.querySelector('twicetold-viewer');
        window.heard = [];
        element.addEventListener('twicetold-error', (event) => window.heard.push(event.detail.code));
        element.setAttribute('keys', 'next-change=j; fly=u');
    });
    assert.deepEqual(await page.evaluate(() => window.heard), ['keys-unknown']);
    await press(page, 'n');
    assert.equal((await stateOf(page)).change, -1);
    await press(page, 'j');
    assert.equal((await stateOf(page)).change, 0);
});
