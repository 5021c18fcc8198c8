// How the package finds its engine in Node.js: the files beside this one.

import { readFile } from 'node:fs/promises';

import { WASM_FILE } from './files.ts';
import type { Mode } from './types.ts';

export async function engineBytes(mode: Mode): Promise<Uint8Array<ArrayBuffer>> {
    return readFile(new URL(WASM_FILE[mode], import.meta.url));
}
