// Runs comparisons in a worker. Cancelling ends the worker; the next comparison starts another.

import type { FromWorker, ResultMessage, ToWorker } from './protocol.ts';
import type { Progress } from './module.ts';
import { type CompareOptions, type DocumentInput, type Mode, TwicetoldError } from './types.ts';

/** Where the engine comes from: files beside the script, or the script itself. */
export interface EngineSource {
    engineWorker(): Worker;
    engineWasm(mode: Mode): Promise<WebAssembly.Module>;
}

interface Job {
    id: number;
    progress: Progress | undefined;
    resolve(result: ResultMessage): void;
    reject(error: TwicetoldError): void;
}

export class EngineClient {
    readonly #source: EngineSource;
    #worker: Worker | undefined;
    /** The modes that the worker has the engine of. */
    readonly #started = new Set<Mode>();
    #job: Job | undefined;
    #lastId = 0;

    constructor(source: EngineSource) {
        this.#source = source;
    }

    /** Starts the worker ahead of the first comparison in a mode. */
    async warmUp(mode: Mode = 'versions'): Promise<void> {
        await this.#start(mode);
    }

    /** Compares. A comparison under way is given up: its promise is rejected with the code "cancelled". */
    async compare(
        documents: readonly DocumentInput[],
        options: CompareOptions,
        progress?: Progress,
    ): Promise<ResultMessage> {
        this.cancel();
        const id = ++this.#lastId;
        const result = new Promise<ResultMessage>((resolve, reject) => {
            this.#job = { id, progress, resolve, reject };
        });
        this.#start(options.mode ?? 'versions').then(
            (worker) => {
                if (this.#job?.id !== id) return;
                const message: ToWorker = { type: 'compare', id, documents: [...documents], options };
                try {
                    worker.postMessage(message);
                } catch {
                    this.#fail(new TwicetoldError('bad-request', 'These documents cannot be passed to the engine.'));
                }
            },
            (error: unknown) => {
                if (this.#job?.id === id) this.#fail(engineFailure(error));
            },
        );
        return result;
    }

    get busy(): boolean {
        return this.#job !== undefined;
    }

    /** Gives up the comparison under way. */
    cancel(): void {
        if (!this.#job) return;
        this.#stop();
        this.#fail(new TwicetoldError('cancelled', 'The comparison was cancelled.'));
    }

    /** Ends the worker for good. */
    close(): void {
        this.cancel();
        this.#stop();
    }

    async #start(mode: Mode): Promise<Worker> {
        const wasm = await this.#source.engineWasm(mode);
        const worker = (this.#worker ??= this.#newWorker());
        if (!this.#started.has(mode)) {
            const message: ToWorker = { type: 'start', mode, wasm };
            worker.postMessage(message);
            this.#started.add(mode);
        }
        return worker;
    }

    #newWorker(): Worker {
        const worker = this.#source.engineWorker();
        worker.onmessage = (event: MessageEvent<FromWorker>) => this.#receive(event.data);
        worker.onerror = (event) => {
            event.preventDefault();
            this.#stop();
            this.#fail(engineFailure(event.message));
        };
        return worker;
    }

    #stop(): void {
        this.#worker?.terminate();
        this.#worker = undefined;
        this.#started.clear();
    }

    #receive(message: FromWorker): void {
        const job = this.#job;
        if (!job || message.id !== job.id) return;
        switch (message.type) {
            case 'progress':
                job.progress?.(message.share, message.stage);
                break;
            case 'result':
                this.#job = undefined;
                job.resolve(message);
                break;
            case 'failure':
                // An engine that failed by itself may have lost its memory; the next comparison gets a new one.
                if (message.code === 'engine-failed') this.#stop();
                this.#fail(new TwicetoldError(message.code, message.message));
                break;
        }
    }

    #fail(error: TwicetoldError): void {
        const job = this.#job;
        this.#job = undefined;
        job?.reject(error);
    }
}

function engineFailure(reason: unknown): TwicetoldError {
    if (reason instanceof TwicetoldError) return reason;
    const detail = reason instanceof Error ? reason.message : String(reason ?? '');
    return new TwicetoldError('engine-failed', `The engine could not be started${detail ? `: ${detail}` : '.'}`);
}
