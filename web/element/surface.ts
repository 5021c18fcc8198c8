// One canvas: its WebGL context, its events, its frames. Frames are drawn when something has changed, and never else.

import { copyText } from './clipboard.ts';
import { ViewerModule, type PointerKind } from './viewer_module.ts';
import type { Source } from './source.ts';

export interface SurfaceHost {
    /** After an event or a frame in which something may have changed. */
    updated(): void;
    dark(): boolean;
    locale(): string;
    openFind(query: string): boolean;
    link(step: number, change: number): string;
    /** Whether the wheel scrolls the view although it has no focus. */
    takesWheel(): boolean;
}

const REMEMBERED = 'twicetold';
const LINE_PIXELS = 16 * 1.6;

export class Surface {
    readonly module: ViewerModule;
    frames = 0;

    readonly #canvas: HTMLCanvasElement;
    readonly #host: SurfaceHost;
    readonly #listening = new AbortController();
    readonly #resizing: ResizeObserver;
    readonly #watching: IntersectionObserver;
    #request = 0;
    #visible = true;
    #lost = false;
    #width = 0;
    #height = 0;
    #ratio = 0;

    /** Null where WebGL 2 is not to be had. */
    static async open(source: Source, canvas: HTMLCanvasElement, host: SurfaceHost): Promise<Surface | null> {
        const [factory, wasm] = await Promise.all([source.viewerFactory(), source.viewerWasm()]);
        let surface: Surface | undefined;
        let wanted = false;
        const module = await ViewerModule.open(factory, wasm, canvas, {
            copy: (copied) => void copyText(copied),
            openFind: (query) => host.openFind(query),
            link: (step, change) => host.link(step, change),
            cursor: (name) => {
                canvas.style.cursor = name;
            },
            requestFrame: () => {
                wanted = true;
                surface?.requestFrame();
            },
            prefersDark: () => host.dark(),
            // Pages may be forbidden to remember anything.
            load: () => {
                try {
                    return localStorage.getItem(REMEMBERED) ?? '';
                } catch {
                    return '';
                }
            },
            save: (preferences) => {
                try {
                    localStorage.setItem(REMEMBERED, preferences);
                } catch {
                    // It holds until the page is left.
                }
            },
            locale: () => host.locale(),
        });
        if (!module) return null;
        surface = new Surface(module, canvas, host);
        if (wanted) surface.requestFrame();
        return surface;
    }

