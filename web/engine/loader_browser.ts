// How the package finds its engine in a browser: the file beside this one.

export async function engineBytes(): Promise<ArrayBuffer> {
    const url = new URL('twicetold-engine.wasm', import.meta.url);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${url.pathname} could not be loaded (${response.status})`);
    return response.arrayBuffer();
}
