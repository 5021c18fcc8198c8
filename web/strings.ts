// Every text of the interface, one table a language. `{name}` is replaced by a value; a key that ends in ".one" or ".other"
// is chosen by a number. web/build.mjs fills index.html from the same table.

export const english = {
    // The page
    'page.title': 'Twicetold: see how a story changed',
    'page.description':
        'Compare versions of a news article side by side, in your browser. Nothing you open leaves your computer.',
    'page.tagline': 'See how a story changed',
    'page.skip': 'Skip to the comparison',
    'page.samples': 'Examples',
    'page.own': 'Your versions',
    'page.compose': 'Compare your own',
    'page.privacy': 'Nothing you open leaves your computer.',
    'page.drop': 'You can also drop text files anywhere on this page.',
    'page.keys': 'Keys: N next change, P previous change.',
    'page.how': 'How to read it',
    'page.how.sides': 'Older on the left, newer on the right:',
    'page.legend': 'Meaning of the marks',
    'page.legend.removed': 'taken out',
    'page.legend.added': 'put in',
    'page.legend.moved': 'moved',
    'page.noscript': 'Comparing texts in your browser needs JavaScript. Please allow it for this page, then reload.',
    'page.edit': 'Edit versions',
    'page.swap': 'Swap sides',
    'page.shown.sample': '{description}',
    'page.shown.pasted.one': 'Your text',
    'page.shown.pasted.other': 'Your {count} versions',

    // Progress and status
    'work.title': 'Comparing…',
    'work.share': '{percent} %',
    'work.cancel': 'Cancel',
    'work.cancelled': 'Cancelled. Nothing was compared.',
    'status.dismiss': 'Dismiss',
    'status.identical': 'These versions are identical: nothing changed between them.',
    'status.swapped': 'The sides are swapped: {before} is now the older version.',

    // Compare your own
    'compose.title': 'Compare your own',
    'compose.close': 'Close',
    'compose.intro': 'Paste two versions of an article, the older one first, or open them from files.',
    'compose.files': 'Choose files…',
    'compose.files.hint': 'Text or Markdown (.txt, .md). Two or more, or drop them here.',
    'compose.older': 'Older version',
    'compose.newer': 'Newer version',
    'compose.nth': 'Version {number}',
    'compose.oldest': 'Version {number}, oldest',
    'compose.newest': 'Version {number}, newest',
    'compose.placeholder': 'Paste the text here',
    'compose.details': 'Title and date (optional)',
    'compose.field.title': 'Title',
    'compose.field.date': 'Date',
    'compose.text': 'Text of {version}',
    'compose.earlier': 'Move {version} earlier',
    'compose.later': 'Move {version} later',
    'compose.remove': 'Remove {version}',
    'compose.swap': 'Swap the two',
    'compose.add': 'Add a version',
    'compose.submit': 'Compare',
    'compose.words.one': '{count} word',
    'compose.words.other': '{count} words',
    'compose.from-file': 'From the file {name}',
    'compose.large': 'Too long to edit here. Its beginning:',
    'compose.drop': 'Drop to compare',
    'compose.ordered': 'Ordered by name, the first as the oldest. Check the order, then compare.',
    'compose.moved': '{version} is now number {number} of {count}.',

    // Input that cannot be used
    'input.one-file': '{name} is here. Now add the version to compare it with.',
    'input.need-two': 'Two versions are needed. Paste the other one, or choose its file.',
    'input.empty': '{name} is empty. Paste its text, or choose another file.',
    'input.binary': '{name} is not a text file. Save it as plain text (.txt or .md) first, or paste its text.',
    'input.too-large': '{name} is larger than 32 MB, which is more than can be compared here.',
    'input.unreadable': '{name} could not be read. It may have been moved or deleted.',
    'input.too-many': 'At most {count} versions can be compared at once.',

    // The element
    'viewer.label': 'Comparison, side by side',
    'viewer.description': 'N or F7 for the next change, P or Shift+F7 for the previous one. The same as text follows.',
    'viewer.role': 'comparison',
    'viewer.empty': 'Nothing to compare yet.',
    'viewer.loading': 'Loading…',
    'viewer.no-webgl':
        'Your browser cannot draw the interactive view here (it needs WebGL 2). This is the same comparison as plain text.',
    'viewer.next': 'Next change',
    'viewer.previous': 'Previous change',
    'viewer.versions': 'Versions shown',
    'viewer.step': '{before} → {after}',
    'viewer.position': 'Change {number} of {count}',
    'viewer.announce': 'Change {number} of {count}: {kind}, {change}',
    'viewer.announce.replaced': '{before} → {after}',
    'viewer.announce.added': 'added: {after}',
    'viewer.announce.removed': 'removed: {before}',
    'viewer.announce.moved': 'moved: {after}',
    'viewer.count.none': 'No changes',
    'viewer.count.one': '{count} change',
    'viewer.count.other': '{count} changes',
    'viewer.older': 'Older version',
    'viewer.newer': 'Newer version',
    'viewer.text': 'The comparison as text',
    'viewer.said.removed': 'removed: ',
    'viewer.said.added': 'added: ',
    'viewer.said.moved': 'moved: ',
    'viewer.notices': 'About this comparison',

    // Kinds of change
    'kind.figure': 'figure',
    'kind.date': 'date',
    'kind.name': 'name',
    'kind.quote': 'quotation',
    'kind.attribution': 'attribution',
    'kind.hedge': 'degree of certainty',
    'kind.negation': 'negation',
    'kind.wording': 'wording',
    'kind.spelling': 'spelling',
    'kind.punctuation': 'punctuation',
    'kind.typography': 'typography',
    'kind.headline': 'headline',
    'kind.byline': 'byline',
    'kind.addition': 'addition',
    'kind.removal': 'removal',
    'kind.move': 'moved passage',
    'kind.correction-note': 'correction note',
} as const;

export type StringKey = keyof typeof english;
type PluralKey<K = StringKey> = K extends `${infer Base}.other` ? Base : never;
type Values = Record<string, string | number>;

let table: Record<StringKey, string> = english;
let language = 'en';
let plurals = new Intl.PluralRules(language);
let numbers = new Intl.NumberFormat(language);

/** Changes the language of all texts asked for from now on. */
export function useStrings(tag: string, strings: Record<StringKey, string>): void {
    table = strings;
    language = tag;
    plurals = new Intl.PluralRules(tag);
    numbers = new Intl.NumberFormat(tag);
}

/** The language of the texts, as BCP 47. */
export function interfaceLanguage(): string {
    return language;
}

export function text(key: StringKey, values: Values = {}): string {
    return table[key].replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = values[name];
        if (value === undefined) return whole;
        return typeof value === 'number' ? numbers.format(value) : value;
    });
}

/** The form of `key` for a number, which is also its value `count`. */
export function counted(key: PluralKey, count: number): string {
    const form = `${key}.${plurals.select(count)}`;
    return text((form in table ? form : `${key}.other`) as StringKey, { count });
}
