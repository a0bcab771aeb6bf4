import type { NextConfig } from "next";

const config: NextConfig = {
  output: "standalone",
  outputFileTracingIncludes: { "/*": ["./drizzle/**/*"] },
  outputFileTracingExcludes: { "/*": ["./data/**/*", "./e2e/**/*", "./.git/**/*", "./docs/**/*", "./scripts/**/*"] },
  serverExternalPackages: ["better-sqlite3", "sharp", "@node-rs/argon2", "exifreader"],
  // Readers' pages come whole: titles and tags stand in the head for everyone, not only for known bots.
  htmlLimitedBots: /.*/,
  poweredByHeader: false,
  reactStrictMode: true,
  experimental: { authInterrupts: true },
};

export default config;
