// A coverage as the viewer's text tells it: who says, contradicts or omits which claim, in which order. It needs no DOM, and
// decides as src/viewer/coverage_claims.cpp does.

import type { Claim, ComparedDocument, Comparison, Figure } from '../engine/types.ts';
import { text } from '../strings.ts';

export const CLAIM_SORTS = ['story', 'carriers', 'disagreement'] as const;
export const CLAIM_FILTERS = ['all', 'agreeing', 'differing', 'quoted', 'copied'] as const;
export const PANEL_VIEWS = ['claims', 'quotations', 'figures', 'copied', 'unique', 'words', 'openings'] as const;
export type ClaimSort = (typeof CLAIM_SORTS)[number];
export type ClaimFilter = (typeof CLAIM_FILTERS)[number];
export type PanelView = (typeof PANEL_VIEWS)[number];
export type Stance = 'says' | 'differs' | 'omits';

/** Values of the filter by outlet beside the index of one. */
export const ALL_OUTLETS = -1;
export const SHOWN_OUTLETS = -2;

export interface CoverageQuery {
    sort: ClaimSort;
    filter: ClaimFilter;
    outlet: number;
    blind: boolean;
    /** Documents side by side. */
    before: number;
    after: number;
}

/** One claim as a row of the matrix. */
export interface ClaimRow {
    claim: number;
    /** By document. */
    stances: Stance[];
    carriers: number;
    differing: number;
    quoted: boolean;
    copied: boolean;
    /** The mention whose words stand for the claim: one that agrees with the rest, in a sentence that says little else. */
    mention: number;
}

export type ClaimMention = Claim['mentions'][number];
export type FigureMention = Figure['mentions'][number];

export interface DiffPiece {
    kind: 'same' | 'removed' | 'added';
    text: string;
}

/** Words on either side of a quotation beyond which both are shown whole. */
const MOST_WORDS = 400;

/** "A", "B", … in the order of the documents. */
export function outletLetter(index: number): string {
    return index < 26 ? String.fromCharCode(65 + index) : String(index + 1);
}

/** The outlet's name; "Outlet B" where names are hidden or there is none. */
export function outletName(document: ComparedDocument, index: number, blind: boolean): string {
    const name = blind ? '' : document.source || document.id;
    return name || text('coverage.outlet', { letter: outletLetter(index) });
}

/** A sentence of the engine's that may name outlets, without their names. */
export function withoutNames(sentence: string, documents: readonly ComparedDocument[]): string {
    let result = sentence;
    documents.forEach(({ source, id }, index) => {
        for (const name of [source, id]) {
            if (!name) continue;
            const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
            const word = new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'gu');
            result = result.replace(word, () => text('coverage.outlet', { letter: outletLetter(index) }));
        }
    });
    return result;
}

export function sentencesOf(document: ComparedDocument): [number, number][] {
    return document.paragraphs.flatMap((paragraph) => paragraph.sentences);
}

const placeKey = (document: number, sentence: number) => `${document}:${sentence}`;

/** The claims in the order of the comparison. */
export function claimRows(comparison: Comparison): ClaimRow[] {
    const quoted = new Set<string>();
    for (const quote of comparison.quotes ?? []) {
        for (const { document, sentence } of quote.mentions) quoted.add(placeKey(document, sentence));
    }
    const passages = new Map<string, number[]>();
    (comparison.copied ?? []).forEach((passage, index) => {
        for (const { document, first_sentence, last_sentence } of passage.mentions) {
            for (let sentence = first_sentence; sentence <= last_sentence; ++sentence) {
                const key = placeKey(document, sentence);
                passages.set(key, [...(passages.get(key) ?? []), index]);
            }
        }
    });
    const disputed = disputedFigures(comparison);
    const sentences = comparison.documents.map(sentencesOf);
    const claimsOf = new Map<string, number>();
    for (const { mentions } of comparison.claims ?? []) {
        for (const { document, sentence } of mentions) {
            const key = placeKey(document, sentence);
            claimsOf.set(key, (claimsOf.get(key) ?? 0) + 1);
        }
    }
    const rank = ({ document, sentence, relation }: Claim['mentions'][number]): [number, number, number] => {
        const [begin, end] = sentences[document]?.[sentence] ?? [0, 0];
        return [Number(relation === 'differs'), claimsOf.get(placeKey(document, sentence)) ?? 0, end - begin];
    };
    return (comparison.claims ?? []).map((claim, index) => {
        const stances = comparison.documents.map((): Stance => 'omits');
        for (const { document, relation } of claim.mentions) {
            if (relation === 'differs') stances[document] = 'differs';
            else if (stances[document] === 'omits') stances[document] = 'says';
        }
        for (const document of outvoted(claim, disputed)) stances[document] = 'differs';
        const keys = claim.mentions.map(({ document, sentence }) => placeKey(document, sentence));
        const holders = new Map<number, Set<number>>();
        claim.mentions.forEach(({ document }, at) => {
            for (const passage of passages.get(keys[at] ?? '') ?? []) {
                holders.set(passage, (holders.get(passage) ?? new Set()).add(document));
            }
        });
        const ranks = claim.mentions.map(rank);
        const mention = ranks.reduce((best, each, at) => (isLess(each, ranks[best] ?? each) ? at : best), 0);
        return {
            mention,
            claim: index,
            stances,
            carriers: stances.filter((stance) => stance !== 'omits').length,
            differing: stances.filter((stance) => stance === 'differs').length,
            quoted: keys.some((key) => quoted.has(key)),
            copied: [...holders.values()].some((outlets) => outlets.size > 1),
        };
    });
}

