// The page: the first example already compared, and everything a reader needs to compare texts of their own.

import '../element/index.ts';
import { TwicetoldViewer } from '../element/index.ts';
import { type DocumentInput, type Mode, TwicetoldError } from '../engine/types.ts';
import { speak } from '../element/speak.ts';
import { bestLanguage, counted, interfaceDirection, interfaceLanguage, type StringKey, text } from '../strings.ts';
import { Compose } from './compose.ts';
import { documentOf, type FileOrder, type Version } from './input.ts';
import { byId } from './page_elements.ts';
import { listSamples, loadSample, type Sample } from './samples.ts';
import { statusLine } from './status.ts';

/** Work that takes less than this shows no progress bar. */
const PATIENCE_MILLIS = 250;
/** Warnings that change nothing for a reader. */
const HARMLESS = new Set(['byte-order-mark']);

const viewer = byId('viewer', TwicetoldViewer);
const shown = byId('shown', HTMLParagraphElement);
const samplesBox = byId('samples', HTMLSelectElement);
const ownTools = byId('own-tools', HTMLDivElement);
const work = byId('work', HTMLDivElement);
const workProgress = byId('work-progress', HTMLProgressElement);
const workShare = byId('work-share', HTMLParagraphElement);
const status = statusLine(
    byId('status', HTMLDivElement),
    byId('status-text', HTMLDivElement),
    byId('status-dismiss', HTMLButtonElement),
);

let samples: Sample[] = [];
/** The versions or articles of the reader's own that show, for swapping and editing. */
let own: Version[] = [];
let ownMode: Mode = 'versions';

/** Rises with everything the reader asks to see: what is overtaken meanwhile is dropped without a word. */
let wishes = 0;

const compose = new Compose({ compare: (versions, mode, order) => void compareOwn(versions, mode, order) });

/** Shows the progress bar while `job` runs, if it takes long enough. */
async function withProgress<T>(job: Promise<T>): Promise<T> {
    const focused = document.activeElement;
    workProgress.removeAttribute('value');
    workShare.textContent = '';
    const timer = setTimeout(() => {
        work.hidden = false;
        byId('work-cancel', HTMLButtonElement).focus();
    }, PATIENCE_MILLIS);
    try {
        return await job;
    } finally {
        clearTimeout(timer);
        const wasShown = !work.hidden;
        work.hidden = true;
        if (wasShown && focused instanceof HTMLElement && focused !== document.body) focused.focus();
    }
}

interface Wish {
    documents: readonly DocumentInput[];
    mode: Mode;
    language?: string;
    /** What is to be said of the result beside what the engine says. */
    notes?: string[];
    wish: number;
}

async function compare({ documents, mode, language = '', notes = [], wish }: Wish): Promise<boolean> {
    status.clear();
    try {
        viewer.mode = mode;
        await withProgress(viewer.compare(documents, { mode, language }));
        if (wish !== wishes) return false;
        const comparison = viewer.comparison;
        byId('legend-versions', HTMLParagraphElement).hidden = mode !== 'versions';
        byId('legend-coverage', HTMLParagraphElement).hidden = mode !== 'coverage';
        byId('keys', HTMLParagraphElement).textContent = text(mode === 'coverage' ? 'page.keys.coverage' : 'page.keys');
        const steps = comparison?.steps ?? [];
        const changed = mode === 'coverage' || steps.some((step) => step.changes.length + step.moves.length > 0);
        const differs = changed || steps.some((step) => step.edits.some((edit) => edit[0] !== '='));
        // Of a coverage the viewer tells them itself, and leaves out the outlets' names where these are hidden.
        const warnings = (mode === 'coverage' ? [] : (comparison?.warnings ?? []))
            .filter((warning) => !HARMLESS.has(warning.code))
            .map((warning) => asSentence(warning.message));
        const said = [...notes, ...warnings];
        if (!changed) said.unshift(text(differs ? 'status.layout' : 'status.identical'));
        if (said.length > 0) status.say(said.join(' '));
        return true;
    } catch (error) {
        if (wish !== wishes) return false;
        const known = error instanceof TwicetoldError;
        if (known && error.code === 'cancelled') status.say(text('work.cancelled'));
        else status.say(known ? error.message : String(error), 'problem');
        return false;
    }
}

