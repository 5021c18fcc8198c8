// <twicetold-viewer>: a comparison in a box, drawn on a canvas, with the same as text beside it.
//
//     const viewer = document.querySelector('twicetold-viewer');
//     await viewer.compare([{ title: 'Before', text: '…' }, { title: 'After', text: '…' }]);
//     viewer.next();
//
// Nothing is put on `window`, and everything is freed when the element leaves the page.

import { EngineClient } from '../engine/client.ts';
import {
    type Change,
    type Claim,
    type CompareOptions,
    type Comparison,
    type DocumentInput,
    type Mode,
    TwicetoldError,
} from '../engine/types.ts';
import { bestLanguage, interfaceDirection, interfaceLanguage, languageChanges, stringLines, text } from '../strings.ts';
import { CoverageControl, labelsOf } from './coverage_control.ts';
import { FindBar } from './find_bar.ts';
import type { CoverageQuery } from './coverage_model.ts';
import rules from './element.css';
import { Mirror } from './mirror.ts';
import { selectionIn, textOfOneSide } from './mirror_copy.ts';
import { source } from './source.ts';
import { speak } from './speak.ts';
import { bitsOfFilter, type ChangeFilter, EVERYTHING, filterOfBits, stopsOf } from './stops.ts';
import { Surface } from './surface.ts';
import {
    type ClaimFilter,
    type ClaimSort,
    type PanelView,
    type Presentation,
    PRESENTATIONS,
    type ViewerLayout,
    type ViewerState,
} from './viewer_module.ts';

export type Renderer = 'webgl2' | 'html';

/** `viewer.state`. */
export interface ElementState extends ViewerState {
    /** What shows the comparison: the canvas, or the text where WebGL 2 is missing. Null until that is known. */
    renderer: Renderer | null;
    dark: boolean;
    /** How the reader likes to read, where that is not the usual: "palette=red-green;size=1.25". */
    preferences: string;
    /** Of the interface, as BCP 47. */
    language: string;
    /** Frames drawn so far. Does not rise while nothing changes. */
    frames: number;
}

export interface ReadyDetail {
    renderer: Renderer;
}

export interface SelectDetail {
    step: number;
    /** 0-based; -1: none. As `viewer.state.change`. */
    change: number;
    count: number;
    /** The change; of a moved passage, its first sentence's; of a coverage, the claim. */
    detail: Change | Claim | null;
}

export interface ProgressDetail {
    share: number;
    stage: string;
}

export interface ErrorDetail {
    code: string;
    message: string;
}

interface Shown {
    differs: boolean;
    /** CBOR or JSON, for the viewer's module. */
    bytes: Uint8Array;
    comparison(): Comparison;
}

const sheet = new CSSStyleSheet();
sheet.replaceSync(rules);

export class TwicetoldViewer extends HTMLElement {
    static readonly observedAttributes = ['theme', 'blind', 'presentation', 'keys', 'language'];

