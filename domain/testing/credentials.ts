import "reflect-metadata";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import init, { WasmBuilder } from "@contentauth/c2pa-wasm";
import * as x509 from "@peculiar/x509";
import { DAY } from "@/lib/clock";

const { subtle } = globalThis.crypto;
const ES256 = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
/** How many bytes a signature takes, with what fills it up. */
const RESERVED = 4096;

/** Somebody who signs files, vouched for by a root of their own. */
export async function makeSigner(name: string) {
  x509.cryptoProvider.set(globalThis.crypto);
  const rootKeys = await subtle.generateKey(ES256, true, ["sign", "verify"]);
  const keys = await subtle.generateKey(ES256, true, ["sign", "verify"]);
  const valid = { notBefore: new Date(Date.now() - DAY), notAfter: new Date(Date.now() + 365 * DAY) };
  const root = await x509.X509CertificateGenerator.createSelfSigned({
    ...{ serialNumber: "01", name: `CN=${name} Root, O=${name}`, keys: rootKeys, signingAlgorithm: ES256, ...valid },
    extensions: [
      new x509.BasicConstraintsExtension(true, 2, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign, true),
      await x509.SubjectKeyIdentifierExtension.create(rootKeys.publicKey),
    ],
  });
  const own = await x509.X509CertificateGenerator.create({
    ...{ serialNumber: "02", subject: `CN=${name} Desk, O=${name}`, issuer: root.subject, ...valid },
    ...{ publicKey: keys.publicKey, signingKey: rootKeys.privateKey, signingAlgorithm: ES256 },
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
      // To sign what is sent to others, as C2PA asks of a certificate.
      new x509.ExtendedKeyUsageExtension(["1.3.6.1.5.5.7.3.4"], true),
      await x509.AuthorityKeyIdentifierExtension.create(rootKeys.publicKey),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  const chain = [own, root].map(({ rawData }) => Buffer.from(rawData));
  const sign = async (claim: Uint8Array) => coseSign1(claim, chain, keys.privateKey);
  return { pem: root.toString("pem"), sign };
}

/** The JPEG with content credentials, signed by somebody, with what was done to it. */
export async function signedPicture(
  jpeg: Buffer,
  { sign }: Awaited<ReturnType<typeof makeSigner>>,
  digitalSourceType = "digitalCapture",
): Promise<Buffer> {
  const require = createRequire(import.meta.url);
  await init({ module_or_path: readFileSync(require.resolve("@contentauth/c2pa-wasm/c2pa.wasm")) });
  const source = `http://cv.iptc.org/newscodes/digitalsourcetype/${digitalSourceType}`;
  const data = { actions: [{ action: "c2pa.created", digitalSourceType: source }] };
  const builder = WasmBuilder.fromJson(
    JSON.stringify({
      claim_generator_info: [{ name: "Test Camera", version: "1.0" }],
      title: "pier.jpg",
      assertions: [{ label: "c2pa.actions.v2", data }],
    }),
    JSON.stringify({ verify: { verify_after_sign: false } }),
  );
  return withBrowsersReader(async (blob) =>
    Buffer.from(
      await builder.sign(
        { alg: "es256", reserveSize: RESERVED, sign: sign as never },
        [],
        "image/jpeg",
        blob(jpeg, "image/jpeg"),
      ),
    ),
  );
}

/** The builder reads a Blob as browsers' workers do, at once: Node has no way to. */
async function withBrowsersReader<T>(work: (blob: (bytes: Buffer, type: string) => Blob) => Promise<T>): Promise<T> {
  class BytesBlob extends Blob {
    constructor(readonly own: Buffer) {
      super([new Uint8Array(own)]);
    }
    override slice(from?: number, to?: number): Blob {
      return new BytesBlob(this.own.subarray(from, to));
    }
  }
  const before = globalThis.Blob;
  Object.assign(globalThis, {
    Blob: BytesBlob,
    FileReaderSync: class {
      readAsArrayBuffer({ own }: BytesBlob) {
        return own.buffer.slice(own.byteOffset, own.byteOffset + own.byteLength);
      }
    },
  });
  try {
    return await work((bytes) => new BytesBlob(bytes));
  } finally {
    Object.assign(globalThis, { Blob: before, FileReaderSync: undefined });
  }
}

/** A COSE_Sign1 as C2PA keeps it, with the chain of certificates, filled up to what was reserved. */
async function coseSign1(claim: Uint8Array, chain: Buffer[], key: CryptoKey): Promise<Uint8Array> {
  const x5chain = Buffer.from([0x18, 33]);
  const algorithm = [head(0, 1), head(1, 6)];
  const inside = Buffer.concat([head(5, 2), ...algorithm, x5chain, head(4, chain.length), ...chain.map(bytesOf)]);
  const signed = [textOf("Signature1"), bytesOf(inside), bytesOf(Buffer.alloc(0)), bytesOf(Buffer.from(claim))];
  const signature = Buffer.from(await subtle.sign(ES256, key, Buffer.concat([head(4, 4), ...signed])));
  const filled = (by: number) => {
    const outside = [head(5, 1), textOf("pad"), bytesOf(Buffer.alloc(by))];
    const parts = [bytesOf(inside), ...outside, Buffer.from([0xf6]), bytesOf(signature)];
    return Buffer.concat([Buffer.from([0xd2]), head(4, 4), ...parts]);
  };
  return new Uint8Array(filled(RESERVED - (filled(300).length - 300)));
}

function head(major: number, length: number): Buffer {
  if (length < 24) return Buffer.from([(major << 5) | length]);
  if (length < 256) return Buffer.from([(major << 5) | 24, length]);
  return Buffer.from([(major << 5) | 25, length >> 8, length & 255]);
}

function bytesOf(bytes: Buffer): Buffer {
  return Buffer.concat([head(2, bytes.length), bytes]);
}

function textOf(text: string): Buffer {
  return Buffer.concat([head(3, Buffer.byteLength(text)), Buffer.from(text)]);
}
