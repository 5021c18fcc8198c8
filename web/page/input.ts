// What a reader gives the page to compare: pasted text or files, checked before anything is done with them.

import { MAX_DOCUMENT_BYTES } from '../engine/module.ts';
import type { DocumentInput } from '../engine/types.ts';
import { text } from '../strings.ts';

/** One version, or one outlet's article, as it stands in the dialog. */
export interface Version {
    /** The file's name; empty for pasted text. */
    name: string;
    /** The file as it is. Undefined for pasted text, and once the reader edits it. */
    bytes: Uint8Array | undefined;
    /** What the reader sees: the text, or the beginning of one too long to edit. */
    text: string;
    /** `text` is only the beginning. */
    excerpt: boolean;
    title: string;
    published: string;
    /** The outlet, where outlets are compared. */
    source: string;
    /** What the reader should know of how the file was read. */
    note: string;
}

/** What the order of files was taken from. */
export type FileOrder = 'name' | 'modified' | 'given';

export interface ReadFiles {
    versions: Version[];
    /** Sentences, one for each file that could not be used. */
    problems: string[];
    order: FileOrder;
}

/** More than this is slow to edit in a text field. */
const EDITABLE_BYTES = 400_000;
const EXCERPT_CHARACTERS = 4000;
/** The beginning of a file, which shows what it is. */
const SNIFFED_BYTES = 65_536;
/** Control characters, and their share, above which bytes are no text. The engine looks again, and more closely. */
const BINARY_SIGNS = 8;
const BINARY_SHARE = 0.02;

export const MAX_VERSIONS = 20;

export function emptyVersion(): Version {
    return { name: '', bytes: undefined, text: '', excerpt: false, title: '', published: '', source: '', note: '' };
}

/** Reads files, the oldest first. */
export async function readFiles(files: readonly File[]): Promise<ReadFiles> {
    const { sorted, order } = oldestFirst(files);
    const result: ReadFiles = { versions: [], problems: [], order };
    for (const file of sorted) {
        if (result.versions.length === MAX_VERSIONS) {
            result.problems.push(text('input.too-many', { count: MAX_VERSIONS }));
            break;
        }
        const read = await readFile(file);
        if (typeof read === 'string') result.problems.push(read);
        else result.versions.push(read);
    }
    return result;
}

/** A version, or a sentence that says why not. */
async function readFile(file: File): Promise<Version | string> {
    const name = file.name;
    if (file.size > MAX_DOCUMENT_BYTES) return text('input.too-large', { name, megabytes: MAX_DOCUMENT_BYTES >> 20 });
    let bytes: Uint8Array;
    try {
        bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
        return text('input.unreadable', { name });
    }
    const kind = kindOf(name, bytes);
    if (kind) return text(`input.${kind}`, { name });
    const utf8 = asUtf8(bytes);
    const note = utf8 === bytes ? '' : text('input.utf-16', { name });
    bytes = utf8;
    if (looksBinary(bytes)) return text('input.binary', { name });
    const excerpt = bytes.byteLength > EDITABLE_BYTES;
    const shown = new TextDecoder().decode(excerpt ? bytes.subarray(0, EXCERPT_CHARACTERS) : bytes);
    return { name, bytes, text: excerpt ? `${shown}…` : shown, excerpt, title: '', published: '', source: '', note };
}

/** What a file is that holds no text of its own, by its name and its first bytes. Undefined: it may be text. */
function kindOf(name: string, bytes: Uint8Array): 'html' | 'office' | 'pdf' | 'zip' | undefined {
    const extension = /\.(\w+)$/.exec(name.toLowerCase())?.[1] ?? '';
    const begins = (signature: string) => [...signature].every((sign, at) => bytes[at] === sign.charCodeAt(0));
    if (/^(docx?|odt|rtf|pages)$/.test(extension)) return 'office';
    if (extension === 'pdf' || begins('%PDF-')) return 'pdf';
    if (extension === 'zip' || begins('PK\x03\x04')) return 'zip';
    if (/^(x?html?|mhtml?)$/.test(extension)) return 'html';
    return undefined;
}

/** By a date in the name where all have one; else by when they were last changed; else as they came. */
function oldestFirst(files: readonly File[]): { sorted: File[]; order: FileOrder } {
    const dates = new Map(files.map((file) => [file, dateInName(file.name)]));
    const distinct = (values: unknown[]) => new Set(values).size > 1;
    const dated = [...dates.values()].every((date) => date !== '') && distinct([...dates.values()]);
    const changed = distinct(files.map(({ lastModified }) => lastModified));
    const sorted = [...files].sort((a, b) => {
        const [one = '', two = ''] = dated ? [dates.get(a), dates.get(b)] : [];
        return one < two ? -1 : one > two ? 1 : a.lastModified - b.lastModified;
    });
    return { sorted, order: dated ? 'name' : changed ? 'modified' : 'given' };
}

/** "story_2026-03-04T0612.txt" → "202603040612"; empty without a date. */
export function dateInName(name: string): string {
    const date =
        /(?<!\d)((?:19|20)\d\d)[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?:[T_ -]?([01]\d|2[0-3])[-_.:h]?([0-5]\d)(?:[-_.:]?([0-5]\d))?)?(?!\d)/i;
    return date.exec(name)?.slice(1).join('') ?? '';
}

/** Windows' editors save "Unicode" as UTF-16 with a mark in front. Everything else is left as it is. */
function asUtf8(bytes: Uint8Array): Uint8Array {
    const encoding =
        bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : '';
    return encoding ? new TextEncoder().encode(new TextDecoder(encoding).decode(bytes)) : bytes;
}

function looksBinary(bytes: Uint8Array): boolean {
    const start = bytes.subarray(0, SNIFFED_BYTES);
    let control = 0;
    for (const byte of start) {
        const space = (byte >= 0x09 && byte <= 0x0d) || byte === 0x1b;
        if (byte < 0x20 && !space) ++control;
    }
    return control > Math.max(BINARY_SIGNS, start.byteLength * BINARY_SHARE);
}

/** What the engine is asked to compare. */
export function documentOf(version: Version): DocumentInput {
    return {
        // Pasted text has no name; where one is needed, it is "Version 2".
        id: version.name,
        ...(version.title ? { title: version.title } : {}),
        ...(version.published ? { published: version.published } : {}),
        ...(version.source ? { source: version.source } : {}),
        ...(version.bytes ? { bytes: version.bytes } : { text: version.text }),
    };
}

/** Nothing was put in: neither a file, be it empty, nor words. */
export function isEmptyVersion(version: Version): boolean {
    return version.bytes === undefined && version.text.trim() === '';
}

/** It holds no words. A file may. */
export function isBlank(version: Version): boolean {
    return version.text.trim() === '';
}

export function countWords(words: string): number {
    return words.match(/\S+/g)?.length ?? 0;
}
