// What is asked of a coverage, and by whom: the canvas decides where there is one, and the text follows it; else the text's own
// controls do.

import type { Comparison } from '../engine/types.ts';
import { type ClaimRow, claimOrder, claimRows, type CoverageQuery, outletName } from './coverage_model.ts';
import type { CoverageState, DocumentLabel, ViewerModule } from './viewer_module.ts';

export class CoverageControl {
    readonly comparison: Comparison;
    readonly #module: ViewerModule | undefined;
    readonly #rows: ClaimRow[];
    #query: CoverageQuery;
    #key: number;

    /** `module`: that shows the comparison already. Without one the text stands for it. */
    constructor(comparison: Comparison, blind: boolean, module: ViewerModule | undefined) {
        this.comparison = comparison;
        this.#module = module;
        this.#rows = claimRows(comparison);
        this.#query = { sort: 'story', filter: 'all', outlet: -1, blind, before: 0, after: 1 };
        module?.command('blind', Number(blind));
        this.#key = module?.coverageKey ?? 0;
    }

    get query(): CoverageQuery {
        return this.#query;
    }

    /** The claims shown, as indexes into the comparison's. */
    get order(): number[] {
        return this.#module?.state().coverage?.order ?? claimOrder(this.#rows, this.#query);
    }

    ask(change: Partial<CoverageQuery>): void {
        const module = this.#module;
        if (!module) {
            this.#query = { ...this.#query, ...change };
            return;
        }
        if (change.sort) module.sort(change.sort);
        if (change.filter) module.filter(change.filter);
        if (change.outlet !== undefined) module.command('outletFilter', change.outlet);
        if (change.blind !== undefined) module.command('blind', Number(change.blind));
        if (change.before !== undefined) module.command('outletBefore', change.before);
        if (change.after !== undefined) module.command('outletAfter', change.after);
    }

    /** Takes over what the canvas shows by now; whether that is anything new. */
    follow(): boolean {
        const module = this.#module;
        if (!module || module.coverageKey === this.#key) return false;
        this.#key = module.coverageKey;
        const { before, after, coverage } = module.state();
        if (!coverage) return false;
        const { sort, filter, outlet, blind } = coverage;
        this.#query = { sort, filter, outlet, blind, before, after };
        return true;
    }

    /** `viewer.state.coverage` without a canvas. */
    state(position: number): CoverageState {
        const { sort, filter, outlet, blind } = this.#query;
        const { order } = this;
        return {
            view: 'claims',
            sort,
            filter,
            outlet,
            blind,
            wide: false,
            claim: order[position] ?? -1,
            outlets: this.comparison.documents.map((each, index) => outletName(each, index, blind)),
            order,
            panelScroll: 0,
            panelScrollMax: 0,
        };
    }
}

/** The documents as a host may show them: without names that are hidden. */
export function labelsOf(comparison: Comparison | undefined, blind: boolean): DocumentLabel[] {
    return (comparison?.documents ?? []).map((each, index) => ({
        id: blind ? outletName(each, index, true) : each.id,
        title: each.title,
        published: each.published,
        source: blind ? '' : each.source,
    }));
}
