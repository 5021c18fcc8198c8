// The page as a reader finds it: an example already compared, drawn on the canvas, to be read by keyboard and pointer.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import {
    countColours,
    distance,
    groundOf,
    layoutOf,
    newPage,
    paste,
    picture,
    settled,
    siteAndBrowser,
    stateOf,
    viewerBox,
} from './support.mjs';

const opened = siteAndBrowser();

async function open(settings) {
    const page = await newPage(opened.browser, settings);
    await page.goto(opened.site.address);
    await settled(page);
    return page;
}

/** Asserts that the marks stand in the picture where the viewer says they do, in the right pane. */
function marksAreDrawn(image, layout, origin, scale = 1, least = 3) {
    const inPicture = ({ x, y, width, height }) => ({
        x: (origin.x + x) * scale,
        y: (origin.y + y) * scale,
        width: width * scale,
        height: height * scale,
    });
    // Paper is what most of the picture is.
    const words = layout.words.map(inPicture);
    assert.ok(words.length > 20, 'the layout has words');
    const paper = groundOf(image, {
        x: Math.min(...words.map((word) => word.x)),
        y: Math.min(...words.map((word) => word.y)),
        width: 300 * scale,
        height: 300 * scale,
    });
    const marks = layout.marks.filter(({ width, height }) => width > 12 && height > 8);
    // Of those at the edges a part may be covered by the heads of the panes.
    const top = Math.min(...layout.words.map(({ y }) => y)) + 40;
    const inside = ({ y, height }) => y > top && y + height < origin.height;
    let looked = 0;
    for (const mark of marks.filter(inside)) {
        const ground = groundOf(image, inPicture(mark));
        if (mark.kind === 'moved' || mark.kind === 'cosmetic') continue;
        ++looked;
        assert.ok(distance(ground, paper) >= 10, `${mark.kind} "${mark.text}" has a ground of its own`);
        const [red, , blue] = ground;
        // Yellow for what went, on the left; blue for what came, on the right. In both themes.
        if (mark.side === 'before') assert.ok(red > blue, `"${mark.text}" is yellow: ${ground}`);
        else assert.ok(blue > red, `"${mark.text}" is blue: ${ground}`);
        // Ink and line stand on it.
        assert.ok(countColours(image, inPicture(mark)) > 4, `"${mark.text}" is written`);
    }
    assert.ok(looked >= least, `enough marks to look at (${looked})`);
    return { paper, inPicture };
}

test('the first example is compared, and its marks stand where the viewer says', async () => {
    const page = await open();
    const state = await stateOf(page);
    assert.equal(state.renderer, 'webgl2');
    assert.equal(state.documents.length, 4);
    assert.deepEqual([state.before, state.after], [0, 1]);
    assert.equal(state.change, -1);
    assert.ok(state.changeCount > 5);
    assert.equal(state.label, `${state.changeCount} changes`);

    const layout = await layoutOf(page);
    const box = await viewerBox(page);
    const image = await picture(page, 'page-desktop');
    marksAreDrawn(image, layout, box);
    for (const { side, x, width } of layout.words) {
        if (side === 'before') assert.ok(x + width <= box.width / 2);
        else assert.ok(x >= box.width / 2 - 40);
    }
    // The words on screen are those of the documents, in reading order.
    const comparison = await page.evaluate(() => document.querySelector('twicetold-viewer').comparison);
    for (const { side, begin, end, text } of layout.words) {
        assert.equal(comparison.documents[state[side]].text.slice(begin, end), text);
    }
    assert.deepEqual(page.problems, []);
    await page.context().close();
});

