// The viewer's WebAssembly module as a class: one canvas, one WebGL context.

import { TwicetoldError } from '../engine/types.ts';
import type { ChangeKind, Mode } from '../engine/types.ts';
import {
    CLAIM_FILTERS,
    CLAIM_SORTS,
    type ClaimFilter,
    type ClaimSort,
    PANEL_VIEWS,
    type PanelView,
    type Stance,
} from './coverage_model.ts';

import type { ChangeFilter } from './stops.ts';

export type { ChangeFilter, ClaimFilter, ClaimSort, PanelView, Stance };

/** What the viewer asks of the page it stands in. */
export interface ViewerHost {
    copy(text: string): void;
    /** Shows a field to search with; false: there is none. */
    openFind(query: string): boolean;
    /** An address that leads back to a change, both counted from 0; empty where there is none. */
    link(step: number, change: number): string;
    cursor(name: string): void;
    /** Asks for one call of `frame()` soon. */
    requestFrame(): void;
    prefersDark(): boolean;
    /** What `save` was given last, on this machine. */
    load(): string;
    save(preferences: string): void;
    locale(): string;
}

interface ViewerExports {
    HEAPU8: Uint8Array;
    UTF8ToString(address: number): string;
    _twicetold_open(): number;
    _twicetold_close(): void;
    _twicetold_input(size: number): number;
    _twicetold_show(): number;
    _twicetold_show_nothing(): void;
    _twicetold_message(): void;
    _twicetold_strings(): void;
    _twicetold_resize(width: number, height: number, pixelRatio: number): void;
    _twicetold_dark(dark: number): void;
    _twicetold_reduced_motion(reduced: number): void;
    _twicetold_high_contrast(high: number): void;
    _twicetold_preferences(): number;
    _twicetold_is_dark(): number;
    _twicetold_focused(focused: number): void;
    _twicetold_pointer(
        type: number,
        device: number,
        x: number,
        y: number,
        button: number,
        finger: number,
        wheelX: number,
        wheelY: number,
        modifiers: number,
        seconds: number,
    ): number;
    _twicetold_key(down: number, modifiers: number): number;
    _twicetold_needs_frame(): number;
    _twicetold_frame(seconds: number): void;
    _twicetold_context_lost(): void;
    _twicetold_context_restored(): void;
    _twicetold_command(command: number, value: number): number;
    _twicetold_open_sentence(claim: number, document: number, sentence: number): number;
    _twicetold_coverage_key(): number;
    _twicetold_find(): number;
    _twicetold_search_key(): number;
    _twicetold_is_article(x: number, y: number): number;
    _twicetold_change(): number;
    _twicetold_step(): number;
    _twicetold_filter(): number;
    _twicetold_wanted_pair(): number;
    _twicetold_add_step(before: number, after: number): number;
    _twicetold_rebind(): number;
    _twicetold_state(): number;
    _twicetold_layout(): number;
    _twicetold_changes(): number;
}

export type ViewerFactory = (options: object) => Promise<unknown>;

/** The values of the C side's enumerations. */
const POINTER_TYPES = { move: 0, down: 1, up: 2, leave: 3, wheel: 4 } as const;
const DEVICES: Record<string, number> = { mouse: 0, touch: 1, pen: 2 };
const COMMANDS = {
    next: 0,
    previous: 1,
    first: 2,
    last: 3,
    select: 4,
    otherEnd: 5,
    scrollBy: 6,
    scrollTo: 7,
    fold: 8,
    list: 9,
    step: 10,
    outletBefore: 11,
    outletAfter: 12,
    view: 13,
    sort: 14,
    filter: 15,
    outletFilter: 16,
    blind: 17,
    wide: 18,
    presentation: 19,
    turn: 20,
    swap: 21,
    filterChanges: 22,
    pair: 23,
    findNext: 24,
    findPrevious: 25,
    closeFind: 26,
} as const;

export type PointerKind = keyof typeof POINTER_TYPES;
export type CommandName = keyof typeof COMMANDS;

export interface PointerInput {
    kind: PointerKind;
    device: string;
    x: number;
    y: number;
    button?: number;
    /** Of a touch: which finger. */
    finger?: number;
    wheelX?: number;
    wheelY?: number;
    modifiers: number;
    /** When it happened, by the clock that `frame` is given. */
    seconds?: number;
}

