// The engine's WebAssembly module as a class. Works the same in a page, in a worker and in Node.js.

import {
    type CompareOptions,
    type Comparison,
    type DocumentInput,
    type Mode,
    type PositionEncoding,
    type TextFormat,
    TwicetoldError,
    type VectorFiles,
} from './types.ts';

/** What the glue that Emscripten makes offers of the engine. */
interface EngineExports {
    HEAPU8: Uint8Array;
    progress?: ((share: number, stage: string) => void) | undefined;
    _twicetold_request(size: number): number;
    _twicetold_compare(jsonSize: number): number;
    _twicetold_output(kind: number, encoding: number): number;
    _twicetold_output_size(): number;
    _twicetold_clear(): void;
    _malloc(size: number): number;
    _free(address: number): void;
    /** In the module for coverage alone. */
    _twicetold_load_vectors?(...addressesAndSizes: number[]): number;
}

export type EngineFactory = (options: {
    wasmBinary?: ArrayBuffer | Uint8Array;
    instantiateWasm?: (
        imports: WebAssembly.Imports,
        done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ) => object;
    locateFile?: (name: string) => string;
    print?: (line: string) => void;
    printErr?: (line: string) => void;
}) => Promise<unknown>;

export type Progress = (share: number, stage: string) => void;

export type ReportKind = 'json' | 'json-lines' | 'cbor';

/** How the C side numbers what it can write. */
const OUTPUT = { json: 0, cbor: 1, error: 2, 'json-lines': 3 } as const;
const ENCODING: Record<PositionEncoding, number> = { 'utf-8': 0, 'utf-16': 1, 'utf-32': 2 };
const DIFFERS = 1;
const FAILED = 2;

/** The longest text that is compared. The engine refuses longer ones too; here they are not even copied. */
export const MAX_DOCUMENT_BYTES = 32 * 1024 * 1024;

const FORMATS: Record<TextFormat, number> = { auto: 0, text: 1, markdown: 2 };
const ABSENT = 0xffffffff;

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Starts the engine of a mode from its compiled module. */
export async function startEngine(factory: EngineFactory, wasm: WebAssembly.Module, mode: Mode): Promise<Engine> {
    const exports = await new Promise<unknown>((resolve, reject) => {
        const started = factory({
            instantiateWasm: (imports, done) => {
                WebAssembly.instantiate(wasm, imports).then((instance) => done(instance, wasm), reject);
                return {};
            },
            // Asked for even where nothing is fetched.
            locateFile: (name) => name,
        });
        started.then(resolve, reject);
    });
    return new Engine(exports as EngineExports, mode);
}

export class Engine {
    readonly #module: EngineExports;
    /** What this engine compares. */
    readonly mode: Mode;

    constructor(module: EngineExports, mode: Mode) {
        this.#module = module;
        this.mode = mode;
    }

