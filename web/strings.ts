// Every text of the interface, one table a language. `{name}` is replaced by a value; a key that ends in ".one" or ".other"
// is chosen by a number. web/build.mjs fills index.html from the same table.

export const english = {
    // The page
    'page.title': 'Twicetold: see how a story changed, and how it was told',
    'page.description':
        'Compare versions of a news article, or several outlets on one event, in your browser. Nothing you open leaves your computer.',
    'page.tagline': 'See how a story changed, and how it was told',
    'page.skip': 'Skip to the comparison',
    'page.samples': 'Examples',
    'page.own': 'Your own',
    'page.compose': 'Compare your own',
    'page.privacy': 'Nothing you open leaves your computer.',
    'page.drop': 'Or drop two or more text files here: they are compared, oldest first.',
    'page.keys': 'Keys: N next change, P previous change.',
    'page.keys.coverage': 'Keys: N next claim, P previous claim, B hides the outlets’ names.',
    'page.how': 'How to read it',
    'page.how.sides': 'Older on the left, newer on the right:',
    'page.legend': 'Meaning of the marks',
    'page.legend.removed': 'taken out',
    'page.legend.added': 'put in',
    'page.legend.moved': 'moved',
    'page.legend.shared': 'both say it',
    'page.legend.differs': 'they differ',
    'page.legend.unique': 'only one says it',
    'page.how.outlets': 'Two outlets side by side:',
    'page.noscript': 'Comparing texts in your browser needs JavaScript. Please allow it for this page, then reload.',
    'page.edit': 'Edit versions',
    'page.swap': 'Swap sides',
    'page.swap.all': 'Reverse the order',
    'page.shown.sample': '{description}',
    'page.shown.pasted.one': 'Your text',
    'page.shown.pasted.other': 'Your {count} versions',
    'page.shown.name': '{names} (by the dates in their names)',
    'page.shown.modified': '{names} (by when they were last changed)',
    'page.shown.given': '{names} (in the order given)',
    'page.shown.coverage': 'Your {count} articles',
    'page.edit.coverage': 'Edit articles',

    // Progress and status
    'work.title': 'Comparing…',
    'work.share': '{percent} %',
    'work.cancel': 'Cancel',
    'work.cancelled': 'Cancelled. Nothing was compared.',
    'status.dismiss': 'Dismiss',
    'status.identical': 'These versions are identical: nothing changed between them.',
    'status.layout': 'The words are the same: only spaces, line breaks or mark-up differ.',
    'status.swapped': 'The sides are swapped: {before} is now the older version.',
    'status.swapped.all': 'The order is reversed: {before} is now the oldest version.',

    // Compare your own
    'compose.title': 'Compare your own',
    'compose.close': 'Close',
    'compose.mode': 'Compare as',
    'compose.mode.versions': 'Versions of one article',
    'compose.mode.coverage': 'Different outlets on one event',
    'compose.intro': 'Paste two versions of an article, the older one first, or open them from files.',
    'compose.intro.coverage': 'Paste two or more outlets’ articles about one event, in any order, or open them from files.',
    'compose.outlet': 'Article {letter}',
    'compose.add.coverage': 'Add an article',
    'compose.field.source': 'Outlet',
    'compose.details.coverage': 'Outlet, title and date (optional)',
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
    'compose.blank': 'It is empty.',
    'compose.from-file': 'From the file {name}',
    'compose.large': 'Too long to edit here. Its beginning:',
    'compose.drop': 'Drop to compare',
    'compose.read': 'These articles are here. Compare them, or add more.',
    'compose.ordered.name': 'Oldest first, by the dates in the names. Check the order, then compare.',
    'compose.ordered.modified': 'Oldest first, by when the files were last changed. Check the order, then compare.',
    'compose.ordered.given': 'In the order given, the first as the oldest. Check the order, then compare.',
    'compose.moved': '{version} is now number {number} of {count}.',

    // Input that cannot be used
    'input.one-file': '{name} is here. Now add the version to compare it with.',
    'input.need-two': 'Two versions are needed. Paste the other one, or choose its file.',
    'input.all-empty': 'There is nothing to compare: these files are all empty.',
    'input.utf-16': '{name} was UTF-16, and is compared as the same text in UTF-8.',
    'input.html': '{name} is a saved web page, which cannot be read yet. Open it, copy the article’s text, and paste that.',
    'input.office': '{name} is a document of a word processor. Save it as plain text (.txt) there, or copy its text and paste it.',
    'input.pdf': '{name} is a PDF. Open it, copy its text, and paste that.',
    'input.zip': '{name} is an archive or an office file. Unpack it, or save it as plain text (.txt) first.',
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
    'viewer.pair-unavailable': 'These two versions cannot be compared here: their texts are not at hand.',
    'viewer.keys-unknown': 'The attribute “keys” names actions or keys that there are not: {keys}',
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
    'viewer.announce.cosmetic': '{kind}, cosmetic',
    'summary.noted': '{changes}, with a correction note',
    'summary.silent': '{changes}, no correction note',
    'summary.substantive': '{count} substantive',
    'summary.cosmetic': '{count} cosmetic',
    'summary.none': 'none substantive',
    'summary.moved.one': '{count} passage moved',
    'summary.moved.other': '{count} passages moved',
    'summary.layout': 'only spaces, line breaks or mark-up differ',
    'summary.ignored.one': '{count} difference ignored',
    'summary.ignored.other': '{count} differences ignored',
    'viewer.older': 'Older version',
    'viewer.newer': 'Newer version',
    'viewer.text': 'The comparison as text',
    'viewer.said.removed': 'removed: ',
    'viewer.said.added': 'added: ',
    'viewer.said.moved': 'moved: ',
    'find.label': 'Search both texts',
    'find.position': '{number} of {count}',
    'find.position.more': '{number} of {count}+',
    'find.none': 'No match',
    'find.previous': 'Previous match (Shift+Enter)',
    'find.next': 'Next match (Enter)',
    'find.close': 'Close the search (Escape)',
    'viewer.notices': 'About this comparison',

    // Coverage: several outlets on one event
    'coverage.outlet': 'Outlet {letter}',
    'coverage.blind': 'Hide the outlets’ names',
    'coverage.byline-hidden': 'Byline hidden',
    'coverage.next': 'Next claim',
    'coverage.previous': 'Previous claim',
    'coverage.position': 'Claim {number} of {count}',
    'coverage.count.none': 'No shared claim',
    'coverage.count.filtered-out': 'No claim passes the filter',
    'coverage.count.filtered': '{count} of {all} claims',
    'coverage.count.one': '{count} claim',
    'coverage.count.other': '{count} claims',
    'coverage.announce': 'Claim {number} of {count}: {claim}',
    'coverage.announce.says': 'Says this: {outlets}.',
    'coverage.announce.differs': 'Tells it differently: {outlets}.',
    'coverage.announce.omits': 'Does not say this: {outlets}.',
    'coverage.sort': 'Order of the claims',
    'coverage.sort.story': 'As the story goes',
    'coverage.sort.carriers': 'Most outlets first',
    'coverage.sort.disagreement': 'Disagreements first',
    'coverage.filter': 'Which findings are shown',
    'coverage.filter.all': 'Everything',
    'coverage.filter.agreeing': 'Agreeing',
    'coverage.filter.differing': 'Disagreeing',
    'coverage.filter.quoted': 'Quoted',
    'coverage.filter.copied': 'Copied',
    'coverage.filtered': 'Nothing passes the filter.',
    'coverage.one-article': 'There is only one article here. Add another outlet’s article to compare it with.',
    'coverage.no-sentence': 'This article has no sentence to compare.',
    'coverage.claims': 'Claims',
    'coverage.claims.caption': 'Who says, contradicts or omits which claim',
    'coverage.claims.none':
        'These articles have no claim in common, as far as their words show. They may not be about the same event.',
    'coverage.claim': 'Claim',
    'coverage.linked': 'Linked by {evidence}',
    'coverage.stance.says': 'says',
    'coverage.stance.differs': 'differs',
    'coverage.stance.omits': 'omits',
    'coverage.difference.figure': 'another figure',
    'coverage.difference.negation': 'one says it, one denies it',
    'coverage.difference.roles': 'who did it to whom is swapped',
    'coverage.difference.ledger': 'the figures disagree',
    'coverage.quotations': 'Quotations',
    'coverage.quotations.none': 'No quotation stands in two of these articles.',
    'coverage.speaker.unknown': 'Speaker not named',
    'coverage.fidelity.full': 'in full',
    'coverage.fidelity.truncated': 'cut short',
    'coverage.fidelity.altered': 'other words',
    'coverage.fidelity.paraphrase': 'retold, not quoted',
    'coverage.figures': 'Figures',
    'coverage.figures.caption': 'Quantities that several outlets give, and whether they agree',
    'coverage.figures.none': 'No quantity is given in two of these articles.',
    'coverage.quantity': 'Quantity',
    'coverage.verdict': 'Verdict',
    'coverage.outlet-column': 'Outlet',
    'coverage.value': 'Value',
    'coverage.sentence': 'Sentence',
    'coverage.agree': 'agree',
    'coverage.disagree': 'disagree',
    'coverage.copied': 'Copied passages',
    'coverage.copied.none': 'No passage is taken over word for word, or nearly so.',
    'coverage.copied.share': '{percent} % of its words are copied',
    'coverage.copied.verbatim': '{words} words in {outlets} outlets, word for word: one origin',
    'coverage.copied.edited': '{words} words in {outlets} outlets, lightly edited: one origin',
    'coverage.unique': 'Only here',
    'coverage.unique.none': 'Nothing that the others lack.',
    'coverage.words': 'Words that set an outlet apart',
    'coverage.words.none': 'No word is much commoner in one of these articles than in the others.',
    'coverage.openings': 'Headlines and first paragraphs',
    'coverage.openings.none': 'This article has no text.',
    'coverage.articles': 'The two articles side by side',
    'coverage.said.differs': 'told differently: ',
    'coverage.said.unique': 'only here: ',

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
