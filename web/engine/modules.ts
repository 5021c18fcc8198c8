// The engine's two modules: one compares versions, the other coverage. Nobody loads what they do not need.

import coverageGlue from 'twicetold-coverage-glue';
import versionsGlue from 'twicetold-engine-glue';

import type { EngineFactory } from './module.ts';
import type { Mode } from './types.ts';

export const GLUE: Record<Mode, EngineFactory> = { versions: versionsGlue, coverage: coverageGlue };
