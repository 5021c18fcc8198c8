// What web/build.mjs puts into the one-file page.
declare module 'inline:twicetold-engine.wasm' {
    const bytes: Uint8Array<ArrayBuffer>;
    export default bytes;
}
declare module 'inline:twicetold-coverage.wasm' {
    const bytes: Uint8Array<ArrayBuffer>;
    export default bytes;
}
declare module 'inline:twicetold-viewer.wasm' {
    const bytes: Uint8Array<ArrayBuffer>;
    export default bytes;
}
declare module 'inline:twicetold-worker.js' {
    const script: string;
    export default script;
}
declare module '*.css' {
    const rules: string;
    export default rules;
}
declare module 'inline:samples' {
    const stories: { samples: import('../page/samples.ts').Sample[]; texts: Record<string, string> };
    export default stories;
}
declare module 'inline:languages' {
    const tables: Record<string, Readonly<Record<string, string>>>;
    export default tables;
}
