// The npm package `twicetold`: comparing without a picture, in Node.js and in browsers.
//
//     import { compare } from 'twicetold';
//     const result = await compare([{ text: 'It hurt 14 people.' }, { text: 'It hurt 41 people.' }]);
//     result.steps[0].changes[0].kind;  // 'figure'

import { engineBytes } from './loader_node.ts';
import { Engine, startEngine } from './module.ts';
import { GLUE } from './modules.ts';
import type { CompareOptions, Comparison, DocumentInput, Mode } from './types.ts';

const starting = new Map<Mode, Promise<Engine>>();

/** The engine of a mode, for many comparisons without waiting in between: `engine.compare(…)`, then `engine.comparison()`. */
export function loadEngine(mode: Mode = 'versions'): Promise<Engine> {
    let engine = starting.get(mode);
    if (!engine) {
        engine = (async () => startEngine(GLUE[mode], await WebAssembly.compile(await engineBytes(mode)), mode))();
        starting.set(mode, engine);
        // A failure is not remembered, so that it can be tried again.
        engine.catch(() => starting.delete(mode));
    }
    return engine;
}

/**
 * Compares versions of one article, oldest first, or with the mode 'coverage' outlets' articles about one event. Runs where it is
 * called: in a page, prefer the element or a worker.
 */
export async function compare(documents: readonly DocumentInput[], options: CompareOptions = {}): Promise<Comparison> {
    const engine = await loadEngine(options.mode);
    try {
        engine.compare(documents, options);
        return engine.comparison(options.positionEncoding);
    } finally {
        engine.clear();
    }
}

/** Compares what several outlets say about one event, in any order. */
export function coverage(documents: readonly DocumentInput[], options: CompareOptions = {}): Promise<Comparison> {
    return compare(documents, { ...options, mode: 'coverage' });
}

export { Engine };
export * from './types.ts';
