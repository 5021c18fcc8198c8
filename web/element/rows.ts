// A step of a comparison as rows of paragraphs that stand level, each cut into marked pieces: the model of the text
// mirror. It needs no DOM.

import type { ComparedDocument, Comparison, ParagraphKind, Step } from '../engine/types.ts';
import { type ChangeFilter, EVERYTHING, stopsOf } from './stops.ts';

export type BlockKind = ParagraphKind | 'title' | 'byline';
export type PieceKind = 'plain' | 'removed' | 'added' | 'moved';

/** A stretch of text under one mark. */
export interface Piece {
    text: string;
    kind: PieceKind;
    /** The change it belongs to, as a stop of next and previous, or -1. */
    change: number;
    /** That change is cosmetic. */
    cosmetic: boolean;
}

/** A title, byline or paragraph. */
export interface Block {
    kind: BlockKind;
    pieces: Piece[];
}

/** What stands level: the blocks of the older version and those of the newer one. Either may be empty. */
export interface Row {
    before: Block[];
    after: Block[];
}

interface Mark {
    begin: number;
    end: number;
    kind: PieceKind;
    /** Lies over moved text and wins over it. */
    inner: boolean;
}

interface Span {
    begin: number;
    end: number;
    change: number;
    cosmetic: boolean;
    hidden: boolean;
}

/**
 * All rows of a step. What the filter hides is not marked. The comparison must count positions in UTF-16. O(length of the
 * texts).
 */
export function rowsOfStep(comparison: Comparison, step: Step, filter: ChangeFilter = EVERYTHING): Row[] {
    const before = comparison.documents[step.before];
    const after = comparison.documents[step.after];
    if (!before || !after) return [];
    const marks = marksOfEdits(step);
    const oldBlocks = blocksOf(before, marks.before, changeSpans(step, 'before', filter));
    const newBlocks = blocksOf(after, marks.after, changeSpans(step, 'after', filter));

    const rows: Row[] = [];
    const heads = { before: oldBlocks.heads, after: newBlocks.heads };
    for (const kind of ['title', 'byline'] as const) {
        const row = {
            before: heads.before.filter((block) => block.kind === kind),
            after: heads.after.filter((block) => block.kind === kind),
        };
        if (row.before.length + row.after.length > 0) rows.push(row);
    }
    for (const [oldSpan, newSpan] of pairParagraphs(before, after, step)) {
        rows.push({
            before: oldBlocks.body.slice(oldSpan[0], oldSpan[1]),
            after: newBlocks.body.slice(newSpan[0], newSpan[1]),
        });
    }
    return rows;
}

function marksOfEdits(step: Step): { before: Mark[]; after: Mark[] } {
    const marks: { before: Mark[]; after: Mark[] } = { before: [], after: [] };
    let oldAt = 0;
    let newAt = 0;
    for (const edit of step.edits) {
        switch (edit[0]) {
            case '=':
                oldAt += edit[1].length;
                newAt += (edit[2] ?? edit[1]).length;
                break;
            case '-':
                marks.before.push({
                    begin: oldAt,
                    end: oldAt + edit[1].length,
                    kind: edit[2]?.move ? 'moved' : 'removed',
                    inner: false,
                });
                oldAt += edit[1].length;
                break;
            case '+':
                marks.after.push({
                    begin: newAt,
                    end: newAt + edit[1].length,
                    kind: edit[2]?.move ? 'moved' : 'added',
                    inner: false,
                });
                for (const [before, after] of edit[2]?.inner_at ?? []) {
                    marks.before.push({ begin: before[0], end: before[1], kind: 'removed', inner: true });
                    marks.after.push({ begin: after[0], end: after[1], kind: 'added', inner: true });
                }
                newAt += edit[1].length;
                break;
        }
    }
    return { before: sorted(marks.before), after: sorted(marks.after) };
}

/** In order; an inner mark behind the moved passage it lies in. */
function sorted(marks: Mark[]): Mark[] {
    return marks.sort((a, b) => a.begin - b.begin || Number(a.inner) - Number(b.inner));
}

function changeSpans(step: Step, side: 'before' | 'after', filter: ChangeFilter): Span[] {
    const spans: Span[] = [];
    const { stopOfChange } = stopsOf(step, filter);
    step.changes.forEach((change, index) => {
        const place = change[side];
        if (place && place.end > place.begin) {
            const cosmetic = change.kind !== 'move' && change.significance === 'cosmetic';
            const stop = stopOfChange[index] ?? -1;
            spans.push({ begin: place.begin, end: place.end, change: stop, cosmetic, hidden: stop < 0 });
        }
    });
    // A change that stands inside a longer one (an edit in a moved passage) comes later and wins.
    return spans.sort((a, b) => a.begin - b.begin || b.end - a.end);
}

function blocksOf(document: ComparedDocument, marks: Mark[], spans: Span[]): { heads: Block[]; body: Block[] } {
    const cutter = new Cutter(document.text, marks, spans);
    const heads: Block[] = [];
    if (document.title_range) heads.push({ kind: 'title', pieces: cutter.cut(document.title_range) });
    if (document.byline_range) heads.push({ kind: 'byline', pieces: cutter.cut(document.byline_range) });
    const body = document.paragraphs.map(({ kind, range }) => ({ kind, pieces: cutter.cut(range) }));
    return { heads, body };
}

