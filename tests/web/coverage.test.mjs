// Coverage in the page: the sample, the matrix and the lists, by pointer and keyboard, names hidden, one's own articles.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
    countColours,
    distance,
    fillIn,
    groundOf,
    launch,
    layoutOf,
    newPage,
    picture,
    settled,
    siteAndBrowser,
    stateOf,
    statusOf,
    viewerBox,
} from './support.mjs';

const NAMES = ['The Brackwater Standard', 'Northern Dispatch', 'Radio Sallow', 'The Evening Bell'];

const opened = siteAndBrowser();

async function open(settings, flagged = opened.browser) {
    const page = await newPage(flagged, settings);
    await page.goto(opened.site.address);
    await settled(page);
    await page.selectOption('#samples', 'market-hall-fire');
    await page.waitForFunction(() => document.querySelector('twicetold-viewer').state.mode === 'coverage');
    await settled(page);
    await page.locator('twicetold-viewer').evaluate((viewer) => viewer.focus());
    return page;
}

const comparisonOf = (page) => page.evaluate(() => document.querySelector('twicetold-viewer').comparison);

/** The text that stands beside the canvas. */
const mirrorText = (page) =>
    page.evaluate(() => {
        const root = document.querySelector('twicetold-viewer').shadowRoot;
        return root.querySelector('.mirror').textContent + root.querySelector('.live').textContent;
    });

const boxes = async (page, kind) => (await layoutOf(page)).panel.filter((box) => box.kind === kind);

async function clickBox(page, { x, y, width, height }) {
    const origin = await viewerBox(page);
    await page.mouse.click(origin.x + x + width / 2, origin.y + y + Math.min(height, 40) / 2);
    await settled(page);
}

test('the sample opens in coverage mode: two outlets, the matrix, and marks where the viewer says', async () => {
    const page = await open();
    const state = await stateOf(page);
    const comparison = await comparisonOf(page);
    assert.equal(state.mode, 'coverage');
    assert.deepEqual([state.before, state.after, state.stepCount], [0, 1, 0]);
    assert.equal(state.changeCount, comparison.claims.length);
    assert.equal(state.label, `${comparison.claims.length} claims`);
    assert.deepEqual(state.coverage.outlets, NAMES);
    assert.equal(await page.locator('#samples').inputValue(), 'market-hall-fire');

    const layout = await layoutOf(page);
    const origin = await viewerBox(page);
    const image = await picture(page, 'coverage');
    for (const { side, begin, end, text } of layout.words)
        assert.equal(comparison.documents[state[side]].text.slice(begin, end), text);
    // Marked sentences have a ground of their own, cells a sign.
    const absolute = ({ x, y, width, height }) => ({ x: origin.x + x, y: origin.y + y, width, height });
    const paper = groundOf(image, { ...origin, width: 300, height: 300 });
    const shared = layout.marks.filter(({ kind, y, height }) => kind === 'shared' && y > 100 && y + height < origin.height);
    assert.ok(shared.length > 3);
    for (const mark of shared.slice(0, 6)) assert.ok(distance(groundOf(image, absolute(mark)), paper) >= 5, mark.text);
    const cells = layout.panel.filter(({ kind, y, height }) => kind === 'cell' && y + height < origin.height);
    assert.ok(cells.length >= 4);
    for (const cell of cells) assert.ok(countColours(image, absolute(cell)) >= 2, cell.text);
    assert.deepEqual(page.problems, []);
    await page.context().close();
});

