// The pairs of texts that the benchmarks compare: prose of 1,000 to 1,000,000 words, each with a version that is lightly edited,
// heavily edited, unrelated, or has its first paragraph moved to the end.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const DATA = path.join(process.env.SHARED_DIR || path.resolve(ROOT, '../shared'), 'bench/data');

/** By what the later version is called. */
export const KINDS = { light: 'light', heavy: 'heavy', unrel: 'unrelated', move: 'moved' };

export const available = () => existsSync(DATA);
export const folder = () => DATA;

/** The earlier version is called `a`. Long texts are kept packed. */
export function readText(size, name) {
    const file = path.join(DATA, String(size), `${name}.txt`);
    if (existsSync(file)) return readFileSync(file, 'utf8');
    return execFileSync('xz', ['--decompress', '--stdout', `${file}.xz`], { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}
