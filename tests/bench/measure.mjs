// Measures one contestant on one pair, in a process of its own that can be ended: node measure.mjs NAME SIZE KIND
// Writes { millis, rounds, cutShort, megabytes } as JSON; `millis` is the first quartile once the compilers are warm: what
// other programs of the machine take is in the upper ones.

import { contestant } from './contestants.mjs';
import { readText } from './texts.mjs';

const [name, size, kind] = process.argv.slice(2);
/** Enough rounds for a steady figure, and no more than a few seconds. */
const ROUNDS = { least: 5, most: 60, warm: 5, millis: 2500 };

const { compare, prepare = (text) => text, cutShort = () => false, memoryBytes } = await contestant(name);
const before = prepare(readText(size, 'a'));
const after = prepare(readText(size, kind));

const times = [];
let short = false;
const began = performance.now();
while (times.length < ROUNDS.most && (times.length < ROUNDS.least || performance.now() - began < ROUNDS.millis)) {
    const start = performance.now();
    const result = compare(before, after);
    times.push(performance.now() - start);
    short ||= cutShort(result, times.at(-1));
    // One round of a slow contestant is measure enough.
    if (times.length === 1 && times[0] > ROUNDS.millis) break;
}
const steady = times.slice(Math.min(ROUNDS.warm, times.length - 1)).sort((a, b) => a - b);
const megabytes = (memoryBytes?.() ?? process.memoryUsage().rss) / 1e6;
process.stdout.write(
    JSON.stringify({ millis: steady[steady.length >> 2], rounds: times.length, cutShort: short, megabytes }),
);
