// Selecting, copying and searching, with pointer, keys and clipboard as a reader has them.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { layoutOf, newPage, paste, picture, settled, siteAndBrowser, stateOf, viewerBox } from './support.mjs';

const opened = siteAndBrowser();

// Hard case P28.
const OLD =
    'First paragraph of the old text, which is a little long.\n\nSecond paragraph, old wording here.\n\nThird paragraph stays.';
const NEW =
    'First paragraph of the new text, which is a little long.\n\nAn added paragraph on the new side only.\n\n' +
    'Second paragraph, new wording here.\n\nThird paragraph stays.';

async function open({ texts = [OLD, NEW], path = '', ...settings } = {}) {
    const page = await newPage(opened.browser, settings);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(opened.site.address + path);
    await settled(page);
    if (texts) {
        await paste(page, texts);
        await page.waitForFunction(
            (words) => {
                const { comparison } = document.querySelector('twicetold-viewer');
                return comparison?.documents[0].text.includes(words);
            },
            texts[0].slice(0, 40),
        );
        await settled(page);
    }
    return page;
}

const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());
const viewerOf = (page, what) => page.evaluate(what);

/** The place of a word of one side, in the page. */
async function wordAt(page, side, text, nth = 0) {
    const box = await viewerBox(page);
    const found = (await layoutOf(page)).words.filter((word) => word.side === side && word.text === text)[nth];
    assert.ok(found, `${text} shows`);
    return { x: box.x + found.x, y: box.y + found.y + found.height / 2, width: found.width, height: found.height };
}

async function drag(page, side, from, to, nth = 0) {
    const begin = await wordAt(page, side, from);
    const end = await wordAt(page, side, to, nth);
    await page.mouse.move(begin.x + 1, begin.y);
    await page.mouse.down();
    await page.mouse.move(begin.x + 30, begin.y, { steps: 3 });
    await page.mouse.move(end.x + end.width - 1, end.y, { steps: 8 });
    await page.mouse.up();
}

test('P28: copying from one pane brings that text alone, with its paragraphs apart', async () => {
    const page = await open();
    for (const [side, whole] of [['before', OLD], ['after', NEW]]) {
        await drag(page, side, 'First', 'stays.');
        await page.keyboard.press('Control+c');
        const copied = await clipboard(page);
        assert.equal(copied, whole);
        assert.doesNotMatch(copied, /[\u200b\u00ad\u2060\ufeff]/);
        assert.match(copied, /long\.\s*\n\s*(Second|An)/);
        const { selection } = await stateOf(page);
        assert.deepEqual(selection, { side, begin: 0, end: whole.length, text: whole });
    }
    await page.context().close();
});

test('a copy event on the canvas is answered with the selection, and only with one', async () => {
    const page = await open();
    const copyEvent = () =>
        viewerOf(page, () => {
            const canvas = document.querySelector('twicetold-viewer').shadowRoot.querySelector('canvas');
            const clipboardData = new DataTransfer();
            const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true, composed: true });
            canvas.dispatchEvent(event);
            return event.defaultPrevented ? clipboardData.getData('text/plain') : null;
        });
    assert.equal(await copyEvent(), null);
    const word = await wordAt(page, 'after', 'wording');
    await page.mouse.dblclick(word.x + 10, word.y);
    assert.equal(await copyEvent(), 'wording');
    await page.context().close();
});

test('P28 in the text beside the canvas: what is copied from it is of one side too', async () => {
    const page = await open();
    const copied = await viewerOf(page, () => {
        const root = document.querySelector('twicetold-viewer').shadowRoot;
        const cells = [...root.querySelectorAll('.cell.before > :not(.version)')];
        const firstText = (node) => document.createTreeWalker(node, NodeFilter.SHOW_TEXT).nextNode();
        const last = cells.at(-1);
        getSelection().setBaseAndExtent(firstText(cells[0]), 0, last, last.childNodes.length);
        const clipboardData = new DataTransfer();
        const event = new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true, composed: true });
        document.body.dispatchEvent(event);
        return event.defaultPrevented ? clipboardData.getData('text/plain') : 'not answered';
    });
    assert.equal(copied, OLD);
    await page.context().close();
});

test('a double click takes the word, a third the sentence; keys extend and select all', async () => {
    const page = await open();
    const word = await wordAt(page, 'before', 'wording');
    await page.mouse.dblclick(word.x + 10, word.y);
    assert.equal((await stateOf(page)).selection.text, 'wording');
    await page.keyboard.press('Shift+ArrowLeft');
    assert.equal((await stateOf(page)).selection.text, 'wordin');
    await page.keyboard.press('Control+Shift+ArrowRight');
    assert.equal((await stateOf(page)).selection.text, 'wording');
    await page.waitForTimeout(700);
    await page.mouse.click(word.x + 10, word.y, { clickCount: 3, delay: 10 });
    assert.equal((await stateOf(page)).selection.text, 'Second paragraph, old wording here.');
    await page.keyboard.press('Control+a');
    assert.equal((await stateOf(page)).selection.text, OLD);
    await page.keyboard.press('Escape');
    assert.equal((await stateOf(page)).selection, null);
    await page.context().close();
});