function isLess(one: readonly number[], two: readonly number[]): boolean {
    const at = one.findIndex((value, index) => value !== two[index]);
    return at >= 0 && (one[at] ?? 0) < (two[at] ?? 0);
}

type Disputed = Map<string, { figure: number; camp: number }[]>;

function disputedFigures(comparison: Comparison): Disputed {
    const result: Disputed = new Map();
    (comparison.figures ?? []).forEach((figure, index) => {
        if (figure.agree) return;
        for (const mention of figure.mentions as FigureMention[]) {
            const key = placeKey(mention.document, mention.sentence);
            result.set(key, [...(result.get(key) ?? []), { figure: index, camp: mention.camp ?? 0 }]);
        }
    });
    return result;
}

/**
 * Of the statements of a disputed quantity that stand in the claim, the outlets whose number most do not share; where no
 * side has more outlets, all.
 */
function outvoted(claim: Claim, disputed: Disputed): number[] {
    const figures = new Map<number, Map<number, Set<number>>>();
    for (const { document, sentence } of claim.mentions) {
        for (const { figure, camp } of disputed.get(placeKey(document, sentence)) ?? []) {
            const camps = figures.get(figure) ?? new Map<number, Set<number>>();
            figures.set(figure, camps.set(camp, (camps.get(camp) ?? new Set()).add(document)));
        }
    }
    const result: number[] = [];
    for (const camps of figures.values()) {
        if (camps.size < 2) continue;
        const sizes = [...camps.values()].map((outlets) => outlets.size);
        const most = Math.max(...sizes);
        const settled = sizes.filter((size) => size === most).length === 1;
        for (const outlets of camps.values()) {
            if (!(settled && outlets.size === most)) result.push(...outlets);
        }
    }
    return result;
}

/** Whether an outlet's sentence contradicts one of another outlet in the same claim. */
export function contradicted(comparison: Comparison, claim: Claim, mention: ClaimMention): boolean {
    if (mention.relation === 'differs') return true;
    return (comparison.figures ?? []).some((figure) => {
        if (figure.agree) return false;
        const mentions = figure.mentions as FigureMention[];
        const own = mentions.filter((each) => each.document === mention.document && each.sentence === mention.sentence);
        return own.some(({ camp }) =>
            mentions.some(
                (each) =>
                    each.camp !== camp &&
                    each.document !== mention.document &&
                    claim.mentions.some((of) => of.document === each.document && of.sentence === each.sentence),
            ),
        );
    });
}

/** Indexes of the claims that pass the filters, sorted. */
export function claimOrder(rows: readonly ClaimRow[], query: CoverageQuery): number[] {
    const carries = (row: ClaimRow, document: number) => (row.stances[document] ?? 'omits') !== 'omits';
    const passing = rows.filter((row) => {
        if (query.filter === 'agreeing' && row.differing > 0) return false;
        if (query.filter === 'differing' && row.differing === 0) return false;
        if (query.filter === 'quoted' && !row.quoted) return false;
        if (query.filter === 'copied' && !row.copied) return false;
        if (query.outlet === ALL_OUTLETS) return true;
        if (query.outlet === SHOWN_OUTLETS) return carries(row, query.before) || carries(row, query.after);
        return carries(row, query.outlet);
    });
    // Stable: what is equal stays in story order.
    if (query.sort === 'carriers') passing.sort((one, two) => two.carriers - one.carriers);
    if (query.sort === 'disagreement') passing.sort((one, two) => two.differing - one.differing);
    return passing.map((row) => row.claim);
}

/** Whether findings of this document pass the filter by outlet. */
export function wanted(query: CoverageQuery, document: number): boolean {
    if (query.outlet === ALL_OUTLETS) return true;
    if (query.outlet === SHOWN_OUTLETS) return document === query.before || document === query.after;
    return document === query.outlet;
}

/** Which words one rendering of a quotation has instead of another's. O(words²). */
export function wordDiff(before: string, after: string): DiffPiece[] {
    const oldWords = before.split(/\s+/).filter(Boolean);
    const newWords = after.split(/\s+/).filter(Boolean);
    if (Math.max(oldWords.length, newWords.length) > MOST_WORDS) {
        return [
            { kind: 'removed', text: oldWords.join(' ') },
            { kind: 'added', text: newWords.join(' ') },
        ];
    }
    const bare = (word: string) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '') || word;
    const [old, fresh] = [oldWords.map(bare), newWords.map(bare)];
    const width = fresh.length + 1;
    const longest = new Uint16Array((old.length + 1) * width);
    const at = (row: number, column: number) => longest[row * width + column] ?? 0;
    for (let row = old.length - 1; row >= 0; --row) {
        for (let column = fresh.length - 1; column >= 0; --column) {
            longest[row * width + column] =
                old[row] === fresh[column]
                    ? at(row + 1, column + 1) + 1
                    : Math.max(at(row + 1, column), at(row, column + 1));
        }
    }
    const pieces: DiffPiece[] = [];
    const add = (kind: DiffPiece['kind'], word: string) => {
        const last = pieces.at(-1);
        if (last?.kind === kind) last.text += ` ${word}`;
        else pieces.push({ kind, text: word });
    };
    let row = 0;
    let column = 0;
    while (row < old.length || column < fresh.length) {
        if (row < old.length && column < fresh.length && old[row] === fresh[column]) {
            add('same', newWords[column] ?? '');
            ++row;
            ++column;
        } else if (row < old.length && (column === fresh.length || at(row + 1, column) >= at(row, column + 1))) {
            add('removed', oldWords[row++] ?? '');
        } else {
            add('added', newWords[column++] ?? '');
        }
    }
    return pieces;
}
