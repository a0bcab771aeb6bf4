import type { Instrumentation } from "next";

/** Runs once as the server starts, before the first request. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  (await import("./app/_kit/reply")).watchReplies();
  (await import("./domain/faults/keeping")).keepFaults();
}

/** Told of all that fails while a request is answered. */
export const onRequestError: Instrumentation.onRequestError = async (...told) => {
  if (process.env.NEXT_RUNTIME === "nodejs") (await import("./app/_kit/request-fault")).logRequestFault(...told);
};
