// Copying from the text beside the canvas: one side alone, as from the canvas. The cells of both sides stand in one grid, row by
// row, so a selection over two paragraphs takes in the other side's as far as the browser is concerned.

interface Ends {
    startContainer: Node;
    startOffset: number;
    endContainer: Node;
    endOffset: number;
}

/** What is selected in a shadow tree, of which `getSelection()` of the page tells nothing. */
export function selectionIn(root: ShadowRoot): Ends | null {
    const selection = document.getSelection() as
        | (Selection & { getComposedRanges?: (options: { shadowRoots: ShadowRoot[] }) => StaticRange[] })
        | null;
    const composed = selection?.getComposedRanges?.({ shadowRoots: [root] })[0];
    if (composed) return composed;
    const own = (root as ShadowRoot & { getSelection?: () => Selection | null }).getSelection?.();
    return own && own.rangeCount > 0 ? own.getRangeAt(0) : null;
}

/** The text of the side where the selection begins; null where it does not begin in one. */
export function textOfOneSide(mirror: Element, ends: Ends): string | null {
    const start = ends.startContainer instanceof Element ? ends.startContainer : ends.startContainer.parentElement;
    const side = start?.closest('.cell.before') ? 'before' : start?.closest('.cell.after') ? 'after' : null;
    if (!side || !mirror.contains(ends.startContainer) || !mirror.contains(ends.endContainer)) return null;
    const range = document.createRange();
    range.setStart(ends.startContainer, ends.startOffset);
    range.setEnd(ends.endContainer, ends.endOffset);
    const paragraphs: string[] = [];
    for (const block of mirror.querySelectorAll(`.cell.${side} > :not(.version)`)) {
        if (!range.intersectsNode(block)) continue;
        let words = '';
        const texts = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
        for (let node = texts.nextNode(); node; node = texts.nextNode()) {
            // Words for those who listen only.
            if (node.parentElement?.closest('.said') || !range.intersectsNode(node)) continue;
            const from = node === range.startContainer ? range.startOffset : 0;
            const to = node === range.endContainer ? range.endOffset : (node.nodeValue ?? '').length;
            words += (node.nodeValue ?? '').slice(from, to);
        }
        if (words !== '') paragraphs.push(words);
    }
    return paragraphs.join('\n\n');
}
