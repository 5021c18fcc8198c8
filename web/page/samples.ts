// The example stories, as files beside the page. The one-file page replaces this module by samples_inline.ts.

import type { DocumentInput, Mode } from '../engine/types.ts';

/** samples/index.json, which web/build.mjs makes of assets/samples. */
export interface Sample {
    id: string;
    title: string;
    description: string;
    mode: Mode;
    language: string;
    documents: { id: string; file: string; published: string; source: string }[];
}

export async function listSamples(): Promise<Sample[]> {
    const response = await fetch(new URL('samples/index.json', import.meta.url));
    if (!response.ok) throw new Error(`samples/index.json: ${response.status}`);
    return (await response.json()) as Sample[];
}

export async function loadSample(sample: Sample): Promise<DocumentInput[]> {
    return Promise.all(
        sample.documents.map(async ({ id, file, published, source }) => {
            const response = await fetch(new URL(`samples/${sample.id}/${file}`, import.meta.url));
            if (!response.ok) throw new Error(`${file}: ${response.status}`);
            return sampleDocument(sample, { id, published, source }, new Uint8Array(await response.arrayBuffer()));
        }),
    );
}

export function sampleDocument(
    sample: Sample,
    document: { id: string; published: string; source: string },
    bytes: Uint8Array,
): DocumentInput {
    return {
        ...document,
        // One tag says what a text is in; "several languages" says nothing.
        ...(sample.language && sample.language !== 'mul' ? { language: sample.language } : {}),
        format: 'markdown',
        bytes,
    };
}
