// Two outlets' articles side by side as HTML, their sentences marked by what the other has to say.

import type { ComparedDocument, Comparison } from '../engine/types.ts';
import { text } from '../strings.ts';
import { type ClaimMention, contradicted, outletLetter, outletName } from './coverage_model.ts';
import { dateInWords, element, said } from './dom.ts';

type SentenceKind = 'shared' | 'elsewhere' | 'differs' | 'unique';

interface Found {
    kind: SentenceKind;
    claim: number;
}

/** A letter that stands for the outlet, with its name for those who listen. */
export function outletNode(document: ComparedDocument, index: number, blind: boolean): HTMLElement {
    const node = element('span', 'outlet');
    const letter = element('b', 'letter');
    letter.textContent = outletLetter(index);
    letter.setAttribute('aria-hidden', 'true');
    const name = element('span', 'outlet-name');
    name.textContent = outletName(document, index, blind);
    node.append(letter, ' ', name);
    return node;
}

/** A softer sentence. */
export function note(words: string): HTMLElement {
    const node = element('p', 'finding-note');
    node.textContent = words;
    return node;
}

export class CoverageArticles {
    readonly #comparison: Comparison;
    readonly #order: readonly number[];
    readonly #blind: boolean;
    readonly #everything: boolean;
    #nodes: HTMLElement[] = [];

    /** `order`: the claims that show; `everything`: no filter is set, so that what is unique shows too. */
    constructor(comparison: Comparison, order: readonly number[], blind: boolean, everything: boolean) {
        this.#comparison = comparison;
        this.#order = order;
        this.#blind = blind;
        this.#everything = everything;
    }

    /** Shows other articles in the place of those that show. */
    turn(before: number, after: number): void {
        const [first, ...rest] = this.#nodes;
        for (const node of rest) node.remove();
        first?.replaceWith(...this.content(before, after));
    }

    content(before: number, after: number): HTMLElement[] {
        const heading = element('h2', 'finding-title');
        heading.textContent = text('coverage.articles');
        const row = element('div', 'row articles');
        for (const side of ['before', 'after'] as const) {
            const [index, beside] = side === 'before' ? [before, after] : [after, before];
            const of = this.#comparison.documents[index];
            const cell = element('article', `cell ${side}`);
            if (of && (side === 'before' || index !== beside)) cell.append(...this.#article(of, index, beside));
            row.append(cell);
        }
        this.#nodes = [heading, row];
        return this.#nodes;
    }

    #article(of: ComparedDocument, index: number, beside: number): HTMLElement[] {
        const label = element('p', 'version');
        label.append(outletNode(of, index, this.#blind));
        if (of.published) label.append(` · ${dateInWords(of.published)}`);
        const nodes: HTMLElement[] = [label];
        const whole = (tag: 'h2' | 'p', className: string, range: [number, number] | undefined) => {
            if (!range) return;
            const node = element(tag, className);
            node.dir = 'auto';
            node.textContent = of.text.slice(range[0], range[1]);
            nodes.push(node);
        };
        if (of.title_range) {
            const title = element('h3', 'title');
            title.dir = 'auto';
            title.textContent = of.text.slice(of.title_range[0], of.title_range[1]);
            nodes.push(title);
        }
        if (this.#blind && of.byline_range) {
            const hidden = element('p', 'byline');
            hidden.textContent = text('coverage.byline-hidden');
            nodes.push(hidden);
        } else {
            whole('p', 'byline', of.byline_range);
        }
        const kinds = this.#kinds(index, beside);
        let sentence = 0;
        for (const paragraph of of.paragraphs) {
            const node = element(paragraph.kind === 'heading' ? 'h4' : 'p', paragraph.kind);
            node.dir = 'auto';
            let at = paragraph.range[0];
            for (const [begin, end] of paragraph.sentences) {
                node.append(of.text.slice(at, begin));
                node.append(this.#marked(of.text.slice(begin, end), index, sentence, kinds[sentence]));
                at = end;
                ++sentence;
            }
            node.append(of.text.slice(at, paragraph.range[1]));
            nodes.push(node);
        }
        if (sentence === 0) nodes.push(note(text('coverage.no-sentence')));
        return nodes;
    }

    #marked(words: string, document: number, sentence: number, found: Found | undefined): Node | string {
        if (!found) return words;
        const node = element('span', `mark ${found.kind}`);
        node.dataset['document'] = String(document);
        node.dataset['sentence'] = String(sentence);
        if (found.claim >= 0) node.dataset['claim'] = String(found.claim);
        if (found.kind === 'differs' || found.kind === 'unique') node.append(said(`coverage.said.${found.kind}`));
        node.append(words);
        return node;
    }

    /** How each sentence of a document is marked beside another. */
    #kinds(index: number, beside: number): (Found | undefined)[] {
        const weight: Record<SentenceKind, number> = { differs: 3, shared: 2, elsewhere: 1, unique: 0 };
        const result: (Found | undefined)[] = [];
        if (this.#everything) {
            for (const { document, sentence } of this.#comparison.unique ?? []) {
                if (document === index) result[sentence] = { kind: 'unique', claim: -1 };
            }
        }
        for (const number of this.#order) {
            const claim = this.#comparison.claims?.[number];
            if (!claim) continue;
            for (const mention of claim.mentions as ClaimMention[]) {
                if (mention.document !== index) continue;
                const others = claim.mentions.filter((each) => each.document === beside) as ClaimMention[];
                const differs =
                    mention.relation === 'differs' ||
                    others.some((each) => each.relation === 'differs') ||
                    (others.length > 0 && contradicted(this.#comparison, { ...claim, mentions: others }, mention));
                const kind: SentenceKind = differs ? 'differs' : others.length > 0 ? 'shared' : 'elsewhere';
                const known = result[mention.sentence];
                if (!known || weight[kind] > weight[known.kind]) result[mention.sentence] = { kind, claim: number };
            }
        }
        return result;
    }
}