    private constructor(module: ViewerModule, canvas: HTMLCanvasElement, host: SurfaceHost) {
        this.module = module;
        this.#canvas = canvas;
        this.#host = host;
        this.#listen();
        this.#watchRatio();
        this.#resizing = new ResizeObserver((entries) => {
            const entry = entries.at(-1);
            if (entry) this.#resizeTo(entry);
        });
        try {
            this.#resizing.observe(canvas, { box: 'device-pixel-content-box' });
        } catch {
            this.#resizing.observe(canvas);
        }
        this.#watching = new IntersectionObserver((entries) => {
            this.#visible = entries.at(-1)?.isIntersecting ?? true;
            this.requestFrameIfNeeded();
        });
        this.#watching.observe(canvas);
        this.#resizeToElement();
    }

    /** Frees the context and lets go of the page. The canvas cannot be used again. */
    close(): void {
        this.#listening.abort();
        this.#resizing.disconnect();
        this.#watching.disconnect();
        cancelAnimationFrame(this.#request);
        this.module.close();
    }

    requestFrame(): void {
        if (this.#request !== 0 || !this.#drawable) return;
        this.#request = requestAnimationFrame((time) => {
            this.#request = 0;
            this.#draw(time);
        });
    }

    requestFrameIfNeeded(): void {
        if (this.#drawable && this.module.needsFrame) this.requestFrame();
    }

    get #drawable(): boolean {
        return this.#visible && !this.#lost && this.#width > 0 && this.#height > 0;
    }

    #draw(time: number): void {
        if (!this.#drawable) return;
        this.module.frame(time / 1000);
        ++this.frames;
        this.#canvas.classList.add('drawn');
        this.#host.updated();
        this.requestFrameIfNeeded();
    }

    #resizeTo(entry: ResizeObserverEntry): void {
        const device = entry.devicePixelContentBoxSize?.[0];
        // Exact where the box lies between pixels. Some browsers leave an emulated or transformed ratio out of it.
        const near = (size: number, css: number) => Math.abs(size - css * window.devicePixelRatio) < 2;
        if (
            device &&
            near(device.inlineSize, this.#canvas.clientWidth) &&
            near(device.blockSize, this.#canvas.clientHeight)
        ) {
            this.#setSize(device.inlineSize, device.blockSize);
        } else {
            this.#resizeToElement();
        }
    }

    #resizeToElement(): void {
        const ratio = window.devicePixelRatio;
        this.#setSize(Math.round(this.#canvas.clientWidth * ratio), Math.round(this.#canvas.clientHeight * ratio));
    }

    /** In device pixels. Drawn at once: a canvas is emptied by its resizing, and the page is painted right after. */
    #setSize(width: number, height: number): void {
        const ratio = window.devicePixelRatio;
        if (width === this.#width && height === this.#height && ratio === this.#ratio) return;
        this.#width = width;
        this.#height = height;
        this.#ratio = ratio;
        if (width > 0 && height > 0) {
            this.#canvas.width = width;
            this.#canvas.height = height;
        }
        this.module.resize(width / ratio, height / ratio, ratio);
        if (this.#drawable) this.#draw(performance.now());
    }

    #watchRatio(): void {
        const query = window.matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
        query.addEventListener(
            'change',
            () => {
                this.#resizeToElement();
                this.#watchRatio();
            },
            { once: true, signal: this.#listening.signal },
        );
    }

    #listen(): void {
        const canvas = this.#canvas;
        const signal = this.#listening.signal;
        // Fingers scroll the view until it is at its end; then they scroll the page. A browser asks by `touchmove`, right
        // after it has told where the pointer is.
        let touched = true;
        const keep = (event: TouchEvent) => {
            if (touched && event.cancelable) event.preventDefault();
        };
        canvas.addEventListener('touchmove', keep, { signal, passive: false });
        const pointer = (event: PointerEvent, kind: PointerKind) => {
            const used = this.module.pointer({
                kind,
                device: event.pointerType,
                x: event.offsetX,
                y: event.offsetY,
                button: Math.max(0, event.button),
                finger: event.pointerId,
                modifiers: modifierBits(event),
                seconds: event.timeStamp / 1000,
            });
            if (event.pointerType === 'touch') touched = used;
            this.#after();
            return used;
        };
        canvas.addEventListener('pointermove', (event) => void pointer(event, 'move'), { signal });
        canvas.addEventListener(
            'pointerdown',
            (event) => {
                canvas.focus({ preventScroll: true });
                // A pointer that a script made up cannot be captured.
                if (event.isTrusted) canvas.setPointerCapture(event.pointerId);
                if (pointer(event, 'down')) event.preventDefault();
            },
            { signal },
        );
        canvas.addEventListener('pointerup', (event) => void pointer(event, 'up'), { signal });
        canvas.addEventListener('pointercancel', (event) => void pointer(event, 'leave'), { signal });
        canvas.addEventListener('pointerleave', (event) => void pointer(event, 'leave'), { signal });
        canvas.addEventListener(
            'wheel',
            (event) => {
                if (event.ctrlKey || !(this.#host.takesWheel() || this.#focused)) return;
                const unit = [1, LINE_PIXELS, canvas.clientHeight][event.deltaMode] ?? 1;
                const used = this.module.pointer({
                    kind: 'wheel',
                    device: 'mouse',
                    x: event.offsetX,
                    y: event.offsetY,
                    wheelX: event.deltaX * unit,
                    wheelY: event.deltaY * unit,
                    modifiers: modifierBits(event),
                });
                if (used) event.preventDefault();
                this.#after();
            },
            { signal, passive: false },
        );
        canvas.addEventListener(
            'copy',
            (event) => {
                // From the browser's menu, or from whoever sends one: the keys are answered by the module.
                const selected = this.module.state().selection;
                if (!selected || !event.clipboardData) return;
                event.clipboardData.setData('text/plain', selected.text);
                event.preventDefault();
            },
            { signal },
        );
        canvas.addEventListener(
            'contextmenu',
            (event) => {
                // By a key the menu opens at the selection, wherever the pointer is.
                const byKey = event.button !== 2 && (event as PointerEvent).pointerType !== 'touch';
                if (byKey || this.module.isArticle(event.offsetX, event.offsetY)) event.preventDefault();
            },
            { signal },
        );
        canvas.addEventListener('keydown', (event) => this.#key(event, true), { signal });
        canvas.addEventListener('keyup', (event) => this.#key(event, false), { signal });
        canvas.addEventListener('focus', () => this.#focus(true), { signal });
        canvas.addEventListener('blur', () => this.#focus(false), { signal });
        canvas.addEventListener(
            'webglcontextlost',
            (event) => {
                // Says that we want it back.
                event.preventDefault();
                this.#lost = true;
                this.module.contextLost();
            },
            { signal },
        );
        canvas.addEventListener(
            'webglcontextrestored',
            () => {
                this.#lost = false;
                this.module.contextRestored();
                this.requestFrame();
            },
            { signal },
        );
    }

    get #focused(): boolean {
        const root = this.#canvas.getRootNode() as Document | ShadowRoot;
        return root.activeElement === this.#canvas;
    }

    #focus(focused: boolean): void {
        this.module.setFocused(focused);
        this.#after();
    }

    #key(event: KeyboardEvent, down: boolean): void {
        if (event.isComposing) return;
        if (this.module.key(down, event.key, modifierBits(event))) {
            event.preventDefault();
            event.stopPropagation();
        }
        this.#after();
    }

    #after(): void {
        this.#host.updated();
        this.requestFrameIfNeeded();
    }
}

function modifierBits(event: { shiftKey: boolean; ctrlKey: boolean; altKey: boolean; metaKey: boolean }): number {
    return Number(event.shiftKey) | (Number(event.ctrlKey) << 1) | (Number(event.altKey) << 2) | (Number(event.metaKey) << 3);
}
