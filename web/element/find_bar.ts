// The search field of the viewer: of the page and not of the canvas, so that input methods and keyboards on screen work.

import { text } from '../strings.ts';
import { element } from './dom.ts';
import type { SearchState } from './viewer_module.ts';

export interface FindHost {
    find(query: string): void;
    next(): void;
    previous(): void;
    close(): void;
}

export class FindBar {
    readonly root = element('div', 'find');
    readonly #input = element('input', 'find-input');
    readonly #count = element('output', 'find-count');
    readonly #host: FindHost;
    readonly #buttons = new Map<'find.previous' | 'find.next' | 'find.close', HTMLButtonElement>();

    constructor(host: FindHost) {
        this.#host = host;
        const { root } = this;
        root.hidden = true;
        root.setAttribute('role', 'search');
        root.setAttribute('part', 'find');
        this.#input.type = 'search';
        this.#input.autocomplete = 'off';
        this.#input.spellcheck = false;
        this.#input.setAttribute('autocapitalize', 'none');
        this.#input.enterKeyHint = 'search';
        this.#count.setAttribute('role', 'status');
        const field = element('div', 'find-field');
        field.append(this.#input, this.#count);
        root.append(
            field,
            this.#button('find.previous', 'M4 10l4-4 4 4', () => host.previous()),
            this.#button('find.next', 'M4 6l4 4 4-4', () => host.next()),
            this.#button('find.close', 'M4 4l8 8M12 4l-8 8', () => host.close()),
        );
        this.relabel();
        // While an input method composes, every step of it is looked for as well; its end sends one more.
        this.#input.addEventListener('input', () => host.find(this.#input.value));
        this.#input.addEventListener('compositionend', () => host.find(this.#input.value));
        root.addEventListener('keydown', (event) => this.#key(event));
    }

    /** Says everything in the interface's language. */
    relabel(): void {
        this.#input.setAttribute('aria-label', text('find.label'));
        this.#input.placeholder = text('find.label');
        for (const [key, button] of this.#buttons) {
            button.title = text(key);
            button.setAttribute('aria-label', text(key));
        }
    }

    get open(): boolean {
        return !this.root.hidden;
    }

    get query(): string {
        return this.#input.value;
    }

    /** Shows the field, with what was looked for last unless there is something new, ready to be typed over. */
    show(query: string): void {
        this.root.hidden = false;
        if (query !== '') this.#input.value = query;
        this.#input.focus({ preventScroll: true });
        this.#input.select();
    }

    set(query: string): void {
        this.root.hidden = false;
        this.#input.value = query;
    }

    hide(): void {
        this.root.hidden = true;
    }

    update(state: SearchState | null): void {
        const shown = this.#label(state);
        if (this.#count.textContent !== shown) this.#count.textContent = shown;
        this.root.classList.toggle('nothing', state !== null && state.query !== '' && state.count === 0);
    }

    #label(state: SearchState | null): string {
        if (!state || state.query === '') return '';
        if (state.count === 0) return text('find.none');
        const values = { number: state.current + 1, count: state.count };
        return text(state.more ? 'find.position.more' : 'find.position', values);
    }

    #key(event: KeyboardEvent): void {
        if (event.isComposing) return;
        const modified = event.ctrlKey || event.metaKey;
        const inField = event.composedPath()[0] === this.#input;
        if (event.key === 'Escape') this.#host.close();
        else if (event.key === 'F3' || (event.key === 'Enter' && inField)) {
            if (event.shiftKey) this.#host.previous();
            else this.#host.next();
        } else if (modified && event.key.toLowerCase() === 'f') this.#input.select();
        else return;
        event.preventDefault();
        event.stopPropagation();
    }

    #button(key: 'find.previous' | 'find.next' | 'find.close', path: string, action: () => void): HTMLButtonElement {
        const made = element('button', 'find-button');
        made.type = 'button';
        this.#buttons.set(key, made);
        const space = 'http://www.w3.org/2000/svg';
        const picture = document.createElementNS(space, 'svg');
        picture.setAttribute('viewBox', '0 0 16 16');
        picture.setAttribute('aria-hidden', 'true');
        const line = document.createElementNS(space, 'path');
        line.setAttribute('d', path);
        picture.append(line);
        made.append(picture);
        made.addEventListener('click', action);
        return made;
    }
}
