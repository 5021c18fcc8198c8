// Without WebGL 2, without the viewer's module, and from file://: the same comparison.

import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { countColours, launch, layoutOf, newPage, openSite, paste, picture, ROOT, settled, stateOf, viewerBox } from './support.mjs';

let site;
before(async () => {
    site = await openSite();
});
after(() => site?.close());

const inMirror = (page, find) =>
    page.evaluate(
        (selector) =>
            [...document.querySelector('twicetold-viewer').shadowRoot.querySelectorAll(selector)].map((node) => node.textContent),
        find,
    );

async function readAsText(page) {
    await settled(page);
    const state = await stateOf(page);
    assert.equal(state.renderer, 'html');
    assert.ok(state.changeCount > 5);
    const mirror = page.locator('twicetold-viewer .mirror');
    assert.ok(await mirror.isVisible());
    assert.match(await mirror.locator('.notice').textContent(), /WebGL 2/);
    assert.equal(await page.locator('twicetold-viewer canvas').count(), 0);

    // Everything of both versions is there, and what is marked is what was edited.
    const { before: old, after: fresh } = await page.evaluate(() => {
        const viewer = document.querySelector('twicetold-viewer');
        const sides = {};
        for (const side of ['before', 'after']) {
            sides[side] = [...viewer.shadowRoot.querySelectorAll(`.cell.${side}`)]
                .map((cell) => {
                    const copy = cell.cloneNode(true);
                    for (const said of copy.querySelectorAll('.said')) said.remove();
                    return copy.textContent;
                })
                .join('');
        }
        return sides;
    });
    const documents = await page.evaluate(() => document.querySelector('twicetold-viewer').comparison.documents);
    const words = (text) => text.replace(/[\s#>]+/g, '');
    assert.equal(words(old), words(documents[0].text));
    assert.equal(words(fresh), words(documents[1].text));
    assert.ok((await inMirror(page, 'del')).length > 3);
    assert.ok((await inMirror(page, 'ins')).length > 3);
    assert.ok((await inMirror(page, 'h2')).length >= 2);
    // What the changes amount to stands beside their number.
    assert.match(state.summary.text, /^\d+ substantive, no correction note$/);
    assert.deepEqual(await inMirror(page, '.bar .summary'), [state.summary.text]);
    assert.ok(await mirror.locator('.bar .summary').isVisible());
}

async function stepsThrough(page) {
    const { changeCount } = await stateOf(page);
    await page.getByRole('button', { name: 'Next change' }).click();
    assert.equal((await stateOf(page)).label, `Change 1 of ${changeCount}`);
    await page.getByRole('button', { name: 'Next change' }).click();
    await page.getByRole('button', { name: 'Previous change' }).click();
    assert.equal((await stateOf(page)).change, 0);
    assert.match(await page.locator('twicetold-viewer .live').textContent(), /^Change 1 of/);
    assert.ok(await page.locator('twicetold-viewer [aria-current="true"]').first().isVisible());
}

test('without WebGL the comparison is shown as HTML, and the page says so', async () => {
    const browser = await launch(['--disable-gpu', '--disable-3d-apis']);
    try {
        const page = await newPage(browser);
        await page.goto(site.address);
        await readAsText(page);
        await stepsThrough(page);
        await picture(page, 'fallback-desktop');
        await paste(page, ['It hurt 14 people.', 'It hurt 41 people.']);
        await page.waitForFunction(() => document.querySelector('twicetold-viewer').state.documents.length === 2);
        assert.deepEqual(await inMirror(page, 'ins'), ['added: 41']);
        const phone = await newPage(browser, { viewport: { width: 390, height: 844 }, colorScheme: 'dark' });
        await phone.goto(site.address);
        await settled(phone);
        await picture(phone, 'fallback-phone-dark');
        assert.ok((await phone.evaluate(() => document.documentElement.scrollWidth)) <= 390);
    } finally {
        await browser.close();
    }
});

test('if the viewer cannot be loaded, the comparison is shown as HTML and an error is told', async () => {
    const browser = await launch();
    try {
        const page = await newPage(browser);
        await page.route('**/twicetold-viewer.wasm', (route) => route.fulfill({ status: 404, body: '' }));
        await page.addInitScript(() => {
            document.addEventListener('twicetold-error', ({ detail }) => (document.toldError = detail));
        });
        await page.goto(site.address);
        await readAsText(page);
        const told = await page.evaluate(() => document.toldError);
        assert.equal(told.code, 'viewer-failed');
        assert.match(told.message, /twicetold-viewer\.wasm/);
    } finally {
        await browser.close();
    }
});

test('if the engine cannot be loaded, the page says so and does not hang', async () => {
    const browser = await launch();
    try {
        const page = await newPage(browser);
        await page.route('**/twicetold-engine.wasm', (route) => route.fulfill({ status: 404, body: '' }));
        await page.goto(site.address);
        await page.waitForFunction(() => document.getElementById('status-text').textContent !== '');
        assert.match(await page.locator('#status-text').textContent(), /engine could not be started/);
    } finally {
        await browser.close();
    }
});

test('screen readers get the whole comparison beside the canvas', async () => {
    const browser = await launch(['--force-renderer-accessibility']);
    try {
        const page = await newPage(browser);
        await page.goto(site.address);
        await settled(page);
        const region = page.getByRole('region', { name: 'The comparison as text' });
        const tree = await region.ariaSnapshot();
        assert.match(tree, /heading "Ferry/);
        assert.match(tree, /deletion/);
        assert.match(tree, /insertion/);
        assert.match(tree, /removed: /);
        assert.equal(await page.getByRole('application', { name: 'Comparison, side by side' }).count(), 1);
        // What is far from the screen is not laid out, and is read all the same.
        const session = await page.context().newCDPSession(page);
        await session.send('Accessibility.enable');
        const { nodes } = await session.send('Accessibility.getFullAXTree');
        const read = nodes
            .filter(({ ignored, role }) => !ignored && role.value === 'StaticText')
            .map(({ name }) => name.value.trim())
            .join(' ')
            .replace(/\s+/g, ' ');
        const { documents } = await page.evaluate(() => document.querySelector('twicetold-viewer').comparison);
        for (const { text } of documents.slice(0, 2)) {
            const last = text.trim().split(/\n+/).at(-1).split(' ').slice(0, 3).join(' ');
            assert.ok(read.includes(last), last);
        }
        // Present, but not to be seen.
        const box = await page.locator('twicetold-viewer .mirror').boundingBox();
        assert.ok(box.width <= 1 && box.height <= 1);
    } finally {
        await browser.close();
    }
});

test('twicetold.html works from a folder, without any request', async () => {
    const browser = await launch();
    try {
        const page = await newPage(browser);
        const address = pathToFileURL(path.join(ROOT, 'dist/twicetold.html')).href;
        await page.goto(address);
        await settled(page);
        const state = await stateOf(page);
        assert.equal(state.renderer, 'webgl2');
        assert.ok(state.changeCount > 5);
        const box = await viewerBox(page);
        assert.ok(countColours(await picture(page, 'one-file'), box) > 50);
        assert.ok((await layoutOf(page)).marks.length > 3);
        await paste(page, ['It hurt 14 people.', 'It hurt 41 people.']);
        await page.waitForFunction(() => document.querySelector('twicetold-viewer').state.documents.length === 2);
        assert.equal((await stateOf(page)).changeCount, 1);
        await page.selectOption('#samples', 'tram-reopens-ja');
        await page.waitForFunction(() => document.querySelector('twicetold-viewer').state.documents[0]?.source === '霧浜新報');
        const asked = page.requests.filter((each) => !/^(blob|data):/.test(each));
        assert.deepEqual(asked, [address]);
        assert.deepEqual(page.problems, []);
    } finally {
        await browser.close();
    }
});

test('index.html opened from a folder leads to twicetold.html', async () => {
    const browser = await launch();
    try {
        const page = await newPage(browser);
        await page.goto(pathToFileURL(path.join(ROOT, 'dist/index.html')).href).catch(() => {});
        await page.waitForURL(/twicetold\.html$/);
        await settled(page);
        assert.ok((await stateOf(page)).changeCount > 5);
    } finally {
        await browser.close();
    }
});
