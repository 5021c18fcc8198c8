#!/usr/bin/env node
// Makes what is published, from the three WebAssembly modules in build/web/bin, the TypeScript here and assets/:
//
//   dist/index.html      the page, with its parts beside it
//   dist/twicetold.html  the page in one file, which works from file:// without a network
//   dist/npm/            the package `twicetold`
//
//   node web/build.mjs [--out DIST] [--no-check]     --no-check leaves out the type check
//
// The same input makes the same output, byte for byte.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

const WEB = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.dirname(WEB);
const MODULES = path.join(ROOT, 'build/web/bin');
const MODULE_NAMES = ['twicetold-engine', 'twicetold-coverage', 'twicetold-viewer'];
const WASM_FILES = MODULE_NAMES.map((name) => `${name}.wasm`);
const ASSETS = path.join(ROOT, 'assets');
const TSC = path.join(ROOT, 'node_modules/.bin/tsc');

/** What the hosted page may do: load its own parts, and nothing else from anywhere. */
const HOSTED_POLICY = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
].join('; ');

/** The one file carries its parts; it may load nothing at all. */
const oneFilePolicy = (scripts, styles) =>
    [
        "default-src 'none'",
        `script-src ${scripts.map(hashOf).join(' ')} 'wasm-unsafe-eval'`,
        `style-src ${styles.map(hashOf).join(' ')}`,
        'img-src data:',
        'worker-src blob:',
        "base-uri 'none'",
        "form-action 'none'",
    ].join('; ');

const hashOf = (content) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;

const COMMON = {
    bundle: true,
    minify: true,
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'warning',
    absWorkingDir: WEB,
    loader: { '.css': 'text' },
    // Nothing of Node.js is left in what a browser loads.
    define: { process: 'undefined' },
};

function fail(sentence) {
    console.error(`web/build.mjs: ${sentence}`);
    process.exit(1);
}

/** Finds the glue that Emscripten wrote. */
const glue = {
    name: 'glue',
    setup(bundler) {
        bundler.onResolve({ filter: /^twicetold-(engine|coverage|viewer)-glue$/ }, ({ path: name }) => ({
            path: path.join(MODULES, name.replace('-glue', '.mjs')),
        }));
    },
};

/** Gives a module in the place of another. */
const replaced = (modules) => ({
    name: 'replaced',
    setup(bundler) {
        for (const [from, to] of Object.entries(modules)) {
            bundler.onResolve({ filter: new RegExp(`/${from}\\.ts$`) }, ({ importer }) =>
                path.basename(importer) === `${to}.ts` ? undefined : { path: findModule(to) },
            );
        }
    },
});
const findModule = (name) => path.join(WEB, { source_inline: 'element', languages_inline: 'element', samples_inline: 'page', loader_browser: 'engine' }[name], `${name}.ts`);

/** Puts contents where `inline:name` is imported. */
const inlined = (contents) => ({
    name: 'inlined',
    setup(bundler) {
        bundler.onResolve({ filter: /^inline:/ }, ({ path: name }) => ({ path: name, namespace: 'inline' }));
        bundler.onLoad({ filter: /.*/, namespace: 'inline' }, ({ path: name }) => contents[name.slice('inline:'.length)]);
    },
});

/** One bundle as text. */
async function bundle(entry, options) {
    const result = await build({ ...COMMON, entryPoints: [entry], write: false, ...options });
    return result.outputFiles[0].text;
}

/** Glue in a bundle that is no module asks for its own address without needing it. */
const NO_ADDRESS = { 'import.meta.url': '"data:"' };

const classicWorker = () =>
    bundle('engine/worker.ts', {
        format: 'iife',
        plugins: [glue],
        external: ['module'],
        define: { ...COMMON.define, ...NO_ADDRESS },
    });

/** The texts of the interface, a table a language. */
async function interfaceTexts() {
    const folder = path.join(ASSETS, 'i18n');
    const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
    const read = async (name) => [path.basename(name, '.json'), JSON.parse(await readFile(path.join(folder, name), 'utf8'))];
    const { en, ...others } = Object.fromEntries(await Promise.all(names.map(read)));
    return { english: en, others };
}

