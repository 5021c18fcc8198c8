// A coverage as semantic HTML: the matrix as a table, the other findings as lists and tables, the two articles side by side.
// Part of the mirror: what screen readers read, what is printed, and what everyone gets where WebGL 2 is missing.

import type { Comparison, Quotation } from '../engine/types.ts';
import { counted, listed, type StringKey, text } from '../strings.ts';
import {
    type ClaimMention,
    type ClaimRow,
    claimOrder,
    claimRows,
    type CoverageQuery,
    type FigureMention,
    outletLetter,
    outletName,
    sentencesOf,
    SHOWN_OUTLETS,
    type Stance,
    wanted,
    wordDiff,
} from './coverage_model.ts';
import { CoverageArticles, note, outletNode } from './coverage_articles.ts';
import { element, said, shortened } from './dom.ts';

/** Sentences that show a distinctive word. */
const TERM_SENTENCES = 3;
const EVIDENCE = 5;

export class CoverageText {
    readonly #comparison: Comparison;
    #query: CoverageQuery;
    readonly #rows: ClaimRow[];
    readonly #sentences: [number, number][][];
    readonly #articles: CoverageArticles;
    readonly order: number[];

    constructor(comparison: Comparison, query: CoverageQuery) {
        this.#comparison = comparison;
        this.#query = query;
        this.#rows = claimRows(comparison);
        this.#sentences = comparison.documents.map(sentencesOf);
        this.order = claimOrder(this.#rows, query);
        const everything = query.filter === 'all' && query.outlet < 0;
        this.#articles = new CoverageArticles(comparison, this.order, query.blind, everything);
    }

    /** Shows other outlets side by side, if that is all that is asked. */
    turn(query: CoverageQuery): boolean {
        const same = (['sort', 'filter', 'outlet', 'blind'] as const).every((key) => query[key] === this.#query[key]);
        if (!same || query.outlet === SHOWN_OUTLETS) return false;
        this.#query = query;
        this.#articles.turn(query.before, query.after);
        return true;
    }

    /** Everything, in the order of the panel's views; the articles come last. */
    content(): HTMLElement[] {
        return [
            this.#claims(),
            this.#quotations(),
            this.#figures(),
            this.#copied(),
            this.#unique(),
            this.#words(),
            this.#openings(),
            ...this.#articles.content(this.#query.before, this.#query.after),
        ];
    }

    label(position: number): string {
        const count = this.order.length;
        if (this.#rows.length === 0) return text('coverage.count.none');
        if (count === 0) return text('coverage.count.filtered-out');
        if (position >= 0) return text('coverage.position', { number: position + 1, count });
        if (count < this.#rows.length) return counted('coverage.some', this.#rows.length, { shown: count });
        return counted('coverage.count', count);
    }

    announcement(position: number): string {
        const row = this.#rows[this.order[position] ?? -1];
        if (!row) return '';
        const letters = (stance: Stance) =>
            listed(row.stances.flatMap((each, document) => (each === stance ? [this.#name(document)] : [])));
        const parts = [
            text('coverage.announce', {
                number: position + 1,
                count: this.order.length,
                claim: shortened(this.#claimWords(row)),
            }),
        ];
        for (const stance of ['says', 'differs', 'omits'] as const) {
            const names = letters(stance);
            if (names) parts.push(text(`coverage.announce.${stance}`, { outlets: names }));
        }
        return parts.join(' ');
    }

    #name(document: number): string {
        const of = this.#comparison.documents[document];
        return of ? outletName(of, document, this.#query.blind) : '';
    }

    #sentence(document: number, sentence: number): string {
        const [begin, end] = this.#sentences[document]?.[sentence] ?? [0, 0];
        return (this.#comparison.documents[document]?.text.slice(begin, end) ?? '').replace(/\s+/g, ' ');
    }

    #claimWords(row: ClaimRow): string {
        const mention = this.#comparison.claims?.[row.claim]?.mentions[row.mention];
        return mention ? this.#sentence(mention.document, mention.sentence) : '';
    }

    // -------------------------------------------------------------------------------------------- parts

    #section(key: StringKey, ...content: (HTMLElement | undefined)[]): HTMLElement {
        const section = element('section', 'finding');
        const heading = element('h2', 'finding-title');
        heading.textContent = text(key);
        section.append(heading, ...content.filter((node) => node !== undefined));
        return section;
    }

    /** What to say where a part is empty: that there is nothing, or that the filter hides it. */
    #nothing(key: StringKey, count: number): HTMLElement {
        return note(text(count === 0 ? key : 'coverage.filtered'));
    }

    /** A sentence that can be gone to. */
    #link(document: number, sentence: number, content: (Node | string)[], claim = -1): HTMLElement {
        const button = element('button', 'sentence');
        button.type = 'button';
        button.dataset['document'] = String(document);
        button.dataset['sentence'] = String(sentence);
        if (claim >= 0) button.dataset['claim'] = String(claim);
        button.dir = 'auto';
        button.append(...content);
        return button;
    }

    #outlet(document: number): HTMLElement | string {
        const of = this.#comparison.documents[document];
        return of ? outletNode(of, document, this.#query.blind) : '';
    }

    #table(className: string, caption: string, heads: (HTMLElement | string)[]): [HTMLTableElement, HTMLElement] {
        const table = element('table', className);
        const title = table.createCaption();
        title.className = 'said';
        title.textContent = caption;
        const row = table.createTHead().insertRow();
        for (const head of heads) {
            const cell = document.createElement('th');
            cell.scope = 'col';
            cell.append(head);
            row.append(cell);
        }
        return [table, table.createTBody()];
    }

    // -------------------------------------------------------------------------------------------- views

    #claims(): HTMLElement {
        if (this.order.length === 0) {
            const one = this.#comparison.documents.length < 2;
            return this.#section(
                'coverage.claims',
                this.#nothing(one ? 'coverage.one-article' : 'coverage.claims.none', this.#rows.length),
            );
        }
        const documents = this.#comparison.documents.map((_, index) => index);
        const [table, body] = this.#table('matrix', text('coverage.claims.caption'), [
            text('coverage.claim'),
            ...documents.map((index) => this.#outlet(index)),
        ]);
        for (const index of this.order) {
            const row = this.#rows[index];
            if (row) body.append(this.#claimRow(row));
        }
        return this.#section('coverage.claims', table);
    }

    #claimRow(row: ClaimRow): HTMLElement {
        const claim = this.#comparison.claims?.[row.claim];
        const node = document.createElement('tr');
        node.dataset['row'] = String(row.claim);
        const head = document.createElement('th');
        head.scope = 'row';
        const first = claim?.mentions[row.mention];
        if (first) {
            head.append(
                this.#link(first.document, first.sentence, [this.#claimWords(row)], row.claim),
            );
        }
        const evidence = listed(claim?.evidence.slice(0, EVIDENCE).map((each) => each.text) ?? []);
        if (evidence) head.append(note(text('coverage.linked', { evidence })));
        node.append(head);
        row.stances.forEach((stance, index) => {
            const cell = node.insertCell();
            cell.className = stance;
            cell.dataset['letter'] = outletLetter(index);
            const mentions = ((claim?.mentions ?? []) as ClaimMention[]).filter((each) => each.document === index);
            const label = element('span', 'stance');
            label.textContent = text(`coverage.stance.${stance}`);
            const place = mentions[0];
            if (!place) {
                cell.append(label);
                return;
            }
            const link = this.#link(index, place.sentence, [label], row.claim);
            link.title = this.#sentence(index, place.sentence);
            cell.append(link);
            const why = mentions.find((each) => each.difference)?.difference;
            if (why) cell.append(note(text(`coverage.difference.${why}`)));
            else if (stance === 'differs') cell.append(note(text('coverage.difference.ledger')));
        });
        return node;
    }

    #passes(differs: boolean): boolean {
        if (this.#query.filter === 'agreeing') return !differs;
        return this.#query.filter !== 'differing' || differs;
    }

    #quotations(): HTMLElement {
        const quotes = this.#comparison.quotes ?? [];
        const shown = quotes.filter(
            ({ mentions }) =>
                this.#passes(mentions.some(({ fidelity }) => fidelity === 'altered')) &&
                mentions.some((each) => wanted(this.#query, each.document)),
        );
        if (shown.length === 0) {
            return this.#section('coverage.quotations', this.#nothing('coverage.quotations.none', quotes.length));
        }
        return this.#section('coverage.quotations', ...shown.map((quote) => this.#quotation(quote)));
    }

    #quotation(quote: Quotation): HTMLElement {
        const node = element('div', 'entry');
        const speaker = element('h3', 'entry-title');
        speaker.textContent = quote.speaker || text('coverage.speaker.unknown');
        const list = element('ul', 'lines');
        const rank = (each: Quotation['mentions'][number]) => (each.fidelity === 'full' ? 1e6 : 0) + each.text.length;
        const original = quote.mentions.reduce((best, each) => (rank(each) > rank(best) ? each : best));
        for (const mention of quote.mentions) {
            const changed = mention.fidelity === 'altered' && mention !== original;
            const content = changed
                ? wordDiff(original.text, mention.text).flatMap(({ kind, text: words }, index) => {
                      const space = index > 0 ? ' ' : '';
                      if (kind === 'same') return [space + words];
                      const node = element(kind === 'removed' ? 'del' : 'ins', 'word');
                      node.append(said(kind === 'removed' ? 'viewer.said.removed' : 'viewer.said.added'), words);
                      return [space, node];
                  })
                : [mention.text];
            const item = document.createElement('li');
            if (mention.fidelity === 'altered') item.className = 'differs';
            item.append(
                this.#outlet(mention.document),
                this.#link(mention.document, mention.sentence, content),
                note(text(`coverage.fidelity.${mention.fidelity}`)),
            );
            list.append(item);
        }
        node.append(speaker, list);
        return node;
    }

    #figures(): HTMLElement {
        const figures = this.#comparison.figures ?? [];
        const shown = figures.filter(
            ({ agree, mentions }) =>
                this.#passes(!agree) && mentions.some((each) => wanted(this.#query, each.document)),
        );
        if (shown.length === 0) {
            return this.#section('coverage.figures', this.#nothing('coverage.figures.none', figures.length));
        }
        shown.sort((one, two) => Number(one.agree) - Number(two.agree));
        const [table, body] = this.#table('ledger', text('coverage.figures.caption'), [
            text('coverage.quantity'),
            text('coverage.verdict'),
            text('coverage.outlet-column'),
            text('coverage.value'),
            text('coverage.sentence'),
        ]);
        for (const figure of shown) {
            (figure.mentions as FigureMention[]).forEach((mention, index) => {
                const row = document.createElement('tr');
                row.className = figure.agree ? 'agree' : 'differs';
                if (index === 0) {
                    const head = document.createElement('th');
                    head.scope = 'rowgroup';
                    head.rowSpan = figure.mentions.length;
                    head.textContent = figure.quantity || text('coverage.quantity');
                    const verdict = document.createElement('td');
                    verdict.rowSpan = figure.mentions.length;
                    verdict.textContent = text(figure.agree ? 'coverage.agree' : 'coverage.disagree');
                    row.append(head, verdict);
                }
                row.insertCell().append(this.#outlet(mention.document));
                const value = row.insertCell();
                value.textContent = mention.text;
                row.insertCell().append(
                    this.#link(mention.document, mention.sentence, [this.#sentence(mention.document, mention.sentence)]),
                );
                body.append(row);
            });
        }
        return this.#section('coverage.figures', table);
    }

    #copied(): HTMLElement {
        const copied = this.#comparison.copied ?? [];
        const shown = copied.filter(({ mentions }) => mentions.some((each) => wanted(this.#query, each.document)));
        if (shown.length === 0) {
            return this.#section('coverage.copied', this.#nothing('coverage.copied.none', copied.length));
        }
        const shares = element('ul', 'lines');
        (this.#comparison.copied_share ?? []).forEach((share, index) => {
            if (!wanted(this.#query, index)) return;
            const item = document.createElement('li');
            item.append(
                this.#outlet(index),
                note(text('coverage.copied.share', { percent: Math.round(share * 100) })),
            );
            shares.append(item);
        });
        const entries = shown.map((passage) => {
            const node = element('div', 'entry');
            const title = element('h3', 'entry-title');
            title.textContent = [
                counted('count.words', passage.words),
                text(passage.verbatim ? 'coverage.copied.verbatim' : 'coverage.copied.edited', {
                    outlets: counted('count.outlets', passage.mentions.length),
                }),
            ].join(' ');
            const list = element('ul', 'lines');
            for (const { document: of, first_sentence, last_sentence } of passage.mentions) {
                const words = [];
                for (let at = first_sentence; at <= last_sentence; ++at) words.push(this.#sentence(of, at));
                const item = document.createElement('li');
                item.append(this.#outlet(of), this.#link(of, first_sentence, [words.join(' ')]));
                list.append(item);
            }
            node.append(title, list);
            return node;
        });
        return this.#section('coverage.copied', shares, ...entries);
    }

    /** One entry an outlet: its name, and what `lines` makes of it. */
    #byOutlet(lines: (document: number) => HTMLElement[], none: StringKey, skipEmpty = false): HTMLElement[] {
        return this.#comparison.documents.flatMap((_, index) => {
            if (!wanted(this.#query, index)) return [];
            const items = lines(index);
            if (items.length === 0 && skipEmpty) return [];
            const node = element('div', 'entry');
            const title = element('h3', 'entry-title');
            title.append(this.#outlet(index));
            node.append(title);
            if (items.length === 0) {
                node.append(note(text(none)));
                return [node];
            }
            const list = element('ul', 'lines');
            for (const item of items) {
                const line = document.createElement('li');
                line.append(item);
                list.append(line);
            }
            node.append(list);
            return [node];
        });
    }

    #unique(): HTMLElement {
        return this.#section(
            'coverage.unique',
            ...this.#byOutlet(
                (index) =>
                    (this.#comparison.unique ?? [])
                        .filter((each) => each.document === index)
                        .map((each) => this.#link(index, each.sentence, [this.#sentence(index, each.sentence)])),
                'coverage.unique.none',
            ),
        );
    }

    #words(): HTMLElement {
        const terms = this.#comparison.terms ?? [];
        const entries = this.#byOutlet(
            (index) =>
                terms
                    .filter((each) => each.document === index)
                    .map((each) => {
                        const node = element('div', 'term');
                        const word = element('b', 'word');
                        word.textContent = each.term;
                        node.append(word);
                        for (const sentence of each.sentences.slice(0, TERM_SENTENCES))
                            node.append(this.#link(index, sentence, [this.#sentence(index, sentence)]));
                        return node;
                    }),
            'coverage.words.none',
            true,
        );
        if (entries.length === 0) entries.push(this.#nothing('coverage.words.none', terms.length));
        return this.#section('coverage.words', ...entries);
    }

    #openings(): HTMLElement {
        return this.#section(
            'coverage.openings',
            ...this.#byOutlet((index) => {
                const of = this.#comparison.documents[index];
                if (!of) return [];
                const result: HTMLElement[] = [];
                if (of.title) {
                    const title = element('p', 'opening-title');
                    title.dir = 'auto';
                    title.textContent = of.title;
                    result.push(title);
                }
                const lead = of.paragraphs.find(({ kind, sentences }) => kind !== 'heading' && sentences.length > 0);
                if (lead) {
                    const words = element('p', 'opening');
                    words.dir = 'auto';
                    words.textContent = of.text.slice(lead.range[0], lead.range[1]);
                    result.push(words);
                }
                return result;
            }, 'coverage.openings.none'),
        );
    }
}
