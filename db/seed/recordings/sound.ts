import { seeded } from "@/db/seed/pictures/kit";

const RATE = 8000;
const BYTES = 2;

/** A ship that goes by: the note of her engine in hertz, how often it throbs a second, and how loud she is, up to 1. */
type Ship = { note: number; throb: number; loudness: number };

/** Ships that go by one after the other, as a WAV: an engine that comes and goes, over the wash of the sea. */
export function shipsPassing(ships: readonly Ship[], secondsEach: number): Buffer {
  const random = seeded(44);
  const samples = Buffer.alloc(ships.length * secondsEach * RATE * BYTES);
  let wash = 0;
  for (let index = 0; index < samples.length / BYTES; index++) {
    const time = index / RATE;
    const { note, throb, loudness } = ships[Math.floor(time / secondsEach)] ?? { note: 0, throb: 0, loudness: 0 };
    const near = Math.sin((Math.PI * (time % secondsEach)) / secondsEach) ** 2;
    const hum = (partial: number) => Math.sin(2 * Math.PI * note * partial * time) / partial;
    const beat = 0.6 + 0.4 * Math.sin(2 * Math.PI * throb * time);
    wash += (random() * 2 - 1 - wash) * 0.12;
    const level = near * loudness * beat * (hum(1) + hum(2) + hum(3)) * 0.4 + wash * (0.12 + 0.3 * near);
    samples.writeInt16LE(Math.round(Math.max(-1, Math.min(1, level)) * 32_000), index * BYTES);
  }
  return Buffer.concat([waveHead(samples.length), samples]);
}

function waveHead(bytes: number): Buffer {
  const head = Buffer.alloc(44);
  head.write("RIFF", 0, "latin1");
  head.writeUInt32LE(36 + bytes, 4);
  head.write("WAVEfmt ", 8, "latin1");
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE, 24);
  head.writeUInt32LE(RATE * BYTES, 28);
  head.writeUInt16LE(BYTES, 32);
  head.writeUInt16LE(BYTES * 8, 34);
  head.write("data", 36, "latin1");
  head.writeUInt32LE(bytes, 40);
  return head;
}
