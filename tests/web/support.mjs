// What the tests of the web side share: the built site on a port of its own, a browser, and the picture it shows.

import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';

import { serve } from '../../tools/serve.mjs';
import { decodePng } from './png.mjs';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const SHARED = process.env.SHARED_DIR || path.resolve(ROOT, '../shared');
const SCREENSHOTS = path.join(ROOT, 'build/screenshots');

const FLAGS = [
    '--no-sandbox',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
];

// ------------------------------------------------------------------------------------------------ results

/** The old ("-") or new ("+") text that the edits spell. */
export function joined(edits, operation) {
    return edits
        .filter(([kind]) => kind === '=' || kind === operation)
        .map(([kind, text, after]) => (kind === '=' && operation === '+' && typeof after === 'string' ? after : text))
        .join('');
}

/** Asserts that the edits of a step reproduce both of its documents. */
export function lossless(comparison, step) {
    assert.equal(joined(step.edits, '-'), comparison.documents[step.before].text);
    assert.equal(joined(step.edits, '+'), comparison.documents[step.after].text);
}

// ------------------------------------------------------------------------------------------------ browser

/** The site on a free port of this machine. */
export async function openSite() {
    const { server, address } = await serve(path.join(ROOT, 'dist'), { port: 0 });
    return {
        address,
        close() {
            server.close();
            server.closeAllConnections();
        },
    };
}

export async function launch(flags = []) {
    const { chromium } = await import('playwright-core');
    return chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: [...FLAGS, ...flags] });
}

/** The built site and a browser for all tests of a file: opened before the first of them, closed behind the last. */
export function siteAndBrowser() {
    const opened = {};
    before(async () => {
        opened.site = await openSite();
        opened.browser = await launch();
    });
    after(async () => {
        await opened.browser?.close();
        opened.site?.close();
    });
    return opened;
}

/** A page that remembers what it asked for and what went wrong in it. */
export async function newPage(browser, settings = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...settings });
    const page = await context.newPage();
    page.requests = [];
    page.problems = [];
    page.on('request', (request) => page.requests.push(request.url()));
    page.on('pageerror', (error) => page.problems.push(String(error)));
    page.on('console', (message) => {
        if (message.type() === 'error') page.problems.push(message.text());
    });
    return page;
}

/** Waits until the comparison is drawn, and nothing more is about to be. */
export async function settled(page, selector = 'twicetold-viewer') {
    await page.waitForFunction(
        (find) => (document.querySelector(find)?.state?.documents.length ?? 0) > 0,
        selector,
        { timeout: 15000 },
    );
    await page.evaluate(async (find) => {
        const viewer = document.querySelector(find);
        let quiet = 0;
        for (let frames = viewer.state.frames; quiet < 4; ) {
            await new Promise((resolve) => setTimeout(resolve, 50));
            const now = viewer.state.frames;
            quiet = now === frames && (now > 0 || viewer.state.renderer === 'html') ? quiet + 1 : 0;
            frames = now;
        }
    }, selector);
}

export const stateOf = (page) => page.evaluate(() => document.querySelector('twicetold-viewer').state);
export const layoutOf = (page) => page.evaluate(() => document.querySelector('twicetold-viewer').layout());
export const statusOf = (page) => page.locator('#status-text').textContent();

/** Where the viewer stands in the page. */
export const viewerBox = (page) => page.locator('twicetold-viewer').boundingBox();

/** Gives files to the page as a drag from the desktop would. `modified`: when a file was last changed, in milliseconds. */
export async function dropFiles(page, files) {
    const passed = files.map(({ name, bytes, modified = 1 }) => ({
        name,
        modified,
        base64: Buffer.from(bytes).toString('base64'),
    }));
    await page.evaluate((list) => {
        const transfer = new DataTransfer();
        for (const { name, modified, base64 } of list) {
            const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
            transfer.items.add(new File([bytes], name, { lastModified: modified }));
        }
        for (const type of ['dragenter', 'dragover', 'drop']) {
            document.body.dispatchEvent(
                new DragEvent(type, { dataTransfer: transfer, bubbles: true, cancelable: true }),
            );
        }
    }, passed);
}

/** Opens the dialog and fills in its text fields. */
export async function paste(page, texts) {
    await page.click('#open-compose');
    await fillIn(page, texts);
    await page.click('#compose [type="submit"]');
}

export async function fillIn(page, texts) {
    const fields = page.locator('#compose textarea');
    for (let i = 0; i < texts.length; ++i) {
        if (i >= (await fields.count())) await page.click('#compose-add');
        await fields.nth(i).fill(texts[i]);
    }
}

// ------------------------------------------------------------------------------------------------ pictures

/** The page's picture, which is also left in build/screenshots. */
export async function picture(page, name) {
    mkdirSync(SCREENSHOTS, { recursive: true });
    return decodePng(await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) }));
}

export const distance = (one, two) => Math.max(...[0, 1, 2].map((i) => Math.abs(one[i] - two[i])));

/** How many different colours a rectangle of the picture has; a blank one has one. */
export function countColours(image, { x, y, width, height }) {
    const colours = new Set();
    for (let row = Math.ceil(y); row < Math.floor(y + height); ++row) {
        for (let column = Math.ceil(x); column < Math.floor(x + width); ++column) {
            colours.add(image.at(column, row).join());
        }
    }
    return colours.size;
}

/** The commonest colour of a rectangle. */
export function groundOf(image, { x, y, width, height }) {
    const counts = new Map();
    for (let row = Math.ceil(y); row < Math.floor(y + height); ++row) {
        for (let column = Math.ceil(x); column < Math.floor(x + width); ++column) {
            const key = image.at(column, row).join();
            counts.set(key, (counts.get(key) ?? 0) + 1);
        }
    }
    const [key] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['0,0,0'];
    return key.split(',').map(Number);
}