    /**
     * Compares documents in this engine's mode (versions: oldest first), and keeps the result for `comparison()` and `report()`.
     * Returns whether anything differs.
     */
    compare(documents: readonly DocumentInput[], options: CompareOptions = {}, progress?: Progress): boolean {
        const { json, raw } = requestOf(documents, { ...options, mode: this.mode });
        const size = raw.reduce((sum, piece) => sum + piece.byteLength, json.byteLength);
        const module = this.#module;
        module.progress = progress;
        // HEAPU8 is asked for anew each time: it is another array after the memory has grown.
        let at = module._twicetold_request(size);
        module.HEAPU8.set(json, at);
        at += json.byteLength;
        for (const piece of raw) {
            module.HEAPU8.set(piece, at);
            at += piece.byteLength;
        }
        const status = module._twicetold_compare(json.byteLength);
        if (status === FAILED) {
            const { code, message } = JSON.parse(this.#text(OUTPUT.error, 'utf-16')) as { code: string; message: string };
            throw new TwicetoldError(code, asSentence(message, documents));
        }
        return status === DIFFERS;
    }

    /** The result as an object. */
    comparison(encoding: PositionEncoding = 'utf-16'): Comparison {
        return JSON.parse(this.#text(OUTPUT.json, encoding)) as Comparison;
    }

    /** The result as bytes of their own. */
    report(kind: ReportKind, encoding: PositionEncoding = 'utf-16'): Uint8Array<ArrayBuffer> {
        return this.#view(OUTPUT[kind], encoding).slice() as Uint8Array<ArrayBuffer>;
    }

    /** Loads word vectors for the comparisons of coverage to come. */
    loadVectors({ table, words, synonyms }: VectorFiles): void {
        const module = this.#module;
        const load = module._twicetold_load_vectors;
        if (!load) throw new TwicetoldError('bad-request', 'Word vectors are for coverage, not for versions.');
        const files = [table, words, synonyms ?? new Uint8Array()];
        const places = files.map((bytes) => {
            const at = module._malloc(Math.max(bytes.byteLength, 1));
            module.HEAPU8.set(bytes, at);
            return at;
        });
        const loaded = load(...places.flatMap((at, i) => [at, files[i]?.byteLength ?? 0]));
        for (const at of places) module._free(at);
        if (loaded === 0) {
            throw new TwicetoldError('bad-vectors', 'These are no word vectors, or there is not a word for each.');
        }
    }

    /** What the engine's memory takes. It grows with the longest texts and never shrinks. */
    get memoryBytes(): number {
        return this.#module.HEAPU8.byteLength;
    }

    /** Frees the result. */
    clear(): void {
        this.#module._twicetold_clear();
    }

    #view(kind: number, encoding: PositionEncoding): Uint8Array {
        const at = this.#module._twicetold_output(kind, ENCODING[encoding]);
        if (at === 0) throw new TwicetoldError('no-result', 'There is no result: compare first.');
        return this.#module.HEAPU8.subarray(at, at + this.#module._twicetold_output_size());
    }

    #text(kind: number, encoding: PositionEncoding): string {
        return decoder.decode(this.#view(kind, encoding));
    }
}

/** The request as the C side reads it (src/report/documents_json.h): JSON, and raw documents behind it. */
function requestOf(documents: readonly DocumentInput[], options: CompareOptions): { json: Uint8Array; raw: Uint8Array[] } {
    documents.forEach(check);
    // The order of the documents is that of the versions, so all of them go the same way.
    const asJson = documents.some((document) => document.paragraphs);
    const request = {
        options: {
            mode: options.mode ?? 'versions',
            ignore: options.ignore ?? [],
            language: options.language ?? '',
            budget: options.budget ?? 0,
            first_to_last: options.firstToLast ?? false,
            pairs: options.pairs ?? false,
        },
        documents: asJson
            ? documents.map(({ bytes, format: _, ...rest }) => (bytes ? { ...rest, text: decoder.decode(bytes) } : rest))
            : [],
    };
    return { json: encoder.encode(JSON.stringify(request)), raw: asJson ? [] : documents.flatMap(rawDocument) };
}

function check(document: DocumentInput, index: number): void {
    const { text, bytes, paragraphs } = document;
    if (!(typeof text === 'string' || bytes instanceof Uint8Array || Array.isArray(paragraphs))) {
        throw new TwicetoldError('bad-request', `Version ${index + 1} has no text.`);
    }
    if ((bytes?.byteLength ?? text?.length ?? 0) > MAX_DOCUMENT_BYTES) {
        throw new TwicetoldError('too-large', `${document.id || `Version ${index + 1}`} is longer than 32 MB.`);
    }
}

/** As src/app/web_engine/raw_documents.h has it. */
function rawDocument(document: DocumentInput): Uint8Array[] {
    const strings = [
        document.id ?? '',
        document.source ?? '',
        document.published ?? '',
        document.language ?? '',
        document.title,
        document.byline,
    ].map((string) => (string === undefined ? undefined : encoder.encode(string)));
    strings.push((document.bytes as Uint8Array<ArrayBuffer> | undefined) ?? encoder.encode(document.text ?? ''));
    const header = new DataView(new ArrayBuffer(4 * (1 + strings.length)));
    header.setUint32(0, FORMATS[document.format ?? 'auto'], true);
    strings.forEach((string, i) => header.setUint32(4 * (i + 1), string?.byteLength ?? ABSENT, true));
    return [new Uint8Array(header.buffer), ...strings.filter((string) => string !== undefined)];
}

/** The engine's messages follow a program's name on the command line; here they stand alone. */
function asSentence(message: string, documents: readonly DocumentInput[]): string {
    const named = documents.some(({ id }) => id && message.startsWith(id));
    const begun = named ? message : message.charAt(0).toUpperCase() + message.slice(1);
    return /[.!?]$/.test(begun) ? begun : `${begun}.`;
}
