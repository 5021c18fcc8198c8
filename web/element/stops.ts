// Where next and previous stop: the changes of a step, a passage that moved counted once however many sentences it has.
// The same as the viewer's module decides; the text beside the canvas must stand without it.

import type { Change, ChangeKind, Comparison, Step } from '../engine/types.ts';

/** Which changes are hidden. */
export interface ChangeFilter {
    hideCosmetic: boolean;
    hiddenKinds: ChangeKind[];
}

export const EVERYTHING: ChangeFilter = { hideCosmetic: false, hiddenKinds: [] };

/** In the order of the module's enumeration. */
const KINDS: readonly ChangeKind[] = [
    'figure',
    'date',
    'name',
    'quote',
    'attribution',
    'hedge',
    'negation',
    'wording',
    'spelling',
    'punctuation',
    'typography',
    'headline',
    'byline',
    'addition',
    'removal',
    'move',
    'correction-note',
];
const COSMETIC_BIT = 2 ** 31;

/** Bit k hides the kind k, bit 31 all that is cosmetic. */
export function bitsOfFilter(filter: ChangeFilter): number {
    const kinds = filter.hiddenKinds.reduce((bits, kind) => bits | (1 << KINDS.indexOf(kind)), 0);
    return kinds + (filter.hideCosmetic ? COSMETIC_BIT : 0);
}

export function filterOfBits(bits: number): ChangeFilter {
    return {
        hideCosmetic: bits >= COSMETIC_BIT,
        hiddenKinds: KINDS.filter((_, kind) => Math.floor(bits / 2 ** kind) % 2 === 1),
    };
}

export function passes(filter: ChangeFilter, change: Change): boolean {
    if (filter.hiddenKinds.includes(change.kind)) return false;
    return !filter.hideCosmetic || change.kind === 'move' || change.significance !== 'cosmetic';
}

export interface Stops {
    /** By stop: the change, as an index into the step's; of a moved passage, its first sentence's. */
    first: number[];
    /** -1: hidden. */
    stopOfChange: number[];
    /** Stops that the filter leaves out. */
    hidden: number;
}

export function stopsOf(step: Step | undefined, filter: ChangeFilter = EVERYTHING): Stops {
    const stops: Stops = { first: [], stopOfChange: [], hidden: 0 };
    const known = new Map<string, number>();
    (step?.changes ?? []).forEach((change, index) => {
        const passage = change.kind === 'move' ? change.move : undefined;
        let stop = passage === undefined ? undefined : known.get(passage);
        if (stop === undefined) {
            stop = passes(filter, change) ? stops.first.length : -1;
            if (stop >= 0) stops.first.push(index);
            else ++stops.hidden;
            if (passage !== undefined) known.set(passage, stop);
        }
        stops.stopOfChange.push(stop);
    });
    return stops;
}

/** The words of a passage that moved, all its sentences. */
export function passageOf(comparison: Comparison, step: Step, change: Change): string {
    const sentences = step.changes.filter((each) => each.kind === 'move' && each.move === change.move);
    const side = change.after ? 'after' : 'before';
    const begin = Math.min(...sentences.map((each) => each[side]?.begin ?? Infinity));
    const end = Math.max(...sentences.map((each) => each[side]?.end ?? 0));
    return comparison.documents[step[side]]?.text.slice(begin, end) ?? '';
}
