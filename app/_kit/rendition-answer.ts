import { attachment } from "@/domain/media/filename";
import type { ServedFile } from "@/domain/media/serving";
import { log } from "@/lib/log";
import { fileResponse } from "./file-response";

/** Answers with the file of a rendition. @param caching what may keep it; a public one may be shown by other sites too. */
export async function fileAnswer(
  request: Request,
  { key, file, type, saveAs }: ServedFile,
  caching: string,
): Promise<Response> {
  const headers = {
    "cache-control": caching,
    "content-security-policy": "default-src 'none'; sandbox",
    ...(saveAs !== undefined && { "content-disposition": attachment(saveAs) }),
    "cross-origin-resource-policy": caching.startsWith("public") ? "cross-origin" : "same-origin",
  };
  const response = await fileResponse(request, { file, tag: key, type }, headers);
  if (!response) log.error({ key }, "The file of a rendition is missing from DATA_DIR");
  return response ?? noFile();
}

/** What is answered where there is no such file, or none for this asker. */
export function noFile(): Response {
  return new Response("Not found\n", {
    status: 404,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