export interface DocumentLabel {
    id: string;
    title: string;
    published: string;
    source: string;
}

/** What shows of a coverage, beside what `ViewerState` says of it as of versions. */
export interface CoverageState {
    /** Of the panel. */
    view: PanelView;
    sort: ClaimSort;
    filter: ClaimFilter;
    /** Whose findings are shown: a document's index, -1: everybody's, -2: those of the two side by side. */
    outlet: number;
    /** The outlets' names are hidden, in the `documents` here as well. */
    blind: boolean;
    /** The panel stands in place of the articles. */
    wide: boolean;
    /** The selected claim as an index into the comparison's claims; -1: none. `change` is its place in `order`. */
    claim: number;
    /** As the reader sees them. */
    outlets: string[];
    /** The claims shown, as indexes into the comparison's. */
    order: number[];
    panelScroll: number;
    panelScrollMax: number;
}

/** What a step amounts to. */
export interface StepSummary {
    substantive: number;
    cosmetic: number;
    /** Passages that moved, whole; counted in neither of the others. */
    moves: number;
    /** Differences that the options leave out. */
    ignored: number;
    /** The later version carries one. */
    correctionNote: boolean;
    /** In anything, be it white space. */
    differs: boolean;
    /** "18 substantive, no correction note", as the reader sees it. */
    text: string;
}

/** What shows, for hosts and tests. */
export interface ViewerState {
    mode: Mode;
    documents: DocumentLabel[];
    /** Indexes of the documents on the left and on the right. */
    before: number;
    after: number;
    step: number;
    stepCount: number;
    /** "1 → 2" */
    steps: string[];
    /** The selected change, 0-based; -1: none. A moved passage is one, however many sentences of it the comparison lists. */
    change: number;
    changeCount: number;
    /** "Change 3 of 17", as the reader sees it. */
    label: string;
    /** Of versions: what stands beside the count. */
    summary?: StepSummary;
    /** Of versions: the shape in which they show. A narrow window never shows them side by side. */
    presentation?: Presentation;
    /** The sides have changed places. */
    swapped?: boolean;
    /** The earlier version stands on the right. */
    mirrored?: boolean;
    filter?: ChangeFilter;
    /** Changes that the filter leaves out; they are not in `changeCount`. */
    hiddenCount?: number;
    /** CSS pixels above the top of the screen. */
    scroll: number;
    scrollMax: number;
    folded: boolean;
    foldable: boolean;
    listOpen: boolean;
    /** One column. */
    narrow: boolean;
    /** Null while nothing is selected. */
    selection: TextSelection | null;
    /** Null while nothing is looked for. */
    search: SearchState | null;
    /** Of a coverage in one column: which outlet shows. */
    side?: Side;
    coverage?: CoverageState;
}

export type Side = 'before' | 'after';
export const PRESENTATIONS = ['side-by-side', 'inline', 'earlier', 'later'] as const;
export type Presentation = (typeof PRESENTATIONS)[number];

/** What is looked for, in all texts shown. */
export interface SearchState {
    query: string;
    count: number;
    /** 0-based; -1: none. */
    current: number;
    /** There are more than are counted. */
    more: boolean;
}

/** Text that the reader selected: of one side, exactly as it stands in the document. */
export interface TextSelection {
    side: Side;
    /** UTF-16 offsets into the document's text. */
    begin: number;
    end: number;
    text: string;
}
export type MarkKind =
    | 'removed'
    | 'added'
    | 'changed'
    | 'rewritten'
    | 'moved'
    | 'cosmetic'
    | 'shared'
    | 'elsewhere'
    | 'differs'
    | 'figure'
    | 'unique'
    | 'copied'
    | 'quotation'
    | 'altered';

interface Box {
    side: Side;
    /** CSS pixels from the element's top left corner. */
    x: number;
    y: number;
    width: number;
    height: number;
    /** UTF-16 offsets into the document's text. */
    begin: number;
    end: number;
    text: string;
}

export type WordBox = Box;

