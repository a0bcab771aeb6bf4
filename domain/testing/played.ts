import {
  BufferTarget,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from "mediabunny";

/** A sound of this many milliseconds: silence at 8 kHz, eight bits. */
export function wav(milliseconds = 500): Buffer {
  const samples = Buffer.alloc(Math.round((milliseconds * 8000) / 1000), 0x80);
  const head = Buffer.alloc(44);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(36 + samples.length, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(8000, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}

/** A film of one frame in a container that is whole, though no picture could be decoded from it. */
export async function film(
  container: "mp4" | "webm",
  {
    codec = container === "mp4" ? "avc" : "vp8",
    seconds = 2,
  }: { codec?: "avc" | "hevc" | "vp8"; seconds?: number } = {},
): Promise<Buffer> {
  const target = new BufferTarget();
  const format = container === "mp4" ? new Mp4OutputFormat({ fastStart: "in-memory" }) : new WebMOutputFormat();
  const output = new Output({ format, target });
  const source = new EncodedVideoPacketSource(codec);
  output.addVideoTrack(source);
  await output.start();
  const packet = new EncodedPacket(new Uint8Array([0, 0, 0, 1, 0x65]), "key", 0, seconds);
  await source.add(packet, { decoderConfig: { ...CONFIGS[codec], codedWidth: 640, codedHeight: 360 } });
  await output.finalize();
  if (!target.buffer) throw new Error("No film was made");
  return Buffer.from(target.buffer);
}

const CONFIGS = {
  avc: { codec: "avc1.42001f", description: new Uint8Array([1, 0x42, 0, 0x1f, 255, 225, 0, 0, 1, 0, 0]) },
  hevc: { codec: "hev1.1.6.L93.B0", description: new Uint8Array(23) },
  vp8: { codec: "vp8" },
};

export const CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:01.500\nThe ferry leaves.\n";
