// What a step amounts to, counted and in words: the same as beside the count on the canvas.

import type { Step } from '../engine/types.ts';
import { counted, listed, text } from '../strings.ts';
import type { StepSummary } from './viewer_module.ts';

export function summarize(step: Step): StepSummary {
    const changes = step.changes.filter(({ kind }) => kind !== 'move');
    const substantive = changes.filter(({ significance }) => significance === 'substantive').length;
    const counts = {
        substantive,
        cosmetic: changes.length - substantive,
        // Passages, whole; counted in neither of the others.
        moves: step.moves.length,
        ignored: step.ignored,
        correctionNote: step.correction_note,
        differs: step.edits.some(([operation]) => operation !== '='),
    };
    return { ...counts, text: inWords(counts) };
}

function inWords({ substantive, cosmetic, moves, ignored, correctionNote, differs }: Omit<StepSummary, 'text'>): string {
    if (substantive > 0)
        return text(correctionNote ? 'summary.noted' : 'summary.silent', {
            changes: counted('summary.substantive', substantive),
        });
    const parts = [];
    if (cosmetic > 0) parts.push(moves > 0 ? counted('summary.cosmetic', cosmetic) : text('summary.none'));
    if (moves > 0) parts.push(counted('summary.moved', moves));
    if (parts.length > 0) return listed(parts);
    if (differs) return text('summary.layout');
    return ignored > 0 ? counted('summary.ignored', ignored) : '';
}
