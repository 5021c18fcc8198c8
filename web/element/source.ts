// Where the element's parts come from when they are files beside this script. The one-file page replaces this module by
// source_inline.ts.

import type { EngineSource } from '../engine/client.ts';
import { WASM_FILE } from '../engine/files.ts';
import type { Mode } from '../engine/types.ts';
import type { ViewerFactory } from './viewer_module.ts';

export interface Source extends EngineSource {
    viewerFactory(): Promise<ViewerFactory>;
    viewerWasm(): Promise<WebAssembly.Module>;
}

/** Compiles once for all elements of the page; a failure is not remembered, so that it can be tried again. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
    let kept: Promise<T> | undefined;
    return () => {
        kept ??= make().catch((error: unknown) => {
            kept = undefined;
            throw error;
        });
        return kept;
    };
}

async function compile(url: URL): Promise<WebAssembly.Module> {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url.pathname} could not be loaded (${response.status})`);
    // Some servers do not know the type of WebAssembly, which streaming insists on.
    if (response.headers.get('Content-Type')?.startsWith('application/wasm')) {
        return WebAssembly.compileStreaming(response);
    }
    return WebAssembly.compile(await response.arrayBuffer());
}

/** Compiles the file beside this script. */
const compiled = (file: string) => once(() => compile(new URL(file, import.meta.url)));

const engines: Record<Mode, () => Promise<WebAssembly.Module>> = {
    versions: compiled(WASM_FILE.versions),
    coverage: compiled(WASM_FILE.coverage),
};

export const source: Source = {
    engineWorker: () => new Worker(new URL('twicetold-worker.js', import.meta.url)),
    engineWasm: (mode) => engines[mode](),
    viewerFactory: once(async () => {
        const glue = (await import('twicetold-viewer-glue')) as { default: ViewerFactory };
        return glue.default;
    }),
    viewerWasm: compiled('twicetold-viewer.wasm'),
};
