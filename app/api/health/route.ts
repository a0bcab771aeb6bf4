import { readPublication } from "@/domain/settings/published";

/** Whether this process answers and reaches its database: for load balancers and containers. */
export async function GET() {
  await readPublication();
  return Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
}
