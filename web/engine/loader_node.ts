// How the package finds its engine in Node.js: the file beside this one.

import { readFile } from 'node:fs/promises';

export async function engineBytes(): Promise<Uint8Array<ArrayBuffer>> {
    return readFile(new URL('twicetold-engine.wasm', import.meta.url));
}
