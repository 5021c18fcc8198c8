// One line that tells the reader what happened. It takes no focus and blocks nothing.

export interface StatusLine {
    say(message: string, kind?: 'note' | 'problem'): void;
    clear(): void;
}

export function statusLine(line: HTMLElement, words: HTMLElement, dismiss: HTMLButtonElement): StatusLine {
    const clear = () => {
        words.textContent = '';
        line.hidden = true;
    };
    dismiss.addEventListener('click', clear);
    return {
        say(message, kind = 'note') {
            line.hidden = false;
            line.classList.toggle('problem', kind === 'problem');
            words.textContent = message;
        },
        clear,
    };
}
