// What a page and the engine's worker say to each other.

import type { CompareOptions, DocumentInput, Mode } from './types.ts';

/** What a worker gets before the first comparison in a mode: the engine, compiled once for all workers of the page. */
export interface StartMessage {
    type: 'start';
    mode: Mode;
    wasm: WebAssembly.Module;
}

export interface CompareMessage {
    type: 'compare';
    id: number;
    documents: DocumentInput[];
    options: CompareOptions;
}

export interface ProgressMessage {
    type: 'progress';
    id: number;
    /** 0 to 1, never falling. */
    share: number;
    stage: string;
}

export interface ResultMessage {
    type: 'result';
    id: number;
    differs: boolean;
    /** For the viewer's module. */
    cbor: Uint8Array<ArrayBuffer>;
    /** The same for everyone else; read when first needed. */
    json: Uint8Array<ArrayBuffer>;
}

export interface FailureMessage {
    type: 'failure';
    id: number;
    code: string;
    message: string;
}

export type ToWorker = StartMessage | CompareMessage;
export type FromWorker = ProgressMessage | ResultMessage | FailureMessage;
