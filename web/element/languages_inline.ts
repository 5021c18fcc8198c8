// The tables of other languages than English in the one-file page.

import tables from 'inline:languages';

import type { Language, StringTable } from '../strings.ts';

export function loadTable(language: Language): Promise<StringTable> {
    return Promise.resolve(tables[language] ?? {});
}
