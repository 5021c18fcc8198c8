// Where the element's parts come from in the one-file page, which opens from file:// and may load nothing.

import viewerGlue from 'twicetold-viewer-glue';
// Bundled by web/build.mjs.
import engineWasm from 'inline:twicetold-engine.wasm';
import viewerWasm from 'inline:twicetold-viewer.wasm';
import workerScript from 'inline:twicetold-worker.js';

import type { Source } from './source.ts';

let compiledEngine: Promise<WebAssembly.Module> | undefined;
let compiledViewer: Promise<WebAssembly.Module> | undefined;
/** Kept as long as the page: a cancelled comparison needs another worker. */
let workerAddress: string | undefined;

export const source: Source = {
    engineWorker: () => {
        workerAddress ??= URL.createObjectURL(new Blob([workerScript], { type: 'text/javascript' }));
        return new Worker(workerAddress);
    },
    engineWasm: () => (compiledEngine ??= WebAssembly.compile(engineWasm)),
    viewerFactory: () => Promise.resolve(viewerGlue),
    viewerWasm: () => (compiledViewer ??= WebAssembly.compile(viewerWasm)),
};
