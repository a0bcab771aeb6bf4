import { forbidden, notFound, unauthorized } from "next/navigation";
import { Refusal } from "@/lib/refusal";

/** For pages: what a desk read returns, or the page that says why not (404, 403). */
export async function read<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "not-found") notFound();
    if (error.code === "signed-out") unauthorized();
    forbidden();
  }
}
