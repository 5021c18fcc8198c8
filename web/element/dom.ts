// What the parts of the text mirror make their nodes with.

import { interfaceLanguage, type StringKey, text } from '../strings.ts';

/** A change's or claim's words in the live region. */
const ANNOUNCED_CHARACTERS = 120;

export function element<T extends keyof HTMLElementTagNameMap>(tag: T, className: string): HTMLElementTagNameMap[T] {
    const node = document.createElement(tag);
    node.className = className;
    return node;
}

export function button(label: string, action: () => void): HTMLButtonElement {
    const node = element('button', 'button');
    node.type = 'button';
    node.textContent = label;
    node.addEventListener('click', action);
    return node;
}

/** Words for those who listen only. */
export function said(key: StringKey): HTMLElement {
    const node = element('span', 'said');
    node.textContent = text(key);
    return node;
}

export function shortened(words: string): string {
    const line = words.replace(/\s+/g, ' ').trim();
    if (line.length <= ANNOUNCED_CHARACTERS) return line;
    const cut = line.slice(0, ANNOUNCED_CHARACTERS);
    return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), ANNOUNCED_CHARACTERS / 2))}…`;
}

/** A date as given: in its own time zone, and without a time where none is given. */
export function dateInWords(published: string): string {
    const parts = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?/.exec(published);
    const day = parts?.[1] && new Date(`${parts[1]}T${parts[2] ?? '00:00'}:00Z`);
    if (!day || Number.isNaN(day.getTime())) return published;
    // The day before the month, as on the canvas.
    const language = interfaceLanguage();
    return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
        dateStyle: 'medium',
        ...(parts[2] ? { timeStyle: 'short' as const } : {}),
        timeZone: 'UTC',
    }).format(day);
}
