// The example stories in the one-file page.

import stories from 'inline:samples';

import type { DocumentInput } from '../engine/types.ts';
import { type Sample, sampleDocument } from './samples.ts';

export type { Sample };

export function listSamples(): Promise<Sample[]> {
    return Promise.resolve(stories.samples);
}

export function loadSample(sample: Sample): Promise<DocumentInput[]> {
    const encoder = new TextEncoder();
    return Promise.resolve(
        sample.documents.map(({ id, file, published, source }) =>
            sampleDocument(sample, { id, published, source }, encoder.encode(stories.texts[`${sample.id}/${file}`])),
        ),
    );
}
