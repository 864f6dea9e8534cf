// The core: instantiates muster.wasm and calls its ops. The contract is in Sources/MusterBrowser.

/** The ops of `muster_call`; the numbers are those of `BrowserOp` and never change. */
export const Op = Object.freeze({
    version: 0, open: 1, apply: 2, render: 3, prepare: 4, encode: 5,
});

/** The interface that this page speaks; the module says its own in answer to op 0. */
export const INTERFACE = 1;

/** WASI's number for "not supported". */
const NOT_SUPPORTED = 52;

/** The core refused an op: an answer, not an accident. */
export class CoreProblem extends Error {
    constructor({ code, detail }) {
        super(detail ?? code);
        this.name = 'CoreProblem';
        this.code = code;
    }
}

/** The core stopped (a trap or a broken stack): this instance must not be used again. */
export class CorePanic extends Error {
    constructor(cause) {
        super('The core stopped.', { cause });
        this.name = 'CorePanic';
    }
}

/** What the module may import, and nothing else: script/wasm-imports.txt lists the same names. */
export function imports(memory, random = globalThis.crypto) {
    const refused = () => NOT_SUPPORTED;
    return {
        env: {
            __stack_chk_fail() { throw new Error('The stack of the core is broken.'); },
        },
        wasi_snapshot_preview1: {
            random_get(address, length) {
                // The browser gives at most 65,536 random bytes at a time.
                for (let done = 0; done < length; done += 65_536) {
                    const count = Math.min(65_536, length - done);
                    random.getRandomValues(new Uint8Array(memory().buffer, address + done, count));
                }
                return 0;
            },
            fd_close: refused, fd_fdstat_get: refused, fd_seek: refused, fd_write: refused,
        },
    };
}

/** Compiles while it loads; a server that sends another media type, or an old browser, costs only time. */
async function instantiate(response, wanted) {
    if (typeof WebAssembly.instantiateStreaming === 'function') {
        const second = response.clone();
        try {
            return await WebAssembly.instantiateStreaming(response, wanted);
        } catch (error) {
            if (!(error instanceof TypeError)) throw error;
            response = second;
        }
    }
    return WebAssembly.instantiate(await response.arrayBuffer(), wanted);
}

/** Loads the core from an address, or from a response that a caller already has. */
export async function loadCore(source, { fetch = globalThis.fetch, random = globalThis.crypto } = {}) {
    const response = source instanceof Response ? source : await fetch(source);
    if (!response.ok) throw new Error(`The core could not be loaded (${response.status}).`);
    let exports;
    const { instance } = await instantiate(response, imports(() => exports.memory, random));
    exports = instance.exports;
    return new Core(exports);
}

/** One instance of the module. */
export class Core {
    #exports;
    #encoder = new TextEncoder();
    #decoder = new TextDecoder();
    #panic;

    constructor(exports) { this.#exports = exports; }

    /** Bytes of memory in use by the module. */
    get memoryBytes() { return this.#exports.memory.buffer.byteLength; }

    /** Asks an op with an object (sent as JSON) or ready text, and gives the answer as an object. */
    call(op, input = '') {
        const answer = JSON.parse(this.callText(op, typeof input === 'string' ? input : JSON.stringify(input)));
        if (answer?.error) throw new CoreProblem(answer.error);
        return answer;
    }

    /** The same with text in and text out. */
    callText(op, text) {
        if (this.#panic) throw this.#panic;
        try {
            return this.#exchange(op, this.#encoder.encode(text));
        } catch (error) {
            this.#panic = new CorePanic(error);
            throw this.#panic;
        }
    }

    #exchange(op, bytes) {
        const { memory, muster_alloc: allocate, muster_free: free, muster_call: call } = this.#exports;
        // Addresses have 32 bits without a sign; memory.buffer is read anew after each call, which may grow it.
        const address = allocate(bytes.length) >>> 0;
        new Uint8Array(memory.buffer, address, bytes.length).set(bytes);
        const at = call(op, address, bytes.length) >>> 0;
        const length = new DataView(memory.buffer).getUint32(at, true);
        const text = this.#decoder.decode(new Uint8Array(memory.buffer, at + 4, length));
        free(address, bytes.length);
        return text;
    }
}
