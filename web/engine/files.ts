// What the engine's modules are called where they are files.

import type { Mode } from './types.ts';

export const WASM_FILE: Record<Mode, string> = {
    versions: 'twicetold-engine.wasm',
    coverage: 'twicetold-coverage.wasm',
};
