import sharp from "sharp";

/**
 * Something like a photograph, made by code: soft gradients as of a sky, edges as of roofs, fine texture as of leaves,
 * the grain of a sensor that is stronger in the dark, and letters. Each call gives the same.
 * @param width in pixels; it has the ratio of 3 to 2.
 */
export async function photograph(width: number): Promise<{ data: Buffer; width: number; height: number }> {
  const height = Math.round((width * 2) / 3);
  const scale = width / 6000;
  const drawn = await sharp(Buffer.from(scene(width, height)), { limitInputPixels: false })
    .removeAlpha()
    .raw()
    .toBuffer();
  const random = seeded(7);
  const waves = Array.from({ length: 24 }, () => {
    const [angle, length] = [random() * Math.PI, (12 + random() * 900) * scale];
    return {
      x: Math.cos(angle) / length,
      y: Math.sin(angle) / length,
      phase: random() * 6,
      strength: 1 + random() * 3,
    };
  });
  for (let y = 0, at = 0; y < height; y++) {
    // Texture below the horizon alone, as in a landscape.
    const texture = Math.max(0, Math.min(1, (y / height - 0.45) * 5));
    for (let x = 0; x < width; x++) {
      let sum = 0;
      if (texture > 0) {
        for (let wave = 0; wave < 6; wave++) {
          const { x: dx, y: dy, phase, strength } = waves[(wave * 5 + (x >> 9)) % 24] as (typeof waves)[number];
          sum += strength * Math.sin(x * dx + y * dy + phase);
        }
      }
      for (let channel = 0; channel < 3; channel++, at++) {
        const light = drawn[at] ?? 0;
        const grain = (random() + random() + random() - 1.5) * (9 - light / 40);
        drawn[at] = Math.max(0, Math.min(255, light + texture * sum * 1.5 + grain));
      }
    }
  }
  return { data: drawn, width, height };
}

function scene(width: number, height: number): string {
  const random = seeded(3);
  const houses = Array.from({ length: 60 }, (_, at) => {
    const [x, tall, hue] = [(at / 60) * 3000, 200 + random() * 500, Math.round(random() * 360)];
    const windows = Array.from({ length: 12 }, (_, pane) => {
      const [left, top] = [x + 8 + (pane % 3) * 16, 1100 - tall + 20 + Math.floor(pane / 3) * 40];
      return `<rect x="${left}" y="${top}" width="9" height="18" fill="hsl(45 80% ${20 + random() * 60}%)"/>`;
    });
    return `<rect x="${x}" y="${1100 - tall}" width="56" height="${tall}" fill="hsl(${hue} 25% ${20 + random() * 40}%)"/>${windows.join("")}`;
  });
  const branches = Array.from({ length: 900 }, () => {
    const [x, y] = [random() * 3000, 1150 + random() * 800];
    return `<path d="M${x} ${y}q${random() * 30 - 15} -40 ${random() * 60 - 30} -70" stroke="hsl(${80 + random() * 50} 40% ${15 + random() * 35}%)" stroke-width="${1 + random() * 4}" fill="none"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 3000 2000">
<defs><linearGradient id="sky" x2="0" y2="1"><stop stop-color="#24508f"/><stop offset=".6" stop-color="#d9a77a"/><stop offset="1" stop-color="#4a5a3a"/></linearGradient>
<radialGradient id="sun"><stop stop-color="#fff6d8"/><stop offset="1" stop-color="#fff6d8" stop-opacity="0"/></radialGradient></defs>
<rect width="3000" height="2000" fill="url(#sky)"/><circle cx="2200" cy="700" r="500" fill="url(#sun)"/>${houses.join("")}
<rect y="1100" width="3000" height="900" fill="#46552f"/>${branches.join("")}
<rect x="300" y="1400" width="900" height="260" fill="#f4f1e8"/><text x="340" y="1500" font-family="sans-serif" font-size="80" fill="#7a1010">HARBOUR GAZETTE</text>
<text x="340" y="1590" font-family="serif" font-size="34" fill="#222">Small print that must stay legible, 0123456789</text></svg>`;
}

function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
