# The link options that both WebAssembly modules share.
set(TWICETOLD_WEB_MODULE
    --no-entry
    # An ES module that makes as many instances as the page has elements, and leaves nothing on `window`.
    -sMODULARIZE -sEXPORT_ES6 -sENVIRONMENT=web,worker,node
    # A page's policy may forbid eval.
    -sDYNAMIC_EXECUTION=0
    # No file is ever opened, and without the emulated file system the glue is half as large.
    -sFILESYSTEM=0
    -sALLOW_MEMORY_GROWTH -sINITIAL_MEMORY=32MB -sMAXIMUM_MEMORY=4GB -sSTACK_SIZE=1MB
    # Faster than emmalloc on many small blocks.
    -sMALLOC=dlmalloc
    # Every browser with WebAssembly has TextDecoder; the glue's own decoder is left out.
    -sTEXTDECODER=2
    -sSUPPORT_LONGJMP=0
    -sEXPORTED_FUNCTIONS=_malloc,_free
    -sEXPORTED_RUNTIME_METHODS=HEAPU8,UTF8ToString,stringToUTF8
    -sINCOMING_MODULE_JS_API=wasmBinary,instantiateWasm,locateFile,print,printErr,onAbort
    # C functions of ours that are marked EMSCRIPTEN_KEEPALIVE are exported by that.
)
