// What a reader brings: pasted texts, files good and bad, long ones, and second thoughts.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

import {
    dropFiles,
    fillIn,
    newPage,
    paste,
    picture,
    settled,
    SHARED,
    siteAndBrowser,
    stateOf,
    statusOf,
} from './support.mjs';

const opened = siteAndBrowser();

async function open() {
    const page = await newPage(opened.browser);
    await page.goto(opened.site.address);
    await settled(page);
    return page;
}

const OLD = 'Storm hits the coast\n\nThe storm hurt 14 people on Monday.\n\nRoads were closed.';
const NEW = 'Storm hits the coast\n\nThe storm hurt 41 people on Monday.\n\nRoads were closed.';
const THIRD = 'Storm hits the coast\n\nThe storm hurt 41 people on Monday.\n\nRoads have been opened.';

const file = (name, content) => ({ name, bytes: typeof content === 'string' ? Buffer.from(content) : content });
const problemIn = (page) => page.locator('#compose-status').textContent();
const dialogOpen = (page) => page.locator('#compose').evaluate((dialog) => dialog.open);
const changesOf = (page) =>
    page.evaluate(() =>
        document
            .querySelector('twicetold-viewer')
            .comparison.steps.map(({ changes }) => changes.map(({ before, after }) => [before?.text, after?.text])),
    );

async function compared(page, count) {
    await page.waitForFunction(
        (wanted) => {
            const { documents } = document.querySelector('twicetold-viewer').state;
            return documents.length === wanted && !document.getElementById('compose').open && !document.getElementById('own-tools').hidden;
        },
        count,
        { timeout: 10000 },
    );
    await settled(page);
}

test('two pasted texts are compared', async () => {
    const page = await open();
    await paste(page, [OLD, NEW]);
    await compared(page, 2);
    assert.deepEqual(await changesOf(page), [[['14', '41']]]);
    assert.equal((await stateOf(page)).changeCount, 1);
    await picture(page, 'pasted');
    assert.deepEqual(page.problems, []);
    await page.context().close();
});

test('the whole of it by keyboard', async () => {
    const page = await open();
    await page.focus('#open-compose');
    await page.keyboard.press('Enter');
    await page.keyboard.insertText(OLD);
    // Past the details of the first version to the second.
    for (let i = 0; i < 6; ++i) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(() => document.activeElement.id === 'version-1')) break;
    }
    await page.keyboard.insertText(NEW);
    for (let i = 0; i < 10; ++i) {
        await page.keyboard.press('Tab');
        if (await page.evaluate(() => document.activeElement.type === 'submit')) break;
    }
    await page.keyboard.press('Enter');
    await compared(page, 2);
    // The comparison has the focus, so that its keys work at once.
    await page.keyboard.press('n');
    await page.waitForFunction(() => document.querySelector('twicetold-viewer').state.change === 0);
    await page.context().close();
});

test('a third version can be added, with titles and dates', async () => {
    const page = await open();
    await page.click('#open-compose');
    await fillIn(page, [OLD, NEW, THIRD]);
    await page.locator('#compose details').nth(2).locator('summary').click();
    await page.locator('#compose details').nth(2).locator('input[type="text"]').fill('Calm after the storm');
    await page.locator('#compose details').nth(2).locator('input[type="date"]').fill('2026-03-05');
    await picture(page, 'compose-three');
    await page.click('#compose [type="submit"]');
    await compared(page, 3);
    const { documents, stepCount } = await stateOf(page);
    assert.equal(stepCount, 2);
    assert.equal(documents[2].title, 'Calm after the storm');
    assert.equal(documents[2].published, '2026-03-05');
    await page.context().close();
});

const shownOf = (page) => page.locator('#shown').textContent();
const namesOf = async (page) => (await stateOf(page)).documents.map(({ id }) => id);
const dated = (name, content, modified) => ({ ...file(name, content), modified });

test('two dropped files are compared at once, and can be swapped', async () => {
    const page = await open();
    await dropFiles(page, [file('old.txt', OLD), file('new.txt', NEW)]);
    await compared(page, 2);
    assert.deepEqual(await changesOf(page), [[['14', '41']]]);
    assert.equal(await shownOf(page), 'old.txt → new.txt (in the order given)');
    await picture(page, 'dropped');
    await page.click('#swap');
    await page.waitForFunction(() => document.querySelector('twicetold-viewer').state.documents[0].id === 'new.txt');
    await compared(page, 2);
    assert.deepEqual(await changesOf(page), [[['41', '14']]]);
    assert.match(await statusOf(page), /new\.txt is now the older version/);
    // What is dropped next replaces it.
    await dropFiles(page, [file('new.txt', NEW), file('third.txt', THIRD)]);
    await page.waitForFunction(() => document.querySelector('twicetold-viewer').state.documents[1].id === 'third.txt');
    await compared(page, 2);
    assert.deepEqual(await namesOf(page), ['new.txt', 'third.txt']);
    assert.deepEqual(page.problems, []);
    await page.context().close();
});