test('N and P step through all changes, which are announced', async () => {
    const page = await open();
    const { changeCount } = await stateOf(page);
    await page.locator('twicetold-viewer').evaluate((viewer) => viewer.focus());
    const selected = [];
    await page.exposeFunction('noteSelected', (detail) => selected.push(detail));
    await page.evaluate(() =>
        document.addEventListener('twicetold-select', ({ detail }) =>
            window.noteSelected({ change: detail.change, count: detail.count }),
        ),
    );
    for (let i = 1; i <= changeCount; ++i) {
        await page.keyboard.press('n');
        await page.waitForFunction((wanted) => document.querySelector('twicetold-viewer').state.change === wanted, i - 1);
        const { label } = await stateOf(page);
        assert.equal(label, `Change ${i} of ${changeCount}`);
        const announced = await page.locator('twicetold-viewer .live').textContent();
        assert.ok(announced.startsWith(`Change ${i} of ${changeCount}: `), announced);
        const current = await page.waitForFunction(() => {
            const { marks } = document.querySelector('twicetold-viewer').layout();
            return marks.filter((mark) => mark.current).map((mark) => mark.change);
        });
        const changes = await current.jsonValue();
        assert.ok(changes.length > 0, `change ${i} is on screen`);
        assert.ok(changes.every((change) => change === i - 1));
    }
    await page.keyboard.press('p');
    await page.waitForFunction((wanted) => document.querySelector('twicetold-viewer').state.change === wanted, changeCount - 2);
    assert.deepEqual(
        selected.slice(0, changeCount).map(({ change }) => change),
        Array.from({ length: changeCount }, (_, i) => i),
    );
    assert.ok(selected.every(({ count }) => count === changeCount));
    await settled(page);
    marksAreDrawn(await picture(page, 'page-last-change'), await layoutOf(page), await viewerBox(page));
    await page.context().close();
});

test('what the changes amount to is said, on the canvas and beside it', async () => {
    const page = await open();
    const { label, summary } = await stateOf(page);
    const step = await page.evaluate(() => document.querySelector('twicetold-viewer').comparison.steps[0]);
    const of = (significance) => step.changes.filter((change) => change.kind !== 'move' && change.significance === significance).length;
    assert.deepEqual(
        [summary.substantive, summary.cosmetic, summary.moves, summary.correctionNote],
        [of('substantive'), of('cosmetic'), step.moves.length, false],
    );
    assert.equal(summary.text, `${of('substantive')} substantive, no correction note`);
    const amount = () => page.locator('twicetold-viewer .amount').textContent();
    assert.equal(await amount(), `${label} · ${summary.text}`);
    // A version that owns up to its mistake is said to.
    const old = 'Fire at the mill\n\nThe fire hurt 14 people.\n\nThe mill is closed.';
    const note = 'Correction: An earlier version of this article misstated the number of people hurt.';
    await paste(page, [old, `${old.replace('14', '41')}\n\n${note}`]);
    await page.waitForFunction(() => document.querySelector('twicetold-viewer').state.summary.correctionNote);
    assert.match((await stateOf(page)).summary.text, /substantive, with a correction note$/);
    assert.match(await amount(), /with a correction note$/);
    await page.context().close();
});

