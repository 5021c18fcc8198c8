// Where next and previous stop: the changes of a step, a passage that moved counted once however many sentences it has.
// The same as the viewer's module decides; the text beside the canvas must stand without it.

import type { Change, Comparison, Step } from '../engine/types.ts';

export interface Stops {
    /** By stop: the change, as an index into the step's; of a moved passage, its first sentence's. */
    first: number[];
    stopOfChange: number[];
}

export function stopsOf(step: Step | undefined): Stops {
    const stops: Stops = { first: [], stopOfChange: [] };
    const known = new Map<string, number>();
    (step?.changes ?? []).forEach((change, index) => {
        const passage = change.kind === 'move' ? change.move : undefined;
        let stop = passage === undefined ? undefined : known.get(passage);
        if (stop === undefined) {
            stop = stops.first.length;
            stops.first.push(index);
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