test('dropped files are put in order by the dates in their names, or by when they were changed', async () => {
    const page = await open();
    await dropFiles(page, [
        dated('story 2026-03-05.txt', THIRD, 100),
        dated('story_20260304T0930.txt', NEW, 200),
        dated('2026-03-04_0612 story.txt', OLD, 300),
    ]);
    await compared(page, 3);
    assert.deepEqual(await namesOf(page), ['2026-03-04_0612 story.txt', 'story_20260304T0930.txt', 'story 2026-03-05.txt']);
    assert.match(await shownOf(page), /→.*→.*\(by the dates in their names\)/);
    // More than two can be turned as well.
    assert.equal(await page.locator('#swap').textContent(), 'Reverse the order');
    await page.click('#swap');
    await page.waitForFunction(() => document.querySelector('twicetold-viewer').state.documents[0].id === 'story 2026-03-05.txt');
    await compared(page, 3);
    assert.match(await statusOf(page), /is now the oldest version/);
    // One name without a date: then the clock of the files decides.
    await dropFiles(page, [dated('b 2026-03-05.txt', NEW, 2000), dated('a.txt', OLD, 1000)]);
    await page.waitForFunction(() => document.querySelector('twicetold-viewer').state.documents[0].id === 'a.txt');
    await compared(page, 2);
    assert.deepEqual(await namesOf(page), ['a.txt', 'b 2026-03-05.txt']);
    assert.match(await shownOf(page), /by when they were last changed/);
    await page.context().close();
});

test('a drop overtakes one that is still being compared, without a word', async () => {
    const page = await open();
    const [one, two] = longTexts();
    await dropFiles(page, [file('long-1.txt', one), file('long-2.txt', two)]);
    await page.locator('#work').waitFor({ state: 'visible', timeout: 20000 });
    await dropFiles(page, [file('old.txt', OLD), file('new.txt', NEW)]);
    await compared(page, 2);
    assert.deepEqual(await namesOf(page), ['old.txt', 'new.txt']);
    assert.equal(await statusOf(page), '');
    assert.deepEqual(page.problems, []);
    await page.context().close();
});

test('files are chosen with the button too, and three can be put in order', async () => {
    const page = await open();
    await page.click('#open-compose');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.click('#compose-files')]);
    await chooser.setFiles([
        { name: 'c.md', mimeType: 'text/markdown', buffer: Buffer.from(`# ${OLD}`) },
        { name: 'a.md', mimeType: 'text/markdown', buffer: Buffer.from(`# ${NEW}`) },
        { name: 'b.md', mimeType: 'text/markdown', buffer: Buffer.from(`# ${THIRD}`) },
    ]);
    await page.waitForFunction(() => document.querySelectorAll('#compose .version').length === 3);
    assert.match(await problemIn(page), /Check the order/);
    await picture(page, 'compose-chosen');
    // c is the oldest: up, wherever it stands.
    const place = () =>
        page.locator('#compose .note').evaluateAll((notes) => notes.findIndex((note) => note.textContent.includes('c.md')));
    for (let at = await place(); at > 0; at = await place())
        await page.locator('#compose .version').nth(at).locator('.earlier').click();
    // And a before b.
    const second = await page.locator('#compose .note').nth(1).textContent();
    if (!second.includes('a.md')) await page.locator('#compose .version').nth(2).locator('.earlier').click();
    await page.locator('#compose .version').nth(1).locator('.later').click();
    await page.locator('#compose .version').nth(2).locator('.earlier').click();
    assert.match(await problemIn(page), /a\.md is now number 2 of 3/);
    await page.click('#compose [type="submit"]');
    await compared(page, 3);
    assert.deepEqual(
        (await stateOf(page)).documents.map(({ id, title }) => [id, title]),
        [
            ['c.md', 'Storm hits the coast'],
            ['a.md', 'Storm hits the coast'],
            ['b.md', 'Storm hits the coast'],
        ],
    );
    await page.context().close();
});