export interface MarkBox extends Box {
    kind: MarkKind;
    /** Which change, counted as `ViewerState.change`, or -1. */
    change: number;
    /** Belongs to the selected change. */
    current: boolean;
}

/** A part of the panel of a coverage: a row of the matrix, a cell of it, a line of a list. */
export interface PanelBox {
    kind: 'row' | 'cell' | 'line';
    x: number;
    y: number;
    width: number;
    height: number;
    /** Index into the comparison's claims, or -1. */
    claim: number;
    document: number;
    sentence: number;
    /** Of a cell. */
    stance?: Stance;
    differs: boolean;
    current: boolean;
    text: string;
}

/** The words and marks on screen. */
export interface ViewerLayout {
    words: WordBox[];
    marks: MarkBox[];
    panel: PanelBox[];
}

export interface ChangeEntry {
    change: number;
    /** Index into the step's changes. */
    first: number;
    kind: ChangeKind;
    significance: 'substantive' | 'cosmetic';
    name: string;
    before: string;
    after: string;
}

const encoder = new TextEncoder();

export class ViewerModule {
    readonly #module: ViewerExports;

    private constructor(module: ViewerExports) {
        this.#module = module;
    }

    /** Null where the browser has no WebGL 2 to give. */
    static async open(
        factory: ViewerFactory,
        wasm: WebAssembly.Module,
        canvas: HTMLCanvasElement,
        host: ViewerHost,
    ): Promise<ViewerModule | null> {
        const exports = await new Promise<unknown>((resolve, reject) => {
            factory({
                canvas,
                host,
                instantiateWasm: (
                    imports: WebAssembly.Imports,
                    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
                ) => {
                    WebAssembly.instantiate(wasm, imports).then((instance) => done(instance, wasm), reject);
                    return {};
                },
                locateFile: (name: string) => name,
            }).then(resolve, reject);
        });
        const module = exports as ViewerExports;
        return module._twicetold_open() ? new ViewerModule(module) : null;
    }

    close(): void {
        this.#module._twicetold_close();
    }

    /** Shows a comparison, as CBOR or JSON. */
    show(comparison: Uint8Array): void {
        this.#input(comparison);
        const failure = this.#module.UTF8ToString(this.#module._twicetold_show());
        if (failure === '') return;
        const [code = '', ...rest] = failure.split(': ');
        throw new TwicetoldError(code, rest.join(': '));
    }

    showNothing(): void {
        this.#module._twicetold_show_nothing();
    }

    setMessage(message: string): void {
        this.#input(encoder.encode(message));
        this.#module._twicetold_message();
    }

    /** The language of what the canvas says, and its texts: a line each, of key, tab, text. */
    setStrings(language: string, lines: string): void {
        this.#input(encoder.encode(`${language}\n${lines}`));
        this.#module._twicetold_strings();
    }

    resize(width: number, height: number, pixelRatio: number): void {
        this.#module._twicetold_resize(width, height, pixelRatio);
    }

    setDark(dark: boolean): void {
        this.#module._twicetold_dark(Number(dark));
    }

    setHighContrast(high: boolean): void {
        this.#module._twicetold_high_contrast(Number(high));
    }

    /** What the reader chose: "palette=red-green;size=1.25". */
    get preferences(): string {
        return this.#module.UTF8ToString(this.#module._twicetold_preferences());
    }

    /** Whether what shows is dark: by the reader's choice, or else as `setDark` says. */
    get dark(): boolean {
        return this.#module._twicetold_is_dark() !== 0;
    }

    setReducedMotion(reduced: boolean): void {
        this.#module._twicetold_reduced_motion(Number(reduced));
    }

    setFocused(focused: boolean): void {
        this.#module._twicetold_focused(Number(focused));
    }