test('the matrix tells for every claim what the comparison says of every outlet; what differs is never shown as agreeing', async () => {
    const page = await open();
    const comparison = await comparisonOf(page);
    const table = await page.evaluate(() =>
        [...document.querySelector('twicetold-viewer').shadowRoot.querySelectorAll('table.matrix tbody tr')].map((row) => ({
            claim: Number(row.dataset.row),
            stances: [...row.cells].slice(1).map((cell) => cell.className),
        })),
    );
    assert.equal(table.length, comparison.claims.length);
    for (const { claim, stances } of table) {
        comparison.documents.forEach((_, document) => {
            const mentions = comparison.claims[claim].mentions.filter((each) => each.document === document);
            if (mentions.length === 0) assert.equal(stances[document], 'omits');
            else if (mentions.some(({ relation }) => relation === 'differs')) assert.equal(stances[document], 'differs');
            else assert.notEqual(stances[document], 'omits');
        });
    }
    // The canvas says the same as the text.
    for (const cell of await boxes(page, 'cell'))
        assert.equal(cell.stance, table.find(({ claim }) => claim === cell.claim).stances[cell.document]);
    // Statements of a disputed figure in one claim do not agree with each other.
    const places = (figure) => figure.mentions.map(({ document, sentence, camp }) => ({ document, sentence, camp }));
    for (const figure of comparison.figures.filter(({ agree }) => !agree)) {
        comparison.claims.forEach(({ mentions }, index) => {
            const stated = places(figure).filter((at) => mentions.some((each) => each.document === at.document && each.sentence === at.sentence));
            if (new Set(stated.map(({ camp }) => camp)).size < 2) return;
            const { stances } = table.find(({ claim }) => claim === index);
            assert.ok(stated.some(({ document }) => stances[document] === 'differs'));
        });
    }
    await page.context().close();
});

test('N and P step through the claims, which are announced and stand level', async () => {
    const page = await open();
    const { changeCount } = await stateOf(page);
    for (let i = 1; i <= Math.min(changeCount, 8); ++i) {
        await page.keyboard.press('n');
        await settled(page);
        const state = await stateOf(page);
        assert.equal(state.label, `Claim ${i} of ${changeCount}`);
        assert.equal(state.coverage.order[state.change], state.coverage.claim);
        const announced = await page.locator('twicetold-viewer .live').textContent();
        assert.ok(announced.startsWith(`Claim ${i} of ${changeCount}: `), announced);
        const { mentions } = (await comparisonOf(page)).claims[state.coverage.claim];
        for (const side of ['before', 'after']) {
            assert.ok(mentions.some(({ document }) => document === state[side]), `${side} carries it`);
            const marks = (await layoutOf(page)).marks.filter((mark) => mark.side === side && mark.current);
            assert.ok(marks.length > 0, `${side} is on screen`);
            assert.ok(marks.every(({ change }) => change === state.change));
        }
        const current = await page.locator('twicetold-viewer tr[aria-current="true"]').getAttribute('data-row');
        assert.equal(Number(current), state.coverage.claim);
    }
    await picture(page, 'coverage-claim');
    await page.keyboard.press('p');
    await page.waitForFunction((wanted) => document.querySelector('twicetold-viewer').state.change === wanted, Math.min(changeCount, 8) - 2);
    await page.context().close();
});

test('a cell opens the outlet at the sentence', async () => {
    const page = await open();
    const cell = (await boxes(page, 'cell')).find(({ document, stance }) => document === 3 && stance !== 'omits');
    await clickBox(page, cell);
    const state = await stateOf(page);
    assert.equal(state.coverage.claim, cell.claim);
    const side = state.before === 3 ? 'before' : 'after';
    assert.equal(state[side], 3);
    const comparison = await comparisonOf(page);
    const sentences = comparison.documents[3].paragraphs.flatMap((paragraph) => paragraph.sentences);
    const [begin] = sentences[cell.sentence];
    const current = (await layoutOf(page)).marks.filter((mark) => mark.side === side && mark.current);
    assert.ok(current.some((mark) => mark.begin <= begin && mark.end > begin));
    await page.context().close();
});

