// The shapes that cross the border: what is asked of the engine and what it answers. The answer is the JSON of
// docs/comparison.schema.json. Positions are UTF-16 offsets, as JavaScript counts, unless asked otherwise.

export type Mode = 'versions' | 'coverage';

/** How a text is read. `auto` goes by the document's name (".md" is Markdown) and takes the rest as plain text. */
export type TextFormat = 'auto' | 'text' | 'markdown';

export type IgnoreName =
    | 'quotes'
    | 'dashes'
    | 'ellipsis'
    | 'whitespace'
    | 'invisible'
    | 'case'
    | 'diacritics'
    | 'punctuation'
    | 'hyphenation';

export type PositionEncoding = 'utf-8' | 'utf-16' | 'utf-32';

/** One version of an article. Exactly one of `text`, `bytes` and `paragraphs` carries what it says. */
export interface DocumentInput {
    /** The caller's name for it, for example a file name. */
    id?: string;
    title?: string;
    byline?: string;
    /** ISO 8601. */
    published?: string;
    /** The outlet, an address or a path. */
    source?: string;
    /** BCP 47. */
    language?: string;
    format?: TextFormat;
    text?: string;
    /** UTF-8. What is not valid is replaced, and a warning says so. */
    bytes?: Uint8Array;
    /** Paragraphs of sentences, taken as they stand. */
    paragraphs?: readonly (readonly string[])[];
}

export interface CompareOptions {
    mode?: Mode;
    ignore?: readonly IgnoreName[];
    language?: string;
    /** Work units before the result becomes coarser (and says so). 0: the default. */
    budget?: number;
    /** With three or more versions, also compare the first with the last. */
    firstToLast?: boolean;
    /** In the mode 'coverage': also rank every two sentences that are alike. */
    pairs?: boolean;
    positionEncoding?: PositionEncoding;
}

/** Word vectors for coverage in English, as tools/build_vectors.mjs makes them: the bytes of its files. */
export interface VectorFiles {
    table: Uint8Array;
    words: Uint8Array;
    synonyms?: Uint8Array;
}

export interface Warning {
    code: string;
    message: string;
}

export type ParagraphKind = 'paragraph' | 'heading' | 'list-item' | 'quote' | 'caption';

export interface Paragraph {
    kind: ParagraphKind;
    range: [begin: number, end: number];
    sentences: [begin: number, end: number][];
}

export interface ComparedDocument {
    id: string;
    title: string;
    byline: string;
    published: string;
    source: string;
    language: string;
    title_range?: [begin: number, end: number];
    byline_range?: [begin: number, end: number];
    paragraphs: Paragraph[];
    text: string;
}

export type Relation = 'same' | 'edited' | 'rewritten' | 'split' | 'merged' | 'added' | 'removed';

export interface AlignmentGroup {
    /** Sentence indexes; the title is -1, the byline -2. */
    before: number[];
    after: number[];
    relation: Relation;
    reason: 'identical' | 'similar' | 'context' | 'none';
    moved: boolean;
    move?: string;
    similarity: number;
}

export type ChangeKind =
    | 'figure'
    | 'date'
    | 'name'
    | 'quote'
    | 'attribution'
    | 'hedge'
    | 'negation'
    | 'wording'
    | 'spelling'
    | 'punctuation'
    | 'typography'
    | 'headline'
    | 'byline'
    | 'addition'
    | 'removal'
    | 'move'
    | 'correction-note';

export interface ChangeSide {
    sentence: number;
    begin: number;
    end: number;
    text: string;
}

export interface Change {
    id: string;
    kind: ChangeKind;
    significance: 'substantive' | 'cosmetic';
    group?: number;
    move?: string;
    before: ChangeSide | null;
    after: ChangeSide | null;
}

export type TextRange = [begin: number, end: number];

export type Edit =
    | ['=', before: string, after?: string]
    | ['-', text: string, detail?: { move?: string }]
    | [
          '+',
          text: string,
          detail?: {
              move?: string;
              /** What was replaced inside the moved passage. */
              inner?: [before: string, after: string][];
              /** Where that stands, in the same order. */
              inner_at?: [before: TextRange, after: TextRange][];
          },
      ];

export interface Step {
    before: number;
    after: number;
    summary: string;
    correction_note: boolean;
    ignored: number;
    alignment: AlignmentGroup[];
    moves: { id: string; before: number[]; after: number[] }[];
    changes: Change[];
    edits: Edit[];
}

export interface Claim {
    id: string;
    /** `differs`: about the same thing, but another number, a negation or another subject. Never shown as agreeing. */
    mentions: {
        document: number;
        sentence: number;
        relation: 'same' | 'differs';
        /** Why it differs: another number, a negation, who did it to whom. */
        difference?: 'figure' | 'negation' | 'roles';
    }[];
    similarity: number;
    /** How many of its outlets do not only reprint another's text. */
    origins: number;
    evidence: { kind: string; text: string }[];
}

export type Fidelity = 'full' | 'truncated' | 'altered' | 'paraphrase';

export interface Quotation {
    id: string;
    speaker: string | null;
    mentions: { document: number; sentence: number; begin: number; end: number; text: string; fidelity: Fidelity; speaker?: string }[];
}

export interface Figure {
    id: string;
    quantity: string;
    agree: boolean;
    mentions: {
        document: number;
        sentence: number;
        begin: number;
        end: number;
        text: string;
        value: number | null;
        /** The upper end of a range. */
        value_high?: number;
        unit: string | null;
        approximate: boolean;
        /** Where not all agree: mentions of one camp agree with each other, those of different camps do not. */
        camp?: number;
    }[];
}

export interface CopiedPassage {
    id: string;
    words: number;
    verbatim: boolean;
    mentions: { document: number; first_sentence: number; last_sentence: number }[];
}

export interface SentencePlace {
    document: number;
    sentence: number;
}

/** A word that sets one outlet apart from the others. */
export interface DistinctiveTerm {
    document: number;
    term: string;
    z: number;
    sentences: number[];
}

export interface Comparison {
    format: 'twicetold-comparison';
    version: 1;
    mode: Mode;
    position_encoding: PositionEncoding;
    options: { ignore: IgnoreName[]; language: string; budget: number; first_to_last: boolean };
    warnings: Warning[];
    degraded: boolean;
    documents: ComparedDocument[];
    /** In the mode 'versions'; a coverage has none. */
    steps?: Step[];
    /** In the mode 'coverage', as all that follows. */
    claims?: Claim[];
    quotes?: Quotation[];
    figures?: Figure[];
    copied?: CopiedPassage[];
    /** The share of each document that is copied, 0 to 1. */
    copied_share?: number[];
    unique?: { document: number; sentence: number }[];
    terms?: DistinctiveTerm[];
    /** On request: every two sentences that are alike, the likeliest to be about the same event first. */
    pairs?: { mentions: [SentencePlace, SentencePlace]; likeness: number }[];
}

/** What every failure of this package is: a stable code and a sentence a reader can act on. */
export class TwicetoldError extends Error {
    readonly code: string;

    constructor(code: string, message: string) {
        super(message);
        this.name = 'TwicetoldError';
        this.code = code;
    }
}