test('a press that does not move still selects the change under it', async () => {
    const page = await open();
    const word = await wordAt(page, 'after', 'new', 1);
    await page.mouse.click(word.x + 8, word.y);
    const { change, selection } = await stateOf(page);
    assert.ok(change >= 0);
    assert.equal(selection, null);
    await page.context().close();
});

test('a drag beyond the lower edge goes on scrolling and selecting while the pointer rests', async () => {
    const long = Array.from({ length: 90 }, (_, i) => `Paragraph number ${i} of a long text that goes on and on.`).join('\n\n');
    const page = await open({ texts: [long, `${long}\n\nThe end.`] });
    const word = await wordAt(page, 'before', 'Paragraph');
    const box = await viewerBox(page);
    await page.mouse.move(word.x + 1, word.y);
    await page.mouse.down();
    await page.mouse.move(word.x + 60, Math.min(box.y + box.height + 30, 799), { steps: 4 });
    await page.waitForTimeout(800);
    const during = await stateOf(page);
    assert.ok(during.scroll > 60, `scrolled ${during.scroll}`);
    await page.mouse.up();
    await settled(page);
    const { selection } = await stateOf(page);
    assert.ok(selection.text.startsWith('Paragraph number 0'));
    assert.ok(selection.text.split('\n\n').length > 8);
    assert.ok(long.startsWith(selection.text));
    await page.context().close();
});

test('Ctrl+F opens a field that finds without accents and case in both panes, and says how many', async () => {
    const page = await open({
        texts: ['Die alte Straße.\n\nEin résumé der STRASSE.', 'Die neue Straße.\n\nEin résumé der STRASSE, neu.'],
    });
    await page.locator('twicetold-viewer canvas').focus();
    await page.keyboard.press('Control+f');
    const input = page.locator('twicetold-viewer .find-input');
    await input.waitFor({ state: 'visible' });
    await page.keyboard.type('strasse');
    const status = page.locator('twicetold-viewer .find-count');
    assert.equal(await status.textContent(), '1 of 4');
    assert.equal(await status.getAttribute('role'), 'status');
    await page.keyboard.press('Enter');
    assert.equal(await status.textContent(), '2 of 4');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('Shift+Enter');
    assert.equal(await status.textContent(), '4 of 4');
    await page.keyboard.press('F3');
    assert.deepEqual((await stateOf(page)).search, { query: 'strasse', count: 4, current: 0, more: false });
    await settled(page);
    await picture(page, 'search-1280');
    await input.fill('resume');
    assert.equal(await status.textContent(), '1 of 2');
    await input.fill('nothing of the kind');
    assert.equal(await status.textContent(), 'No match');
    await page.keyboard.press('Escape');
    assert.equal(await input.isVisible(), false);
    assert.equal((await stateOf(page)).search, null);
    const focused = await viewerOf(page, () => document.querySelector('twicetold-viewer').shadowRoot.activeElement?.tagName);
    assert.equal(focused, 'CANVAS');
    // What is selected is looked for at once.
    const word = await wordAt(page, 'before', 'alte');
    await page.mouse.dblclick(word.x + 8, word.y);
    await page.keyboard.press('/');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+f');
    assert.equal(await input.inputValue(), 'alte');
    await page.context().close();
});

test('what an input method composes is found, without a key reaching the canvas', async () => {
    const page = await open({ texts: ['東京で火事。\n\n大阪で雨。', '東京で火事。\n\n大阪で雪。'] });
    await page.locator('twicetold-viewer canvas').focus();
    await page.keyboard.press('/');
    const session = await page.context().newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'とうきょう', selectionStart: 5, selectionEnd: 5 });
    await session.send('Input.insertText', { text: '東京' });
    await page.waitForFunction(() => document.querySelector('twicetold-viewer').state.search?.query === '東京');
    assert.equal((await stateOf(page)).search.count, 2);
    await page.context().close();
});

test('hosts find, step and close by methods', async () => {
    const page = await open();
    const states = await viewerOf(page, () => {
        const viewer = document.querySelector('twicetold-viewer');
        const seen = [];
        const note = () => seen.push(viewer.state.search && [viewer.state.search.count, viewer.state.search.current]);
        viewer.find('PARAGRAPH');
        note();
        viewer.findNext();
        note();
        viewer.findPrevious();
        viewer.findPrevious();
        note();
        viewer.closeFind();
        note();
        return seen;
    });
    assert.deepEqual(states, [[7, 0], [7, 1], [7, 6], null]);
    await page.context().close();
});

