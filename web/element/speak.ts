// Changes the interface's language, which may have to be loaded first.

import { interfaceLanguage, type Language, useStrings } from '../strings.ts';
import { loadTable } from './languages.ts';

/** The last wish: a table that comes late does not undo a later one. */
let wanted: Language = interfaceLanguage();

/** Resolves when the language is spoken. Where its table cannot be had, the old language stays. */
export async function speak(language: Language): Promise<void> {
    wanted = language;
    if (language === interfaceLanguage()) return;
    if (language === 'en') {
        useStrings('en', {});
        return;
    }
    const table = await loadTable(language).catch(() => undefined);
    if (table && wanted === language) useStrings(language, table);
}
