// The tables of other languages than English, as files beside this script, each loaded when it is first wanted. The one-file page
// replaces this module by languages_inline.ts.

import type { Language, StringTable } from '../strings.ts';

export async function loadTable(language: Language): Promise<StringTable> {
    const response = await fetch(new URL(`i18n/${language}.json`, import.meta.url));
    if (!response.ok) throw new Error(`i18n/${language}.json: ${response.status}`);
    return (await response.json()) as StringTable;
}
