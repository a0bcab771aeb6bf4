/** A document of one page: a line of text each, the first larger. What is not Latin-1 has no place in it. */
export function pdf(lines: string[]): Buffer {
  const shown = lines
    .flatMap(wrapped)
    .map((line, at) => `${at === 0 ? "/F 20 Tf 32 TL" : "/F 11 Tf 18 TL"} (${line.replace(/[\\()]/g, "\\$&")}) Tj T*`);
  const page = `BT 64 760 Td ${shown.join("\n")} ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  let text = "%PDF-1.4\n";
  const places = objects.map((object, at) => {
    const place = text.length;
    text += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = places.map((place) => `${String(place).padStart(10, "0")} 00000 n \n`).join("");
  const count = objects.length + 1;
  text += `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

/** A line as several of at most eighty letters. */
function wrapped(line: string): string[] {
  return line.match(/.{1,80}(?:\s|$)/g) ?? [];
}
