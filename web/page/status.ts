// One line that tells the reader what happened. It takes no focus and blocks nothing.

export interface StatusLine {
    say(message: string, kind?: 'note' | 'problem'): void;
    clear(): void;
}

export function statusLine(line: HTMLElement, words: HTMLElement, dismiss: HTMLButtonElement): StatusLine {
    // Out of sight while empty, and never out of the page: screen readers announce only what changes in a region they know.
    const clear = () => {
        words.textContent = '';
        line.classList.add('unseen');
        dismiss.hidden = true;
    };
    dismiss.addEventListener('click', clear);
    return {
        say(message, kind = 'note') {
            line.classList.remove('unseen');
            dismiss.hidden = false;
            line.classList.toggle('problem', kind === 'problem');
            words.textContent = message;
        },
        clear,
    };
}