    readonly #root = this.attachShadow({ mode: 'open' });
    readonly #frame = document.createElement('div');
    readonly #mirror = new Mirror({
        selectChange: (index) => this.select(index),
        selectStep: (index) => this.showStep(index),
        openSentence: (document, sentence, claim) => this.#openSentence(document, sentence, claim),
        setQuery: (change) => this.#setQuery(change),
        move: (direction) => (direction === 'next' ? this.next() : this.previous()),
    });
    readonly #engine = new EngineClient(source);
    readonly #find = new FindBar({
        find: (query) => this.find(query),
        next: () => this.findNext(),
        previous: () => this.findPrevious(),
        close: () => this.closeFind(),
    });
    #foundKey = -1;
    #listening: AbortController | undefined;
    #watching: IntersectionObserver | undefined;
    #canvas: HTMLCanvasElement | undefined;
    #loading: HTMLElement | undefined;
    #surface: Surface | undefined;
    #renderer: Renderer | null = null;
    #shown: Shown | undefined;
    #announced = { step: 0, change: -1 };
    #fallback = { step: 0, change: -1 };
    /** Which changes are hidden, as the text beside the canvas has it. */
    #filter = EVERYTHING;
    /** What was compared, to compare other pairs of it. */
    #compared: { documents: readonly DocumentInput[]; options: CompareOptions } | undefined;
    #bringing = false;
    /** While a coverage shows. */
    #coverage: CoverageControl | undefined;
    #frames = 0;

    /**
     * Makes the address that "Copy link to this change" copies; both numbers are counted from 0, as in `state`. Null, or an
     * answer of null: the menu does not offer it.
     */
    linkTo: ((place: { step: number; change: number }) => string | null) | null = null;

    constructor() {
        super();
        this.#root.adoptedStyleSheets = [sheet];
        this.#frame.className = 'frame';
        this.#root.append(this.#frame);
    }

    connectedCallback(): void {
        this.#listening = new AbortController();
        const { signal } = this.#listening;
        for (const query of [
            '(prefers-color-scheme: dark)',
            '(prefers-reduced-motion: reduce)',
            '(prefers-contrast: more)',
            '(forced-colors: active)',
        ]) {
            window.matchMedia(query).addEventListener('change', () => this.#applyPreferences(), { signal });
        }
        // What is selected in a shadow tree is copied on behalf of whatever has the focus, or of the page.
        document.addEventListener('copy', (event) => this.#copyText(event), { signal });
        languageChanges.addEventListener('change', () => this.#relabel(), { signal });
        const loading = document.createElement('p');
        loading.className = 'loading';
        loading.setAttribute('aria-hidden', 'true');
        loading.textContent = text('viewer.loading');
        this.#canvas = this.#makeCanvas();
        const ring = document.createElement('div');
        ring.className = 'ring';
        this.#loading = loading;
        this.#frame.replaceChildren(this.#canvas, ring, this.#find.root, this.#mirror.root, this.#mirror.live, loading);
        this.#applyPreferences();
        this.#relabel();
        void this.#speak();
        // Nothing heavy is loaded before the reader comes near.
        this.#watching = new IntersectionObserver(
            (entries) => {
                if (!entries.some((entry) => entry.isIntersecting)) return;
                this.#watching?.disconnect();
                void this.#open(signal);
            },
            { rootMargin: '50%' },
        );
        this.#watching.observe(this);
    }

    disconnectedCallback(): void {
        this.#listening?.abort();
        this.#watching?.disconnect();
        if (this.#surface) this.#frames += this.#surface.frames;
        this.#surface?.close();
        this.#surface = undefined;
        this.#coverage = undefined;
        this.#renderer = null;
        this.#mirror.close();
        this.#engine.close();
        this.#frame.replaceChildren();
    }

    attributeChangedCallback(name: string): void {
        if (name === 'blind') this.#setQuery({ blind: this.blind });
        else if (name === 'presentation') this.#surface?.module.present(this.presentation);
        else if (name === 'keys') this.#rebind();
        else if (name === 'language') void this.#speak();
        else this.#applyPreferences();
        this.#surface?.requestFrameIfNeeded();
    }

    /** Compares versions of one article, oldest first, in a worker, and shows the result. */
    async compare(documents: readonly DocumentInput[], options: CompareOptions = {}): Promise<Comparison> {
        try {
            const mode = options.mode ?? this.mode;
            const compared = { documents, options: { ...options, mode } };
            const result = await this.#engine.compare(documents, { ...options, mode }, (share, stage) =>
                this.#dispatch<ProgressDetail>('twicetold-progress', { share, stage }),
            );
            this.#compared = compared;
            this.#show({ differs: result.differs, bytes: result.cbor, comparison: lazily(result.json) });
            return this.#shown?.comparison() as Comparison;
        } catch (error) {
            throw this.#report(error);
        }
    }

    /** Gives up a comparison under way; its promise is rejected with the code "cancelled". What shows stays. */
    cancel(): void {
        this.#engine.cancel();
    }

    /** Starts the worker before there is anything to compare. */
    async warmUp(): Promise<void> {
        await this.#engine.warmUp().catch(() => {});
    }

    /** The comparison that shows, as the JSON of docs/comparison.schema.json. */
    get comparison(): Comparison | null {
        return this.#shown?.comparison() ?? null;
    }

    set comparison(comparison: Comparison | null) {
        if (!comparison) {
            this.#shown = undefined;
            this.#coverage = undefined;
            this.#surface?.module.showNothing();
            this.#surface?.requestFrame();
            this.#mirror.show(undefined);
            return;
        }
        const bytes = new TextEncoder().encode(JSON.stringify(comparison));
        const documents = comparison.documents.map(({ id, title, text }) => ({ id, title, text }));
        this.#compared = { documents, options: { ...comparison.options, mode: comparison.mode } };
        try {
            const differs = (comparison.steps ?? []).some((step) => step.edits.some((edit) => edit[0] !== '=' || edit.length > 2));
            this.#show({ differs, bytes, comparison: () => comparison });
        } catch (error) {
            throw this.#report(error);
        }
    }

    get mode(): Mode {
        return this.getAttribute('mode') === 'coverage' ? 'coverage' : 'versions';
    }

    set mode(mode: Mode) {
        this.setAttribute('mode', mode);
    }

    /** Whether the names of outlets are hidden, wherever the viewer would show them. Also an attribute. */
    get blind(): boolean {
        return this.hasAttribute('blind');
    }

    set blind(blind: boolean) {
        this.toggleAttribute('blind', blind);
    }

    /** "light", "dark", or "auto": as the system is set. */
    get theme(): 'auto' | 'dark' | 'light' {
        const theme = this.getAttribute('theme');
        return theme === 'dark' || theme === 'light' ? theme : 'auto';
    }

    set theme(theme: 'auto' | 'dark' | 'light') {
        this.setAttribute('theme', theme);
    }

    /**
     * What the interface is to speak, as BCP 47. Empty: what the text around the element is in, by its `lang`; and where
     * there is no such language here, what the browser asks for. All viewers of a page speak one language.
     */
    get language(): string {
        return this.getAttribute('language') ?? '';
    }

    set language(tag: string) {
        if (tag) this.setAttribute('language', tag);
        else this.removeAttribute('language');
    }

    get state(): Readonly<ElementState> {
        const common = {
            renderer: this.#renderer,
            dark: this.#surface?.module.dark ?? this.#dark,
            preferences: this.#surface?.module.preferences ?? '',
            language: interfaceLanguage(),
            frames: this.#frames + (this.#surface?.frames ?? 0),
        };
        return { ...(this.#surface?.module.state() ?? this.#fallbackState()), ...common };
    }

    /** The words and marks on screen, with their rectangles in CSS pixels from the element's top left corner. */
    layout(): ViewerLayout {
        return this.#surface?.module.layout() ?? { words: [], marks: [], panel: [] };
    }

    /** Goes to the next change, and says whether there was one. */
    next(): boolean {
        return this.#move(1);
    }

    previous(): boolean {
        return this.#move(-1);
    }

    /** Goes to a change, counted as in `state`; -1 selects none. */
    select(change: number): void {
        if (this.#surface) this.#surface.module.command('select', change);
        else if (change < this.#changeCount) this.#fallback.change = Math.max(-1, change);
        this.#updated();
        this.#surface?.requestFrameIfNeeded();
    }

    /** Shows another pair of versions. */
    showStep(step: number): void {
        if (this.#surface) this.#surface.module.command('step', step);
        else if (this.#shown?.comparison().steps?.[step]) this.#fallback = { step, change: -1 };
        this.#updated();
        this.#surface?.requestFrameIfNeeded();
    }

    /** Shows only the changes and what stands around them. */
    fold(folded: boolean): void {
        this.#surface?.module.command('fold', Number(folded));
        this.#surface?.requestFrameIfNeeded();
    }

    /** The shape in which versions show: an attribute as well. A narrow window never shows them side by side. */
    get presentation(): Presentation {
        const named = this.getAttribute('presentation') as Presentation;
        return PRESENTATIONS.includes(named) ? named : 'side-by-side';
    }

    set presentation(presentation: Presentation) {
        this.setAttribute('presentation', presentation);
    }

    /** The sides change places. */
    swapSides(): void {
        this.#surface?.module.command('swap');
        this.#surface?.requestFrameIfNeeded();
    }

    /** Which changes are hidden: neither marked, listed, counted nor stopped at. */
    filterChanges(filter: Partial<ChangeFilter>): void {
        const wanted = { ...this.#filter, ...filter };
        if (this.#surface) this.#surface.module.command('filterChanges', bitsOfFilter(wanted));
        else this.#showFilter(wanted);
        this.#updated();
        this.#surface?.requestFrameIfNeeded();
    }

    /** Compares any two of the versions that show. */
    comparePair(before: number, after: number): void {
        this.#surface?.module.selectPair(before, after);
        this.#updated();
        this.#surface?.requestFrameIfNeeded();
    }

    /** Looks for words in the texts shown, whatever their case and accents, and goes to the first match on screen or below. */
    find(query: string): void {
        if (!this.#surface) return;
        if (this.#find.query !== query || !this.#find.open) this.#find.set(query);
        this.#surface.module.find(query);
        this.#updated();
        this.#surface.requestFrameIfNeeded();
    }

    findNext(): void {
        this.#step('findNext');
    }

    findPrevious(): void {
        this.#step('findPrevious');
    }

    /** Lets go of the matches, and gives the focus back to the comparison. */
    closeFind(): void {
        const focused = this.#root.activeElement !== null && this.#find.root.contains(this.#root.activeElement);
        this.#find.hide();
        this.#step('closeFind');
        if (focused) this.focus({ preventScroll: true });
    }

    // What follows is of a coverage, and does nothing while versions show.

    /** Shows two outlets side by side, by their indexes. */
    showOutlets(before: number, after: number): void {
        this.#setQuery({ before, after });
    }

    /** What the panel shows. */
    showView(view: PanelView): void {
        this.#surface?.module.showView(view);
        this.#surface?.requestFrameIfNeeded();
    }

    sortClaims(sort: ClaimSort): void {
        this.#setQuery({ sort });
    }

    /** Which findings are shown, and whose: an outlet's index, -1: everybody's, -2: those of the two side by side. */
    filter({ kind, outlet }: { kind?: ClaimFilter; outlet?: number }): void {
        this.#setQuery({ ...(kind ? { filter: kind } : {}), ...(outlet === undefined ? {} : { outlet }) });
    }

    /** Opens an outlet's article at a sentence. */
    openSentence(document: number, sentence: number): void {
        this.#openSentence(document, sentence, -1);
    }

    /** Selects a claim, by its index in the comparison, and shows an outlet beside another that carries it. */
    openClaim(claim: number, document: number): void {
        this.#openSentence(document, -1, claim);
    }

    override focus(options?: FocusOptions): void {
        (this.#surface ? this.#canvas : this.#mirror.root)?.focus(options);
    }

    async #speak(): Promise<void> {
        if (!this.isConnected) return;
        await speak(bestLanguage([this.language, this.closest('[lang]')?.getAttribute('lang'), ...navigator.languages]));
    }

    /** Says everything in the interface's language. */
    #relabel(): void {
        const canvas = this.#canvas;
        if (!canvas) return;
        canvas.setAttribute('aria-roledescription', text('viewer.role'));
        canvas.setAttribute('aria-label', text('viewer.label'));
        canvas.setAttribute('aria-description', text('viewer.description'));
        this.#frame.lang = interfaceLanguage();
        if (this.#loading) this.#loading.textContent = text('viewer.loading');
        this.#mirror.relabel();
        this.#find.relabel();
        this.#find.root.dir = interfaceDirection();
        const shown = this.#shown;
        if (shown && this.#renderer !== null) {
            const { step, change } = this.#place();
            if (this.#coverage) this.#mirror.showCoverage(shown.comparison(), this.#coverage.query);
            else this.#mirror.show(shown.comparison(), step, this.#filter);
            this.#mirror.select(change);
        }
        const module = this.#surface?.module;
        if (!module) return;
        module.setStrings(interfaceLanguage(), stringLines());
        module.setMessage(text('viewer.empty'));
        this.#surface?.requestFrame();
    }

    #makeCanvas(): HTMLCanvasElement {
        const canvas = document.createElement('canvas');
        canvas.tabIndex = 0;
        canvas.setAttribute('part', 'canvas');
        canvas.setAttribute('role', 'application');
        return canvas;
    }

    async #open(signal: AbortSignal): Promise<void> {
        const canvas = this.#canvas;
        if (!canvas) return;
        let surface: Surface | null = null;
        try {
            surface = await Surface.open(source, canvas, {
                updated: () => this.#updated(),
                dark: () => this.#dark,
                locale: () => interfaceLanguage(),
                openFind: (query) => this.#openFind(query),
                link: (step, change) => this.linkTo?.({ step, change }) ?? '',
                takesWheel: () => this.getAttribute('wheel') === 'always',
            });
        } catch (error) {
            if (!signal.aborted) this.#report(new TwicetoldError('viewer-failed', reasonOf(error)));
        }
        if (signal.aborted) {
            surface?.close();
            return;
        }
        if (surface) this.#surface = surface;
        this.#renderer = surface ? 'webgl2' : 'html';
        if (!surface) {
            canvas.remove();
            this.#mirror.setVisible(true);
        }
        this.#relabel();
        this.#surface?.module.present(this.presentation);
        this.#rebind();
        this.#applyPreferences();
        try {
            if (this.#shown) this.#show(this.#shown);
        } catch (error) {
            this.#report(error);
        }
    }

    #show(shown: Shown): void {
        this.#shown = shown;
        this.#announced = { step: 0, change: -1 };
        this.#fallback = { step: 0, change: -1 };
        if (this.#renderer === null) return;
        this.#surface?.module.show(shown.bytes);
        this.#surface?.requestFrame();
        const comparison = shown.comparison();
        this.#coverage = undefined;
        if (comparison.mode === 'coverage') {
            this.#coverage = new CoverageControl(comparison, this.blind, this.#surface?.module);
            this.#mirror.showCoverage(comparison, this.#coverage.query);
        } else {
            this.#filter = this.#surface ? filterOfBits(this.#surface.module.filterBits) : this.#filter;
            this.#mirror.show(comparison, 0, this.#filter);
        }
        this.#dispatch<ReadyDetail>('twicetold-ready', { renderer: this.#renderer });
    }

    #move(direction: 1 | -1): boolean {
        const before = this.#place();
        if (this.#surface) {
            this.#surface.module.command(direction > 0 ? 'next' : 'previous');
        } else {
            const count = this.#changeCount;
            const from = this.#fallback.change < 0 && direction < 0 ? count : this.#fallback.change;
            this.#fallback.change = Math.min(count - 1, Math.max(0, from + direction));
        }
        this.#updated();
        this.#surface?.requestFrameIfNeeded();
        return this.#place().change !== before.change;
    }

    #place(): { step: number; change: number } {
        const module = this.#surface?.module;
        return module ? { step: module.step, change: module.change } : { ...this.#fallback };
    }

    /** Changes what is asked of a coverage. */
    #setQuery(change: Partial<CoverageQuery>): void {
        const coverage = this.#coverage;
        if (!coverage) return;
        const claim = coverage.order[this.#fallback.change] ?? -1;
        coverage.ask(change);
        if (!this.#surface) {
            this.#fallback.change = coverage.order.indexOf(claim);
            this.#showQuery(coverage);
        }
        this.#updated();
        this.#surface?.requestFrameIfNeeded();
    }

    #openSentence(document: number, sentence: number, claim: number): void {
        const coverage = this.#coverage;
        if (!coverage) return;
        if (this.#surface) {
            this.#surface.module.openSentence(document, sentence, claim);
        } else {
            const { before, after } = coverage.query;
            if (document !== before && document !== after) this.#setQuery({ after: document });
            this.#fallback.change = coverage.order.indexOf(claim);
        }
        this.#updated();
        this.#surface?.requestFrameIfNeeded();
    }

    /** Lets the text beside the canvas, and the attribute, say what shows, however it came about. */
    #showQuery({ comparison, query }: CoverageControl): void {
        this.#mirror.showCoverage(comparison, query);
        if (this.blind !== query.blind) this.toggleAttribute('blind', query.blind);
    }

    get #changeCount(): number {
        if (this.#coverage) return this.#coverage.order.length;
        return stopsOf(this.#shown?.comparison().steps?.[this.#fallback.step], this.#filter).first.length;
    }

    #step(command: 'findNext' | 'findPrevious' | 'closeFind'): void {
        this.#surface?.module.command(command);
        this.#updated();
        this.#surface?.requestFrameIfNeeded();
    }

    /** The canvas asks for it, in the midst of answering a key: it is looked for when that is done. */
    #openFind(query: string): boolean {
        queueMicrotask(() => {
            this.#find.show(query);
            this.find(this.#find.query);
        });
        return true;
    }

    #copyText(event: ClipboardEvent): void {
        if (event.defaultPrevented || !event.clipboardData) return;
        const selected = selectionIn(this.#root);
        const copied = selected && textOfOneSide(this.#mirror.root, selected);
        if (!copied) return;
        event.clipboardData.setData('text/plain', copied);
        event.preventDefault();
    }

    #showSearch(): void {
        const module = this.#surface?.module;
        if (!module || module.searchKey === this.#foundKey) return;
        this.#foundKey = module.searchKey;
        this.#find.update(module.state().search);
    }

    /** Passes on what the reader selected, however they did. */
    #updated(): void {
        this.#showSearch();
        if (!this.#shown || this.#renderer === null) return;
        const coverage = this.#coverage;
        if (coverage?.follow()) this.#showQuery(coverage);
        this.#frame.classList.toggle('dark', this.#surface?.module.dark ?? this.#dark);
        void this.#bringPair();
        const module = this.#surface?.module;
        if (module && !coverage && module.filterBits !== bitsOfFilter(this.#filter))
            this.#showFilter(filterOfBits(module.filterBits));
        const place = this.#place();
        if (place.step === this.#announced.step && place.change === this.#announced.change) return;
        const stepped = place.step !== this.#announced.step;
        this.#announced = place;
        const comparison = this.#shown.comparison();
        if (stepped) this.#mirror.show(comparison, place.step, this.#filter);
        this.#mirror.select(place.change);
        if (coverage) {
            const { order } = coverage;
            this.#dispatch<SelectDetail>('twicetold-select', {
                ...place,
                count: order.length,
                detail: comparison.claims?.[order[place.change] ?? -1] ?? null,
            });
            return;
        }
        const step = comparison.steps?.[place.step];
        const { first } = stopsOf(step, this.#filter);
        this.#dispatch<SelectDetail>('twicetold-select', {
            ...place,
            count: first.length,
            detail: step?.changes[first[place.change] ?? -1] ?? null,
        });
    }

    /** Lets the text beside the canvas mark what the filter lets through. */
    #showFilter(filter: ChangeFilter): void {
        this.#filter = filter;
        const place = this.#place();
        this.#mirror.show(this.#shown?.comparison(), place.step, filter);
        this.#announced = { step: place.step, change: -1 };
    }

    /** Compares two versions that the reader chose and that no step compares, and adds the step. */
    async #bringPair(): Promise<void> {
        const pair = this.#surface?.module.wantedPair;
        const shown = this.#shown;
        if (!pair || !shown || this.#bringing) return;
        this.#bringing = true;
        try {
            const documents = [pair.before, pair.after].map((index) => this.#compared?.documents[index]);
            const [before, after] = documents;
            if (!before || !after) throw new TwicetoldError('pair-unavailable', text('viewer.pair-unavailable'));
            const result = await this.#engine.compare([before, after], this.#compared?.options ?? {});
            const module = this.#surface?.module;
            // Meanwhile the reader may have opened something else.
            if (!module || this.#shown !== shown) return;
            const step = (JSON.parse(new TextDecoder().decode(result.json)) as Comparison).steps?.[0];
            if (!step || !module.addStep(result.cbor, pair.before, pair.after)) {
                throw new TwicetoldError('pair-unavailable', text('viewer.pair-unavailable'));
            }
            shown.comparison().steps?.push({ ...step, before: pair.before, after: pair.after });
        } catch (error) {
            // The wish is given up, or it would be tried again and again.
            const state = this.#surface?.module.state();
            if (state) this.#surface?.module.selectPair(state.before, state.after);
            if (!(error instanceof TwicetoldError && error.code === 'cancelled')) this.#report(error);
        } finally {
            this.#bringing = false;
        }
        this.#updated();
        this.#surface?.requestFrameIfNeeded();
    }

    #rebind(): void {
        const unread = this.#surface?.module.rebind(this.getAttribute('keys') ?? '');
        if (unread) this.#report(new TwicetoldError('keys-unknown', text('viewer.keys-unknown', { keys: unread })));
    }

    #fallbackState(): ViewerState {
        const comparison = this.#shown?.comparison();
        // A coverage has none.
        const steps = comparison?.steps ?? [];
        const step = steps[this.#fallback.step];
        const root = this.#mirror.root;
        const coverage = this.#coverage;
        const query = coverage?.query;
        return {
            mode: comparison?.mode ?? this.mode,
            documents: labelsOf(comparison, query?.blind ?? false),
            before: query?.before ?? step?.before ?? 0,
            after: query?.after ?? step?.after ?? 1,
            step: this.#fallback.step,
            stepCount: steps.length,
            steps: steps.map((each) =>
                text('viewer.step', { before: each.before + 1, after: each.after + 1 }),
            ),
            change: this.#fallback.change,
            changeCount: this.#changeCount,
            label: this.#mirror.label,
            ...(this.#mirror.summary ? { summary: this.#mirror.summary } : {}),
            scroll: root.scrollTop,
            scrollMax: root.scrollHeight - root.clientHeight,
            folded: false,
            foldable: false,
            listOpen: false,
            narrow: root.clientWidth < 640,
            selection: null,
            search: null,
            ...(coverage ? { coverage: coverage.state(this.#fallback.change) } : {}),
        };
    }

    get #dark(): boolean {
        if (this.theme !== 'auto') return this.theme === 'dark';
        return window.matchMedia('(prefers-color-scheme: dark)').matches;
    }

    #applyPreferences(): void {
        if (!this.isConnected) return;
        this.#frame.classList.toggle('dark', this.#surface?.module.dark ?? this.#dark);
        const module = this.#surface?.module;
        if (!module) return;
        module.setDark(this.#dark);
        module.setHighContrast(
            ['(prefers-contrast: more)', '(forced-colors: active)'].some((query) => window.matchMedia(query).matches),
        );
        this.#frame.classList.toggle('dark', module.dark);
        module.setReducedMotion(window.matchMedia('(prefers-reduced-motion: reduce)').matches);
        this.#surface?.requestFrameIfNeeded();
    }

    #dispatch<T>(type: string, detail: T): void {
        this.dispatchEvent(new CustomEvent<T>(type, { detail, bubbles: true, composed: true }));
    }

    #report(error: unknown): TwicetoldError {
        const known = error instanceof TwicetoldError ? error : new TwicetoldError('failed', reasonOf(error));
        this.#dispatch<ErrorDetail>('twicetold-error', { code: known.code, message: known.message });
        return known;
    }
}

/** Reads the JSON when it is first asked for. */
function lazily(json: Uint8Array): () => Comparison {
    let comparison: Comparison | undefined;
    return () => (comparison ??= JSON.parse(new TextDecoder().decode(json)) as Comparison);
}

function reasonOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}

declare global {
    interface HTMLElementTagNameMap {
        'twicetold-viewer': TwicetoldViewer;
    }
    interface HTMLElementEventMap {
        'twicetold-ready': CustomEvent<ReadyDetail>;
        'twicetold-select': CustomEvent<SelectDetail>;
        'twicetold-progress': CustomEvent<ProgressDetail>;
        'twicetold-error': CustomEvent<ErrorDetail>;
    }
}
