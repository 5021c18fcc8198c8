// The npm package in Node.js, as it was built into dist/npm.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { ROOT, joined, lossless } from './support.mjs';

const { compare, coverage, loadEngine } = await import(pathToFileURL(path.join(ROOT, 'dist/npm/node.js')));

const sampleIds = JSON.parse(readFileSync(path.join(ROOT, 'assets/samples/index.json'), 'utf8'));

/** The documents of a sample, as the page passes them. */
function sampleDocuments(id) {
    const dir = path.join(ROOT, 'assets/samples', id);
    const sample = JSON.parse(readFileSync(path.join(dir, 'sample.json'), 'utf8'));
    return sample.documents.map(({ id: name, file, published, source }) => ({
        id: name,
        published,
        source,
        format: 'markdown',
        bytes: new Uint8Array(readFileSync(path.join(dir, file))),
    }));
}

test('one changed figure is one change of kind figure', async () => {
    const result = await compare([{ text: 'The crash hurt 14 people.' }, { text: 'The crash hurt 41 people.' }]);
    assert.equal(result.format, 'twicetold-comparison');
    assert.equal(result.position_encoding, 'utf-16');
    const [step] = result.steps;
    assert.equal(step.changes.length, 1);
    assert.equal(step.changes[0].kind, 'figure');
    assert.equal(step.changes[0].before.text, '14');
    assert.equal(step.changes[0].after.text, '41');
});

test('coverage links what two outlets say, and tells where they disagree', async () => {
    const result = await coverage([
        { id: 'Gazette', text: 'The fire at the market hall hurt 14 people on Monday. The mayor opened a school.' },
        { id: 'Herald', text: 'Fire broke out in the market hall on Monday and 41 people were hurt. Rain is expected.' },
    ]);
    assert.equal(result.mode, 'coverage');
    assert.equal(result.claims.length, 1);
    assert.ok(result.claims[0].mentions.some(({ relation }) => relation === 'differs'));
    assert.deepEqual(result.unique, [
        { document: 0, sentence: 1 },
        { document: 1, sentence: 1 },
    ]);
});

test('word vectors are read, and what is none is refused', async () => {
    const columns = 4;
    const words = ['blaze', 'fire', 'school'];
    const table = new Uint8Array(12 + words.length * columns);
    table.set(new TextEncoder().encode('GV01'));
    new DataView(table.buffer).setUint32(4, words.length, true);
    new DataView(table.buffer).setUint32(8, columns, true);
    new Int8Array(table.buffer, 12).set([127, 0, 0, 0, 120, 10, 0, 0, 0, 0, 127, 0]);
    const engine = await loadEngine('coverage');
    const file = (text) => new TextEncoder().encode(text);
    engine.loadVectors({ table, words: file(`${words.join('\n')}\n`) });
    assert.throws(() => engine.loadVectors({ table, words: file('one\n') }), { code: 'bad-vectors' });
    const versions = await loadEngine();
    assert.throws(() => versions.loadVectors({ table, words: file('a') }), { code: 'bad-request' });
});

for (const id of sampleIds) {
    test(`the edits of the sample ${id} reproduce every version`, async () => {
        const documents = sampleDocuments(id);
        const result = await compare(documents);
        assert.equal(result.steps.length, documents.length - 1);
        documents.forEach(({ bytes, published, source }, index) => {
            assert.equal(result.documents[index].text, new TextDecoder().decode(bytes));
            assert.equal(result.documents[index].published, published);
            assert.equal(result.documents[index].source, source);
        });
        for (const step of result.steps) {
            lossless(result, step);
            assert.ok(step.changes.length > 0);
            for (const change of step.changes) {
                for (const side of ['before', 'after']) {
                    if (!change[side]) continue;
                    const { text } = result.documents[step[side]];
                    assert.equal(text.slice(change[side].begin, change[side].end), change[side].text);
                }
            }
        }
    });

    test(`the sample ${id} compared with itself has no change`, async () => {
        const [first] = sampleDocuments(id);
        const { steps } = await compare([first, { ...first }]);
        assert.deepEqual(steps[0].changes, []);
        assert.ok(steps[0].edits.every(([operation]) => operation === '='));
    });
}

test('text, bytes and paragraphs of sentences give the same comparison of the same words', async () => {
    const before = 'It rained.\n\nNobody came.';
    const after = 'It snowed.\n\nNobody came.';
    const encoder = new TextEncoder();
    const texts = await compare([{ text: before }, { text: after }]);
    const bytes = await compare([{ bytes: encoder.encode(before) }, { bytes: encoder.encode(after) }]);
    const parts = await compare([
        { paragraphs: [['It rained.'], ['Nobody came.']] },
        { paragraphs: [['It snowed.'], ['Nobody came.']] },
    ]);
    assert.deepEqual(bytes.steps, texts.steps);
    assert.deepEqual(
        parts.steps[0].changes.map(({ before: from, after: to }) => [from.text, to.text]),
        [['rained', 'snowed']],
    );
});