test('a moved passage is one stop, on the canvas and in the text beside it', async () => {
    const page = await open();
    const rest =
        'The council met on Tuesday evening in the old town hall.\n\n' +
        'Several residents asked about the broken bridge near the mill.\n\n' +
        'The mayor promised a written answer before the end of the month.\n\n';
    const passage = (figure) =>
        `Firefighters reached the burning warehouse shortly after midnight. They found ${figure} workers on the roof and ` +
        'brought them down by ladder. Nobody was seriously injured, said the brigade’s commander.\n\n';
    await paste(page, [`Fire at the harbour\n\n${passage(14)}${rest}`, `Fire at the harbour\n\n${rest}${passage(41)}`]);
    await page.waitForFunction(() => document.querySelector('twicetold-viewer').state.documents.length === 2);
    await settled(page);
    const changes = await page.evaluate(() => document.querySelector('twicetold-viewer').comparison.steps[0].changes);
    const moves = changes.filter(({ kind }) => kind === 'move').length;
    assert.ok(moves > 1, 'the comparison lists a change a sentence');
    const { changeCount, summary } = await stateOf(page);
    assert.equal(changeCount, changes.length - moves + 1);
    assert.equal(summary.moves, 1);
    const marked = await page.evaluate(() =>
        [...document.querySelector('twicetold-viewer').shadowRoot.querySelectorAll('[data-change]')].map((mark) => ({
            change: Number(mark.dataset.change),
            moved: mark.classList.contains('moved'),
        })),
    );
    const passages = new Set(marked.filter(({ moved }) => moved).map(({ change }) => change));
    assert.equal(passages.size, 1);
    const [move] = passages;
    assert.ok(marked.every(({ change }) => change < changeCount));
    await page.evaluate((change) => document.querySelector('twicetold-viewer').select(change), move);
    await settled(page);
    const live = await page.locator('twicetold-viewer .live').textContent();
    assert.match(live, new RegExp(`^Change ${move + 1} of ${changeCount}: moved passage, moved: Firefighters reached .*They found`));
    await page.keyboard.press('l');
    await page.waitForTimeout(300);
    await picture(page, 'moved-passage');
    const { marks } = await layoutOf(page);
    assert.ok(marks.some(({ current, kind }) => current && kind === 'moved'));
    assert.ok(marks.every(({ current, change }) => current === (change === move)));
    await page.context().close();
});

test('the buttons of the canvas step through the changes too', async () => {
    const page = await open();
    const box = await viewerBox(page);
    const select = (change) => page.evaluate((index) => document.querySelector('twicetold-viewer').select(index), change);
    // The bar above the panes begins with "previous" and "next"; found by trying, as a stranger would.
    const reached = new Set();
    for (let x = 10; x < 140 && reached.size < 2; x += 16) {
        await select(3);
        await settled(page);
        await page.mouse.click(box.x + x, box.y + 25);
        await settled(page);
        const { change } = await stateOf(page);
        if (change !== 3) reached.add(change);
    }
    assert.deepEqual([...reached].sort(), [2, 4]);
    await page.context().close();
});

test('a click on a mark selects its change', async () => {
    const page = await open();
    const { marks } = await layoutOf(page);
    const box = await viewerBox(page);
    const mark = marks.find(({ side, change, y, kind }) => side === 'after' && change > 0 && y < box.height - 60 && kind !== 'moved');
    await page.mouse.click(box.x + mark.x + mark.width / 2, box.y + mark.y + mark.height / 2);
    await page.waitForFunction((wanted) => document.querySelector('twicetold-viewer').state.change === wanted, mark.change);
    await page.context().close();
});

test('the wheel scrolls the comparison; in another page only while it has the focus, and never past its end', async () => {
    const page = await open();
    const box = await viewerBox(page);
    await page.mouse.move(box.x + 300, box.y + 400);
    await page.mouse.wheel(0, 300);
    await page.waitForFunction(() => document.querySelector('twicetold-viewer').state.scroll > 200);

    const host = await newPage(opened.browser);
    await host.goto(opened.site.address);
    await settled(host);
    await host.evaluate(() => {
        document.querySelector('twicetold-viewer').removeAttribute('wheel');
        document.body.style.blockSize = 'auto';
        document.querySelector('main').style.flex = 'none';
        document.querySelector('main').style.blockSize = '500px';
        document.querySelector('footer').style.minBlockSize = '3000px';
    });
    await settled(host);
    const scrolled = () => host.evaluate(() => [window.scrollY, document.querySelector('twicetold-viewer').state.scroll]);
    await host.mouse.move(300, 400);
    await host.mouse.wheel(0, 100);
    await host.waitForFunction(() => window.scrollY >= 100);
    assert.equal((await scrolled())[1], 0);

    await host.evaluate(() => {
        window.scrollTo(0, 0);
        document.querySelector('twicetold-viewer').focus();
    });
    await host.mouse.wheel(0, 100);
    await host.waitForFunction(() => document.querySelector('twicetold-viewer').state.scroll > 50);
    assert.equal((await scrolled())[0], 0);
    // At the end the page has its wheel back.
    await host.mouse.wheel(0, 100000);
    await settled(host);
    await host.mouse.wheel(0, 100);
    await host.waitForFunction(() => window.scrollY > 0);
    await page.context().close();
    await host.context().close();
});

