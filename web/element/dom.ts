// What the parts of the text mirror make their nodes with.

import { type StringKey, text } from '../strings.ts';

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

/** A date as given, as on the canvas: in its own time zone, and without a time where none is given. */
export function dateInWords(published: string): string {
    const [, year = '', month = '', day = '', time] =
        /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}))?/.exec(published) ?? [];
    const named = `date.month.${Number(month)}`;
    if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return published;
    const parts: Record<string, string> = { day: String(Number(day)), month: text(named as StringKey), year };
    const put = (key: StringKey, values: Record<string, string>) =>
        text(key).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
    const date = put(Number(day) === 1 ? 'date.first' : 'date.day', parts);
    return time ? put('date.time', { date, time }) : date;
}
