import { crc32 } from "node:zlib";
import sharp, { type Sharp } from "sharp";

/** A picture whose left third is red and the rest blue, so that its sides can be told apart. */
export function picture(width = 600, height = 400): Sharp {
  const red = { create: { width: Math.ceil(width / 3), height, channels: 3 as const, background: "#d01010" } };
  return sharp({ create: { width, height, channels: 3, background: "#1030c0" } }).composite([
    { input: red, left: 0, top: 0 },
  ]);
}

/** A PNG of a few dozen bytes that says it is this large. */
export function pngHeader(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk("IHDR", head), chunk("IDAT", Buffer.from([0x78, 0x9c])), chunk("IEND")]);
}

function chunk(type: string, data = Buffer.alloc(0)): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** The JPEG with IPTC fields put in (such as { 120: "A caption" } for 2:120), in the encoding that they are given in. */
export function withIptc(jpeg: Buffer, fields: Record<number, Buffer | Buffer[]>, utf8 = false): Buffer {
  const records = Object.entries(fields).flatMap(([id, value]) =>
    [value].flat().map((one) => iptcField(2, Number(id), one)),
  );
  if (utf8) records.unshift(iptcField(1, 90, Buffer.from("\x1b%G", "latin1")));
  const block = Buffer.concat(records);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(block.length);
  const resource = Buffer.concat([
    Buffer.from("8BIM\x04\x04\0\0", "latin1"),
    size,
    block,
    Buffer.alloc(block.length % 2),
  ]);
  const content = Buffer.concat([Buffer.from("Photoshop 3.0\0", "latin1"), resource]);
  const marker = Buffer.from([0xff, 0xed, 0, 0]);
  marker.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), marker, content, jpeg.subarray(2)]);
}

function iptcField(record: number, id: number, value: Buffer): Buffer {
  const head = Buffer.from([0x1c, record, id, 0, 0]);
  head.writeUInt16BE(value.length, 3);
  return Buffer.concat([head, value]);
}

/** An XMP packet with these properties of one description, written as XML. */
export function xmp(properties: string): string {
  return `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/" xmlns:plus="http://ns.useplus.org/ldf/xmp/1.0/"
 xmlns:cc="http://creativecommons.org/ns#" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
 xmlns:exif="http://ns.adobe.com/exif/1.0/"
 xmlns:Iptc4xmpCore="http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/">${properties}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}