test('keys that the viewer does not use, and all keys elsewhere, are left to the page', async () => {
    const page = await open();
    await page.evaluate(() => {
        document.seenKeys = [];
        document.addEventListener('keydown', (event) => document.seenKeys.push([event.key, event.defaultPrevented]));
    });
    await page.focus('#open-compose');
    await page.keyboard.press('n');
    assert.equal((await stateOf(page)).change, -1);
    await page.locator('twicetold-viewer').evaluate((viewer) => viewer.focus());
    await page.keyboard.press('n');
    await page.keyboard.press('q');
    await page.keyboard.press('Control+Shift+y');
    const seen = await page.evaluate(() => document.seenKeys);
    assert.ok(seen.some(([key, taken]) => key === 'q' && !taken));
    assert.equal(seen.filter(([key]) => key === 'n').length, 1, 'the used one did not bubble');
    await page.context().close();
});

test('every control is reached by Tab, and the focus shows', async () => {
    const page = await open();
    const reached = new Set();
    for (let i = 0; i < 40; ++i) {
        await page.keyboard.press('Tab');
        const { name, outlined } = await page.evaluate(() => {
            const node = document.activeElement;
            const inner = node?.shadowRoot?.activeElement ?? node;
            const ring = node?.shadowRoot?.querySelector('.ring');
            const style = inner && getComputedStyle(inner);
            const visible = (style?.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0) ||
                (ring && getComputedStyle(ring).borderTopStyle === 'solid');
            return { name: node?.id || node?.className || node?.localName, outlined: Boolean(visible) };
        });
        // A busy machine may give the page its focus late.
        if (name === 'body' && reached.size > 0) break;
        if (name === 'body') continue;
        assert.ok(outlined, `the focus shows on ${name}`);
        reached.add(name);
    }
    for (const name of ['samples', 'open-compose', 'viewer']) assert.ok(reached.has(name), `${name} is reached`);
    await page.context().close();
});

test('nothing is drawn while nothing happens', async () => {
    const page = await open();
    await page.mouse.move(5, 5);
    await settled(page);
    const { frames } = await stateOf(page);
    await page.waitForTimeout(3000);
    assert.equal((await stateOf(page)).frames, frames);
    await page.context().close();
});

test('nothing is asked of any other machine', async () => {
    const page = await open();
    assert.ok(page.requests.length > 3);
    for (const address of page.requests) assert.ok(address.startsWith(opened.site.address), address);
    await page.context().close();
});

test('nothing is left on window', async () => {
    const page = await newPage(opened.browser);
    // Of the same site, for other origins lack what only secure ones have.
    await page.goto(`${opened.site.address}samples/index.json`);
    const known = new Set(await page.evaluate(() => Object.getOwnPropertyNames(window)));
    await page.goto(opened.site.address);
    await settled(page);
    const added = (await page.evaluate(() => Object.getOwnPropertyNames(window))).filter((name) => !known.has(name));
    assert.deepEqual(added, []);
    await page.context().close();
});

