// The interface in each of its languages: chosen by the browser, overruled by the page, whole on large and small screens.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { layoutOf, newPage, paste, picture, ROOT, settled, siteAndBrowser, stateOf } from './support.mjs';

const opened = siteAndBrowser();

const table = (language) => JSON.parse(readFileSync(path.join(ROOT, 'assets/i18n', `${language}.json`), 'utf8'));
const LOCALES = { de: 'de-AT', fr: 'fr-CA', es: 'es-MX', ar: 'ar-EG' };

async function open(locale, settings = {}) {
    const page = await newPage(opened.browser, { locale, ...settings });
    await page.goto(opened.site.address);
    await settled(page);
    return page;
}

const tablesLoaded = (page) => page.requests.filter((address) => address.includes('/i18n/'));

/** Text that does not fit its box, and boxes that do not fit the page. */
const clipped = (page) =>
    page.evaluate(() => {
        const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth + 1 ? ['the page'] : [];
        const nodes = document.querySelectorAll('button, label, legend, h1, h2, p, span, summary');
        const cut = [...nodes].filter((node) => {
            const box = node.getBoundingClientRect();
            // For those who listen only; and the line on the example, which ends in "…" where it must.
            if (box.width <= 1 || node.closest('[hidden], .unseen, .skip, #shown')) return false;
            const { overflowX, display } = getComputedStyle(node);
            const outside = box.right > document.documentElement.clientWidth + 1 || box.left < -1;
            return outside || (display !== 'inline' && overflowX !== 'visible' && node.scrollWidth > node.clientWidth + 1);
        });
        return [...wide, ...cut.map((node) => `${node.localName}#${node.id} ${node.textContent.slice(0, 40)}`)];
    });

for (const [language, locale] of Object.entries(LOCALES)) {
    test(`a browser set to ${locale} gets page and canvas in ${language}, with nothing cut off`, async () => {
        const page = await open(locale);
        const texts = table(language);
        const said = await page.evaluate(() => ({
            lang: document.documentElement.lang,
            dir: document.documentElement.dir,
            title: document.title,
            texts: [...document.querySelectorAll('[data-text]')].map((node) => [node.dataset.text, node.textContent]),
            label: document.querySelector('twicetold-viewer').shadowRoot.querySelector('canvas').getAttribute('aria-label'),
        }));
        assert.equal(said.lang, language);
        assert.equal(said.dir, language === 'ar' ? 'rtl' : 'ltr');
        assert.equal(said.title, texts['page.title']);
        assert.equal(said.label, texts['viewer.label']);
        const keys = said.texts.filter(([key]) => !['page.swap', 'page.edit', 'page.keys', 'compose.add', 'compose.intro'].includes(key));
        for (const [key, words] of keys) assert.equal(words, texts[key], key);

        const form = new Intl.PluralRules(language);
        const count = (key, number) => texts[`${key}.${form.select(number)}`].replace('{count}', String(number));
        const { label, changeCount, language: spoken, summary } = await stateOf(page);
        assert.equal(spoken, language);
        assert.equal(label, count('viewer.count', changeCount));
        // The same sentence from the canvas and from the text beside it.
        const mirror = await page.evaluate(
            () => document.querySelector('twicetold-viewer').shadowRoot.querySelector('.bar .summary').textContent,
        );
        assert.equal(mirror, summary.text);
        assert.deepEqual(tablesLoaded(page).map((address) => path.basename(address)), [`${language}.json`]);

        await page.locator('twicetold-viewer').evaluate((viewer) => viewer.focus());
        await page.keyboard.press('n');
        await settled(page);
        const announced = await page.locator('twicetold-viewer .live').textContent();
        assert.ok(announced.startsWith(texts['viewer.announce'].split('{')[0]), announced);
        await page.keyboard.press('?');
        await settled(page);
        await picture(page, `language-${language}-1280`);
        assert.deepEqual(await clipped(page), []);
        await page.keyboard.press('Escape');
        await page.click('#open-compose');
        await picture(page, `language-${language}-compose`);
        assert.deepEqual(await clipped(page), []);
        await page.keyboard.press('Escape');
        await page.setViewportSize({ width: 390, height: 800 });
        await settled(page);
        await picture(page, `language-${language}-390`);
        assert.deepEqual(await clipped(page), []);
        assert.deepEqual(page.problems, []);
        await page.context().close();
    });
}

test('a browser set to a language without a table, or to English, gets English and loads nothing for it', async () => {
    for (const locale of ['en-GB', 'ja-JP']) {
        const page = await open(locale);
        assert.equal((await stateOf(page)).language, 'en');
        assert.match((await stateOf(page)).label, /^\d+ changes$/);
        assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
        assert.deepEqual(tablesLoaded(page), []);
        await page.context().close();
    }
});

