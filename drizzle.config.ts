import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "sqlite",
  schema: "./db/schema",
  out: "./drizzle",
  casing: "snake_case",
  dbCredentials: { url: `${process.env.DATA_DIR ?? "data"}/masthead.db` },
});
