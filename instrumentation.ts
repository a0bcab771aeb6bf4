/** Runs once as the server starts, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME === "nodejs") (await import("./app/_kit/reply")).watchReplies();
}