    /** Whether the event was used. */
    pointer(input: PointerInput): boolean {
        return (
            this.#module._twicetold_pointer(
                POINTER_TYPES[input.kind],
                DEVICES[input.device] ?? 0,
                input.x,
                input.y,
                input.button ?? 0,
                input.finger ?? 0,
                input.wheelX ?? 0,
                input.wheelY ?? 0,
                input.modifiers,
                input.seconds ?? 0,
            ) !== 0
        );
    }

    /** Whether the key was used. */
    key(down: boolean, key: string, modifiers: number): boolean {
        this.#input(encoder.encode(key));
        return this.#module._twicetold_key(Number(down), modifiers) !== 0;
    }

    get needsFrame(): boolean {
        return this.#module._twicetold_needs_frame() !== 0;
    }

    frame(seconds: number): void {
        this.#module._twicetold_frame(seconds);
    }

    contextLost(): void {
        this.#module._twicetold_context_lost();
    }

    contextRestored(): void {
        this.#module._twicetold_context_restored();
    }

    /** Whether anything changed. */
    command(name: CommandName, value = 0): boolean {
        return this.#module._twicetold_command(COMMANDS[name], value) !== 0;
    }

    /** Opens a sentence, on account of a claim where one is given. */
    openSentence(document: number, sentence: number, claim = -1): boolean {
        return this.#module._twicetold_open_sentence(claim, document, sentence) !== 0;
    }

    showView(view: PanelView): boolean {
        return this.command('view', PANEL_VIEWS.indexOf(view));
    }

    sort(sort: ClaimSort): boolean {
        return this.command('sort', CLAIM_SORTS.indexOf(sort));
    }

    filter(filter: ClaimFilter): boolean {
        return this.command('filter', CLAIM_FILTERS.indexOf(filter));
    }

    find(query: string): boolean {
        this.#input(encoder.encode(query));
        return this.#module._twicetold_find() !== 0;
    }

    /** Differs where the search does. */
    get searchKey(): number {
        return this.#module._twicetold_search_key();
    }

    /** Whether the point is on the article, which has a menu of its own. */
    isArticle(x: number, y: number): boolean {
        return this.#module._twicetold_is_article(x, y) !== 0;
    }

    /** Differs where the text beside the canvas would. */
    get coverageKey(): number {
        return this.#module._twicetold_coverage_key();
    }

    present(presentation: Presentation): boolean {
        return this.command('presentation', PRESENTATIONS.indexOf(presentation));
    }

    /** See `bitsOfFilter`. */
    get filterBits(): number {
        return this.#module._twicetold_filter() >>> 0;
    }

    /** Two versions that the reader wants compared, and that no step compares. */
    get wantedPair(): { before: number; after: number } | null {
        const pair = this.#module._twicetold_wanted_pair();
        return pair < 0 ? null : { before: pair >>> 16, after: pair & 0xffff };
    }

    selectPair(before: number, after: number): boolean {
        return this.command('pair', before * 65536 + after);
    }

    /** Brings them, as the comparison of the two alone. */
    addStep(comparison: Uint8Array, before: number, after: number): boolean {
        this.#input(comparison);
        return this.#module._twicetold_add_step(before, after) !== 0;
    }

    /** Other keys for some actions; returns what it could not read. */
    rebind(keys: string): string {
        this.#input(encoder.encode(keys));
        return this.#module.UTF8ToString(this.#module._twicetold_rebind());
    }

    get change(): number {
        return this.#module._twicetold_change();
    }

    get step(): number {
        return this.#module._twicetold_step();
    }

    state(): ViewerState {
        const state = this.#json<ViewerState>(this.#module._twicetold_state());
        state.scroll /= 1000;
        state.scrollMax /= 1000;
        if (state.coverage) {
            state.coverage.panelScroll /= 1000;
            state.coverage.panelScrollMax /= 1000;
        }
        return state;
    }

    layout(): ViewerLayout {
        const layout = this.#json<ViewerLayout>(this.#module._twicetold_layout());
        for (const box of [...layout.words, ...layout.marks, ...layout.panel]) {
            box.x /= 1000;
            box.y /= 1000;
            box.width /= 1000;
            box.height /= 1000;
        }
        return layout;
    }

    changes(): ChangeEntry[] {
        return this.#json(this.#module._twicetold_changes());
    }

    #input(bytes: Uint8Array): void {
        const at = this.#module._twicetold_input(bytes.byteLength);
        this.#module.HEAPU8.set(bytes, at);
    }

    #json<T>(address: number): T {
        return JSON.parse(this.#module.UTF8ToString(address)) as T;
    }
}