test('another example is shown when it is picked, in its own script', async () => {
    const page = await open();
    for (const id of ['tram-reopens-ja', 'lantern-festival', 'swift-count']) {
        await page.selectOption('#samples', id);
        await page.waitForFunction(
            () => document.querySelector('twicetold-viewer').state.documents.length === 2 && !document.getElementById('work').offsetParent,
        );
        await page.waitForTimeout(150);
        await settled(page);
        const image = await picture(page, `sample-${id}`);
        const layout = await layoutOf(page);
        const box = await viewerBox(page);
        assert.ok(layout.words.length > 20);
        // No word is an empty place: the machine's fonts have its script.
        for (const word of layout.words.slice(0, 60)) {
            if (!/[\p{L}\p{N}]/u.test(word.text) || word.y + word.height > box.height) continue;
            const rect = { x: box.x + word.x, y: box.y + word.y, width: word.width, height: word.height };
            assert.ok(countColours(image, rect) > 3, `"${word.text}" is drawn`);
        }
    }
    assert.deepEqual(page.problems, []);
    await page.context().close();
});

test('emoji have their own colours', async () => {
    const page = await open();
    await page.selectOption('#samples', 'lantern-festival');
    await page.waitForTimeout(200);
    await settled(page);
    const find = () => page.evaluate(() => {
        const { words } = document.querySelector('twicetold-viewer').layout();
        return words.find(({ text }) => /\p{Emoji_Presentation}/u.test(text)) ?? null;
    });
    await page.locator('twicetold-viewer').evaluate((viewer) => viewer.focus());
    let word = await find();
    for (let i = 0; i < 20 && !word; ++i) {
        await page.keyboard.press('PageDown');
        await settled(page);
        word = await find();
    }
    assert.ok(word, 'an emoji comes on screen');
    const box = await viewerBox(page);
    const image = await picture(page, 'emoji');
    let vivid = 0;
    for (let y = Math.ceil(box.y + word.y); y < Math.min(image.height, box.y + word.y + word.height); ++y) {
        for (let x = Math.ceil(box.x + word.x); x < box.x + word.x + word.width; ++x) {
            const pixel = image.at(x, y);
            if (Math.max(...pixel) - Math.min(...pixel) > 90) ++vivid;
        }
    }
    assert.ok(vivid > 20, `"${word.text}" has vivid pixels (${vivid})`);
    await page.context().close();
});

test('the theme follows the system, while it is open too', async () => {
    const page = await open({ colorScheme: 'dark' });
    assert.equal((await stateOf(page)).dark, true);
    const box = await viewerBox(page);
    const { paper } = marksAreDrawn(await picture(page, 'page-dark'), await layoutOf(page), box);
    assert.ok(Math.max(...paper) < 60);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.waitForTimeout(100);
    await settled(page);
    const light = marksAreDrawn(await picture(page, 'page-light-again'), await layoutOf(page), box);
    assert.ok(Math.min(...light.paper) > 220);
    await page.context().close();
});

test('at 2× the picture has twice the pixels and the same layout', async () => {
    const [one, two] = await Promise.all([open(), open({ deviceScaleFactor: 2 })]);
    const [layout, sharp] = [await layoutOf(one), await layoutOf(two)];
    // The viewer may break a line elsewhere only where a hundredth of a pixel decides.
    assert.ok(Math.abs(layout.words.length - sharp.words.length) < 10);
    const canvas = await two.evaluate(() => {
        const { width, clientWidth } = document.querySelector('twicetold-viewer').shadowRoot.querySelector('canvas');
        return { width, clientWidth };
    });
    assert.equal(canvas.width, canvas.clientWidth * 2);
    marksAreDrawn(await picture(two, 'page-2x'), sharp, await viewerBox(two), 2);
    await one.context().close();
    await two.context().close();
});

test('a phone shows one column, without scrolling sideways, and with targets large enough', async () => {
    const page = await open({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true });
    assert.equal((await stateOf(page)).narrow, true);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 390, `no sideways scrolling (${width})`);
    const small = await page.evaluate(() =>
        [...document.querySelectorAll('button, select, a[href], input, textarea')]
            .filter((node) => node.checkVisibility() && node.getBoundingClientRect().width > 1)
            .map((node) => [node.id || node.textContent, node.getBoundingClientRect()])
            .filter(([, { width, height }]) => width < 24 || height < 24)
            .map(([name]) => name),
    );
    assert.deepEqual(small, []);
    const image = await picture(page, 'page-phone');
    marksAreDrawn(image, await layoutOf(page), await viewerBox(page), 2);
    await page.click('#open-compose');
    await picture(page, 'page-phone-compose');
    await page.context().close();
});

