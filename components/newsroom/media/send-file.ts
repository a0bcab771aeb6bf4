import { type AssetKind, type AssetSummary, LARGEST_UPLOAD_BYTES, MAX_UPLOAD_BYTES } from "@/domain/media/asset";
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
  const limit = limitOf(file);
  if (file.size > limit) return Promise.resolve({ reason: tooLarge(limit) });
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

/** Has the server take a picture that stands on another site. Never rejects, like `sendFile`. */
export async function bringPicture(address: string): Promise<Sent> {
  const request = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ address }),
  };
  try {
    const response = await fetch(routes.newsroom.bring(), request);
    return answerOf({ status: response.status, responseText: await response.text() });
  } catch {
    return { reason: LOST };
  }
}

function answerOf({ status, responseText }: Pick<XMLHttpRequest, "status" | "responseText">): Sent {
  const answer = parse(responseText);
  if (status === 200 || status === 201) return { asset: answer as AssetSummary, existed: status === 200 };
  const said = typeof answer === "object" && answer !== null && "message" in answer ? answer.message : undefined;
  if (typeof said === "string") return { reason: said };
  return { reason: status === 413 ? tooLarge(LARGEST_UPLOAD_BYTES) : FAULT };
}

/** How large a file may be, as far as its name and type tell: spares sending what the server, which looks into it, would refuse. */
function limitOf({ type, name }: File): number {
  const kind: AssetKind | undefined = /^image\//.test(type)
    ? "picture"
    : /^audio\//.test(type)
      ? "audio"
      : /\.vtt$/i.test(name)
        ? "captions"
        : undefined;
  return kind ? MAX_UPLOAD_BYTES[kind] : LARGEST_UPLOAD_BYTES;
}

function tooLarge(limit: number): string {
  return `The file is larger than ${limit / 1024 / 1024} MB.`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
