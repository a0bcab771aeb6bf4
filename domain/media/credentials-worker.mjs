// Reads the content credentials of one file, in a thread of its own that whoever started it ends after a time. The reader
// is WebAssembly: what is wrong in a file can reach nothing but this thread.
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import init, { WasmReader } from "@contentauth/c2pa-wasm";

// Where production is built it lies beside this file.
const beside = fileURLToPath(new URL("./c2pa_bg.wasm", import.meta.url));
const module = existsSync(beside) ? beside : fileURLToPath(import.meta.resolve("@contentauth/c2pa-wasm/c2pa.wasm"));

const { file, type, anchors } = workerData;
// Nothing is fetched: neither credentials that lie elsewhere, nor whether a certificate was revoked.
const settings = {
  verify: { remote_manifest_fetch: false, ocsp_fetch: false, verify_trust: true, verify_timestamp_trust: false },
  ...(anchors ? { trust: { trust_anchors: anchors } } : {}),
};

async function read() {
  try {
    return (await WasmReader.fromBytes(type, readFileSync(file), JSON.stringify(settings))).json();
  } catch {
    return null;
  }
}

await init({ module_or_path: readFileSync(module) });
parentPort?.postMessage(await read());
