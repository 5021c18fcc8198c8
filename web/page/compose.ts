// The dialog in which a reader puts together what to compare: pasted texts, files, in their order.

import { outletLetter } from '../element/coverage_model.ts';
import type { Mode } from '../engine/types.ts';
import { counted, text } from '../strings.ts';
import {
    countWords,
    emptyVersion,
    type FileOrder,
    isBlank,
    isEmptyVersion,
    MAX_VERSIONS,
    type ReadFiles,
    readFiles,
    type Version,
} from './input.ts';
import { byId } from './page_elements.ts';

export interface ComposeHost {
    /** The reader wants these compared: versions, oldest first, or outlets' articles. */
    compare(versions: Version[], mode: Mode, order?: FileOrder): void;
}

export class Compose {
    readonly #host: ComposeHost;
    readonly #dialog = byId('compose', HTMLDialogElement);
    readonly #list = byId('compose-versions', HTMLOListElement);
    readonly #status = byId('compose-status', HTMLParagraphElement);
    readonly #input = byId('compose-input', HTMLInputElement);
    readonly #add = byId('compose-add', HTMLButtonElement);
    readonly #swap = byId('compose-swap', HTMLButtonElement);
    readonly #modes: Record<Mode, HTMLInputElement> = {
        versions: byId('compose-mode-versions', HTMLInputElement),
        coverage: byId('compose-mode-coverage', HTMLInputElement),
    };
    #versions: Version[] = [emptyVersion(), emptyVersion()];
    /** Files are being read: only what was dropped last counts. */
    #reading = 0;

    constructor(host: ComposeHost) {
        this.#host = host;
        byId('compose-form', HTMLFormElement).addEventListener('submit', (event) => {
            event.preventDefault();
            this.#submit();
        });
        byId('compose-close', HTMLButtonElement).addEventListener('click', () => this.#dialog.close());
        byId('compose-files', HTMLButtonElement).addEventListener('click', () => this.#input.click());
        this.#input.addEventListener('change', () => {
            const files = [...(this.#input.files ?? [])];
            // So that choosing the same file again is noticed.
            this.#input.value = '';
            void this.open(files);
        });
        this.#add.addEventListener('click', () => {
            this.#versions.push(emptyVersion());
            this.#render();
            this.#focusText(this.#versions.length - 1);
        });
        this.#swap.addEventListener('click', () => {
            this.#versions.reverse();
            this.#render();
            this.#swap.focus();
        });
        for (const choice of Object.values(this.#modes)) choice.addEventListener('change', () => this.#render());
        this.#render();
    }

    get mode(): Mode {
        return this.#modes.coverage.checked ? 'coverage' : 'versions';
    }

    set mode(mode: Mode) {
        this.#modes[mode].checked = true;
        this.#render();
    }

    /** After a change of the language. */
    relabel(): void {
        this.#render();
    }

    get isOpen(): boolean {
        return this.#dialog.open;
    }

    /** Opens the dialog, with what is in it and what is in the files. */
    async open(files: readonly File[] = []): Promise<void> {
        this.#put(files, await readFiles(files));
    }

    /**
     * Files that were dropped on the page. Two or more are compared at once, in place of what shows; whatever else comes
     * is put in the dialog.
     */
    async drop(files: readonly File[]): Promise<void> {
        const reading = ++this.#reading;
        const read = await readFiles(files);
        if (reading !== this.#reading) return;
        const { versions, problems, order } = read;
        if (this.#dialog.open || versions.length < 2 || problems.length > 0 || versions.every(isBlank)) {
            this.#put(files, read);
            return;
        }
        // They are at hand in the dialog if they cannot be compared.
        this.versions = versions;
        this.#host.compare(versions, this.mode, order);
    }

    #put(files: readonly File[], { versions, problems, order }: ReadFiles): void {
        if (versions.length > 0) this.#take(versions, problems);
        if (!this.#dialog.open) {
            this.#say('');
            this.#dialog.showModal();
        }
        if (files.length === 0) {
            this.#focusFirstEmpty();
            return;
        }
        const used = this.#versions.filter((version) => !isEmptyVersion(version));
        if (problems.length > 0) {
            this.#say(problems.join(' '), true);
        } else if (used.length > 1 && used.every(isBlank)) {
            this.#say(text('input.all-empty'), true);
        } else if (used.length < 2) {
            this.#say(text('input.one-file', { name: used[0]?.name || text('viewer.older') }));
        } else {
            this.#say(text(this.mode === 'coverage' ? 'compose.read' : `compose.ordered.${order}`));
        }
        if (used.length < 2) this.#focusFirstEmpty();
        else byId('compose-form', HTMLFormElement).querySelector<HTMLElement>('[type="submit"]')?.focus();
    }

    /** Puts versions in, as if they had been pasted. */
    set versions(versions: Version[]) {
        this.#versions = versions.map((version) => ({ ...version }));
        while (this.#versions.length < 2) this.#versions.push(emptyVersion());
        this.#render();
    }

    /** Forgets what is in it: it has been compared. */
    clear(): void {
        this.versions = [];
    }

    /**
     * Adds files to what is in the open dialog, or to the one file that waits for its second. Several files that are
     * dropped on the page itself are a comparison of their own.
     */
    #take(versions: Version[], problems: string[]): void {
        const present = this.#versions.filter((version) => !isEmptyVersion(version));
        const kept = this.#dialog.open || (present.length === 1 && versions.length === 1) ? present : [];
        this.#versions = [...kept, ...versions];
        if (this.#versions.length > MAX_VERSIONS) {
            this.#versions.length = MAX_VERSIONS;
            problems.push(text('input.too-many', { count: MAX_VERSIONS }));
        }
        while (this.#versions.length < 2) this.#versions.push(emptyVersion());
        this.#render();
    }

    #submit(): void {
        const used = this.#versions.filter((version) => !isEmptyVersion(version));
        if (used.length < 2) {
            this.#say(text('input.need-two'), true);
            this.#focusFirstEmpty();
            return;
        }
        if (used.every(isBlank)) {
            this.#say(text('input.all-empty'), true);
            return;
        }
        this.#say('');
        this.#dialog.close();
        this.#host.compare(used.map((version) => ({ ...version })), this.mode);
    }

    #say(message: string, bad = false): void {
        this.#status.textContent = message;
        this.#status.classList.toggle('bad', bad);
    }

    #focusText(index: number): void {
        this.#list.querySelectorAll('textarea')[index]?.focus();
    }

    #focusFirstEmpty(): void {
        const index = this.#versions.findIndex(isEmptyVersion);
        this.#focusText(index < 0 ? 0 : index);
    }

    #move(index: number, by: 1 | -1): void {
        const moved = this.#versions[index];
        const other = this.#versions[index + by];
        if (!moved || !other) return;
        this.#versions[index] = other;
        this.#versions[index + by] = moved;
        this.#render();
        this.#say(
            text('compose.moved', {
                version: moved.name || this.#label(index + by),
                number: index + by + 1,
                count: this.#versions.length,
            }),
        );
        const button = this.#list.children[index + by]?.querySelector<HTMLElement>(by < 0 ? '.earlier' : '.later');
        if (button && !(button as HTMLButtonElement).disabled) button.focus();
        else this.#list.children[index + by]?.querySelector<HTMLElement>('button:not(:disabled)')?.focus();
    }

    #label(index: number): string {
        if (this.mode === 'coverage') return text('compose.outlet', { letter: outletLetter(index) });
        const count = this.#versions.length;
        if (count === 2) return text(index === 0 ? 'viewer.older' : 'viewer.newer');
        const number = index + 1;
        if (index === 0) return text('compose.oldest', { number });
        if (index === count - 1) return text('compose.newest', { number });
        return text('viewer.version', { number });
    }

    #render(): void {
        this.#list.replaceChildren(...this.#versions.map((version, index) => this.#card(version, index)));
        const coverage = this.mode === 'coverage';
        this.#swap.hidden = coverage || this.#versions.length !== 2;
        this.#add.textContent = text(coverage ? 'compose.add.coverage' : 'compose.add');
        byId('compose-intro', HTMLParagraphElement).textContent = text(
            coverage ? 'compose.intro.coverage' : 'compose.intro',
        );
        this.#add.disabled = this.#versions.length >= MAX_VERSIONS;
    }

    #card(version: Version, index: number): HTMLLIElement {
        const label = this.#label(index);
        const card = document.createElement('li');
        card.className = this.#versions.length > 2 ? 'version three' : 'version';

        const area = document.createElement('textarea');
        area.id = `version-${index}`;
        area.value = version.text;
        area.placeholder = text('compose.placeholder');
        area.readOnly = version.excerpt;
        area.spellcheck = false;
        area.dir = 'auto';

        const head = document.createElement('div');
        head.className = 'version-head';
        const title = document.createElement('label');
        title.htmlFor = area.id;
        title.textContent = label;
        head.append(title);
        if (this.#versions.length > 2 && this.mode === 'versions') {
            const earlier = iconButton('↑', text('compose.earlier', { version: label }), () => this.#move(index, -1));
            earlier.classList.add('earlier');
            earlier.disabled = index === 0;
            const later = iconButton('↓', text('compose.later', { version: label }), () => this.#move(index, 1));
            later.classList.add('later');
            later.disabled = index === this.#versions.length - 1;
            head.append(earlier, later);
        }
        if (this.#versions.length > 2 || !isEmptyVersion(version)) {
            head.append(
                iconButton('×', text('compose.remove', { version: version.name || label }), () => {
                    this.#versions.splice(index, 1);
                    if (this.#versions.length < 2) this.#versions.splice(index, 0, emptyVersion());
                    this.#say('');
                    this.#render();
                    this.#focusText(Math.min(index, this.#versions.length - 1));
                }),
            );
        }

        const note = document.createElement('p');
        note.className = 'note';
        const words = document.createElement('span');
        const describe = () => {
            const from = version.name ? [text('compose.from-file', { name: version.name })] : [];
            if (version.excerpt) from.push(text('compose.large'));
            note.replaceChildren(from.join('. '), words);
            if (version.excerpt) words.textContent = '';
            else if (version.bytes && isBlank(version)) words.textContent = text('compose.blank');
            else words.textContent = version.text ? counted('count.words', countWords(version.text)) : '';
        };
        describe();
        area.addEventListener('input', () => {
            version.text = area.value;
            // What is edited is no longer the file.
            version.bytes = undefined;
            describe();
        });

        card.append(head, area, note, this.#details(version));
        return card;
    }

    #details(version: Version): HTMLDetailsElement {
        const details = document.createElement('details');
        const coverage = this.mode === 'coverage';
        details.open = version.title !== '' || version.published !== '' || (coverage && version.source !== '');
        const summary = document.createElement('summary');
        summary.textContent = text(coverage ? 'compose.details.coverage' : 'compose.details');
        const fields = document.createElement('div');
        fields.className = 'fields';
        if (coverage)
            fields.append(
                field(text('compose.field.source'), 'text', version.source, (value) => (version.source = value.trim())),
            );
        fields.append(
            field(text('compose.field.title'), 'text', version.title, (value) => (version.title = value.trim())),
            field(text('compose.field.date'), 'date', version.published, (value) => (version.published = value)),
        );
        details.append(summary, fields);
        return details;
    }
}

function iconButton(sign: string, label: string, action: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'quiet';
    button.textContent = sign;
    button.setAttribute('aria-label', label);
    button.title = label;
    button.addEventListener('click', action);
    return button;
}

function field(label: string, type: string, value: string, changed: (value: string) => void): HTMLLabelElement {
    const node = document.createElement('label');
    const input = document.createElement('input');
    input.type = type;
    input.value = value;
    input.addEventListener('input', () => changed(input.value));
    node.append(label, input);
    return node;
}
