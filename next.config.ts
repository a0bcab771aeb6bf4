import type { NextConfig } from "next";

/** Their names carry the hash of what they hold. */
const readerModulesNeverChange = {
  source: "/reader/:file",
  headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
};

const config: NextConfig = {
  output: "standalone",
  outputFileTracingIncludes: {
    "/*": ["./drizzle/**/*"],
    "/share/*": ["./node_modules/@expo-google-fonts/*/600SemiBold/*.ttf"],
  },
  outputFileTracingExcludes: { "/*": ["./data*/**/*", "./e2e/**/*", "./.git/**/*", "./docs/**/*", "./scripts/**/*"] },
  serverExternalPackages: ["better-sqlite3", "sharp", "@node-rs/argon2", "exifreader", "mediabunny"],
  // Readers' pages come whole: titles and tags stand in the head for everyone, not only for known bots.
  htmlLimitedBots: /.*/,
  poweredByHeader: false,
  reactStrictMode: true,
  // Next's own address for pictures would keep a copy of one and go on serving it after its story is unpublished.
  images: { unoptimized: true },
  // Types are checked by `npm run check`, once.
  typescript: { ignoreBuildErrors: true },
  // Set by scripts/build.ts and scripts/dev.ts, and written into the code as it is built.
  env: { READER_MODULE: process.env.READER_MODULE ?? "", VERSION: process.env.VERSION ?? "" },
  experimental: { authInterrupts: true },
  rewrites: async () => [
    { source: "/.well-known/security.txt", destination: "/security.txt" },
    { source: "/:key([A-Za-z0-9-]{8,128}).txt", destination: "/index-now/:key" },
  ],
  headers: async () => [
    {
      // Their names change with what they hold.
      source: "/fonts/:file*",
      headers: [{ key: "Cache-Control", value: "public, max-age=31536000, immutable" }],
    },
    {
      // What an outsider is shown by a link: its address is a secret, and nobody but them is to know of it.
      source: "/preview/:path*",
      headers: [
        { key: "X-Robots-Tag", value: "noindex, nofollow, noarchive, nosnippet, noimageindex" },
        { key: "Referrer-Policy", value: "no-referrer" },
        { key: "Cache-Control", value: "private, no-store" },
      ],
    },
    ...(process.env.NODE_ENV === "production" ? [readerModulesNeverChange] : []),
  ],
};

export default config;