/** A place in what the page shows, as its address says it: "#sample=…&step=1&change=3", counted as the reader sees it, from 1. */
function placeInAddress(): { sample: string | null; step: number; change: number } {
    const given = new URLSearchParams(location.hash.slice(1));
    const number = (name: string) => Math.max(0, Math.floor(Number(given.get(name)) || 0));
    return { sample: given.get('sample'), step: number('step'), change: number('change') };
}

/** An address that leads back to a change. There is none to texts of the reader's own: they never leave this page. */
function addressOf({ step, change }: { step: number; change: number }): string | null {
    if (own.length > 0 || samplesBox.value === '') return null;
    const address = new URL(location.href);
    address.hash = new URLSearchParams({
        sample: samplesBox.value,
        step: String(step + 1),
        change: String(change + 1),
    }).toString();
    return address.href;
}

/** Goes where the address leads. */
async function followAddress(): Promise<void> {
    const { sample, step, change } = placeInAddress();
    const wanted = samples.find(({ id }) => id === sample);
    if (wanted && (own.length > 0 || samplesBox.value !== wanted.id)) {
        samplesBox.value = wanted.id;
        await showSample(wanted);
        if (samplesBox.value !== wanted.id) return;
    }
    if (step > 0) viewer.showStep(step - 1);
    if (change > 0) viewer.select(change - 1);
}

async function showSample(sample: Sample): Promise<void> {
    const wish = ++wishes;
    let documents: DocumentInput[];
    try {
        documents = await loadSample(sample);
    } catch (error) {
        if (wish === wishes) status.say(error instanceof Error ? error.message : String(error), 'problem');
        return;
    }
    if (wish !== wishes) return;
    const language = sample.language === 'mul' ? '' : sample.language;
    if (!(await compare({ documents, mode: sample.mode, language, wish }))) return;
    own = [];
    ownTools.hidden = true;
    shown.textContent = sample.description;
}

/** `order`: what the order of files was taken from, where nobody has chosen it. */
async function compareOwn(versions: Version[], mode: Mode, order?: FileOrder): Promise<void> {
    const wish = ++wishes;
    const notes = versions.map(({ note }) => note).filter((note) => note !== '');
    if (!(await compare({ documents: versions.map(documentOf), mode, notes, wish }))) return;
    own = versions;
    ownMode = mode;
    compose.clear();
    samplesBox.value = '';
    ownTools.hidden = false;
    const coverage = mode === 'coverage';
    const swap = byId('swap', HTMLButtonElement);
    swap.hidden = coverage;
    swap.textContent = text(versions.length === 2 ? 'page.swap' : 'page.swap.all');
    byId('edit', HTMLButtonElement).textContent = text(coverage ? 'page.edit.coverage' : 'page.edit');
    const named = versions.some((version) => version.name || version.title);
    // The viewer names the outlets, or hides them: nothing here gives them away.
    const names = versions.map((version, index) => nameOf(version, index, versions.length)).join(' → ');
    if (coverage) shown.textContent = counted('page.shown.articles', versions.length);
    else if (order) shown.textContent = text(`page.shown.${order}`, { names });
    else shown.textContent = named ? names : counted('page.shown.pasted', versions.length);
    viewer.focus();
}

async function swapOwn(): Promise<void> {
    const swapped = [...own].reverse();
    await compareOwn(swapped, 'versions');
    const [older] = own;
    if (own === swapped && older?.name)
        status.say(text(own.length === 2 ? 'status.swapped' : 'status.swapped.all', { before: older.name }));
}

