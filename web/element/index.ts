// Defines <twicetold-viewer>.

import { TwicetoldViewer } from './element.ts';

if (!customElements.get('twicetold-viewer')) customElements.define('twicetold-viewer', TwicetoldViewer);

export { TwicetoldViewer };
export type {
    ElementState,
    ErrorDetail,
    ProgressDetail,
    ReadyDetail,
    Renderer,
    SelectDetail,
} from './element.ts';
export type * from './viewer_module.ts';
export * from '../engine/types.ts';