test('a title that is given is compared as the headline', async () => {
    const result = await compare([
        { title: 'Storm hits coast', text: 'It was windy.' },
        { title: 'Storm batters coast', text: 'It was windy.' },
    ]);
    assert.equal(result.documents[1].title, 'Storm batters coast');
    assert.deepEqual(
        result.steps[0].changes.map(({ kind }) => kind),
        ['headline'],
    );
});

test('positions count in the units that are asked for', async () => {
    const documents = [{ text: '😀 14 people' }, { text: '😀 41 people' }];
    const at = async (positionEncoding) => (await compare(documents, { positionEncoding })).steps[0].changes[0].before.begin;
    assert.equal(await at('utf-8'), 5);
    assert.equal(await at('utf-16'), 3);
    assert.equal(await at('utf-32'), 2);
});

test('what is ignored is no change, and the edits still reproduce both texts', async () => {
    const documents = [{ text: 'He said "no" - twice.' }, { text: 'He said “no” – twice.' }];
    const strict = await compare(documents);
    assert.ok(strict.steps[0].changes.length > 0);
    const lax = await compare(documents, { ignore: ['quotes', 'dashes'] });
    assert.deepEqual(lax.steps[0].changes, []);
    lossless(lax, lax.steps[0]);
});

test('bytes that are not UTF-8 are repaired, and a warning says so', async () => {
    const bytes = new Uint8Array([...Buffer.from('The caf'), 0xe9, ...Buffer.from(' was closed.')]);
    const result = await compare([{ id: 'old.txt', bytes }, { id: 'new.txt', text: 'The café was closed.' }]);
    assert.equal(result.documents[0].text, 'The caf\ufffd was closed.');
    const [warning] = result.warnings;
    assert.equal(warning.code, 'invalid-utf8');
    assert.match(warning.message, /old\.txt/);
});

test('each kind of bad input is an error with a code and a sentence', async () => {
    const cases = [
        [[{ text: 'one' }], 'too-few-documents'],
        [[{ text: 'one' }, {}], 'bad-request'],
        [[{ text: 'one' }, { id: 'x.png', bytes: new Uint8Array(4096).map((_, i) => (i * 7) % 256) }], 'not-text'],
        [[{ text: 'one' }, { bytes: new Uint8Array(32 * 1024 * 1024 + 1) }], 'too-large'],
    ];
    for (const [documents, code] of cases) {
        await assert.rejects(compare(documents), (error) => {
            assert.equal(error.code, code);
            assert.match(error.message, /^[A-Z“a-z0-9].*[.]$/s);
            return true;
        });
    }
    // And the engine still works.
    assert.equal((await compare([{ text: 'a' }, { text: 'b' }])).steps.length, 1);
});

test('progress rises from 0 to 1', async () => {
    const engine = await loadEngine();
    const shares = [];
    const text = Array.from({ length: 3000 }, (_, i) => `Sentence number ${i} says ${i * 7}.`).join(' ');
    engine.compare([{ text }, { text: text.replaceAll('77', '78') }], {}, (share) => shares.push(share));
    assert.ok(shares.length > 0);
    assert.deepEqual(shares, [...shares].sort((a, b) => a - b));
    assert.ok(shares.every((share) => share >= 0 && share <= 1));
    engine.clear();
});

test('memory is flat over many comparisons', async () => {
    const engine = await loadEngine();
    const [before, , , after] = sampleDocuments(sampleIds[0]);
    const run = () => {
        engine.compare([before, after]);
        engine.comparison();
        engine.clear();
    };
    for (let i = 0; i < 20; ++i) run();
    const size = engine.memoryBytes;
    for (let i = 0; i < 300; ++i) run();
    assert.equal(engine.memoryBytes, size);
});

test('the package names every file it exports, and no machine', () => {
    const dir = path.join(ROOT, 'dist/npm');
    const manifest = JSON.parse(readFileSync(path.join(dir, 'package.json'), 'utf8'));
    const paths = Object.values(manifest.exports).flatMap((entry) => (typeof entry === 'string' ? entry : Object.values(entry)));
    for (const each of paths) assert.ok(existsSync(path.join(dir, each)), each);
    for (const name of readdirSync(dir, { recursive: true })) {
        if (!/\.(js|ts|json|md)$/.test(name)) continue;
        const content = readFileSync(path.join(dir, name), 'utf8');
        assert.ok(!content.includes(ROOT), `${name} names a folder of this machine`);
    }
});

test('the package works in another process by its name', () => {
    const code = `import { compare } from 'twicetold';
        const { steps } = await compare([{ text: 'a b c' }, { text: 'a d c' }]);
        console.log(JSON.stringify(steps[0].edits));`;
    // A package may import itself by its name.
    const printed = execFileSync(process.execPath, ['--input-type=module', '-e', code], {
        cwd: path.join(ROOT, 'dist/npm'),
        encoding: 'utf8',
    });
    const edits = JSON.parse(printed);
    assert.equal(joined(edits, '-'), 'a b c');
    assert.equal(joined(edits, '+'), 'a d c');
});