test('one dropped file is kept, and the page says that a second is needed', async () => {
    const page = await open();
    await dropFiles(page, [file('first.txt', OLD)]);
    await page.waitForFunction(() => document.getElementById('compose-status').textContent !== '');
    assert.match(await problemIn(page), /first\.txt is here\. Now add the version to compare it with/);
    await page.click('#compose [type="submit"]');
    assert.match(await problemIn(page), /Two versions are needed/);
    assert.ok(await dialogOpen(page));
    await dropFiles(page, [file('second.txt', NEW)]);
    await page.waitForFunction(() => /second\.txt/.test(document.querySelectorAll('#compose .note')[1]?.textContent ?? ''));
    await page.click('#compose [type="submit"]');
    await compared(page, 2);
    assert.deepEqual(await changesOf(page), [[['14', '41']]]);
    await page.context().close();
});

test('files that cannot be compared are named, each with what to do', async () => {
    const page = await open();
    const noise = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 37) % 256));
    const cases = [
        [file('story.docx', Buffer.from('PK\x03\x04rest')), /story\.docx is a document of a word processor\. Save it as plain text/],
        [file('story.pdf', OLD), /story\.pdf is a PDF\. Open it, copy its text/],
        [file('story', '%PDF-1.7 and so on'), /story is a PDF/],
        [file('all.zip', OLD), /all\.zip is an archive/],
        [file('strange.txt', Buffer.from('PK\x03\x04rest')), /strange\.txt is an archive or an office file/],
        [file('page.html', `<p>${OLD}</p>`), /page\.html is a saved web page, which cannot be read yet\. .* paste/],
        [file('photo.jpg', noise), /photo\.jpg is not a text file/],
    ];
    for (const [bad, sentence] of cases) {
        await dropFiles(page, [bad, file('good.txt', OLD)]);
        await page.waitForFunction(
            (source) => new RegExp(source).test(document.getElementById('compose-status').textContent),
            sentence.source,
        );
        assert.ok(await dialogOpen(page));
        await page.click('#compose-close');
    }
    // 33 MB, without passing them through the wire of the test.
    await page.evaluate(() => {
        const transfer = new DataTransfer();
        transfer.items.add(new File([new Uint8Array(33 * 1024 * 1024).fill(97)], 'huge.txt'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
    });
    await page.waitForFunction(() => /huge\.txt is larger than 32 MB/.test(document.getElementById('compose-status').textContent));
    assert.deepEqual(page.problems, []);
    await page.context().close();
});

test('an empty file is compared with the other, and a notice says so', async () => {
    const page = await open();
    await dropFiles(page, [file('1.txt', ''), file('2.txt', NEW)]);
    await compared(page, 2);
    assert.match(await statusOf(page), /1\.txt: the text is empty/);
    const changes = await changesOf(page);
    assert.ok(changes[0].length > 0 && changes[0].every(([before]) => before === undefined));
    assert.match((await stateOf(page)).summary.text, /substantive, no correction note/);
    await picture(page, 'empty-file');
    await dropFiles(page, [file('2.txt', NEW), file('3.txt', ' \n\t\n')]);
    await page.waitForFunction(() => document.querySelector('twicetold-viewer').state.documents[1].id === '3.txt');
    await compared(page, 2);
    assert.ok((await changesOf(page))[0].every(([, after]) => after === undefined));
    // Two of them say nothing.
    await dropFiles(page, [file('1.txt', ''), file('2.txt', '\n')]);
    await page.waitForFunction(() => document.getElementById('compose').open);
    assert.match(await problemIn(page), /nothing to compare: these files are all empty/);
    await page.click('#compose [type="submit"]');
    assert.ok(await dialogOpen(page));
    assert.deepEqual(page.problems, []);
    await page.context().close();
});

test('texts that differ in line breaks alone are said to', async () => {
    const page = await open();
    await dropFiles(page, [file('unix.txt', `${OLD}\n`), file('windows.txt', OLD.replaceAll('\n', '\r\n'))]);
    await compared(page, 2);
    const { label, summary } = await stateOf(page);
    assert.equal(label, 'No changes');
    assert.equal(summary.text, 'only spaces, line breaks or mark-up differ');
    assert.match(await statusOf(page), /only spaces, line breaks or mark-up differ/);
    await picture(page, 'line-breaks');
    await page.context().close();
});

test('UTF-16 is read, and said to be', async () => {
    const page = await open();
    await dropFiles(page, [file('1.txt', Buffer.from(`\ufeff${OLD}`, 'utf16le')), file('2.txt', NEW)]);
    await compared(page, 2);
    assert.match(await statusOf(page), /1\.txt was UTF-16/);
    assert.deepEqual(await changesOf(page), [[['14', '41']]]);
    await page.context().close();
});

