#!/usr/bin/env node
// Serves a folder on this machine only.
//
//   node tools/serve.mjs FOLDER [--port N] [--seconds N]
//
// Takes the first free port from 8080 on, or exactly --port, and prints the address. Stops on Ctrl-C, on SIGTERM, when
// the process that started it has gone, and after --seconds.

import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream';
import { pathToFileURL } from 'node:url';

const FIRST_PORT = 8080;
const LAST_PORT = 8179;

const TYPES = {
    '.cbor': 'application/cbor',
    '.css': 'text/css; charset=utf-8',
    '.html': 'text/html; charset=utf-8',
    '.ico': 'image/x-icon',
    '.js': 'text/javascript; charset=utf-8',
    '.json': 'application/json; charset=utf-8',
    '.map': 'application/json; charset=utf-8',
    '.md': 'text/plain; charset=utf-8',
    '.mjs': 'text/javascript; charset=utf-8',
    '.png': 'image/png',
    '.svg': 'image/svg+xml',
    '.txt': 'text/plain; charset=utf-8',
    '.wasm': 'application/wasm',
    '.webmanifest': 'application/manifest+json',
    '.woff2': 'font/woff2',
};

/** The file that a request's path names below `folder`, or null. A folder stands for its index.html. */
async function fileFor(folder, requestPath) {
    let relative;
    try {
        relative = decodeURIComponent(requestPath);
    } catch {
        return null;
    }
    if (relative.includes('\0')) return null;
    let file = path.join(folder, path.normalize(`/${relative}`));
    let found = await stat(file).catch(() => null);
    if (found?.isDirectory()) {
        file = path.join(file, 'index.html');
        found = await stat(file).catch(() => null);
    }
    return found?.isFile() ? { file, size: found.size } : null;
}

/** A server of the files below `folder`, listening on 127.0.0.1. Without a port, the first free one is taken. */
export async function serve(folder, { port } = {}) {
    const root = path.resolve(folder);
    const server = createServer(async (request, response) => {
        if (request.method !== 'GET' && request.method !== 'HEAD') {
            response.writeHead(405, { Allow: 'GET, HEAD' }).end();
            return;
        }
        const found = await fileFor(root, new URL(request.url, 'http://localhost').pathname);
        if (!found) {
            response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('not found\n');
            return;
        }
        response.writeHead(200, {
            'Content-Type': TYPES[path.extname(found.file).toLowerCase()] ?? 'application/octet-stream',
            'Content-Length': found.size,
            // While developing, what was built last is what is shown.
            'Cache-Control': 'no-cache',
            'X-Content-Type-Options': 'nosniff',
        });
        if (request.method === 'HEAD') response.end();
        else pipeline(createReadStream(found.file), response, () => {});
    });

    const [first, last] = port === undefined ? [FIRST_PORT, LAST_PORT] : [port, port];
    for (let candidate = first; ; ++candidate) {
        try {
            await new Promise((resolve, reject) => {
                server.once('error', reject);
                server.listen(candidate, '127.0.0.1', () => {
                    server.off('error', reject);
                    resolve();
                });
            });
            return { server, address: `http://127.0.0.1:${server.address().port}/` };
        } catch (error) {
            if (error.code !== 'EADDRINUSE' || candidate >= last) throw error;
        }
    }
}

function fail(sentence) {
    console.error(`serve: ${sentence}`);
    process.exit(2);
}

async function main(words) {
    let folder;
    const options = {};
    while (words.length > 0) {
        const word = words.shift();
        if (word === '--port' || word === '--seconds') {
            const number = Number(words.shift());
            if (!Number.isInteger(number) || number < 0) fail(`${word} needs a whole number`);
            options[word.slice(2)] = number;
        } else if (!word.startsWith('-') && folder === undefined) {
            folder = word;
        } else {
            fail(`unknown word '${word}'; the words are FOLDER --port N --seconds N`);
        }
    }
    if (folder === undefined) fail('say which folder to serve');
    if (!(await stat(folder).catch(() => null))?.isDirectory()) fail(`${folder} is no folder; build it first`);

    let running;
    try {
        running = await serve(folder, options);
    } catch (error) {
        fail(error.code === 'EADDRINUSE' ? 'the port is taken; give another with --port' : error.message);
    }
    console.log(`serving ${folder} at ${running.address} (Ctrl-C stops)`);

    const stop = () => {
        running.server.close(() => process.exit(0));
        running.server.closeAllConnections();
    };
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
    process.on('SIGHUP', stop);
    if (options.seconds !== undefined) setTimeout(stop, options.seconds * 1000);
    // A server left behind by a test or a closed terminal would hold its port for ever.
    const parent = process.ppid;
    setInterval(() => {
        if (process.ppid !== parent) stop();
    }, 1000);
}

if (process.argv[1] && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href) {
    await main(process.argv.slice(2));
}
