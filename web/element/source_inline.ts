// Where the element's parts come from in the one-file page, which opens from file:// and may load nothing.

import viewerGlue from 'twicetold-viewer-glue';
// Bundled by web/build.mjs.
import coverageWasm from 'inline:twicetold-coverage.wasm';
import versionsWasm from 'inline:twicetold-engine.wasm';
import viewerWasm from 'inline:twicetold-viewer.wasm';
import workerScript from 'inline:twicetold-worker.js';

import type { Mode } from '../engine/types.ts';
import type { Source } from './source.ts';

const ENGINES: Record<Mode, Uint8Array<ArrayBuffer>> = { versions: versionsWasm, coverage: coverageWasm };

const compiledEngines = new Map<Mode, Promise<WebAssembly.Module>>();
let compiledViewer: Promise<WebAssembly.Module> | undefined;
/** Kept as long as the page: a cancelled comparison needs another worker. */
let workerAddress: string | undefined;

export const source: Source = {
    engineWorker: () => {
        workerAddress ??= URL.createObjectURL(new Blob([workerScript], { type: 'text/javascript' }));
        return new Worker(workerAddress);
    },
    engineWasm: (mode) => {
        const compiled = compiledEngines.get(mode) ?? WebAssembly.compile(ENGINES[mode]);
        compiledEngines.set(mode, compiled);
        return compiled;
    },
    viewerFactory: () => Promise.resolve(viewerGlue),
    viewerWasm: () => (compiledViewer ??= WebAssembly.compile(viewerWasm)),
};
