#!/usr/bin/env node
// How long a whole comparison takes in Node.js, texts in and result object out: our engine in WebAssembly beside the npm packages
// that compare texts. Every measurement has a process of its own; one that takes longer than the limit is ended and said so.
//
//   node tests/bench/node.mjs [--sizes 1000,10000] [--limit SECONDS] [--alone] [--check]
//
// --alone leaves the others out. --check fails when a promise about our own time, memory or growth is not kept.

import { spawnSync } from 'node:child_process';
import path from 'node:path';

import { installPeers, OURS, peerNames } from './contestants.mjs';
import { available, folder, KINDS, readText, ROOT } from './texts.mjs';

/** At most so many milliseconds, by words; at most so many megabytes; time grows no faster than length times this. */
const PROMISES = { millis: { 1000: 2, 10000: 15, 100000: 150, 1000000: 2000 }, megabytes: 500, growth: 1.3 };

function option(name, otherwise) {
    const at = process.argv.indexOf(name);
    return at >= 0 ? process.argv[at + 1] : otherwise;
}
const flag = (name) => process.argv.includes(name);

/** { millis, … }, { tooLong: true } or { failed: reason }. */
function measure(name, size, kind, limitSeconds) {
    const run = spawnSync(
        process.execPath,
        ['--max-old-space-size=4096', path.join(ROOT, 'tests/bench/measure.mjs'), name, String(size), kind],
        { encoding: 'utf8', timeout: limitSeconds * 1000, killSignal: 'SIGKILL' },
    );
    if (run.error?.code === 'ETIMEDOUT' || run.signal === 'SIGKILL') return { tooLong: true };
    if (run.status !== 0) return { failed: run.stderr.trim().split('\n').find((line) => /error/i.test(line)) ?? 'failed' };
    return JSON.parse(run.stdout);
}

const shown = (millis) => (millis < 10 ? millis.toFixed(2) : millis < 1000 ? millis.toFixed(1) : millis.toFixed(0));

function main() {
    if (!available()) {
        console.log(`skipped: ${folder()} is absent`);
        return 0;
    }
    const sizes = option('--sizes', '1000,10000,100000,1000000').split(',').map(Number);
    const limit = Number(option('--limit', '20'));
    const absent = flag('--alone') ? new Map() : installPeers();
    for (const [name, reason] of absent) console.log(`absent: ${name} cannot be installed (${reason})`);
    const peers = flag('--alone') ? [] : peerNames.filter((name) => !absent.has(name));

    const rows = [];
    const broken = [];
    /** Peers that took too long on a kind are not tried on longer texts of it. */
    const givenUp = new Set();
    const last = new Map();
    for (const size of sizes) {
        for (const [kind, called] of Object.entries(KINDS)) {
            const ours = measure(OURS, size, kind, 10 * limit);
            if (!ours.millis) throw new Error(`twicetold: ${ours.failed ?? 'takes too long'}`);
            const row = { words: size, pair: called, 'twicetold ms': shown(ours.millis), MB: ours.megabytes.toFixed(0) };
            const length = readText(size, 'a').length + readText(size, kind).length;
            const before = last.get(kind);
            if (before && size >= 100000) {
                const growth = ours.millis / before.millis / (length / before.length);
                row.growth = growth.toFixed(2);
                if (growth > PROMISES.growth) broken.push(`${called}: from ${before.size} to ${size} words time grows ${row.growth} × the length`);
            }
            last.set(kind, { size, millis: ours.millis, length });
            const most = PROMISES.millis[size];
            if (most && ours.millis > most) broken.push(`${called}, ${size} words: ${shown(ours.millis)} ms, not ${most}`);
            if (ours.megabytes > PROMISES.megabytes) broken.push(`${called}, ${size} words: ${row.MB} MB, not ${PROMISES.megabytes}`);
            for (const name of peers) {
                const key = `${name} ${kind}`;
                if (givenUp.has(key)) {
                    row[name] = '–';
                    continue;
                }
                const theirs = measure(name, size, kind, limit);
                if (theirs.tooLong) givenUp.add(key);
                row[name] = theirs.tooLong
                    ? `over ${limit} s`
                    : (theirs.failed ?? `${shown(theirs.millis)}${theirs.cutShort ? ' (cut short)' : ''} = ${(theirs.millis / ours.millis).toFixed(1)} ×`);
            }
            rows.push(row);
        }
    }
    console.table(rows);
    console.log('Milliseconds, and how many times as long as twicetold takes; growth: time over length, each as a multiple of the size before.');
    if (givenUp.size > 0) console.log(`–: took over ${limit} s on a shorter text of the kind, and was not tried.`);
    for (const sentence of broken) console.log(`not kept: ${sentence}`);
    return flag('--check') && broken.length > 0 ? 1 : 0;
}

process.exitCode = main();
