// The texts of the interface, from the tables in assets/i18n: one a language, English built in. `{name}` is replaced by a
// value; a key that ends in ".one", ".other" and the like is chosen by a number. The canvas' module gets the same tables.
//
// A page speaks one language at a time, with all its viewers: that which was asked for last.

import english from '../assets/i18n/en.json';

export type StringKey = keyof typeof english;
type PluralKey<K = StringKey> = K extends `${infer Base}.other` ? Base : never;
type Values = Record<string, string | number>;
/** Keys that a table lacks are said in English. */
export type StringTable = Readonly<Record<string, string>>;

/** The languages there are tables for, and the names their speakers call them by. */
export const LANGUAGES = { en: 'English', fr: 'Français', de: 'Deutsch', es: 'Español', ar: 'العربية' } as const;
export type Language = keyof typeof LANGUAGES;
const RIGHT_TO_LEFT: ReadonlySet<string> = new Set<Language>(['ar']);

interface Spoken {
    language: Language;
    table: StringTable;
    plurals: Intl.PluralRules;
    numbers: Intl.NumberFormat;
}

const spokenWith = (language: Language, table: StringTable): Spoken => ({
    language,
    table: { ...english, ...table },
    plurals: new Intl.PluralRules(language),
    // Western digits in Arabic too, as on the canvas.
    numbers: new Intl.NumberFormat(language === 'ar' ? 'ar-u-nu-latn' : language),
});

let spoken = spokenWith('en', {});

/** Tells of a "change" of the language. */
export const languageChanges = new EventTarget();

/** Changes the language of all texts asked for from now on. */
export function useStrings(language: Language, table: StringTable): void {
    if (language === spoken.language) return;
    spoken = spokenWith(language, table);
    languageChanges.dispatchEvent(new Event('change'));
}

export function interfaceLanguage(): Language {
    return spoken.language;
}

export function interfaceDirection(): 'ltr' | 'rtl' {
    return RIGHT_TO_LEFT.has(spoken.language) ? 'rtl' : 'ltr';
}

/** The first of the BCP 47 tags for which there is a table, by its language alone; English where there is none. */
export function bestLanguage(tags: readonly (string | null | undefined)[]): Language {
    for (const tag of tags) {
        const language = tag?.toLowerCase().split(/[-_]/)[0] ?? '';
        if (Object.hasOwn(LANGUAGES, language)) return language as Language;
    }
    return 'en';
}

export function text(key: StringKey, values: Values = {}): string {
    return filled(spoken.table[key] ?? '', values);
}

/** The form of `key` for a number, which is also its value `count`. */
export function counted(key: PluralKey, count: number, values: Values = {}): string {
    const form = `${key}.${spoken.plurals.select(count)}`;
    return filled(spoken.table[form] ?? spoken.table[`${key}.other`] ?? '', { count, ...values });
}

/** "A, B, C" */
export function listed(parts: readonly string[]): string {
    return parts.join(text('list.separator'));
}

/** What the canvas' module reads: a line a text, its key, a tab, the text. */
export function stringLines(): string {
    return Object.entries(spoken.table)
        .map(([key, words]) => `${key}\t${words}\n`)
        .join('');
}

function filled(sentence: string, values: Values): string {
    const isolates = interfaceDirection() === 'rtl';
    return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = values[name];
        if (value === undefined) return whole;
        if (typeof value === 'number') return spoken.numbers.format(value);
        // So that a name in Latin letters does not turn its sentence around (UAX #9).
        return isolates ? `\u2068${value}\u2069` : value;
    });
}
