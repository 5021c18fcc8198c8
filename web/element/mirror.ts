// The comparison as semantic HTML: what screen readers read, what is printed, and what everyone gets where WebGL 2 is
// missing. Text of documents becomes text nodes and nothing else.

import type { Change, ComparedDocument, Comparison, Step } from '../engine/types.ts';
import { counted, interfaceDirection, type StringKey, text } from '../strings.ts';
import { CLAIM_FILTERS, CLAIM_SORTS, type CoverageQuery, withoutNames } from './coverage_model.ts';
import { CoverageText } from './coverage_text.ts';
import { button, dateInWords, element, said, shortened } from './dom.ts';
import { type Block, type Piece, type Row, rowsOfStep } from './rows.ts';
import { type ChangeFilter, EVERYTHING, passageOf, type Stops, stopsOf } from './stops.ts';
import { summarize } from './summary.ts';
import type { StepSummary } from './viewer_module.ts';

export interface MirrorHost {
    selectChange(index: number): void;
    selectStep(index: number): void;
    /** Coverage: a sentence was chosen, on account of a claim where one is given (not -1). */
    openSentence(document: number, sentence: number, claim: number): void;
    /** Coverage: the reader changed the order, a filter, or whether names are hidden. */
    setQuery(change: Partial<CoverageQuery>): void;
    /** The mirror is used instead of the canvas, and its own buttons were used. */
    move(direction: 'next' | 'previous'): void;
}

/** Rows made before the first pause; more than fit on any screen. */
const ROWS_AT_ONCE = 80;

const TAGS: Record<Block['kind'], 'h2' | 'h3' | 'p' | 'blockquote'> = {
    title: 'h2',
    byline: 'p',
    paragraph: 'p',
    heading: 'h3',
    'list-item': 'p',
    quote: 'blockquote',
    caption: 'p',
};

export class Mirror {
    readonly root = document.createElement('section');
    /** Says what was selected. Outside of `root`, so that it speaks whether the text shows or not. */
    readonly live = document.createElement('p');

    readonly #notice = element('p', 'notice');
    readonly #bar = element('div', 'bar');
    readonly #position = element('span', 'position');
    readonly #summaryText = element('span', 'summary');
    readonly #steps = document.createElement('select');
    readonly #columns = element('div', 'columns');
    readonly #previous: HTMLButtonElement;
    readonly #next: HTMLButtonElement;
    /** Order, filter and names of a coverage. */
    readonly #query = element('div', 'buttons query');
    readonly #sort = choice(CLAIM_SORTS);
    readonly #filter = choice(CLAIM_FILTERS);
    readonly #blind: HTMLButtonElement;
    #coverage: CoverageText | undefined;
    #comparison: Comparison | undefined;
    #step: Step | undefined;
    #stops: Stops = stopsOf(undefined);
    #summary: StepSummary | undefined;
    #rows: Row[] = [];
    #built = 0;
    #timer: ReturnType<typeof setTimeout> | undefined;
    #marks = new Map<number, HTMLElement[]>();
    #selected = -1;

