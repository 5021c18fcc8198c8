// How the package finds its engine in a browser: the files beside this one.

import { WASM_FILE } from './files.ts';
import type { Mode } from './types.ts';

export async function engineBytes(mode: Mode): Promise<ArrayBuffer> {
    const url = new URL(WASM_FILE[mode], import.meta.url);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url.pathname} could not be loaded (${response.status})`);
    return response.arrayBuffer();
}
