import type { Instrumentation } from "next";
import { log } from "@/lib/log";

/** Writes down what failed while a page, an action or a handler was at work, by the pattern of its address. */
export const logRequestFault: Instrumentation.onRequestError = (
  error,
  { method, headers },
  { routePath, routeType },
) => {
  const { digest } = error as { digest?: string };
  const request = headers["x-request-id"]?.toString();
  log.error({ request, digest, route: routePath, kind: routeType, method, err: error }, "A request failed");
};
