// Fingers on the viewer, as a phone's browser sends them.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { layoutOf, newPage, picture, settled, siteAndBrowser, stateOf, viewerBox } from './support.mjs';

const opened = siteAndBrowser();
const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 3 };

async function openOnPhone() {
    const page = await newPage(opened.browser, PHONE);
    await page.goto(opened.site.address);
    await settled(page);
    const session = await page.context().newCDPSession(page);
    page.touch = (type, ...points) =>
        session.send('Input.dispatchTouchEvent', {
            type,
            touchPoints: points.map(([x, y], id) => ({ x, y, id })),
        });
    return page;
}

/** One finger along a line. */
async function drag(page, [x, y], [toX, toY], { steps = 8, pause = 12 } = {}) {
    await page.touch('touchStart', [x, y]);
    for (let step = 1; step <= steps; ++step) {
        await page.waitForTimeout(pause);
        await page.touch('touchMove', [x + ((toX - x) * step) / steps, y + ((toY - y) * step) / steps]);
    }
    await page.touch('touchEnd');
}

test('a finger scrolls, and the text goes on by itself when it is let go', async () => {
    const page = await openOnPhone();
    // All within one task: how fast the finger was must not hang on how fast this machine draws.
    const scroll = await page.evaluate(() => {
        const viewer = document.querySelector('twicetold-viewer');
        const canvas = viewer.shadowRoot.querySelector('canvas');
        const box = canvas.getBoundingClientRect();
        const send = (type, y) =>
            canvas.dispatchEvent(
                new PointerEvent(type, {
                    pointerId: 7,
                    pointerType: 'touch',
                    isPrimary: true,
                    bubbles: true,
                    clientX: box.left + 150,
                    clientY: box.top + y,
                }),
            );
        const pause = (millis) => {
            for (const from = performance.now(); performance.now() - from < millis; );
        };
        send('pointerdown', 500);
        for (let y = 480; y >= 300; y -= 20) {
            pause(8);
            send('pointermove', y);
        }
        send('pointerup', 300);
        return viewer.state.scroll;
    });
    assert.ok(scroll > 150, `scrolled by ${scroll}`);
    await settled(page);
    const after = await stateOf(page);
    assert.ok(after.scroll > scroll + 40, `from ${scroll} to ${after.scroll}`);
    // It has come to rest.
    await page.waitForTimeout(300);
    assert.equal((await stateOf(page)).scroll, after.scroll);
});

test('a swipe turns between the versions', async () => {
    const page = await openOnPhone();
    assert.equal((await stateOf(page)).presentation, 'inline');
    await drag(page, [100, 500], [300, 505]);
    await settled(page);
    assert.equal((await stateOf(page)).presentation, 'earlier');
    for (const expected of ['inline', 'later']) {
        await drag(page, [300, 500], [100, 505]);
        await settled(page);
        assert.equal((await stateOf(page)).presentation, expected);
    }
    await drag(page, [300, 500], [100, 505]);
    await settled(page);
    assert.equal((await stateOf(page)).step, 1);
});

test('two fingers make the text larger', async () => {
    const page = await openOnPhone();
    const height = async () => Math.min(...(await layoutOf(page)).words.map((word) => word.height));
    const before = await height();
    await page.touch('touchStart', [150, 400], [200, 400]);
    for (let spread = 50; spread <= 90; spread += 5) {
        await page.touch('touchMove', [175 - spread / 2, 400], [175 + spread / 2, 400]);
        await page.waitForTimeout(20);
    }
    await page.touch('touchEnd');
    await settled(page);
    const after = await height();
    assert.ok(after > before * 1.4, `from ${before} to ${after}`);
    await picture(page, 'phone-enlarged');
});

test('a tap on a change tells what it is, without a pointer', async () => {
    const page = await openOnPhone();
    const mark = (await layoutOf(page)).marks.find(({ change }) => change >= 0);
    const box = await viewerBox(page);
    await page.touchscreen.tap(box.x + mark.x + mark.width / 2, box.y + mark.y + mark.height / 2);
    await settled(page);
    const state = await stateOf(page);
    assert.equal(state.change, mark.change);
    await picture(page, 'phone-change');
});

test('in a page of its own a finger scrolls the page where the viewer is at its end, and else the viewer', async () => {
    const page = await newPage(opened.browser, PHONE);
    await page.goto(opened.site.address);
    await page.setContent(`<!doctype html><meta name="viewport" content="width=device-width">
        <p id="above">Above</p>
        <twicetold-viewer></twicetold-viewer>
        <p id="below">Below</p>
        <script type="module" src="${opened.site.address}twicetold-viewer.js"></script>`);
    await page.waitForFunction(() => customElements.get('twicetold-viewer'));
    await page.evaluate(async () => {
        // The page's policy allows no styles in its text.
        document.getElementById('above').style.height = '500px';
        document.getElementById('below').style.height = '1500px';
        Object.assign(document.querySelector('twicetold-viewer').style, { display: 'block', height: '400px' });
        scrollTo(0, 300);
        const text = Array.from({ length: 40 }, (_, i) => `Paragraph ${i} says something of some length here.`);
        const viewer = document.querySelector('twicetold-viewer');
        await viewer.compare([{ text: text.join('\n\n') }, { text: text.join('\n\n').replace('says', 'said') }]);
    });
    await settled(page);
    const session = await page.context().newCDPSession(page);
    page.touch = (type, ...points) =>
        session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
    const top = () => page.evaluate(() => scrollY);
    const from = await top();
    // Upwards at the beginning: the page moves.
    await drag(page, [150, 450], [150, 600], { steps: 12 });
    await page.waitForTimeout(400);
    assert.ok((await top()) < from - 30, `page from ${from} to ${await top()}`);
    const moved = await top();
    // Downwards: the view moves, and the page does not.
    await drag(page, [150, 600], [150, 450], { steps: 12 });
    await settled(page);
    assert.ok((await stateOf(page)).scroll > 50);
    assert.equal(await top(), moved);
});