test('every view shows its findings, each line of which opens its sentence', async () => {
    const page = await open();
    const comparison = await comparisonOf(page);
    for (const view of ['quotations', 'figures', 'copied', 'unique', 'words', 'openings']) {
        await page.keyboard.press('v');
        await settled(page);
        assert.equal((await stateOf(page)).coverage.view, view);
        const lines = await boxes(page, 'line');
        assert.ok(lines.length > 1, view);
        await picture(page, `coverage-${view}`);
        const line = lines[1];
        await clickBox(page, line);
        const state = await stateOf(page);
        assert.ok([state.before, state.after].includes(line.document), view);
        assert.ok(line.text.length > 0);
    }
    // Disagreements come first in the ledger, and carry the flag.
    await page.evaluate(() => document.querySelector('twicetold-viewer').showView('figures'));
    await settled(page);
    const [first] = await boxes(page, 'line');
    assert.equal(first.differs, comparison.figures.some(({ agree }) => !agree));
    await page.context().close();
});

test('order and filters, from the keyboard and from the page around it', async () => {
    const page = await open();
    const orders = new Set();
    for (const sort of ['carriers', 'disagreement', 'story']) {
        await page.keyboard.press('s');
        const { coverage } = await stateOf(page);
        assert.equal(coverage.sort, sort);
        orders.add(coverage.order.join());
    }
    assert.equal(orders.size, 3);
    await page.evaluate(() => document.querySelector('twicetold-viewer').filter({ kind: 'differing' }));
    const differing = await stateOf(page);
    assert.ok(differing.changeCount > 0 && differing.changeCount < differing.coverage.order.length + 1);
    assert.match(differing.label, /^\d+ of \d+ claims$/);
    const rows = await page.locator('twicetold-viewer table.matrix tbody tr').count();
    assert.equal(rows, differing.changeCount);
    await page.evaluate(() => document.querySelector('twicetold-viewer').filter({ kind: 'all', outlet: 3 }));
    const { coverage } = await stateOf(page);
    const { claims } = await comparisonOf(page);
    for (const claim of coverage.order) assert.ok(claims[claim].mentions.some(({ document }) => document === 3));
    await page.context().close();
});

test('blind hides every outlet’s name, in the canvas, the text and the state, until it is revealed', async () => {
    const page = await open();
    const comparison = await comparisonOf(page);
    const bylines = comparison.documents.map(({ byline }) => byline).filter(Boolean);
    assert.ok(bylines.length > 0);
    assert.ok(NAMES.every((name) => comparison.documents.some(({ source }) => source === name)));
    const seen = async () => {
        const text = await mirrorText(page);
        const { documents, coverage } = await stateOf(page);
        const panel = (await layoutOf(page)).panel.map((box) => box.text).join();
        return `${text}${JSON.stringify([documents, coverage.outlets])}${panel}`;
    };
    for (const name of NAMES) assert.ok((await seen()).includes(name), name);
    await page.keyboard.press('b');
    await settled(page);
    await page.keyboard.press('n');
    await settled(page);
    const hidden = await seen();
    for (const name of [...NAMES, ...bylines]) assert.ok(!hidden.includes(name), name);
    assert.ok(hidden.includes('Outlet A'));
    assert.equal(await page.locator('twicetold-viewer').getAttribute('blind'), '');
    await picture(page, 'coverage-blind');
    const body = await page.locator('body').innerText();
    for (const name of NAMES) assert.ok(!body.includes(name), name);
    await page.evaluate(() => document.querySelector('twicetold-viewer').removeAttribute('blind'));
    await settled(page);
    assert.equal((await stateOf(page)).coverage.blind, false);
    for (const name of NAMES) assert.ok((await seen()).includes(name), name);
    await page.context().close();
});