/** The tables of the other languages, as files. */
async function writeTables(dir, others) {
    await mkdir(path.join(dir, 'i18n'), { recursive: true });
    for (const [language, table] of Object.entries(others)) {
        await writeFile(path.join(dir, 'i18n', `${language}.json`), `${JSON.stringify(table)}\n`);
    }
}

const escaped = (text) =>
    text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

/** index.html with `{{name}}` filled in: from `parts` as it is, from the interface's texts escaped. */
function filled(template, texts, parts) {
    return template.replace(/\{\{([\w.-]+)\}\}/g, (_, name) => {
        if (name in parts) return parts[name];
        if (name in texts) return escaped(texts[name]);
        return fail(`index.html asks for {{${name}}}, which is neither in assets/i18n/en.json nor made here`);
    });
}

async function readSamples() {
    const ids = JSON.parse(await readFile(path.join(ASSETS, 'samples/index.json'), 'utf8'));
    const samples = [];
    const texts = {};
    for (const id of ids) {
        const sample = JSON.parse(await readFile(path.join(ASSETS, 'samples', id, 'sample.json'), 'utf8'));
        samples.push(sample);
        for (const { file } of sample.documents) {
            texts[`${id}/${file}`] = await readFile(path.join(ASSETS, 'samples', id, file), 'utf8');
        }
    }
    return { samples, texts };
}

async function makePage(out, { template, texts, languages, css, stories, worker }) {
    await build({
        ...COMMON,
        entryPoints: { page: 'page/page.ts' },
        outdir: out,
        format: 'esm',
        splitting: true,
        chunkNames: '[name]-[hash]',
        plugins: [glue],
        external: ['module'],
    });
    await writeFile(path.join(out, 'from-folder.js'), await bundle('page/from_folder.ts', { format: 'iife' }));
    await writeFile(path.join(out, 'twicetold-worker.js'), worker);
    await writeFile(path.join(out, 'page.css'), css);
    await cp(path.join(ASSETS, 'icon.svg'), path.join(out, 'icon.svg'));
    for (const name of WASM_FILES) {
        await cp(path.join(MODULES, name), path.join(out, name));
    }
    await writeTables(out, languages);
    for (const [name, story] of Object.entries(stories.texts)) {
        await mkdir(path.dirname(path.join(out, 'samples', name)), { recursive: true });
        await writeFile(path.join(out, 'samples', name), story);
    }
    await writeFile(path.join(out, 'samples/index.json'), `${JSON.stringify(stories.samples, null, 2)}\n`);
    const head = [
        '<link rel="stylesheet" href="page.css">',
        '<script src="from-folder.js"></script>',
        '<link rel="modulepreload" href="page.js">',
        '<link rel="preload" href="twicetold-viewer.wasm" as="fetch" crossorigin>',
        '<script type="module" src="page.js"></script>',
    ].join('\n');
    const html = filled(template, texts, { policy: HOSTED_POLICY, icon: 'icon.svg', head, foot: '' });
    await writeFile(path.join(out, 'index.html'), html);
}

async function makeOneFile(out, { template, texts, languages, css, stories, worker }) {
    const modules = await Promise.all(
        WASM_FILES.map(async (name) => [name, { contents: await readFile(path.join(MODULES, name)), loader: 'binary' }]),
    );
    const script = await bundle('page/page.ts', {
        format: 'iife',
        external: ['module'],
        define: { ...COMMON.define, ...NO_ADDRESS },
        plugins: [
            glue,
            replaced({ source: 'source_inline', languages: 'languages_inline', samples: 'samples_inline' }),
            inlined({
                ...Object.fromEntries(modules),
                'twicetold-worker.js': { contents: worker, loader: 'text' },
                samples: { contents: JSON.stringify(stories), loader: 'json' },
                languages: { contents: JSON.stringify(languages), loader: 'json' },
            }),
        ],
    });
    if (/<!--|<\/script/i.test(script)) fail('the script of the one-file page would end its own element');
    const icon = await readFile(path.join(ASSETS, 'icon.svg'));
    const html = filled(template, texts, {
        policy: oneFilePolicy([script], [css]),
        icon: `data:image/svg+xml;base64,${icon.toString('base64')}`,
        head: `<style>${css}</style>`,
        // Functions, so that no "$&" in the code is taken for a pattern.
        foot: `<script>${script}</script>`,
    });
    await writeFile(path.join(out, 'twicetold.html'), html);
}