test('the element speaks what its page says, over what the browser asks for, and changes at once', async () => {
    const page = await open('fr-FR');
    const labelIn = (change) =>
        page.evaluate(async ({ lang, language }) => {
            const viewer = document.querySelector('twicetold-viewer');
            if (lang) document.documentElement.lang = lang;
            viewer.language = '';
            viewer.language = language;
            for (let i = 0; i < 40; ++i) await new Promise((resolve) => setTimeout(resolve, 25));
            return [viewer.state.language, viewer.state.label, viewer.state.change];
        }, change);
    await page.locator('twicetold-viewer').evaluate((viewer) => viewer.select(2));
    for (const [change, language] of [
        [{ language: 'de' }, 'de'],
        [{ language: 'es-AR' }, 'es'],
        // A language that is not spoken here: that of the text around it, else the browser's.
        [{ language: 'xx', lang: 'de-CH' }, 'de'],
        [{ language: 'xx', lang: 'ja' }, 'fr'],
        [{ language: 'en' }, 'en'],
    ]) {
        const [spoken, label, selected] = await labelIn(change);
        assert.equal(spoken, language);
        const begins = table(language)['viewer.position'].split('{number}')[0];
        assert.ok(label.startsWith(`${begins}3 `), `${language}: ${label}`);
        assert.equal(selected, 2, 'the place is kept');
    }
    await page.context().close();
});

test('in Arabic the panel stands left of the articles and begins at its right edge; the articles keep their sides', async () => {
    const english = await open('en-US');
    const arabic = await open('ar-EG');
    const seen = {};
    for (const [name, page] of Object.entries({ english, arabic })) {
        await page.selectOption('#samples', { value: 'market-hall-fire' });
        await page.waitForFunction(() => document.querySelector('twicetold-viewer').state.mode === 'coverage');
        await settled(page);
        const layout = await layoutOf(page);
        const span = (boxes) => [Math.min(...boxes.map(({ x }) => x)), Math.max(...boxes.map(({ x, width }) => x + width))];
        seen[name] = {
            rows: span(layout.panel.filter(({ kind }) => kind === 'row')),
            cells: layout.panel.filter(({ kind, claim }) => kind === 'cell' && claim === layout.panel[0].claim),
            words: span(layout.words),
            older: span(layout.words.filter(({ side }) => side === 'before')),
            newer: span(layout.words.filter(({ side }) => side === 'after')),
        };
        await picture(page, `language-coverage-${name}`);
    }
    assert.ok(seen.english.rows[0] > seen.english.words[1]);
    assert.ok(seen.arabic.rows[1] < seen.arabic.words[0]);
    for (const { older, newer } of Object.values(seen)) assert.ok(older[1] < newer[0]);
    const rising = (cells) => cells.map(({ x }) => x);
    assert.deepEqual(rising(seen.english.cells), rising(seen.english.cells).sort((a, b) => a - b));
    assert.deepEqual(rising(seen.arabic.cells), rising(seen.arabic.cells).sort((a, b) => b - a));

    // A click goes where the picture shows it.
    const box = await arabic.locator('twicetold-viewer').boundingBox();
    const row = (await layoutOf(arabic)).panel.filter(({ kind }) => kind === 'row')[1];
    await arabic.mouse.click(box.x + row.x + row.width - 60, box.y + row.y + 14);
    await arabic.waitForFunction(() => document.querySelector('twicetold-viewer').state.change === 1);
    await english.context().close();
    await arabic.context().close();
});

test('in Arabic the buttons answer where they stand: at the other end', async () => {
    const page = await open('ar');
    const box = await page.locator('twicetold-viewer').boundingBox();
    await page.mouse.click(box.x + box.width - 66, box.y + 25);
    await page.waitForFunction(() => document.querySelector('twicetold-viewer').state.change === 0);
    await page.mouse.click(box.x + 28, box.y + 25);
    await page.waitForFunction(() => document.querySelector('twicetold-viewer').state.listOpen);
    const { words } = await layoutOf(page);
    assert.ok(Math.min(...words.map(({ x }) => x)) > 250, 'the list stands on the left');
    await page.context().close();
});

test('the one-file page carries all languages', async () => {
    const page = await newPage(opened.browser, { locale: 'de-DE' });
    await page.goto(pathToFileURL(path.join(ROOT, 'dist/twicetold.html')).href);
    await settled(page);
    assert.equal((await stateOf(page)).language, 'de');
    assert.equal(await page.locator('#open-compose').textContent(), table('de')['page.compose']);
    for (const address of page.requests) assert.match(address, /^(file:.*\/twicetold\.html$|blob:|data:)/);
    await page.context().close();
});

test('numbers and dates are written as the reader’s language writes them', async () => {
    const page = await open('de-DE');
    await paste(page, ['Eins zwei drei.', 'Eins zwei vier.']);
    await settled(page);
    await page.click('#edit');
    await page.locator('#compose textarea').first().fill('Wort '.repeat(1204));
    assert.equal(await page.locator('#compose .note span').first().textContent(), '1.204 Wörter');
    await page.context().close();
});
