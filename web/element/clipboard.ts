// The system's clipboard.

/** Puts a text on the clipboard. To be called while the browser still answers a key or a click of the reader's. */
export async function copyText(copied: string): Promise<void> {
    try {
        await navigator.clipboard.writeText(copied);
    } catch {
        // Not a secure page, or not allowed here (a frame without the permission): the older way needs none.
        copyByCommand(copied);
    }
}

function copyByCommand(copied: string): void {
    const give = (event: ClipboardEvent) => {
        event.clipboardData?.setData('text/plain', copied);
        event.preventDefault();
        event.stopImmediatePropagation();
    };
    // Some browsers copy only where something is selected in a field that has the focus.
    const focused = document.activeElement;
    const field = document.createElement('textarea');
    field.style.cssText = 'position: fixed; inset-block-start: 0; opacity: 0';
    field.value = copied;
    document.body.append(field);
    field.select();
    document.addEventListener('copy', give, { capture: true });
    document.execCommand('copy');
    document.removeEventListener('copy', give, { capture: true });
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
}