    constructor(host: MirrorHost) {
        this.root.className = 'mirror';
        this.root.setAttribute('part', 'text');
        this.live.className = 'live';
        this.live.setAttribute('role', 'status');
        this.live.setAttribute('aria-live', 'polite');

        this.#previous = button('', () => host.move('previous'));
        this.#next = button('', () => host.move('next'));
        this.#sort.addEventListener('change', () => host.setQuery({ sort: CLAIM_SORTS[this.#sort.selectedIndex] ?? 'story' }));
        this.#filter.addEventListener('change', () =>
            host.setQuery({ filter: CLAIM_FILTERS[this.#filter.selectedIndex] ?? 'all' }),
        );
        this.#blind = button('', () =>
            host.setQuery({ blind: this.#blind.getAttribute('aria-pressed') !== 'true' }),
        );
        this.#query.append(this.#sort, this.#filter, this.#blind);
        this.#steps.addEventListener('change', () => host.selectStep(this.#steps.selectedIndex));
        const buttons = element('div', 'buttons');
        buttons.append(this.#previous, this.#next);
        this.#bar.append(this.#steps, this.#position, this.#summaryText, this.#query, buttons);
        this.relabel();
        this.root.append(this.#notice, this.#bar, this.#columns);
        this.#columns.addEventListener('click', (event) => {
            const mark = (event.target as Element).closest<HTMLElement>('[data-change], [data-sentence]');
            if (!mark) return;
            const { change, document: of, sentence, claim } = mark.dataset;
            if (change !== undefined) host.selectChange(Number(change));
            else host.openSentence(Number(of), Number(sentence), Number(claim ?? -1));
        });
        // The keys of the canvas, where the text stands in for it.
        this.root.addEventListener('keydown', (event) => {
            if (!this.visible || event.ctrlKey || event.altKey || event.metaKey) return;
            const back = event.key === 'p' || (event.key === 'F7' && event.shiftKey);
            if (!back && event.key !== 'n' && event.key !== 'F7') return;
            event.preventDefault();
            event.stopPropagation();
            host.move(back ? 'previous' : 'next');
        });
    }

    /** Says what is the same for every comparison in the interface's language. What shows has to be shown again. */
    relabel(): void {
        this.root.setAttribute('aria-label', text('viewer.text'));
        this.#steps.setAttribute('aria-label', text('viewer.versions'));
        this.#blind.textContent = text('coverage.blind');
        this.#notice.textContent = text('viewer.no-webgl');
        labelChoice(this.#sort, 'coverage.sort', CLAIM_SORTS);
        labelChoice(this.#filter, 'coverage.filter', CLAIM_FILTERS);
        // The articles keep their sides; what is said about them is written as the language is.
        for (const node of [this.#notice, this.#bar, this.live]) node.dir = interfaceDirection();
    }

    /** Shown in place of the canvas, with buttons and a sentence that says why; else only to screen readers and print. */
    setVisible(visible: boolean): void {
        this.root.classList.toggle('shown', visible);
        this.root.tabIndex = visible ? 0 : -1;
        if (!visible) this.root.removeAttribute('tabindex');
    }

    get visible(): boolean {
        return this.root.classList.contains('shown');
    }

    show(comparison: Comparison | undefined, stepIndex = 0, filter: ChangeFilter = EVERYTHING): void {
        clearTimeout(this.#timer);
        this.#comparison = comparison;
        this.#coverage = undefined;
        this.#step = comparison?.steps?.[stepIndex];
        this.#stops = stopsOf(this.#step, filter);
        this.#summary = this.#step && summarize(this.#step);
        this.#summaryText.textContent = this.#summary?.text ?? '';
        this.#columns.replaceChildren();
        this.#columns.classList.remove('findings');
        this.#marks.clear();
        this.#selected = -1;
        this.#built = 0;
        this.#query.hidden = true;
        this.#previous.textContent = text('viewer.previous');
        this.#next.textContent = text('viewer.next');
        this.#rows = comparison && this.#step ? rowsOfStep(comparison, this.#step, filter) : [];
        this.#bar.hidden = !comparison;
        this.live.textContent = '';
        if (!comparison || !this.#step) return;

        this.#steps.replaceChildren(
            ...(comparison.steps ?? []).map((step) => {
                const option = document.createElement('option');
                option.textContent = text('viewer.step', { before: step.before + 1, after: step.after + 1 });
                return option;
            }),
        );
        this.#steps.selectedIndex = stepIndex;
        this.#steps.hidden = (comparison.steps?.length ?? 0) < 2;
        this.#position.textContent = this.#positionLabel();
        this.#columns.append(this.#heads(comparison, this.#step), this.#amount(), ...notices(comparison));
        this.#build(ROWS_AT_ONCE);
    }

    /** The coverage in the order asked for. What is selected stays so. */
    showCoverage(comparison: Comparison, query: CoverageQuery): void {
        clearTimeout(this.#timer);
        if (this.#comparison === comparison && this.#coverage?.turn(query)) return;
        const selected = this.#comparison === comparison ? (this.#coverage?.order[this.#selected] ?? -1) : -1;
        // What has the focus keeps it although everything is made anew.
        const focused = (this.root.getRootNode() as Document | ShadowRoot).activeElement;
        const place = focused instanceof HTMLElement && this.#columns.contains(focused) ? { ...focused.dataset } : undefined;
        this.#comparison = comparison;
        this.#step = undefined;
        this.#stops = stopsOf(undefined);
        this.#summary = undefined;
        this.#summaryText.textContent = '';
        this.#rows = [];
        this.#marks.clear();
        this.#coverage = new CoverageText(comparison, query);
        this.#bar.hidden = false;
        this.#steps.hidden = true;
        this.#query.hidden = false;
        this.#sort.selectedIndex = CLAIM_SORTS.indexOf(query.sort);
        this.#filter.selectedIndex = CLAIM_FILTERS.indexOf(query.filter);
        this.#blind.setAttribute('aria-pressed', String(query.blind));
        this.#previous.textContent = text('coverage.previous');
        this.#next.textContent = text('coverage.next');
        this.#columns.classList.add('findings');
        this.#columns.replaceChildren(...notices(comparison, query.blind), ...this.#coverage.content());
        this.#selected = this.#coverage.order.indexOf(selected);
        this.#position.textContent = this.#positionLabel();
        // Under its new number, and without names that are hidden now.
        this.live.textContent = this.#coverage.announcement(this.#selected);
        this.#markClaim();
        if (!place) return;
        const { document: of, sentence, claim } = place;
        const same = `[data-document="${of}"][data-sentence="${sentence}"]${claim ? `[data-claim="${claim}"]` : ''}`;
        this.#columns.querySelector<HTMLElement>(`button${same}`)?.focus({ preventScroll: true });
    }

    #markClaim(): void {
        for (const node of this.#columns.querySelectorAll('[aria-current]')) node.removeAttribute('aria-current');
        const claim = this.#coverage?.order[this.#selected];
        if (claim === undefined) return;
        const row = this.#columns.querySelector(`tr[data-row="${claim}"]`);
        row?.setAttribute('aria-current', 'true');
        if (this.visible) row?.scrollIntoView({ block: 'center', behavior: 'auto' });
    }

    /** Marks the change as the current one and says which it is. -1: none. */
    select(index: number): void {
        for (const mark of this.#marks.get(this.#selected) ?? []) mark.removeAttribute('aria-current');
        this.#selected = index;
        this.#position.textContent = this.#positionLabel();
        if (this.#coverage) {
            this.live.textContent = this.#coverage.announcement(index);
            this.#markClaim();
            return;
        }
        const change = this.#step?.changes[this.#stops.first[index] ?? -1];
        this.live.textContent = change ? this.#announcement(change) : '';
        if (!change) return;
        if (!this.#marks.has(index) && this.#built < this.#rows.length) this.#build(this.#rows.length);
        const marks = this.#marks.get(index) ?? [];
        for (const mark of marks) mark.setAttribute('aria-current', 'true');
        if (this.visible) (marks.at(-1) ?? null)?.scrollIntoView({ block: 'center', behavior: 'auto' });
    }

    close(): void {
        clearTimeout(this.#timer);
    }

    /** The words of `viewer.state.label`. */
    #positionLabel(): string {
        if (this.#coverage) return this.#coverage.label(this.#selected);
        const count = this.#stops.first.length;
        if (count === 0) return text('viewer.count.none');
        if (this.#selected < 0) return counted('viewer.count', count);
        return text('viewer.position', { number: this.#selected + 1, count });
    }

    /** Of versions. */
    get summary(): StepSummary | undefined {
        return this.#summary;
    }

    get label(): string {
        return this.#positionLabel();
    }

    #announcement(change: Change): string {
        const kind = text(`kind.${change.kind}`);
        const cosmetic = change.kind !== 'move' && change.significance === 'cosmetic';
        return text('viewer.announce', {
            number: this.#selected + 1,
            count: this.#stops.first.length,
            kind: cosmetic ? text('viewer.announce.cosmetic', { kind }) : kind,
            change: this.#changeInWords(change),
        });
    }

    #changeInWords(change: Change): string {
        if (change.kind !== 'move' || !this.#comparison || !this.#step) return changeInWords(change);
        return text('viewer.announce.moved', { after: shortened(passageOf(this.#comparison, this.#step, change)) });
    }

    /** The count and what it amounts to, for those who do not see the bar or the canvas. */
    #amount(): HTMLElement {
        const node = element('p', 'amount');
        const parts = [this.#positionLabel(), this.#summary?.text ?? ''];
        node.textContent = parts.filter((part) => part !== '').join(' · ');
        return node;
    }

    #heads(comparison: Comparison, step: Step): HTMLElement {
        const row = element('header', 'row');
        const sides: [StringKey, number][] = [
            ['viewer.older', step.before],
            ['viewer.newer', step.after],
        ];
        for (const [key, index] of sides) {
            const cell = element('div', 'cell');
            const label = element('p', 'version');
            label.append(text(key));
            const shown = comparison.documents[index];
            if (shown) label.append(...provenance(shown));
            cell.append(label);
            row.append(cell);
        }
        return row;
    }

    #build(count: number): void {
        const end = Math.min(this.#rows.length, this.#built + count);
        const fragment = document.createDocumentFragment();
        for (; this.#built < end; ++this.#built) {
            const row = this.#rows[this.#built];
            if (row) fragment.append(this.#row(row));
        }
        this.#columns.append(fragment);
        if (this.#built < this.#rows.length) {
            this.#timer = setTimeout(() => this.#build(ROWS_AT_ONCE), 0);
        }
    }

    #row(row: Row): HTMLElement {
        const node = element('div', 'row');
        const languages = {
            before: this.#comparison?.documents[this.#step?.before ?? 0]?.language,
            after: this.#comparison?.documents[this.#step?.after ?? 0]?.language,
        };
        for (const side of ['before', 'after'] as const) {
            const cell = element('div', `cell ${side}`);
            if (languages[side]) cell.lang = languages[side];
            cell.append(...row[side].map((block) => this.#block(block)));
            node.append(cell);
        }
        return node;
    }

    #block(block: Block): HTMLElement {
        const node = element(TAGS[block.kind], block.kind);
        // The reading direction of each paragraph is its own.
        node.dir = 'auto';
        for (const piece of block.pieces) node.append(this.#piece(piece));
        return node;
    }

    #piece(piece: Piece): Node {
        if (piece.kind === 'plain' && piece.change < 0) return document.createTextNode(piece.text);
        const tag = piece.kind === 'removed' ? 'del' : piece.kind === 'added' ? 'ins' : 'span';
        const node = element(tag, piece.cosmetic && piece.kind !== 'plain' ? `${piece.kind} cosmetic` : piece.kind);
        if (piece.kind !== 'plain') node.append(said(`viewer.said.${piece.kind}`));
        node.append(piece.text);
        if (piece.change >= 0) {
            node.dataset['change'] = String(piece.change);
            const marks = this.#marks.get(piece.change);
            if (marks) marks.push(node);
            else this.#marks.set(piece.change, [node]);
        }
        return node;
    }
}

/** "14 → 41", "added: after midnight". */
export function changeInWords(change: Change): string {
    const before = shortened(change.before?.text ?? '');
    const after = shortened(change.after?.text ?? '');
    if (before && after) return text('viewer.announce.replaced', { before, after });
    return after ? text('viewer.announce.added', { after }) : text('viewer.announce.removed', { before });
}

/** What the engine wants the reader to know, above the text. */
function notices(comparison: Comparison, blind = false): HTMLElement[] {
    if (comparison.warnings.length === 0) return [];
    const list = element('ul', 'warnings');
    list.setAttribute('aria-label', text('viewer.notices'));
    for (const warning of comparison.warnings) {
        const item = document.createElement('li');
        item.textContent = blind ? withoutNames(warning.message, comparison.documents) : warning.message;
        list.append(item);
    }
    return [list];
}

function provenance(shown: ComparedDocument): Node[] {
    const parts: Node[] = [];
    const add = (node: Node) => parts.push(document.createTextNode(' · '), node);
    if (shown.published) {
        const time = document.createElement('time');
        time.dateTime = shown.published;
        time.textContent = dateInWords(shown.published);
        add(time);
    }
    if (shown.source) add(document.createTextNode(shown.source));
    if (!shown.published && !shown.source && shown.id) add(document.createTextNode(shown.id));
    return parts;
}

/** A box to choose one of several in; `labelChoice` names it and them. */
function choice(values: readonly string[]): HTMLSelectElement {
    const node = document.createElement('select');
    for (const value of values) {
        const option = document.createElement('option');
        option.value = value;
        node.append(option);
    }
    return node;
}

function labelChoice(node: HTMLSelectElement, key: 'coverage.sort' | 'coverage.filter', values: readonly string[]): void {
    node.setAttribute('aria-label', text(key));
    for (const [index, value] of values.entries()) {
        const option = node.options[index];
        if (option) option.textContent = text(`${key}.${value}` as StringKey);
    }
}
