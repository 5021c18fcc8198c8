#!/usr/bin/env node
// How long a whole comparison takes in Node.js, texts in and result object out, beside `diffWords` of the npm package
// `diff`. Both run in this process, taking turns, and the medians are compared.
//
//   node tests/bench/node.mjs [--sizes 1000,10000] [--check]
//
// --check fails when a promise is not kept: 3 ms at 1,000 words; no longer than diffWords at 10,000 words, and a tenth of it
// on the heavy and unrelated pairs.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { diffWords } from 'diff';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const SHARED = process.env.SHARED_DIR || path.resolve(ROOT, '../shared');
const KINDS = ['light', 'heavy', 'unrel', 'move'];
/** Enough rounds for a steady median, and no more than a few seconds for each pair. */
const ROUNDS = { least: 5, most: 60, millis: 3000 };

const median = (times) => [...times].sort((a, b) => a - b)[times.length >> 1];

async function main(words) {
    const at = words.indexOf('--sizes');
    const sizes = (at >= 0 ? words[at + 1] : '1000,10000').split(',').map(Number);
    const check = words.includes('--check');
    if (!existsSync(path.join(SHARED, 'bench/data'))) {
        console.log(`skipped: ${SHARED}/bench/data is absent`);
        return 0;
    }
    const { loadEngine } = await import(pathToFileURL(path.join(ROOT, 'dist/npm/node.js')));
    const engine = await loadEngine();
    const compare = (before, after) => {
        engine.compare([{ text: before }, { text: after }]);
        return engine.comparison();
    };

    const rows = [];
    const broken = [];
    for (const size of sizes) {
        const read = (name) => readFileSync(path.join(SHARED, 'bench/data', String(size), `${name}.txt`), 'utf8');
        const before = read('a');
        for (const kind of KINDS) {
            const after = read(kind);
            const ours = [];
            const theirs = [];
            const began = performance.now();
            for (let round = 0; round < ROUNDS.most; ++round) {
                const late = performance.now() - began > ROUNDS.millis;
                if (late && round >= ROUNDS.least) break;
                const start = performance.now();
                compare(before, after);
                const between = performance.now();
                diffWords(before, after);
                ours.push(between - start);
                theirs.push(performance.now() - between);
            }
            // The first rounds warm up the compilers of the engine that runs both.
            const [mine, other] = [ours, theirs].map((times) => median(times.slice(Math.min(3, times.length - 3))));
            const ratio = other / mine;
            rows.push({
                words: size,
                pair: kind,
                'twicetold ms': mine.toFixed(2),
                'diffWords ms': other.toFixed(2),
                'times as fast': ratio.toFixed(1),
            });
            if (size === 1000 && mine > 3) broken.push(`${kind} at 1,000 words takes ${mine.toFixed(2)} ms, not 3`);
            if (size === 10000) {
                const least = kind === 'heavy' || kind === 'unrel' ? 10 : 1;
                if (ratio < least) broken.push(`${kind} at 10,000 words is ${ratio.toFixed(1)} times as fast, not ${least}`);
            }
        }
    }
    console.table(rows);
    for (const sentence of broken) console.log(`not kept: ${sentence}`);
    return check && broken.length > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
