// The worker that runs the engine, so that a page never stands still. A classic worker: on file:// no other kind starts.

import { type Engine, startEngine } from './module.ts';
import { GLUE } from './modules.ts';
import type { CompareMessage, FromWorker, ToWorker } from './protocol.ts';
import { type Mode, TwicetoldError } from './types.ts';

interface WorkerScope {
    onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
    postMessage(message: FromWorker, transfer?: Transferable[]): void;
}
const scope = self as unknown as WorkerScope;

/** Often enough to look smooth, seldom enough to cost nothing. */
const PROGRESS_INTERVAL_MILLIS = 40;

const starting = new Map<Mode, Promise<Engine>>();

scope.onmessage = ({ data }) => {
    if (data.type === 'start') {
        const engine = startEngine(GLUE[data.mode], data.wasm, data.mode);
        // Told to whoever asks for a comparison.
        engine.catch(() => {});
        starting.set(data.mode, engine);
    } else {
        void compare(data);
    }
};

async function compare({ id, documents, options }: CompareMessage): Promise<void> {
    try {
        const engine = await starting.get(options.mode ?? 'versions');
        if (!engine) throw new TwicetoldError('engine-failed', 'The engine was not started.');
        let last = 0;
        const differs = engine.compare(documents, options, (share, stage) => {
            const now = performance.now();
            if (now - last < PROGRESS_INTERVAL_MILLIS) return;
            last = now;
            scope.postMessage({ type: 'progress', id, share, stage });
        });
        const cbor = engine.report('cbor');
        const json = engine.report('json', options.positionEncoding);
        engine.clear();
        scope.postMessage({ type: 'result', id, differs, cbor, json }, [cbor.buffer, json.buffer]);
    } catch (error) {
        const known = error instanceof TwicetoldError;
        scope.postMessage({
            type: 'failure',
            id,
            code: known ? error.code : 'engine-failed',
            message: known ? error.message : `The comparison failed: ${String(error)}`,
        });
    }
}
