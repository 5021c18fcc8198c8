// The npm package `twicetold`: comparing without a picture, in Node.js and in browsers.
//
//     import { compare } from 'twicetold';
//     const result = await compare([{ text: 'It hurt 14 people.' }, { text: 'It hurt 41 people.' }]);
//     result.steps[0].changes[0].kind;  // 'figure'

import createModule from 'twicetold-engine-glue';

import { engineBytes } from './loader_node.ts';
import { Engine, startEngine } from './module.ts';
import type { CompareOptions, Comparison, DocumentInput } from './types.ts';

let starting: Promise<Engine> | undefined;

/** The engine, for many comparisons without waiting in between: `engine.compare(…)`, then `engine.comparison()`. */
export function loadEngine(): Promise<Engine> {
    starting ??= (async () => startEngine(createModule, await WebAssembly.compile(await engineBytes())))();
    starting.catch(() => {
        starting = undefined;
    });
    return starting;
}

/** Compares versions of one article, oldest first. Runs where it is called: in a page, prefer the element or a worker. */
export async function compare(documents: readonly DocumentInput[], options: CompareOptions = {}): Promise<Comparison> {
    const engine = await loadEngine();
    try {
        engine.compare(documents, options);
        return engine.comparison(options.positionEncoding);
    } finally {
        engine.clear();
    }
}

export { Engine };
export * from './types.ts';