test('the size follows the window, and 0 is no accident', async () => {
    const page = await open();
    await page.setViewportSize({ width: 900, height: 700 });
    await page.waitForTimeout(100);
    await settled(page);
    const box = await viewerBox(page);
    // Little shows in that height.
    marksAreDrawn(await picture(page, 'page-900'), await layoutOf(page), box, 1, 2);
    await page.evaluate(() => (document.querySelector('main').style.display = 'none'));
    await page.waitForTimeout(100);
    await page.evaluate(() => (document.querySelector('main').style.display = ''));
    await page.waitForTimeout(100);
    await settled(page);
    marksAreDrawn(await picture(page, 'page-900-back'), await layoutOf(page), box, 1, 2);
    await page.context().close();
});

test('a lost graphics context comes back with the same picture at the same place', async () => {
    const page = await open();
    await page.evaluate(() => {
        const viewer = document.querySelector('twicetold-viewer');
        viewer.select(2);
    });
    await page.waitForTimeout(300);
    await settled(page);
    const [state, layout] = [await stateOf(page), await layoutOf(page)];
    await page.evaluate(async () => {
        const canvas = document.querySelector('twicetold-viewer').shadowRoot.querySelector('canvas');
        const context = canvas.getContext('webgl2').getExtension('WEBGL_lose_context');
        context.loseContext();
        await new Promise((resolve) => setTimeout(resolve, 200));
        context.restoreContext();
        await new Promise((resolve) => setTimeout(resolve, 200));
    });
    await settled(page);
    const again = await stateOf(page);
    assert.equal(again.change, state.change);
    assert.equal(again.scroll, state.scroll);
    assert.deepEqual(await layoutOf(page), layout);
    marksAreDrawn(await picture(page, 'context-restored'), layout, await viewerBox(page));
    await page.context().close();
});

test('an element that leaves the page frees its context, and works again when it returns', async () => {
    const page = await open();
    const result = await page.evaluate(async () => {
        const viewer = document.querySelector('twicetold-viewer');
        const parent = viewer.parentNode;
        // Browsers give out about 16 contexts; more comings and goings than that show whether they are returned.
        for (let i = 0; i < 24; ++i) {
            viewer.remove();
            parent.prepend(viewer);
            for (let wait = 0; wait < 100 && viewer.state.renderer === null; ++wait) {
                await new Promise((resolve) => setTimeout(resolve, 20));
            }
            if (viewer.state.renderer !== 'webgl2') return `${i}: ${viewer.state.renderer}`;
        }
        return viewer.state.changeCount;
    });
    assert.ok(result > 5, String(result));
    await settled(page);
    marksAreDrawn(await picture(page, 'element-returned'), await layoutOf(page), await viewerBox(page));
    await page.context().close();
});

test('several viewers on one page show different things', async () => {
    const page = await open();
    await page.evaluate(async () => {
        const second = document.createElement('twicetold-viewer');
        second.id = 'second';
        second.style.cssText = 'position: fixed; inset: 300px 0 0 0; block-size: auto; z-index: 5';
        document.body.append(second);
        await second.compare([{ text: 'It hurt 14 people.' }, { text: 'It hurt 41 people.' }]);
    });
    await settled(page, '#second');
    const [first, second] = await page.evaluate(() =>
        [...document.querySelectorAll('twicetold-viewer')].map(({ state }) => state.changeCount),
    );
    assert.ok(first > 5);
    assert.equal(second, 1);
    await page.context().close();
});