test('the text beside the canvas is made of real tables, lists and headings', async () => {
    const page = await open();
    const found = await page.evaluate(() => {
        const root = document.querySelector('twicetold-viewer').shadowRoot;
        const count = (find) => root.querySelectorAll(find).length;
        return {
            headings: [...root.querySelectorAll('h2')].map((node) => node.textContent),
            columns: [...root.querySelectorAll('table.matrix thead th[scope="col"]')].map((node) => node.textContent),
            rowHeads: count('table.matrix tbody th[scope="row"]'),
            captions: count('table > caption'),
            ledger: count('table.ledger tbody tr'),
            lists: count('ul.lines > li'),
            articles: count('article'),
        };
    });
    for (const heading of ['Claims', 'Quotations', 'Figures', 'Copied passages', 'Only here', 'Headlines and first paragraphs'])
        assert.ok(found.headings.includes(heading), heading);
    assert.deepEqual(found.columns, ['Claim', ...NAMES.map((name, index) => `${'ABCD'[index]} ${name}`)]);
    assert.equal(found.rowHeads, (await comparisonOf(page)).claims.length);
    assert.equal(found.captions, 2);
    assert.ok(found.ledger > 2);
    assert.ok(found.lists > 10);
    assert.equal(found.articles, 2);
    await page.context().close();
});

test('every control is reached by Tab, and the findings by arrow keys', async () => {
    const page = await open();
    // The panel's own place comes last; arrows move in it and Enter opens.
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await settled(page);
    assert.equal((await stateOf(page)).change, 1);
    for (let column = 0; column < 4; ++column) await page.keyboard.press('ArrowRight');
    await picture(page, 'coverage-keyboard');
    await page.keyboard.press('Enter');
    await settled(page);
    const { before: left, after: right } = await stateOf(page);
    assert.ok(left === 3 || right === 3);
    // The head of a pane opens a list of outlets, from which the arrows and Enter choose.
    await page.keyboard.press('Escape');
    const kept = await stateOf(page);
    await page.keyboard.press(']');
    await settled(page);
    assert.notEqual((await stateOf(page)).before, kept.before);
    await page.context().close();
});

test('the menus choose an outlet, by pointer and by keyboard', async () => {
    const page = await open();
    const origin = await viewerBox(page);
    // The head of the left pane.
    await page.mouse.click(origin.x + 150, origin.y + 70);
    await settled(page);
    await picture(page, 'coverage-menu');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await settled(page);
    assert.equal((await stateOf(page)).before, 3);
    await page.mouse.click(origin.x + 150, origin.y + 70);
    await settled(page);
    await page.keyboard.press('Escape');
    await settled(page);
    assert.equal((await stateOf(page)).before, 3);
    await page.context().close();
});

test('the tooltip of a tab stands beside the panel, not over its tabs and filters', async () => {
    const page = await open();
    const origin = await viewerBox(page);
    const matrix = (await layoutOf(page)).panel[0];
    // The tabs and filters: above the matrix, and what is hovered left out.
    const tabs = { x: origin.x + matrix.x, y: origin.y + 90, width: matrix.width - 8, height: matrix.y - 130 };
    const colours = async (name) => {
        const image = await picture(page, name);
        return [groundOf(image, tabs), countColours(image, tabs)];
    };
    const without = await colours('coverage-tabs');
    await page.mouse.move(origin.x + matrix.x + 40, origin.y + 72);
    await page.waitForTimeout(900);
    assert.deepEqual(await colours('coverage-tip'), without);
    await page.context().close();
});