test('on a phone the field spans the width, and its buttons are large enough for a finger', async () => {
    const page = await open({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });
    await viewerOf(page, () => document.querySelector('twicetold-viewer').find('paragraph'));
    await settled(page);
    await picture(page, 'search-390');
    for (const button of await page.locator('twicetold-viewer .find-button').all()) {
        const { width, height } = await button.boundingBox();
        assert.ok(width >= 44 && height >= 44, `${width} × ${height}`);
    }
    const { width } = await page.locator('twicetold-viewer .find').boundingBox();
    assert.ok(width >= 350);
    await page.context().close();
});

test('the other button opens a menu: copy, quotation, link; elsewhere the browser keeps its own', async () => {
    const page = await open({ texts: null });
    await page.keyboard.press('Tab');
    await viewerOf(page, () => {
        window.prevented = [];
        document.addEventListener('contextmenu', (event) => window.prevented.push(event.defaultPrevented));
    });
    const box = await viewerBox(page);
    const mark = (await layoutOf(page)).marks.find(({ side, kind }) => side === 'after' && kind !== 'moved');
    const x = box.x + mark.x + mark.width / 2;
    const y = box.y + mark.y + mark.height / 2;
    await page.mouse.click(x, y, { button: 'right' });
    await page.waitForTimeout(300);
    await picture(page, 'context-menu');
    const word = (await stateOf(page)).selection.text;
    assert.ok(word.length > 0);
    // By keys, as a reader without a mouse: the first entry copies.
    const choose = async (entry) => {
        for (let step = 0; step < entry; ++step) await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await page.waitForTimeout(150);
    };
    await page.keyboard.press('Home');
    await choose(0);
    assert.equal(await clipboard(page), word);
    await page.keyboard.press('Shift+F10');
    await choose(1);
    const quotation = await clipboard(page);
    assert.ok(quotation.startsWith(`“${word}” — `), quotation);
    assert.match(quotation, /, Version 2$/);
    await page.mouse.click(x, y, { button: 'right' });
    await choose(2);
    const link = await clipboard(page);
    assert.match(link, new RegExp(`#sample=[^&]+&step=1&change=${mark.change + 1}$`));
    await page.mouse.click(box.x + 30, box.y + 20, { button: 'right' });
    assert.deepEqual(await viewerOf(page, () => window.prevented), [true, true, false]);
    // The address leads back, on load and when it changes.
    const other = await newPage(opened.browser);
    await other.goto(link);
    await settled(other);
    assert.equal((await stateOf(other)).change, mark.change);
    await other.evaluate(() => (location.hash = location.hash.replace(/change=\d+/, 'change=1')));
    await other.waitForFunction(() => document.querySelector('twicetold-viewer').state.change === 0);
    await other.context().close();
    assert.deepEqual(page.problems, []);
    await page.context().close();
});

test('a finger that rests selects the word and opens the menu, whose rows are large enough', async () => {
    const page = await open({ viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true });
    const word = await wordAt(page, 'after', 'wording');
    const session = await page.context().newCDPSession(page);
    const touch = (type, points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
    await touch('touchStart', [{ x: word.x + 10, y: word.y }]);
    await page.waitForTimeout(900);
    await touch('touchEnd', []);
    await page.waitForTimeout(200);
    assert.equal((await stateOf(page)).selection.text, 'wording');
    await picture(page, 'context-menu-390');
    // Its first entry is "Copy". It stands below the finger where there is room for its four, else above.
    const box = await viewerBox(page);
    const rows = 4 * 44;
    const below = box.y + box.height - word.y - 24 >= rows + 12;
    const top = below ? word.y + 12 + 4 + 6 : word.y - 4 - 6 - rows;
    await touch('touchStart', [{ x: word.x + 10, y: top + 22 }]);
    await touch('touchEnd', []);
    await page.waitForTimeout(300);
    assert.equal(await clipboard(page), 'wording');
    // The finger that opened the menu is forgotten: the next one scrolls nothing and pinches nothing, it taps.
    const changed = await wordAt(page, 'after', 'new');
    await touch('touchStart', [{ x: changed.x + 8, y: changed.y }]);
    await touch('touchEnd', []);
    await page.waitForTimeout(200);
    assert.ok((await stateOf(page)).change >= 0);
    await page.context().close();
});

test('the selection is seen across marks, in light and dark', async () => {
    for (const theme of ['light', 'dark']) {
        const page = await open({ colorScheme: theme });
        const before = await picture(page, `selection-none-${theme}`);
        await drag(page, 'before', 'paragraph', 'wording');
        await settled(page);
        const image = await picture(page, `selection-${theme}`);
        const word = await wordAt(page, 'before', 'Second');
        const at = (from) => from.at(Math.round(word.x - 0 + word.width + 2), Math.round(word.y - word.height / 2 + 3));
        assert.notDeepEqual(at(before), at(image));
        const beside = await wordAt(page, 'after', 'Second');
        const other = (from) => from.at(Math.round(beside.x + beside.width + 2), Math.round(beside.y - beside.height / 2 + 3));
        assert.deepEqual(other(before), other(image));
        await page.context().close();
    }
});
