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
}

export interface ReadFiles {
    versions: Version[];
    /** Sentences, one for each file that could not be used. */
    problems: string[];
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
    return { name: '', bytes: undefined, text: '', excerpt: false, title: '', published: '', source: '' };
}

/** Reads files, ordered by their names as a person would order them: "v2" before "v10". */
export async function readFiles(files: readonly File[]): Promise<ReadFiles> {
    const order = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
    const sorted = [...files].sort((a, b) => order.compare(a.name, b.name));
    const result: ReadFiles = { versions: [], problems: [] };
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
    if (file.size > MAX_DOCUMENT_BYTES) return text('input.too-large', { name });
    let bytes: Uint8Array;
    try {
        bytes = new Uint8Array(await file.arrayBuffer());
    } catch {
        return text('input.unreadable', { name });
    }
    bytes = asUtf8(bytes);
    if (isBlank(bytes)) return text('input.empty', { name });
    if (looksBinary(bytes)) return text('input.binary', { name });
    const excerpt = bytes.byteLength > EDITABLE_BYTES;
    const shown = new TextDecoder().decode(excerpt ? bytes.subarray(0, EXCERPT_CHARACTERS) : bytes);
    return { name, bytes, text: excerpt ? `${shown}…` : shown, excerpt, title: '', published: '', source: '' };
}

/** Windows' editors save "Unicode" as UTF-16 with a mark in front. Everything else is left as it is. */
function asUtf8(bytes: Uint8Array): Uint8Array {
    const encoding =
        bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : '';
    return encoding ? new TextEncoder().encode(new TextDecoder(encoding).decode(bytes)) : bytes;
}

function isBlank(bytes: Uint8Array): boolean {
    if (bytes.byteLength > SNIFFED_BYTES) return false;
    return new TextDecoder().decode(bytes).trim() === '';
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

export function isEmptyVersion(version: Version): boolean {
    return version.bytes === undefined && version.text.trim() === '';
}

export function countWords(words: string): number {
    return words.match(/\S+/g)?.length ?? 0;
}
