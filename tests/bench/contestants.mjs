// What is measured: our engine in WebAssembly, and the npm packages that people compare texts with. Each takes two texts and
// gives its own result; none is asked for less than it usually gives.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { ROOT } from './texts.mjs';

const CACHE = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'twicetold/bench-peers');

/** The peers and the versions they are measured in. */
const PEERS = {
    diff: '9.0.0',
    'fast-myers-diff': '3.2.0',
    'vscode-diff': '3.0.1',
    'diff-match-patch': '1.0.5',
    'htmldiff-js': '1.0.5',
};
export const OURS = 'twicetold';
export const peerNames = Object.keys(PEERS);

/** Installs the peers beside nothing of ours. Returns those that cannot be had, with the reason. */
export function installPeers() {
    mkdirSync(CACHE, { recursive: true });
    const manifest = path.join(CACHE, 'package.json');
    if (!existsSync(manifest)) writeFileSync(manifest, '{"private": true}\n');
    const absent = new Map();
    for (const [name, version] of Object.entries(PEERS)) {
        if (existsSync(path.join(CACHE, 'node_modules', name))) continue;
        try {
            execFileSync('npm', ['install', '--no-audit', '--no-fund', '--no-package-lock', '--save', `${name}@${version}`], {
                cwd: CACHE,
                stdio: 'pipe',
            });
        } catch (error) {
            absent.set(name, String(error.stderr ?? error).trim().split('\n').at(-1));
        }
    }
    return absent;
}

const words = (text) => text.match(/\s+|[\p{L}\p{N}'’-]+|[^\s\p{L}\p{N}]/gu) ?? [];
const paragraphs = (text) =>
    text
        .trim()
        .split(/\n\n/)
        .map((paragraph) => `<p>${paragraph.replace(/[&<>]/g, (c) => `&#${c.charCodeAt(0)};`)}</p>`)
        .join('\n');

/** How each is asked for what changed, as a function of two texts. */
const MAKERS = {
    async [OURS]() {
        const { loadEngine } = await import(pathToFileURL(path.join(ROOT, 'dist/npm/node.js')));
        const engine = await loadEngine();
        const compare = (before, after) => {
            engine.compare([{ text: before }, { text: after }]);
            return engine.comparison();
        };
        return { compare, memoryBytes: () => engine.memoryBytes };
    },
    diff: (peer) => ({ compare: (before, after) => peer.diffWords(before, after) }),
    'fast-myers-diff': (peer) => ({ compare: (before, after) => [...peer.diff(words(before), words(after))] }),
    'vscode-diff': (peer) => {
        const computer = new peer.DefaultLinesDiffComputer();
        // The editor itself gives up after 5 s and returns what it has.
        const options = { ignoreTrimWhitespace: false, computeMoves: true, maxComputationTimeMs: 5000 };
        return {
            compare: (before, after) => computer.computeDiff(before.split('\n'), after.split('\n'), options),
            cutShort: (result) => result.hitTimeout,
        };
    },
    'diff-match-patch': (peer) => ({
        compare(before, after) {
            const differ = new peer.diff_match_patch();
            const diffs = differ.diff_main(before, after);
            differ.diff_cleanupSemantic(diffs);
            return diffs;
        },
        // It gives up after a second, and does not say so.
        cutShort: (_, millis) => millis >= 1000,
    }),
    'htmldiff-js': (peer) => ({ prepare: paragraphs, compare: (before, after) => (peer.default ?? peer).execute(before, after) }),
};

/** { compare(before, after), prepare?(text), cutShort?(result, millis), memoryBytes?() } */
export async function contestant(name) {
    return MAKERS[name](name === OURS ? undefined : createRequire(path.join(CACHE, 'package.json'))(name));
}