/** Cuts ranges that are asked for in reading order. Each mark and span is looked at a bounded number of times. */
class Cutter {
    readonly #text: string;
    readonly #marks: Mark[];
    readonly #spans: Span[];
    #firstMark = 0;
    #firstSpan = 0;

    constructor(text: string, marks: Mark[], spans: Span[]) {
        this.#text = text;
        this.#marks = marks;
        this.#spans = spans;
    }

    cut([begin, end]: [number, number]): Piece[] {
        const marks = this.#within(this.#marks, begin, end, (at) => (this.#firstMark = at), this.#firstMark);
        const spans = this.#within(this.#spans, begin, end, (at) => (this.#firstSpan = at), this.#firstSpan);
        const borders = new Set([begin, end]);
        for (const { begin: from, end: to } of [...marks, ...spans]) {
            if (from > begin && from < end) borders.add(from);
            if (to > begin && to < end) borders.add(to);
        }
        const cuts = [...borders].sort((a, b) => a - b);
        const pieces: Piece[] = [];
        for (let i = 0; i + 1 < cuts.length; ++i) {
            const from = cuts[i] ?? 0;
            const to = cuts[i + 1] ?? 0;
            const span = spans.findLast((each) => each.begin <= from && each.end >= to);
            const mark = span?.hidden ? undefined : marks.findLast((each) => each.begin <= from && each.end >= to);
            const kind = mark?.kind ?? 'plain';
            const { change, cosmetic } = span ?? { change: -1, cosmetic: false };
            append(pieces, { text: this.#text.slice(from, to), kind, change, cosmetic });
        }
        return pieces.flatMap(withoutOuterSpace);
    }

    #within<T extends { begin: number; end: number }>(
        list: T[],
        begin: number,
        end: number,
        remember: (first: number) => void,
        first: number,
    ): T[] {
        let at = first;
        while (at < list.length && (list[at]?.end ?? 0) <= begin) ++at;
        remember(at);
        const found: T[] = [];
        for (; at < list.length && (list[at]?.begin ?? 0) < end; ++at) {
            const item = list[at];
            if (item && item.end > begin) found.push(item);
        }
        return found;
    }
}

function append(pieces: Piece[], piece: Piece): void {
    const last = pieces.at(-1);
    if (last && last.kind === piece.kind && last.change === piece.change) last.text += piece.text;
    else pieces.push(piece);
}

/** A mark that begins or ends with a space is drawn as if the space belonged to the words around it. */
function withoutOuterSpace(piece: Piece): Piece[] {
    const [, before = '', words = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(piece.text) ?? [];
    // Space alone is worth a mark only where it is the change.
    if (words === '' && piece.change < 0) return [{ ...piece, kind: 'plain' }];
    if (piece.kind === 'plain' || words === '' || before + after === '') return [piece];
    const plain = (space: string): Piece[] => (space ? [{ text: space, kind: 'plain', change: -1, cosmetic: false }] : []);
    return [...plain(before), { ...piece, text: words }, ...plain(after)];
}

type Interval = [first: number, last: number];

/** Which paragraphs stand level: half-open runs of the two bodies that together cover both in order. */
function pairParagraphs(before: ComparedDocument, after: ComparedDocument, step: Step): [Interval, Interval][] {
    const oldOf = paragraphOfSentence(before);
    const newOf = paragraphOfSentence(after);
    const links: [number, number][] = [];
    for (const group of step.alignment) {
        if (group.moved) continue;
        for (const old of group.before) {
            for (const fresh of group.after) {
                const from = oldOf[old];
                const to = newOf[fresh];
                if (from !== undefined && to !== undefined) links.push([from, to]);
            }
        }
    }
    links.sort((a, b) => a[1] - b[1] || a[0] - b[0]);

    const rows: [Interval, Interval][] = [];
    let oldAt = 0;
    let newAt = 0;
    const alone = (oldEnd: number, newEnd: number) => {
        // Old before new, as everywhere.
        for (; oldAt < oldEnd; ++oldAt) rows.push([[oldAt, oldAt + 1], [newAt, newAt]]);
        for (; newAt < newEnd; ++newAt) rows.push([[oldAt, oldAt], [newAt, newAt + 1]]);
    };
    for (let i = 0; i < links.length; ) {
        const [from, to] = links[i] ?? [0, 0];
        if (from < oldAt || to < newAt) {
            ++i;
            continue;
        }
        alone(from, to);
        let oldEnd = from + 1;
        let newEnd = to + 1;
        // Everything linked to what already is in the row belongs to it.
        for (; i < links.length; ++i) {
            const [nextOld, nextNew] = links[i] ?? [0, 0];
            if (nextOld >= oldEnd && nextNew >= newEnd) break;
            oldEnd = Math.max(oldEnd, nextOld + 1);
            newEnd = Math.max(newEnd, nextNew + 1);
        }
        rows.push([[from, oldEnd], [to, newEnd]]);
        oldAt = oldEnd;
        newAt = newEnd;
    }
    alone(before.paragraphs.length, after.paragraphs.length);
    return rows;
}

function paragraphOfSentence(document: ComparedDocument): number[] {
    return document.paragraphs.flatMap((paragraph, index) => paragraph.sentences.map(() => index));
}
