import { type AssetSummary, MAX_UPLOAD_BYTES } from "@/domain/media/asset";
import { routes } from "@/lib/routes";

/** What became of one file: taken into the library (or there before), or the reason why not. */
export type Sent = { asset: AssetSummary; existed: boolean } | { reason: string };

const LOST = "The connection was lost. Check it, then try again.";
const FAULT = "Something went wrong on the server. Try again.";

/**
 * Sends one file to the library. Never rejects: whatever happens, there is a sentence to show beside the file.
 * @param onProgress told how much has been sent, from 0 to 1. At 1 the server is at work on it.
 */
export function sendFile(file: File, onProgress: (part: number) => void, signal: AbortSignal): Promise<Sent> {
  if (file.size > MAX_UPLOAD_BYTES) {
    return Promise.resolve({ reason: `The file is larger than ${MAX_UPLOAD_BYTES / 1024 / 1024} MB.` });
  }
  return new Promise((resolve) => {
    // fetch() tells nothing of how far it has sent.
    const request = new XMLHttpRequest();
    request.open("POST", `${routes.newsroom.upload()}?filename=${encodeURIComponent(file.name)}`);
    request.setRequestHeader("content-type", "application/octet-stream");
    request.upload.addEventListener("progress", ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.upload.addEventListener("load", () => onProgress(1));
    request.addEventListener("load", () => resolve(answerOf(request)));
    request.addEventListener("error", () => resolve({ reason: LOST }));
    request.addEventListener("timeout", () => resolve({ reason: LOST }));
    request.addEventListener("abort", () => resolve({ reason: "Cancelled." }));
    signal.addEventListener("abort", () => request.abort());
    request.send(file);
  });
}

function answerOf({ status, responseText }: XMLHttpRequest): Sent {
  const answer = parse(responseText);
  if (status === 200 || status === 201) return { asset: answer as AssetSummary, existed: status === 200 };
  if (status === 413) return { reason: `The file is larger than ${MAX_UPLOAD_BYTES / 1024 / 1024} MB.` };
  const said = typeof answer === "object" && answer !== null && "message" in answer ? answer.message : undefined;
  return { reason: typeof said === "string" ? said : FAULT };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