test('identical texts are shown, and said to be identical', async () => {
    const page = await open();
    await paste(page, [OLD, OLD]);
    await compared(page, 2);
    assert.match(await statusOf(page), /identical/);
    assert.equal((await stateOf(page)).label, 'No changes');
    await page.click('#status-dismiss');
    assert.equal(await statusOf(page), '');
    assert.ok((await page.locator('#status').boundingBox()).height <= 1);
    await page.context().close();
});

test('invalid UTF-8 is shown repaired, with a notice; BOM, CRLF and NUL are no trouble', async () => {
    const page = await open();
    const latin1 = Buffer.from('The caf\xe9 hurt 14 people.', 'latin1');
    await dropFiles(page, [file('1.txt', latin1), file('2.txt', '\ufeffThe café hurt 41 people.\r\n\r\nA NUL: \0.\r\n')]);
    await compared(page, 2);
    assert.match(await statusOf(page), /1\.txt.*UTF-8/);
    const texts = await page.evaluate(() => document.querySelector('twicetold-viewer').comparison.documents.map(({ text }) => text));
    assert.equal(texts[0], 'The caf\ufffd hurt 14 people.');
    assert.equal(texts[1], '\ufeffThe café hurt 41 people.\r\n\r\nA NUL: \0.\r\n');
    await page.context().close();
});

test('what documents say stays text', async () => {
    const page = await open();
    const nasty = '<img src=x onerror="document.title=1"> <script>document.title=2</script> & &amp;';
    await paste(page, [`It said ${nasty} on Monday.`, `It said ${nasty} on Tuesday.`]);
    await compared(page, 2);
    const { title, images } = await page.evaluate(() => ({
        title: document.title,
        images: document.querySelector('twicetold-viewer').shadowRoot.querySelectorAll('img, script').length,
    }));
    assert.match(title, /Twicetold/);
    assert.equal(images, 0);
    await page.context().close();
});

/** Two texts that take the engine long enough to be cancelled. */
function longTexts() {
    const dir = path.join(SHARED, 'bench/data/1000000');
    if (existsSync(path.join(dir, 'a.txt.xz'))) {
        const read = (name) => execFileSync('xz', ['-dc', path.join(dir, `${name}.txt.xz`)], { maxBuffer: 1 << 27 });
        try {
            return [read('a'), read('heavy')];
        } catch {
            // No xz on this machine.
        }
    }
    let seed = 7;
    const random = () => (seed = (seed * 1103515245 + 12345) % 2147483648);
    const words = (count, salt) =>
        Buffer.from(
            Array.from({ length: count }, (_, i) => `w${(random() + salt) % 9000}${i % 17 === 16 ? '.' : ''}${i % 90 === 89 ? '\n\n' : ' '}`).join(''),
        );
    return [words(900_000, 0), words(900_000, 4000)];
}

test('a long comparison shows its progress, and cancelling it leaves all as it was', async () => {
    const page = await open();
    const before = await stateOf(page);
    const [one, two] = longTexts();
    await dropFiles(page, [file('long-1.txt', one), file('long-2.txt', two)]);
    await page.locator('#work').waitFor({ state: 'visible', timeout: 20000 });
    await picture(page, 'progress');
    // The page is alive meanwhile.
    assert.equal(await page.evaluate(() => 6 * 7), 42);
    await page.click('#work-cancel');
    await page.locator('#work').waitFor({ state: 'hidden' });
    assert.match(await statusOf(page), /Cancelled/);
    const now = await stateOf(page);
    assert.deepEqual([now.documents, now.changeCount], [before.documents, before.changeCount]);
    // The next comparison gets a new worker.
    await page.click('#open-compose');
    await page.locator('#compose .version').first().waitFor();
    await page.evaluate(() => document.querySelectorAll('#compose .version-head button')[0].click());
    await page.evaluate(() => document.querySelectorAll('#compose .version-head button')[0].click());
    await fillIn(page, [OLD, NEW]);
    await page.click('#compose [type="submit"]');
    await compared(page, 2);
    assert.deepEqual(await changesOf(page), [[['14', '41']]]);
    await page.context().close();
});

test('a million words come through', { timeout: 180000 }, async (t) => {
    const [one, two] = longTexts();
    const page = await open();
    const began = Date.now();
    await dropFiles(page, [file('long-1.txt', one), file('long-2.txt', two)]);
    await page.waitForFunction(
        () => document.querySelector('twicetold-viewer').state.documents[0]?.id === 'long-1.txt',
        null,
        { timeout: 150000 },
    );
    t.diagnostic(`compared and shown after ${Date.now() - began} ms`);
    await settled(page);
    assert.ok((await stateOf(page)).changeCount > 100);
    await page.context().close();
});
