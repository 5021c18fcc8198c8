// The little of Node.js that is used, so that its types need not be installed.
declare module 'node:fs/promises' {
    export function readFile(path: URL): Promise<Uint8Array<ArrayBuffer>>;
}