async function makePackage(out, { languages, worker }) {
    const dir = path.join(out, 'npm');
    await mkdir(dir, { recursive: true });
    const shared = { ...COMMON, format: 'esm', outdir: dir };
    await build({
        ...shared,
        entryPoints: { index: 'engine/index.ts' },
        plugins: [glue, replaced({ loader_node: 'loader_browser' })],
        external: ['module'],
    });
    await build({
        ...shared,
        entryPoints: { node: 'engine/index.ts' },
        platform: 'node',
        define: {},
        plugins: [glue],
    });
    await build({
        ...shared,
        entryPoints: { element: 'element/index.ts' },
        splitting: true,
        chunkNames: '[name]-[hash]',
        plugins: [glue],
        external: ['module'],
    });
    await writeFile(path.join(dir, 'twicetold-worker.js'), worker);
    for (const name of WASM_FILES) {
        await cp(path.join(MODULES, name), path.join(dir, name));
    }
    await writeTables(dir, languages);
    await makeTypes(dir);
    const version = /program_version = "([^"]+)"/.exec(await readFile(path.join(ROOT, 'src/report/version.h'), 'utf8'))?.[1];
    if (!version) fail('src/report/version.h names no version');
    const manifest = {
        name: 'twicetold',
        version,
        description: 'Compares versions of a news article and shows what changed',
        license: 'MIT',
        type: 'module',
        engines: { node: '>=20' },
        exports: {
            '.': { types: './types/engine/index.d.ts', node: './node.js', default: './index.js' },
            './element': { types: './types/element/index.d.ts', default: './element.js' },
            './package.json': './package.json',
        },
        types: './types/engine/index.d.ts',
        sideEffects: ['./element.js'],
    };
    await writeFile(path.join(dir, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    await cp(path.join(WEB, 'npm_readme.md'), path.join(dir, 'README.md'));
}

/** The declarations of what the package exports. */
async function makeTypes(dir) {
    const made = await mkdtemp(path.join(tmpdir(), 'twicetold-types-'));
    try {
        const settings = ['--noEmit', 'false', '--declaration', '--emitDeclarationOnly', '--outDir', made, '--rootDir', ROOT];
        tsc(['-p', WEB, ...settings]);
        const ours = path.join(made, path.relative(ROOT, WEB));
        for (const name of (await readdir(ours, { recursive: true })).sort()) {
            if (!/^(engine|element)\b.*\.d\.ts$/.test(name)) continue;
            const code = (await readFile(path.join(ours, name), 'utf8')).replace(/(['"]\.[^'"]*)\.ts(['"])/g, '$1.js$2');
            await mkdir(path.dirname(path.join(dir, 'types', name)), { recursive: true });
            await writeFile(path.join(dir, 'types', name), code);
        }
    } finally {
        await rm(made, { recursive: true, force: true });
    }
}

function tsc(words) {
    const { status } = spawnSync(process.execPath, [TSC, ...words], { stdio: 'inherit' });
    if (status !== 0) fail('the TypeScript does not pass its type check; see above');
}

async function main(words) {
    let out = path.join(ROOT, 'dist');
    let check = true;
    while (words.length > 0) {
        const word = words.shift();
        if (word === '--out' && words.length > 0) out = path.resolve(words.shift());
        else if (word === '--no-check') check = false;
        else fail(`unknown word '${word}'; there are --out DIST and --no-check`);
    }
    const present = await readdir(MODULES).catch(() => []);
    for (const name of MODULE_NAMES) {
        for (const ending of ['.mjs', '.wasm']) {
            if (!present.includes(name + ending)) {
                fail(`build/web/bin/${name}${ending} is missing; run ./build-wasm.sh, which makes it first`);
            }
        }
    }
    if (check) tsc(['-p', WEB]);
    const { english, others } = await interfaceTexts();
    const parts = {
        template: await readFile(path.join(WEB, 'index.html'), 'utf8'),
        texts: english,
        languages: others,
        css: await bundle('page/page.css', { loader: { '.css': 'css' } }),
        stories: await readSamples(),
        worker: await classicWorker(),
    };
    await rm(out, { recursive: true, force: true });
    await mkdir(out, { recursive: true });
    await makePage(out, parts);
    await makeOneFile(out, parts);
    await makePackage(out, parts);
}

await main(process.argv.slice(2));