/** The engine's warnings begin as a clause does. */
function asSentence(message: string): string {
    return /[.!?]$/.test(message) ? message : `${message}.`;
}

function nameOf(version: Version, index: number, count: number): string {
    const place: StringKey = index === 0 ? 'viewer.older' : 'viewer.newer';
    return version.name || version.title || (count === 2 ? text(place) : text('viewer.version', { number: index + 1 }));
}

function listen(): void {
    byId('open-compose', HTMLButtonElement).addEventListener('click', () => void compose.open());
    byId('edit', HTMLButtonElement).addEventListener('click', () => {
        compose.mode = ownMode;
        compose.versions = own;
        void compose.open();
    });
    byId('swap', HTMLButtonElement).addEventListener('click', () => {
        void swapOwn();
    });
    samplesBox.addEventListener('change', () => {
        const sample = samples.find(({ id }) => id === samplesBox.value);
        if (sample) void showSample(sample);
    });
    byId('work-cancel', HTMLButtonElement).addEventListener('click', () => viewer.cancel());
    document.addEventListener('keydown', (event) => {
        if (event.key === 'Escape' && !work.hidden) viewer.cancel();
    });
    viewer.addEventListener('twicetold-progress', ({ detail }) => {
        workProgress.value = detail.share;
        workShare.textContent = text('work.share', { percent: Math.round(detail.share * 100) });
    });
    viewer.linkTo = addressOf;
    window.addEventListener('hashchange', () => void followAddress());
    listenForDrops();
    document.querySelector('.skip')?.addEventListener('click', (event) => {
        event.preventDefault();
        viewer.focus();
    });
}

function listenForDrops(): void {
    const dropping = byId('dropping', HTMLDivElement);
    // Entering a child comes before leaving its parent, so both are counted.
    let depth = 0;
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (change: number) => {
        depth = Math.max(0, depth + change);
        dropping.hidden = depth === 0;
    };
    document.addEventListener('dragenter', (event) => {
        if (carriesFiles(event)) over(1);
    });
    document.addEventListener('dragleave', (event) => {
        if (carriesFiles(event)) over(-1);
    });
    document.addEventListener('dragover', (event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
    });
    document.addEventListener('drop', (event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        over(-depth);
        const files = [...(event.dataTransfer?.files ?? [])];
        void compose.drop(files);
    });
}

/** Says the page in the language that the browser asks for, where there is a table for it. */
async function translate(): Promise<void> {
    await speak(bestLanguage(navigator.languages));
    const language = interfaceLanguage();
    document.documentElement.lang = language;
    document.documentElement.dir = interfaceDirection();
    viewer.language = language;
    if (language === 'en') return;
    document.title = text('page.title');
    document.querySelector('meta[name="description"]')?.setAttribute('content', text('page.description'));
    for (const node of document.querySelectorAll<HTMLElement>('[data-text]'))
        node.textContent = text(node.dataset['text'] as StringKey);
    compose.relabel();
}

async function start(): Promise<void> {
    listen();
    void viewer.warmUp();
    const translated = translate();
    try {
        samples = await listSamples();
    } catch (error) {
        status.say(error instanceof Error ? error.message : String(error), 'problem');
        return;
    }
    await translated;
    // What the box says while versions of the reader's own show.
    const ownOption = document.createElement('option');
    ownOption.textContent = text('page.own');
    ownOption.value = '';
    ownOption.hidden = true;
    samplesBox.replaceChildren(
        ownOption,
        ...samples.map((sample) => {
            const option = document.createElement('option');
            option.textContent = sample.title;
            option.value = sample.id;
            return option;
        }),
    );
    const first = samples.find(({ id }) => id === placeInAddress().sample) ?? samples[0];
    samplesBox.value = first?.id ?? '';
    // The reader may have begun with something of their own meanwhile.
    if (!first || wishes > 0 || compose.isOpen) return;
    await showSample(first);
    if (own.length === 0) await followAddress();
}

void start();
