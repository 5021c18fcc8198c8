// The modules that Emscripten makes; web/build.mjs finds them.
declare module 'twicetold-engine-glue' {
    const createModule: (options: object) => Promise<unknown>;
    export default createModule;
}

declare module 'twicetold-coverage-glue' {
    const createModule: (options: object) => Promise<unknown>;
    export default createModule;
}

declare module 'twicetold-viewer-glue' {
    const createModule: (options: object) => Promise<unknown>;
    export default createModule;
}