test('a phone shows the matrix first, a cell leads to the article, and nothing scrolls sideways', async () => {
    const page = await open({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
    const state = await stateOf(page);
    assert.equal(state.narrow, true);
    assert.equal(state.listOpen, true);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
    await picture(page, 'coverage-phone');
    const cell = (await boxes(page, 'cell')).find(({ document, stance }) => document === 2 && stance === 'says');
    const origin = await viewerBox(page);
    await page.touchscreen.tap(origin.x + cell.x + cell.width / 2, origin.y + cell.y + cell.height / 2);
    await settled(page);
    const opened = await stateOf(page);
    assert.equal(opened.listOpen, false);
    assert.equal(opened[opened.side], 2);
    assert.ok((await layoutOf(page)).marks.some(({ current }) => current));
    await picture(page, 'coverage-phone-article');
    await page.context().close();
});

test('one’s own articles are compared as coverage, and go back to the dialog as such', async () => {
    const page = await open();
    await page.click('#open-compose');
    await page.check('#compose-mode-coverage');
    await fillIn(page, [
        'Nine sailors were pulled from the water near Port Ellery, the coastguard said.\n\nThe mayor thanked the crew of the Marta.',
        'The coastguard pulled nine sailors from the water near Port Ellery.\n\nFishing resumed on Monday in the bay.',
    ]);
    await picture(page, 'coverage-compose');
    await page.locator('#compose details').first().locator('summary').click();
    await page.locator('#compose details').first().locator('input').first().fill('The Ellery Post');
    await page.click('#compose [type="submit"]');
    await page.waitForFunction(() => document.querySelector('twicetold-viewer').state.documents.length === 2);
    await settled(page);
    const state = await stateOf(page);
    assert.equal(state.mode, 'coverage');
    assert.deepEqual(state.coverage.outlets, ['The Ellery Post', 'Outlet B']);
    assert.ok(state.changeCount >= 1);
    await page.click('#edit');
    assert.ok(await page.isChecked('#compose-mode-coverage'));
    await page.check('#compose-mode-versions');
    await page.click('#compose [type="submit"]');
    await page.waitForFunction(() => document.querySelector('twicetold-viewer').state.mode === 'versions');
    assert.deepEqual(page.problems, []);
    await page.context().close();
});

test('articles that have nothing in common are told apart in a sentence', async () => {
    const page = await open();
    await page.click('#open-compose');
    await page.check('#compose-mode-coverage');
    await fillIn(page, ['Bees swarmed in the orchard at dawn.', 'The council raised parking fees for lorries.']);
    await page.click('#compose [type="submit"]');
    await page.waitForFunction(() => document.querySelector('twicetold-viewer').state.documents.length === 2);
    await settled(page);
    const state = await stateOf(page);
    assert.equal(state.label, 'No shared claim');
    assert.match(await mirrorText(page), /no claim in common/);
    assert.equal(await statusOf(page), '');
    await picture(page, 'coverage-unrelated');
    await page.context().close();
});

test('a saved comparison opens without its texts being compared again', async () => {
    const page = await open();
    const same = await page.evaluate(async () => {
        const viewer = document.querySelector('twicetold-viewer');
        const { comparison, layout } = viewer;
        const before = JSON.stringify(viewer.layout());
        viewer.comparison = JSON.parse(JSON.stringify(comparison));
        await new Promise((resolve) => setTimeout(resolve, 300));
        void layout;
        return before === JSON.stringify(viewer.layout());
    });
    assert.ok(same);
    await page.context().close();
});

test('without WebGL the coverage is shown as text, with its orders, filters and hidden names', async () => {
    const plain = await launch(['--disable-gpu', '--disable-3d-apis']);
    try {
        const page = await open({}, plain);
        const state = await stateOf(page);
        assert.equal(state.renderer, 'html');
        await picture(page, 'coverage-fallback');
        await page.getByRole('button', { name: 'Next claim' }).click();
        assert.equal((await stateOf(page)).label, `Claim 1 of ${state.changeCount}`);
        assert.match(await page.locator('twicetold-viewer .live').textContent(), /^Claim 1 of/);
        await page.getByLabel('Order of the claims').selectOption({ label: 'Disagreements first' });
        assert.equal((await stateOf(page)).coverage.sort, 'disagreement');
        await page.getByRole('button', { name: 'Hide the outlets’ names' }).click();
        const hidden = await mirrorText(page);
        for (const name of NAMES) assert.ok(!hidden.includes(name), name);
        await page.getByLabel('Which findings are shown').selectOption({ label: 'Disagreeing' });
        const rows = page.locator('twicetold-viewer table.matrix tbody tr');
        assert.equal(await rows.count(), (await stateOf(page)).changeCount);
        await page.setViewportSize({ width: 390, height: 844 });
        assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
        await picture(page, 'coverage-fallback-phone');
    } finally {
        await plain.close();
    }
});
